import { reference } from '../kinds/reference.ts';

/** The needs analysis that what is done in a company should follow from. */
export const needsAnalysisOfIt = {
  needs_ref: reference('needs-analysis', {
    label: {
      sv: 'Vilken behovsanalys utgår det från?',
      en: 'Which needs analysis does it follow from?',
    },
    short: { sv: 'Behovsanalys', en: 'Needs analysis' },
    hint: { sv: 'Lämna tomt bara om ingen är gjord.', en: 'Leave this empty only if there is none.' },
    wanted: 'optional',
    expected: {
      sv: 'Ingen behovsanalys är vald. Det som görs i ett företag ska utgå från en: välj den om den finns.',
      en: 'No needs analysis is chosen. What is done in a company should follow from one: choose it if it is there.',
    },
    zone: 'analytic',
  }),
};
