import { numbersOf, quotient } from './ratio.ts';

const outputs = { takt_min: 'double', cannot_meet_demand: 'boolean' } as const;

/** Fields, times in minutes: `available` is `planned` where nobody said otherwise; `ideal` is per unit. */
interface TaktFields<F extends string> {
  readonly available: F;
  readonly planned: F;
  readonly demand: F;
  readonly ideal: F;
}

/**
 * The pace that demand asks for, as declared: `takt_min` is the available time by the units that are asked for, and
 * `cannot_meet_demand` whether the ideal time per unit is longer.
 */
export function takt<const R extends keyof typeof outputs, const F extends string>(
  result: R,
  { available, planned, demand, ideal }: TaktFields<F>,
) {
  return {
    compute: 'takt@1',
    of: [available, planned, demand, ideal],
    result,
    output: outputs[result],
  } as const;
}

/** Nothing where a part is missing, or nothing is asked for. */
export function v1(
  answers: Readonly<Record<string, unknown>>,
  { of, result }: Readonly<Record<string, unknown>>,
) {
  const [available, planned, demand, ideal] = numbersOf(answers, of);
  const pace = quotient(available ?? planned, demand);
  if (result === 'takt_min') return pace;
  return pace === undefined || ideal === undefined ? undefined : ideal > pace;
}
