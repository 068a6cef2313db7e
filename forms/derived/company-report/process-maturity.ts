import * as z from 'zod/mini';
import type { PublishedField } from '../../grammar/published.ts';
import type { Lang, Words } from '../../grammar/words.ts';
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
    sv: 'Medelvärde för varje område, från mitten och utåt. Samma värden står i tabellen.',
    en: 'The mean of each area, from the centre outwards. The table has the same values.',
  },
  caption: { sv: 'Medelvärde för varje område', en: 'The mean of each area' },
  area: { sv: 'Område', en: 'Area' },
  mean: { sv: 'Medelvärde', en: 'Mean' },
  answers: { sv: 'Svar', en: 'Answers' },
  focuses: { sv: 'Medelvärden för fokusområden', en: 'Means of focus areas' },
  strengths: { sv: 'Styrkor', en: 'Strengths' },
  noStrengths: {
    sv: 'Inget område når steg 2 och ligger över medelvärdet.',
    en: 'No area reaches step 2 and is above the mean.',
  },
  gaps: { sv: 'Största gapen', en: 'Largest gaps' },
  noGaps: {
    sv: 'Inget område har ett medelvärde under högsta steget.',
    en: 'No area has a mean below the top step.',
  },
  next: { sv: 'Rekommendationer: nästa steg', en: 'Recommendations: the next step' },
  noNext: {
    sv: 'Det finns inget steg att ta i de områdena.',
    en: 'There is no step to take in those areas.',
  },
  nothing: { sv: 'Inget område har ett medelvärde än.', en: 'No area has a mean yet.' },
  few: {
    sv: 'För få områden har ett medelvärde för att jämföra.',
    en: 'Too few areas have a mean for a comparison.',
  },
};

/** A comment longer than this is cut. */
const commentMax = 90;
/**
 * Step 1 of PMM-30 is what is done sometimes and depends on individuals: nothing to aim at, and no strength where the
 * others are lower still.
 */
const leastGood = 2;
/** One area by itself has nothing to be above or below. */
const comparedLeast = 2;

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
  const { strengths, gaps } = compared(known, highest);
  const incomparable = noneToCompare(known.length, lang);
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
        value: ofHighest(stepShown(answered), highest, lang),
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
      none: incomparable ?? words.noStrengths[lang],
    },
    gaps: {
      title: words.gaps[lang],
      points: gaps.map(pointOf),
      none: incomparable ?? words.noGaps[lang],
    },
    recommendations: {
      title: words.next[lang],
      points: gaps.flatMap((each) => nextStep(each, highest, labels, lang)),
      none: incomparable ?? words.noNext[lang],
    },
    method: methodOf(answered, dimensions.length, highest, labels),
  };
}

/** A dimension with a mean. */
type Known = Dimension & { readonly mean: number };

/**
 * The dimensions above the mean of them all, and those furthest below it. Where all have the same mean, as far from the
 * top step as each other, they are the gaps; a dimension by itself is neither.
 */
function compared(known: readonly Known[], highest: number): { strengths: Known[]; gaps: Known[] } {
  if (known.length < comparedLeast) return { strengths: [], gaps: [] };
  const middle = known.reduce((sum, each) => sum + each.mean, 0) / known.length;
  // A mean of thirds is not exact: what is equal may differ in the last binary digit.
  const above = (each: Known) => Number((each.mean - middle).toFixed(9));
  const areEqual = known.every((each) => above(each) === 0);
  const strong = known.filter((each) => above(each) > 0 && each.mean >= leastGood);
  const weak = known.filter((each) => (areEqual ? each.mean < highest : above(each) < 0));
  return { strengths: largest(strong, ({ mean }) => mean), gaps: largest(weak, ({ mean }) => -mean) };
}

/** Why there is neither a strength nor a gap to tell of; nothing where there may be. */
function noneToCompare(known: number, lang: Lang): string | undefined {
  if (known >= comparedLeast) return undefined;
  return known === 0 ? words.nothing[lang] : words.few[lang];
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

/** The maturity step, or that it is missing: a step of so few answers that there is no mean would say too much. */
function stepShown(answered: Answered): string {
  const step = answered.number('pmm_mean') === undefined ? undefined : answered.number('pmm_step');
  return answered.shownAs(answered.field('pmm_step'), step);
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

/** In a dimension the statement that is lowest on the scale, and the step to aim at after the one it has. */
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
  const aim = Math.min(highest, Math.max(step + 1, leastGood));
  const meaning = (of: number) => (labels[of] === undefined ? `${of}` : `${of} (${labels[of][lang]})`);
  const text = {
    sv: `Gå från steg ${meaning(step)} till steg ${meaning(aim)}.`,
    en: `Go from step ${meaning(step)} to step ${meaning(aim)}.`,
  };
  const goal = { sv: 'Mål', en: 'Goal' }[lang];
  return [{ title: `${goal}: ${weakest.words}`, text: text[lang] }];
}

function cautionsIn(answered: Answered, all: number, known: number): string[] {
  const { lang, answers } = answered;
  const { least } = mean.parse(answered.field('pmm_mean'));
  const few = {
    sv: `Index, medelvärde och mognadssteg visas när minst ${least} av ${all} områden har ett medelvärde. Här har ${known}\u00a0${known === 1 ? 'område' : 'områden'} det.`,
    en: `The index, the mean and the maturity step are shown when at least ${least} of ${all} areas have a mean. Here ${known} ${known === 1 ? 'has' : 'have'}.`,
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
      `Ett områdes medelvärde kräver steg på minst ${least} av dess ${of.length} påståenden; ”ej tillämpligt” och ”vet ej” räknas inte med. Medelvärdet för alla områden kräver ett medelvärde i minst ${dimensionsLeast} av ${all}. Index är det medelvärdet i procent av ${highest}.`,
      'Mognadssteg: det högsta steg som minst 80 % av svaren når. Styrka: ett område som når steg 2 och ligger över områdenas medelvärde. Gap: avståndet till högsta steget från ett område under det medelvärdet. Rekommendation: nästa steg, minst steg 2, för det påstående som har lägst steg i området. Vid lika värden kommer det som står först i formuläret först.',
    ],
    en: [
      `Steps: ${steps.join(' · ')}. Instrument: ${instrument}.`,
      `The mean of an area needs a step for at least ${least} of its ${of.length} statements; “not applicable” and “don’t know” are left out. The mean of all areas needs a mean in at least ${dimensionsLeast} of ${all}. The index is that mean in per cent of ${highest}.`,
      'Maturity step: the highest step that at least 80% of the answers reach. Strength: an area that reaches step 2 and is above the mean of the areas. Gap: the distance to the top step from an area below that mean. Recommendation: the next step, at least step 2, for the statement with the lowest step in the area. Of equals the one that stands first in the form comes first.',
    ],
  };
  return texts[lang];
}
