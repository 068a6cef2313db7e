import { companyKeyOfIt } from './blocks/company.ts';
import { needsAnalysisOfIt } from './blocks/needs-reference.ts';
import { form, section, step } from './grammar/form.ts';
import type { Words } from './grammar/words.ts';
import { pmm30 } from './instruments/pmm-30.ts';
import { choice } from './kinds/choice.ts';
import { computed } from './kinds/computed.ts';
import { date } from './kinds/date.ts';
import { integer } from './kinds/integer.ts';
import { longText } from './kinds/long-text.ts';
import { scale } from './kinds/scale.ts';
import { text } from './kinds/text.ts';
import { measurementRespondents } from './lists/measurement-respondents.ts';
import { notAfter } from './rules/not-after.ts';
import { instrumentVersion } from './scores/instrument-version.ts';
import { mean } from './scores/mean.ts';
import { processMaturity as maturity } from './scores/process-maturity.ts';
import { sum } from './scores/sum.ts';

/** A statement, dimension or focus: its permanent code, which is part of a field's id, and its words. */
interface Item extends Words {
  readonly code: string;
}

/** A question set that measures process maturity: PMM-30, or a licensed one in its place. */
interface Instrument {
  /** What results are compared within, by the number before the point: `pmm30-1.0`. */
  readonly version: string;
  readonly name: Words;
  readonly scale: {
    readonly from: number;
    readonly to: number;
    readonly labels: Readonly<Record<number, Words>>;
    /** Why a statement has no step; means leave these out. */
    readonly none: readonly Item[];
    /** The one of them that says that nobody knew. */
    readonly doNotKnow: string;
    readonly missing: Words;
  };
  readonly dimensions: readonly (Item & {
    readonly statements: readonly Item[];
    /** How much it counts in the mean of all; 1, when left out. */
    readonly weight?: number;
  })[];
  /** How many statements of a dimension, and how many dimensions, have to have a step for there to be a mean. */
  readonly statementsLeast: number;
  readonly dimensionsLeast: number;
  /** Dimensions that are looked at together, and how many of them have to have a mean. */
  readonly focuses: readonly (Item & { readonly dimensions: readonly string[]; readonly least: number })[];
}
type Dimension = Instrument['dimensions'][number];

const dayHint = {
  sv: 'År-månad-dag, till exempel 2026-09-10.',
  en: 'Year-month-day, for example 2026-09-10.',
};

const participantsMax = 1000;
const participants = section(
  { sv: 'Deltagare från företaget', en: 'Participants from the company' },
  {
    n_respondents_women: integer({
      label: { sv: 'Antal kvinnor', en: 'Number of women' },
      short: { sv: 'Deltagande kvinnor från företaget', en: 'Women taking part from the company' },
      wanted: 'neededToCount',
      missing: {
        sv: 'Ange antal kvinnor. Skriv 0 om det inte var någon.',
        en: 'Enter the number of women. Enter 0 if there were none.',
      },
      min: 0,
      max: participantsMax,
      zone: 'analytic',
    }),
    n_respondents_men: integer({
      label: { sv: 'Antal män', en: 'Number of men' },
      short: { sv: 'Deltagande män från företaget', en: 'Men taking part from the company' },
      wanted: 'neededToCount',
      missing: {
        sv: 'Ange antal män. Skriv 0 om det inte var någon.',
        en: 'Enter the number of men. Enter 0 if there were none.',
      },
      min: 0,
      max: participantsMax,
      zone: 'analytic',
    }),
    n_respondents_undisclosed: integer({
      label: {
        sv: 'Antal övriga (annat alternativ eller vill inte uppge kön)',
        en: 'Number of others (another option or prefer not to say)',
      },
      short: { sv: 'Deltagande från företaget, övriga', en: 'Others taking part from the company' },
      wanted: 'neededToCount',
      missing: {
        sv: 'Ange antal övriga. Skriv 0 om det inte var någon.',
        en: 'Enter the number of others. Enter 0 if there were none.',
      },
      min: 0,
      max: participantsMax,
      zone: 'analytic',
    }),
    n_respondents_total: computed(
      sum('n_respondents_women', 'n_respondents_men', 'n_respondents_undisclosed'),
      {
        label: { sv: 'Sammanlagt', en: 'In total' },
        short: {
          sv: 'Deltagare från företaget, sammanlagt',
          en: 'Participants from the company, in total',
        },
        zone: 'analytic',
      },
    ),
  },
);

/**
 * A measurement of how mature a company's ways of working are, with the statements of an instrument, one dimension at a
 * time. Which measurement is the first of a company, and how much a later one differs, follows from its others.
 */
export function processMaturityWith(instrument: Instrument) {
  return form({
    id: 'process-maturity',
    title: { sv: 'Processmognadsmätning', en: 'Process-maturity measurement' },
    intro: {
      sv: `Mät hur mogna företagets arbetssätt är med ${instrument.name.sv}, ett område i taget. Det som kan lämnas tomt är märkt.`,
      en: `Measure how mature the company’s ways of working are with ${instrument.name.en}, one area at a time. What can be left blank is marked.`,
    },
    send: { staff: ['industrial_developer', 'project_manager'] },
    activityDate: 'measured_on',
    company: 'company_key',
    shards: [{ from: '2021-01', count: 1 }],
    sections: [
      measurement(instrument),
      participants,
      ...instrument.dimensions.map((dimension) => dimensionStep(instrument, dimension)),
      results(instrument),
    ],
    rules: [
      notAfter('measured_on', 'report_delivered_on', 'report_delivered_on', {
        sv: 'Ange ett datum för rapporten som inte är före mätdatumet.',
        en: 'Enter a date for the report that is not before the date of the measurement.',
      }),
    ],
  });
}

export const processMaturity = processMaturityWith(pmm30);

function measurement({ version }: Instrument) {
  return step(
    { sv: 'Mätningen', en: 'The measurement' },
    {
      ...companyKeyOfIt,
      measured_on: date({
        label: { sv: 'Mätdatum', en: 'Date of the measurement' },
        hint: dayHint,
        wanted: 'required',
        missing: { sv: 'Ange mätdatum.', en: 'Enter the date of the measurement.' },
        earliest: '2021-01-01',
        latest: '2099-12-31',
        happened: true,
        zone: 'analytic',
      }),
      scope_text: text({
        label: { sv: 'Vad omfattar mätningen?', en: 'What does the measurement cover?' },
        short: { sv: 'Avgränsning', en: 'Scope' },
        hint: {
          sv: 'Hela verksamheten, en avdelning eller en linje. Skriv på samma sätt varje gång samma sak mäts: bara då kan mätningarna jämföras.',
          en: 'The whole business, a department or a line. Write it the same way each time the same thing is measured: only then can measurements be compared.',
        },
        wanted: 'neededToCount',
        missing: { sv: 'Skriv vad mätningen omfattar.', en: 'Write what the measurement covers.' },
        max: 150,
        zone: 'confidential',
      }),
      respondent_kind: choice(measurementRespondents, {
        label: { sv: 'Vem svarar?', en: 'Who answers?' },
        short: { sv: 'Vem som svarade', en: 'Who answered' },
        wanted: 'neededToCount',
        missing: { sv: 'Välj vem som svarar.', en: 'Choose who answers.' },
        zone: 'analytic',
      }),
      ...needsAnalysisOfIt,
      instrument_version: computed(instrumentVersion(version), {
        label: { sv: 'Instrumentets version', en: 'Version of the instrument' },
        zone: 'analytic',
        unseen: true,
      }),
    },
  );
}

/** One dimension: its statements, what there is to say of it, and the mean so far. */
function dimensionStep({ scale: answers, statementsLeast }: Instrument, dimension: Dimension) {
  const { from, to, labels, none, missing } = answers;
  const statements = dimension.statements.map(({ code, ...words }) => [
    code,
    scale({
      label: { sv: words.sv, en: words.en },
      wanted: 'neededToCount',
      missing,
      from,
      to,
      labels,
      none,
      zone: 'confidential',
    }),
  ]);
  const codes = dimension.statements.map(({ code }) => code);
  return step(
    { sv: dimension.sv, en: dimension.en },
    {
      ...Object.fromEntries(statements),
      [meanOf(dimension.code)]: computed(mean(codes, statementsLeast), {
        label: { sv: 'Medelvärde', en: 'Mean' },
        short: { sv: `Medelvärde för ${dimension.sv}`, en: `Mean of ${dimension.en}` },
        decimals: 2,
        zone: 'confidential',
      }),
      [`comment_${dimension.code}`]: longText({
        label: { sv: 'Kommentar', en: 'Comment' },
        short: { sv: `Kommentar om ${dimension.sv}`, en: `Comment on ${dimension.en}` },
        hint: { sv: 'Skriv inga personuppgifter.', en: 'Do not include personal information.' },
        wanted: 'optional',
        max: 300,
        zone: 'confidential',
      }),
    },
  );
}

function meanOf(dimension: string): string {
  return `dim_score_${dimension}`;
}

function results({ dimensions, dimensionsLeast, focuses, scale: answers }: Instrument) {
  const statements = dimensions.flatMap((each) => each.statements.map(({ code }) => code));
  const means = dimensions.map(({ code }) => meanOf(code));
  const weights = dimensions.map(({ weight = 1 }) => weight);
  const measured = { highest: answers.to, doNotKnow: answers.doNotKnow };
  const focusMeans = focuses.map(({ code, least, ...focus }) => [
    code,
    computed(mean(focus.dimensions.map(meanOf), least), {
      label: { sv: `Fokusområde: ${focus.sv}`, en: `Focus area: ${focus.en}` },
      short: { sv: `Medelvärde för fokusområdet ${focus.sv}`, en: `Mean of the focus area ${focus.en}` },
      decimals: 2,
      zone: 'confidential',
    }),
  ]);
  return step(
    { sv: 'Resultat', en: 'Results' },
    {
      pmm_mean: computed(mean(means, dimensionsLeast, weights), {
        label: { sv: 'Medelvärde för alla områden', en: 'Mean of all areas' },
        short: { sv: 'Processmognad, medelvärde', en: 'Process maturity, mean' },
        hint: {
          sv: `Räknas ut när minst ${dimensionsLeast} områden har ett medelvärde.`,
          en: `Computed when at least ${dimensionsLeast} areas have a mean.`,
        },
        decimals: 2,
        zone: 'confidential',
      }),
      pmm_index: computed(maturity('pmm_index', ['pmm_mean'], measured), {
        label: { sv: 'Index, från 0 till 100', en: 'Index, from 0 to 100' },
        short: { sv: 'Processmognad, index', en: 'Process maturity, index' },
        decimals: 1,
        zone: 'confidential',
      }),
      pmm_step: computed(maturity('pmm_step', statements, measured), {
        label: { sv: 'Mognadssteg', en: 'Maturity step' },
        short: { sv: 'Processmognad, steg', en: 'Process maturity, step' },
        hint: {
          sv: 'Det högsta steg som minst 80 % av svaren når.',
          en: 'The highest step that at least 80% of the answers reach.',
        },
        zone: 'analytic',
      }),
      ...Object.fromEntries(focusMeans),
      dk_share: computed(maturity('dk_share', statements, measured), {
        label: {
          sv: 'Andel påståenden som ingen kunde svara på',
          en: 'Share of statements that nobody could answer',
        },
        decimals: 0,
        percent: true,
        zone: 'confidential',
      }),
      low_confidence: computed(maturity('low_confidence', statements, measured), {
        label: {
          sv: 'Är mätningen osäker? (Mer än 20 % kunde ingen svara på)',
          en: 'Is the measurement uncertain? (Nobody could answer more than 20%)',
        },
        short: { sv: 'Osäker mätning', en: 'Uncertain measurement' },
        zone: 'analytic',
      }),
      straightlining: computed(maturity('straightlining', statements, measured), {
        label: { sv: 'Samma svar på alla påståenden?', en: 'The same answer to all statements?' },
        short: { sv: 'Samma svar på alla påståenden', en: 'The same answer to all statements' },
        zone: 'analytic',
      }),
      report_delivered_on: date({
        label: { sv: 'När fick företaget rapporten?', en: 'When did the company get the report?' },
        short: { sv: 'Datum för rapporten', en: 'Date of the report' },
        hint: {
          sv: 'År-månad-dag. Lämna tomt tills den är lämnad.',
          en: 'Year-month-day. Leave empty until it has been delivered.',
        },
        wanted: 'neededToCount',
        missing: { sv: 'Ange när företaget fick rapporten.', en: 'Enter when the company got the report.' },
        earliest: '2021-01-01',
        latest: '2099-12-31',
        happened: true,
        zone: 'analytic',
      }),
    },
  );
}
