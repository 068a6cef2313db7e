import { shortName } from '../../grammar/form-parts.ts';
import { type Answered, largest } from './answered.ts';
import type { Bar, Chart, Row } from './model.ts';

/** The losses in the order in which they take their part of the planned time. */
const lossFields = [
  'loss_breakdown_min',
  'loss_changeover_min',
  'loss_waiting_min',
  'loss_other_stop_min',
  'loss_minor_stops_min',
  'loss_speed_min',
  'loss_quality_min',
] as const;
/** Nobody has to know it: where it is missing, it is part of the speed loss. */
const mayBeUnknown = 'loss_minor_stops_min';

const words = {
  chart: {
    sv: 'Så går den planerade tiden åt, i minuter. Samma värden står i tabellen.',
    en: 'Where the planned time goes, in minutes. The table has the same values.',
  },
  minorWithin: {
    sv: 'Småstopp är inte räknade för sig: de ingår i hastighetsförlusten.',
    en: 'Minor stops were not counted by themselves: they are part of the speed loss.',
  },
  good: { sv: 'Tid för godkända enheter', en: 'Time for good units' },
};

export interface Loss {
  readonly field: (typeof lossFields)[number];
  readonly name: string;
  /** Less than 0 where the ideal cycle time is too long; nothing where it is missing. */
  readonly minutes: number | undefined;
}

export function lossesIn(answered: Answered): Loss[] {
  return lossFields.map((field) => ({
    field,
    name: shortName(answered.field(field))[answered.lang],
    minutes: answered.number(field),
  }));
}

/** The largest losses that cost time. */
export function worstOf(losses: readonly Loss[]): Loss[] {
  const costing = losses.filter(({ minutes = 0 }) => minutes > 0);
  return largest(costing, ({ minutes = 0 }) => minutes);
}

/** A loss in minutes and, where the planned time is known, as a share of it. */
export function sizeOf(answered: Answered, { minutes }: Loss): string {
  const time = `${bareMinutes(answered, minutes)}\u00a0${{ sv: 'minuter', en: 'minutes' }[answered.lang]}`;
  const isShare = answered.number('pbt_min') !== undefined;
  return isShare ? `${time} (${shareOf(answered, minutes)})` : time;
}

function bareMinutes(answered: Answered, minutes: number | undefined): string {
  return answered.shownAs({ ...answered.field('loss_quality_min'), unit: undefined }, minutes);
}

/** A time as a share of the planned time. */
function shareOf(answered: Answered, minutes: number | undefined): string {
  const planned = answered.number('pbt_min');
  const share = minutes === undefined || planned === undefined ? undefined : minutes / planned;
  return answered.shownAs(answered.field('oee'), share);
}

/** What is left for good units when all losses are taken away; nothing where one is missing. */
function goodTime(answered: Answered, losses: readonly Loss[]): number | undefined {
  const planned = answered.number('pbt_min');
  const isKnown = losses.every(({ field, minutes }) => minutes !== undefined || field === mayBeUnknown);
  if (planned === undefined || !isKnown) return undefined;
  const left = losses.reduce((rest, { minutes = 0 }) => rest - minutes, planned);
  // Times have at most four decimals; what binary fractions add after them is no time.
  return Number(left.toFixed(6));
}

/** The planned time, what it goes to, and what is left. The three largest losses have their rank. */
export function lossRows(answered: Answered, losses: readonly Loss[]): Row[] {
  const worst = worstOf(losses);
  const rowOf = (name: string, minutes: number | undefined, place = -1): Row => ({
    ...(place >= 0 && { mark: String(place + 1) }),
    name,
    cells: [bareMinutes(answered, minutes), shareOf(answered, minutes)],
  });
  return [
    rowOf(shortName(answered.field('pbt_min'))[answered.lang], answered.number('pbt_min')),
    ...losses.map((loss) => rowOf(loss.name, loss.minutes, worst.indexOf(loss))),
    rowOf(words.good[answered.lang], goodTime(answered, losses)),
  ];
}

/** Each loss begins where the one before ends, if all are known and there is a place for each; else all begin at 0. */
export function lossChart(answered: Answered, losses: readonly Loss[]): Chart | undefined {
  const planned = answered.number('pbt_min');
  const good = goodTime(answered, losses);
  const widest = Math.max(planned ?? 0, good ?? 0, ...losses.map(({ minutes = 0 }) => minutes));
  if (widest === 0) return undefined;
  const sums = good !== undefined && good >= 0 && losses.every(({ minutes = 0 }) => minutes >= 0);
  let end = widest;
  const barOf = (sort: Bar['sort'], name: string, minutes: number | undefined, from = 0): Bar => ({
    sort,
    name,
    value: bareMinutes(answered, minutes),
    at:
      minutes === undefined || minutes < 0
        ? undefined
        : { from: from / widest, to: (from + minutes) / widest },
  });
  const parts = losses.map(({ name, minutes }) => {
    end -= minutes ?? 0;
    return barOf('part', name, minutes, sums ? Math.max(0, end) : 0);
  });
  return {
    kind: 'cascade',
    title: words.chart[answered.lang],
    bars: [
      barOf('whole', shortName(answered.field('pbt_min'))[answered.lang], planned),
      ...parts,
      barOf('rest', words.good[answered.lang], good),
    ],
  };
}

/** Whoever did not count minor stops has them in another loss. */
export function lossNotes({ lang }: Answered, losses: readonly Loss[]): string[] {
  const minutesOf = (name: Loss['field']) => losses.find(({ field }) => field === name)?.minutes;
  const isWithin = minutesOf(mayBeUnknown) === undefined && minutesOf('loss_speed_min') !== undefined;
  return isWithin ? [words.minorWithin[lang]] : [];
}
