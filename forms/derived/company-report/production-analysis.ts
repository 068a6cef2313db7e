import { shortName } from '../../grammar/form-parts.ts';
import { rowsIn, type Values } from '../../grammar/reading.ts';
import type { Lang } from '../../grammar/words.ts';
import { type Answered, largest, listOf } from './answered.ts';
import { type Loss, lossChart, lossesIn, lossNotes, lossRows, sizeOf, worstOf } from './losses.ts';
import type { CompanyReport, Named, Point, Points } from './model.ts';
import { shortened } from './shortened.ts';

const factorFields = ['availability', 'performance', 'quality'] as const;
/** What OEE is computed of: times, and the quantities of one product or of several. */
const timeFields = [
  'pbt_min',
  'loss_breakdown_min',
  'loss_changeover_min',
  'loss_waiting_min',
  'loss_other_stop_min',
] as const;
const ofOneProduct = ['pri_min_per_unit', 'pq', 'gq'] as const;
const ofSeveral = ['mix'] as const;

const words = {
  title: { sv: 'Rapport från produktionsanalys', en: 'Report from a production analysis' },
  caption: { sv: 'Den planerade tiden', en: 'The planned time' },
  part: { sv: 'Tid', en: 'Time' },
  minutes: { sv: 'Minuter', en: 'Minutes' },
  share: { sv: 'Andel', en: 'Share' },
  also: { sv: 'Mer från analysen', en: 'More from the analysis' },
  strengths: { sv: 'Styrkor', en: 'Strengths' },
  noStrengths: { sv: 'Ingen styrka går att läsa ut.', en: 'No strength can be read from the figures.' },
  losses: { sv: 'Största förlusterna', en: 'Largest losses' },
  noLosses: { sv: 'Ingen förlust är känd.', en: 'No loss is known.' },
  recommendations: { sv: 'Rekommendationer', en: 'Recommendations' },
  noRecommendations: {
    sv: 'Ingen rekommendation är skriven än.',
    en: 'No recommendation has been written yet.',
  },
  best: { sv: 'Högst av de tre faktorerna i OEE.', en: 'The highest of the three factors of OEE.' },
  noTime: { sv: 'Ingen tid går förlorad här.', en: 'No time is lost here.' },
  meetsDemand: { sv: 'Behovet kan mötas', en: 'Demand can be met' },
  idealWithinTakt: {
    sv: 'Den ideala cykeltiden ryms inom takten',
    en: 'The ideal cycle time is within takt',
  },
};

/** OEE is no more than the least of its factors: with one below this it is in the lower half of its classes. */
const leastGood = 0.6;
/** What these took follows from the quantities, and is no loss at all where nothing was produced. */
const ofOutput: readonly string[] = ['loss_speed_min', 'loss_quality_min'];

const recommendationMax = 150;
const potentialMax = 200;
const recommendationsMax = 3;

/** The report of a production analysis: where the planned time goes, and what to do about it. */
export function productionAnalysisReport(answered: Answered, company: string): CompanyReport {
  const { lang } = answered;
  const losses = lossesIn(answered);
  return {
    title: words.title[lang],
    company,
    facts: [
      ...answered.named('object_name'),
      ...periodOf(answered),
      ...answered.named('n_shifts', 'data_source'),
    ],
    figures: answered.named('oee', ...factorFields),
    cautions: cautionsIn(answered),
    chart: lossChart(answered, losses),
    table: {
      caption: words.caption[lang],
      columns: [words.part[lang], words.minutes[lang], words.share[lang]],
      rows: lossRows(answered, losses),
      notes: lossNotes(answered, losses),
    },
    also: {
      title: words.also[lang],
      list: answered
        .namedIfThere('takt_min', 'changeover_avg_min', 'on_time_share', 'flow_efficiency')
        .concat(valueAdding(answered)),
    },
    strengths: {
      title: words.strengths[lang],
      points: strengthsIn(answered, losses),
      none: words.noStrengths[lang],
    },
    gaps: {
      title: words.losses[lang],
      points: worstOf(losses).map((loss) => ({ title: `${loss.name}: ${sizeOf(answered, loss)}` })),
      none: words.noLosses[lang],
    },
    recommendations: recommendationsIn(answered),
    method: methods[lang],
  };
}

function periodOf(answered: Answered): Named[] {
  const name = { sv: 'Mätperiod', en: 'Period' }[answered.lang];
  const days = [answered.shown('period_start'), answered.shown('period_end')];
  return [{ name, value: [...new Set(days)].join(' – ') }];
}

/** The share of work sampling with its uncertainty; nothing where there was none. */
function valueAdding(answered: Answered): Named[] {
  const { lang } = answered;
  const uncertainty = answered.number('ws_ci95');
  if (uncertainty === undefined) return [];
  const points = { sv: 'procentenheter', en: 'percentage points' }[lang];
  const bare = answered.shownAs({ ...answered.field('ws_ci95'), percent: undefined }, uncertainty * 100);
  return answered
    .named('ws_va_share')
    .map(({ name, value }) => ({ name, value: `${value} ± ${bare} ${points}` }));
}

function strengthsIn(answered: Answered, losses: readonly Loss[]): Point[] {
  const { lang, answers } = answered;
  const factors = factorFields.flatMap((field) => {
    const value = answered.number(field);
    return value === undefined ? [] : [{ field, value }];
  });
  // More than 100 % is no strength: a figure is wrong.
  const isWhole = factors.length === factorFields.length && factors.every(({ value }) => value <= 1);
  const [best] = isWhole ? largest(factors, ({ value }) => value, 1) : [];
  const none = losses
    .filter(({ field, minutes }) => minutes === 0 && (answers.oee !== undefined || !ofOutput.includes(field)))
    .map(({ name }) => name);
  return [
    ...(best !== undefined && best.value >= leastGood
      ? [
          {
            title: `${shortName(answered.field(best.field))[lang]}: ${answered.shown(best.field)}`,
            text: words.best[lang],
          },
        ]
      : []),
    ...(none.length === 0 ? [] : [{ title: none.join(', '), text: words.noTime[lang] }]),
    ...(answers.cannot_meet_demand === false && madeWhatWasNeeded(answered) === true
      ? [
          {
            title: words.meetsDemand[lang],
            text: `${words.idealWithinTakt[lang]} (${answered.shown('takt_min')}).`,
          },
        ]
      : []),
  ];
}

/** Whether as many units were good as were asked for; nothing where either is missing. */
function madeWhatWasNeeded(answered: Answered): boolean | undefined {
  const [good, demand] = [answered.number('gq_total'), answered.number('demand_units')];
  return good === undefined || demand === undefined ? undefined : good >= demand;
}

/** Those with the largest effect first, and of these those with the least effort. */
function recommendationsIn(answered: Answered): Points {
  const { lang, answers } = answered;
  const field = answered.field('recommendations');
  const all = rowsIn(field, answers.recommendations).map(([, row]) => row);
  const cell = (name: string) => field.fields?.[name] ?? field;
  const placeIn = (row: Values, name: string, otherwise: number) => {
    const place = listOf(cell(name)).findIndex(({ code }) => code === row[name]);
    return place === -1 ? otherwise : place;
  };
  // The list goes from small to large; what nobody judged comes after what somebody did.
  const worth = (row: Values) => placeIn(row, 'effect', -1) * 10 - placeIn(row, 'effort', 9);
  const shown = largest(all, worth, recommendationsMax);
  const potential = answers.potential_text;
  const more = {
    sv: `Här står ${shown.length} av ${all.length} rekommendationer, de med störst effekt och minst arbetsinsats.`,
    en: `These are ${shown.length} of ${all.length} recommendations, those with the largest effect and the smallest effort.`,
  };
  return {
    title: words.recommendations[lang],
    ...(typeof potential === 'string' && { intro: shortened(potential, potentialMax) }),
    points: shown.map((row) => ({
      title: shortened(String(row.text ?? ''), recommendationMax),
      text: ['effect', 'effort', 'area']
        .map((name) => `${shortName(cell(name))[lang]}: ${answered.shownAs(cell(name), row[name])}`)
        .join(' · '),
    })),
    none: words.noRecommendations[lang],
    ...(all.length > shown.length && { more: more[lang] }),
  };
}

function cautionsIn(answered: Answered): string[] {
  const { lang, answers } = answered;
  const needed = [...timeFields, ...(answers.several_products === true ? ofSeveral : ofOneProduct)];
  const missing = needed
    .filter((name) => answers[name] === undefined)
    .map((name) => shortName(answered.field(name))[lang]);
  const isTooFew = madeWhatWasNeeded(answered) === false;
  const tooFew = {
    sv: `${answered.shown('gq_total')} godkända av ${answered.shown('demand_units')} som behövdes.`,
    en: `${answered.shown('gq_total')} good units of ${answered.shown('demand_units')} that were needed.`,
  };
  const told = {
    missing: {
      sv: `OEE går inte att räkna ut. Det här saknas: ${missing.join(' · ')}.`,
      en: `OEE cannot be computed. This is missing: ${missing.join(' · ')}.`,
    },
    noSense: {
      sv: 'OEE går inte att räkna ut av de här tiderna och antalen. Kontrollera dem.',
      en: 'OEE cannot be computed from these times and quantities. Check them.',
    },
    tooLong: {
      sv: 'Den ideala cykeltiden är för lång: anläggningsutbytet är över 100 %. Kontrollera den innan siffrorna används.',
      en: 'The ideal cycle time is too long: performance is over 100%. Check it before the figures are used.',
    },
    cannotMeet: {
      sv: `Den ideala cykeltiden är längre än takten, så behovet kan inte mötas.${isTooFew ? ` ${tooFew.sv}` : ''}`,
      en: `The ideal cycle time is longer than takt, so demand cannot be met.${isTooFew ? ` ${tooFew.en}` : ''}`,
    },
    estimate: {
      sv: 'Siffrorna är uppskattade, inte mätta.',
      en: 'The figures are estimated, not measured.',
    },
    few: {
      sv: 'Frekvensstudien har färre än 100 observationer, så dess andel är osäker.',
      en: 'The work sampling has fewer than 100 observations, so its share is uncertain.',
    },
  };
  return [
    ...(answers.oee !== undefined ? [] : [missing.length > 0 ? told.missing : told.noSense]),
    ...(answers.ideal_cycle_too_long === true ? [told.tooLong] : []),
    ...(answers.cannot_meet_demand === true ? [told.cannotMeet] : []),
    ...(isTooFew && answers.cannot_meet_demand !== true ? [tooFew] : []),
    ...(answers.data_source === 'estimate' ? [told.estimate] : []),
    ...(answers.low_n === true ? [told.few] : []),
  ].map((each) => each[lang]);
}

const methods: Readonly<Record<Lang, readonly string[]>> = {
  sv: [
    'OEE (TAK) = tillgänglighet × anläggningsutbyte × kvalitetsutbyte, enligt ISO 22400-2:2014. Tillgänglighet: den del av den planerade tiden som produktionen var i gång. Anläggningsutbyte: den del av produktionstiden som det producerade hade tagit med ideal cykeltid. Kvalitetsutbyte: den del av det producerade som var godkänt.',
    'Den planerade tiden räknas utan raster, planerat underhåll och tid utan order, men med omställningar: bara med samma regel går OEE att jämföra. Hastighetsförlust är den produktionstid som är kvar när ideal tid och småstopp är borta, och kvalitetsförlust den ideala tiden för det som inte var godkänt. Förlusterna och tiden för godkända enheter är tillsammans den planerade tiden.',
  ],
  en: [
    'OEE = availability × performance × quality, by ISO 22400-2:2014. Availability: the share of planned time that production was running. Performance: the share of production time that the produced units would have taken at the ideal cycle time. Quality: the share of the produced units that was good.',
    'Planned time leaves out breaks, planned maintenance and time without orders, and includes changeovers: OEE can be compared only by the same rule. Speed loss is the production time that is left when ideal time and minor stops are taken away, and quality loss the ideal time of what was not good. The losses and the time for good units are the planned time together.',
  ],
};
