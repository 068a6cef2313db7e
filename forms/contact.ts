import { companyKeyOfIt } from './blocks/company.ts';
import { contactPerson, newsletterConsent } from './blocks/contacts.ts';
import { versionCode } from './blocks/version-code.ts';
import { is, some } from './grammar/conditions.ts';
import { form, section } from './grammar/form.ts';
import { choice } from './kinds/choice.ts';
import { code } from './kinds/code.ts';
import { date } from './kinds/date.ts';
import { handoverBases } from './lists/handover-bases.ts';

const mayBeHandedOver = some(is('handover_basis', 'consent'), is('handover_basis', 'legit_interest'));

/**
 * A person at a company, in a record of its own, so that what is said about the person can be changed and removed by
 * itself. Outside the store only the role is seen. The basis needs its proof: when, and by which text.
 */
export const contact = form({
  id: 'contact',
  title: { sv: 'Kontaktperson', en: 'Contact person' },
  intro: {
    sv: 'Registrera en person på ett företag. Berätta för personen att vi sparar uppgifterna, och att IUC Industrihubb förvaltar dem vidare.',
    en: 'Register a person at a company. Tell the person that we keep the details, and that IUC Industrihubb will look after them in future.',
  },
  send: { staff: ['industrial_developer', 'project_manager'] },
  company: 'company_key',
  shards: [{ from: '2021-01', count: 1 }],
  sections: [
    section({ sv: 'Företaget', en: 'The company' }, companyKeyOfIt),
    section({ sv: 'Personen', en: 'The person' }, contactPerson),
    section(
      { sv: 'Hur uppgifterna får användas', en: 'How the details may be used' },
      {
        handover_basis: choice(handoverBases, {
          label: {
            sv: 'Får IUC Industrihubb förvalta uppgifterna vidare?',
            en: 'May IUC Industrihubb look after the details in future?',
          },
          short: { sv: 'Grund för överlämnande', en: 'Basis for handover' },
          wanted: 'required',
          missing: {
            sv: 'Välj om IUC Industrihubb får förvalta uppgifterna vidare.',
            en: 'Choose whether IUC Industrihubb may look after the details in future.',
          },
          zone: 'personal',
        }),
        handover_at: date({
          label: {
            sv: 'Vilken dag samtyckte personen, eller fick informationen?',
            en: 'On which day did the person consent, or get the information?',
          },
          short: { sv: 'Datum för samtycke eller information', en: 'Date of consent or information' },
          hint: {
            sv: 'År-månad-dag, till exempel 2026-09-10.',
            en: 'Year-month-day, for example 2026-09-10.',
          },
          wanted: 'required',
          missing: {
            sv: 'Ange vilken dag personen samtyckte eller fick informationen.',
            en: 'Enter the day on which the person consented or got the information.',
          },
          shownWhen: mayBeHandedOver,
          earliest: '2021-01-01',
          latest: '2099-12-31',
          happened: true,
          zone: 'personal',
        }),
        handover_text_version: code({
          label: {
            sv: 'Vilken version av texten fick personen?',
            en: 'Which version of the text did the person get?',
          },
          short: { sv: 'Textens version', en: 'Version of the text' },
          hint: {
            sv: 'Versionen på samtyckestexten eller informationen, till exempel 2026-1.',
            en: 'The version of the consent text or the information, for example 2026-1.',
          },
          wanted: 'required',
          missing: {
            sv: 'Ange vilken version av texten personen fick.',
            en: 'Enter which version of the text the person got.',
          },
          shownWhen: mayBeHandedOver,
          ...versionCode,
          zone: 'personal',
        }),
        newsletter_consent: newsletterConsent,
      },
    ),
  ],
  rules: [],
});
