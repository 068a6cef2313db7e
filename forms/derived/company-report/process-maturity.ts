import * as z from 'zod/mini';
import type { PublishedField } from '../../grammar/published.ts';
import type { Words } from '../../grammar/words.ts';
import { type Answered, largest, outOf } from './answered.ts';
import type { CompanyReport, Point, Row } from './model.ts';
import { shortened } from './shortened.ts';

/** What a dimension is in the form: the section with its statements, their mean and what there was to say of it. */
interface Dimension {
  readonly name: string;
  /** The field of the mean, and the mean. */
  readonly field: PublishedField;
  readonly mean: number | undefined;
  readonly comment: string | undefined;
  readonly statements: readonly Statement[];
}

interface Statement {
  readonly words: string;
  /** The step; nothing where there is a reason for none, or no answer. */
  readonly step: number | undefined;
}

const words = {
  title: { sv: 'Rapport från processmognadsmätning', en: 'Report from a process-maturity measurement' },
  index: { sv: 'Index, av 100', en: 'Index, of 100' },
  chart: {
    sv: 'Medel för varje område, från mitten och utåt. Samma värden står i tabellen.',
    en: 'The mean of each area, from the centre outwards. The table has the same values.',
  },
  caption: { sv: 'Medel för varje område', en: 'The mean of each area' },
  area: { sv: 'Område', en: 'Area' },
  mean: { sv: 'Medel', en: 'Mean' },
  answers: { sv: 'Svar', en: 'Answers' },
  focuses: { sv: 'Medel för fokusområden', en: 'Means of focus areas' },
  strengths: { sv: 'Styrkor', en: 'Strengths' },
  noStrengths: {
    sv: 'Inget område ligger över de andra.',
    en: 'No area is above the others.',
  },
  gaps: { sv: 'De tre största gapen', en: 'The three largest gaps' },
  noGaps: { sv: 'Inget område har ett medel under högsta steget.', en: 'No area has a mean below the top.' },
  next: { sv: 'Rekommendationer: nästa steg', en: 'Recommendations: the next step' },
  noNext: {
    sv: 'Det finns inget steg att ta i de områdena.',
    en: 'There is no step to take in those areas.',
  },
  nothing: { sv: 'Inget område har ett medel än.', en: 'No area has a mean yet.' },
};

/** A comment longer than this is cut. */
const commentMax = 90;

const scale = z.object({
  from: z.int(),
  to: z.int(),
  labels: z.optional(z.record(z.string(), z.object({ sv: z.string(), en: z.string() }))),
});
const mean = z.object({ of: z.array(z.string()), least: z.int() });

/** The report of a process-maturity measurement, whatever its question set. */
export function processMaturityReport(answered: Answered, company: string): CompanyReport {
  const { lang } = answered;
  const dimensions = dimensionsOf(answered);
  const { highest, labels } = scaleOf(answered);
  const known = dimensions.flatMap((each) => (each.mean === undefined ? [] : [{ ...each, mean: each.mean }]));
  const gaps = largest(
    known.filter((each) => each.mean < highest),
    (each) => highest - each.mean,
  );
  const middle = known.reduce((sum, each) => sum + each.mean, 0) / known.length;
  const strengths = largest(
    known.filter((each) => each.mean > middle && !gaps.includes(each)),
    (each) => each.mean,
  );
  const pointOf = (each: Dimension): Point => ({
    title: `${each.name}: ${ofHighest(answered.shownAs(each.field, each.mean), highest, lang)}`,
    text: each.comment,
  });
  return {
    title: words.title[lang],
    company,
    facts: answered.named('measured_on', 'scope_text', 'respondent_kind', 'n_respondents_total'),
    figures: [
      { name: words.index[lang], value: answered.shown('pmm_index') },
      {
        name: answered.field('pmm_mean').label[lang],
        value: ofHighest(answered.shown('pmm_mean'), highest, lang),
      },
      {
        name: answered.field('pmm_step').label[lang],
        value: ofHighest(answered.shown('pmm_step'), highest, lang),
      },
    ],
    cautions: cautionsIn(answered, dimensions.length, known.length),
    chart:
      known.length === 0
        ? undefined
        : {
            kind: 'radar',
            title: words.chart[lang],
            highest,
            values: dimensions.map((each) => each.mean),
          },
    table: {
      caption: words.caption[lang],
      columns: [words.area[lang], words.mean[lang], words.answers[lang]],
      rows: dimensions.map((each, index) => rowOf(answered, each, index)),
      notes: [],
    },
    also: { title: words.focuses[lang], list: focusesOf(answered) },
    strengths: {
      title: words.strengths[lang],
      points: strengths.map(pointOf),
      none: known.length === 0 ? words.nothing[lang] : words.noStrengths[lang],
    },
    gaps: {
      title: words.gaps[lang],
      points: gaps.map(pointOf),
      none: known.length === 0 ? words.nothing[lang] : words.noGaps[lang],
    },
    recommendations: {
      title: words.next[lang],
      points: gaps.flatMap((each) => nextStep(each, highest, labels, lang)),
      none: known.length === 0 ? words.nothing[lang] : words.noNext[lang],
    },
    method: methodOf(answered, dimensions.length, highest, labels),
  };
}

function dimensionsOf({ form, answers, lang }: Answered): Dimension[] {
  return form.sections.flatMap(({ title, fields }) => {
    const [found] = Object.entries(fields).filter(([name]) => name.startsWith('dim_score_'));
    if (found === undefined) return [];
    const [name, field] = found;
    const value = answers[name];
    const comment = answers[name.replace('dim_score_', 'comment_')];
    return {
      name: title[lang],
      field,
      mean: typeof value === 'number' ? value : undefined,
      comment: typeof comment === 'string' ? shortened(comment, commentMax) : undefined,
      statements: mean.parse(field).of.map((statement) => {
        const step = answers[statement];
        const label = fields[statement]?.label[lang] ?? statement;
        return { words: label, step: typeof step === 'number' ? step : undefined };
      }),
    };
  });
}

/** The scale that all statements are answered on. */
function scaleOf({ form }: Answered) {
  const fields = form.sections.flatMap((section) => Object.values(section.fields));
  const { to, labels = {} } = scale.parse(fields.find(({ kind }) => kind === 'scale'));
  return { highest: to, labels };
}

function ofHighest(shown: string, highest: number, lang: keyof Words): string {
  return /\d/.test(shown) ? outOf(shown, highest, lang) : shown;
}

function rowOf(answered: Answered, { name, field, mean, statements }: Dimension, index: number): Row {
  const steps = statements.filter(({ step }) => step !== undefined).length;
  return {
    mark: String(index + 1),
    name,
    cells: [answered.shownAs(field, mean), outOf(steps, statements.length, answered.lang)],
  };
}

/** The dimensions that are looked at together, by the names of their fields. */
function focusesOf(answered: Answered) {
  const names = answered.form.sections.flatMap(({ fields }) =>
    Object.keys(fields).filter((name) => name.startsWith('focus_')),
  );
  return names.map((name) => ({
    // The heading says already that it is a focus area.
    name: answered.field(name).label[answered.lang].replace(/^[^:]+: /, ''),
    value: answered.shown(name),
  }));
}

/** In a dimension the statement that is lowest on the scale, and the step after the one it has. */
function nextStep(
  { statements }: Dimension,
  highest: number,
  labels: Readonly<Record<string, Words>>,
  lang: keyof Words,
): Point[] {
  const answeredOnes = statements.flatMap((each) => (each.step === undefined ? [] : [each]));
  const [weakest] = largest(answeredOnes, ({ step = highest }) => -step, 1);
  if (weakest?.step === undefined || weakest.step >= highest) return [];
  const { step } = weakest;
  const meaning = (of: number) => (labels[of] === undefined ? `${of}` : `${of} (${labels[of][lang]})`);
  const text = {
    sv: `Gå från steg ${meaning(step)} till steg ${meaning(step + 1)}.`,
    en: `Go from step ${meaning(step)} to step ${meaning(step + 1)}.`,
  };
  return [{ title: weakest.words, text: text[lang] }];
}

function cautionsIn(answered: Answered, all: number, known: number): string[] {
  const { lang, answers } = answered;
  const { least } = mean.parse(answered.field('pmm_mean'));
  const few = {
    sv: `Index och medel räknas ut när minst ${least} av ${all} områden har ett medel. Här har ${known} det.`,
    en: `The index and the mean are computed when at least ${least} of ${all} areas have a mean. Here ${known} have.`,
  };
  const unsure = {
    sv: `Mätningen är osäker: ${answered.shown('dk_share')} av påståendena kunde ingen svara på.`,
    en: `The measurement is uncertain: nobody could answer ${answered.shown('dk_share')} of the statements.`,
  };
  const same = {
    sv: 'Alla påståenden har samma svar. Gå igenom dem igen innan resultatet används.',
    en: 'All statements have the same answer. Go through them again before the result is used.',
  };
  return [
    ...(answers.pmm_mean === undefined ? [few[lang]] : []),
    ...(answers.low_confidence === true ? [unsure[lang]] : []),
    ...(answers.straightlining === true ? [same[lang]] : []),
  ];
}

function methodOf(
  answered: Answered,
  all: number,
  highest: number,
  labels: Readonly<Record<string, Words>>,
): string[] {
  const { lang } = answered;
  const instrument = answered.shown('instrument_version');
  const steps = Object.entries(labels).map(([step, label]) => `${step} ${label[lang]}`);
  const [first] = answered.form.sections.flatMap(({ fields }) =>
    Object.entries(fields).filter(([name]) => name.startsWith('dim_score_')),
  );
  const { of, least } = mean.parse(first?.[1]);
  const { least: dimensionsLeast } = mean.parse(answered.field('pmm_mean'));
  const texts = {
    sv: [
      `Steg: ${steps.join(' · ')}. Instrument: ${instrument}.`,
      `Ett områdes medel kräver steg på minst ${least} av dess ${of.length} påståenden; ”ej tillämpligt” och ”vet ej” räknas inte med. Medel av alla områden kräver ett medel i minst ${dimensionsLeast} av ${all}. Index är det medlet i procent av ${highest}.`,
      'Mognadssteg: det högsta steg som minst 80 % av svaren når. Styrka: ett område över medel av områdena. Gap: avståndet från ett områdes medel till högsta steget. Rekommendation: nästa steg för det påstående som har lägst steg i området. Av lika går det första före.',
    ],
    en: [
      `Steps: ${steps.join(' · ')}. Instrument: ${instrument}.`,
      `The mean of an area needs a step for at least ${least} of its ${of.length} statements; “not applicable” and “don’t know” are left out. The mean of all areas needs a mean in at least ${dimensionsLeast} of ${all}. The index is that mean in per cent of ${highest}.`,
      'Maturity step: the highest step that at least 80% of the answers reach. Strength: an area above the mean of the areas. Gap: the distance from the mean of an area to the top step. Recommendation: the next step for the statement with the lowest step in the area. Of equals the first goes first.',
    ],
  };
  return texts[lang];
}
