import { numberIn, numbersOf, portion, quotient, total } from './ratio.ts';

type Answers = Readonly<Record<string, unknown>>;
type Found = number | undefined;

/** The fields that OEE follows from, by what they measure. Times are in minutes, of the whole period. */
interface ProductionFields<F extends string> {
  /** Planned busy time: without breaks, planned maintenance and time without orders, with changeovers. */
  readonly planned: F;
  /** What production stood still for. */
  readonly stops: readonly F[];
  /** Stops too short to be counted one by one; nobody has to know them. */
  readonly minorStops: F;
  /** Planned run time per item, in minutes per unit. */
  readonly ideal: F;
  /** Units produced, and those that were good the first time. */
  readonly produced: F;
  readonly good: F;
  /** Rows of `pri`, `pq` and `gq`, which stand instead of the three above where there are several products. */
  readonly mix: F;
}

type Result = keyof ReturnType<typeof resultsOf>;

/**
 * What follows from time and quantity, as declared. By ISO 22400-2:2014: availability = APT/PBT, effectiveness =
 * PRI × PQ/APT (`performance` here), quality ratio = GQ/PQ and OEE, their product; so OEE = PRI × GQ/PBT. Shares are
 * from 0 to 1, and only performance can be more. The losses are the six of TPM (Nakajima 1988), in minutes:
 *
 * - `apt_min`: planned busy time without the stops.
 * - `loss_speed_min`: what is left of it when the ideal time of what was produced, and the minor stops, are taken away.
 *   Less than 0 where the ideal time is too long.
 * - `loss_quality_min`: the ideal time of what was not good.
 * - `good_time_min`: that of what was. Losses and good time are the planned busy time together.
 * - `pri_mean_min_per_unit`, `pq_total`, `gq_total`: ideal time per unit and units, of all products.
 */
export function oee<const R extends Exclude<Result, 'ideal_cycle_too_long'>, const F extends string>(
  result: R,
  fields: ProductionFields<F>,
) {
  return { compute: 'oee@1', of: inOrder(fields), result, output: 'double' } as const;
}

/** Whether more was produced than there is ideal time for: performance is over 1, which is told and not cut off. */
export function idealCycleTooLong<const F extends string>(fields: ProductionFields<F>) {
  return {
    compute: 'oee@1',
    of: inOrder(fields),
    result: 'ideal_cycle_too_long',
    output: 'boolean',
  } as const;
}

function inOrder<F extends string>(fields: ProductionFields<F>): readonly F[] {
  const { planned, stops, minorStops, ideal, produced, good, mix } = fields;
  return [planned, minorStops, ideal, produced, good, mix, ...stops];
}

/**
 * Nothing where a part is missing, is divided by 0 or contradicts another: stops longer than the planned time, or more
 * good units than were produced.
 */
export function v1(answers: Answers, { of, result }: Answers) {
  return new Map<unknown, unknown>(Object.entries(resultsOf(answers, of))).get(result);
}

function resultsOf(answers: Answers, of: unknown) {
  const [planned, minorStops = 0, ideal, produced, good, , ...stops] = numbersOf(answers, of);
  const rows = mixIn(answers, of);
  const output = rows === undefined ? outputOf([{ pri: ideal, pq: produced, gq: good }]) : outputOf(rows);
  const apt = runningTime(planned, stops);
  const availability = portion(apt, planned);
  const performance = quotient(output.idealTime, apt);
  // Of one product the ideal time is the same above and below the line, and need not be known.
  const quality = rows === undefined ? portion(good, produced) : portion(output.goodTime, output.idealTime);
  return {
    apt_min: apt,
    loss_speed_min: difference(difference(apt, output.idealTime), minorStops),
    loss_quality_min: difference(output.idealTime, output.goodTime),
    good_time_min: output.goodTime,
    pri_mean_min_per_unit: quotient(output.idealTime, output.produced),
    pq_total: output.produced,
    gq_total: output.good,
    availability,
    performance,
    quality,
    oee: [availability, performance, quality].reduce(product),
    ideal_cycle_too_long: isMore(output.idealTime, apt),
  };
}

interface Product {
  readonly pri: Found;
  readonly pq: Found;
  readonly gq: Found;
}

/** The rows of the product mix; nothing where there are none. */
function mixIn(answers: Answers, of: unknown): Product[] | undefined {
  const rows = Array.isArray(of) ? answers[String(of[5])] : undefined;
  if (!Array.isArray(rows) || rows.length === 0) return undefined;
  return rows.map((row) => ({ pri: numberIn(row?.pri), pq: numberIn(row?.pq), gq: numberIn(row?.gq) }));
}

/** Units and ideal minutes of all products; what is good is nothing where it is more than was produced. */
function outputOf(products: readonly Product[]) {
  const isWrong = products.some(({ pq, gq }) => isMore(gq, pq));
  const goodOf = (all: readonly Found[]) => (isWrong ? undefined : total(all));
  return {
    produced: total(products.map(({ pq }) => pq)),
    good: goodOf(products.map(({ gq }) => gq)),
    idealTime: minutes(total(products.map(({ pri, pq }) => product(pri, pq)))),
    goodTime: minutes(goodOf(products.map(({ pri, gq }) => product(pri, gq)))),
  };
}

function runningTime(planned: Found, stops: readonly Found[]): Found {
  const left = difference(planned, total(stops));
  return left !== undefined && left >= 0 ? left : undefined;
}

/** Times are answered with at most four decimals; what binary fractions add after them is no time. */
function minutes(time: Found): Found {
  return time === undefined ? undefined : numberIn(Number(time.toFixed(6)));
}

function difference(one: Found, other: Found): Found {
  return one === undefined || other === undefined ? undefined : minutes(one - other);
}

function product(one: Found, other: Found): Found {
  return one === undefined || other === undefined ? undefined : numberIn(one * other);
}

function isMore(one: Found, other: Found): boolean | undefined {
  return one === undefined || other === undefined ? undefined : one > other;
}
