import { numbersOf, portion, total } from './ratio.ts';

const outputs = { ws_va_share: 'double', ws_ci95: 'double', low_n: 'boolean' } as const;

/** Observations below this many say little. */
const fewBelow = 100;
/** The normal distribution's 97.5th percentile: 95 % lie within so many standard errors. */
const standardErrors = 1.96;

/**
 * What a work sampling study (frekvensstudie, level 1 of PPA) found, as declared, of the counts of value-adding,
 * supporting and not value-adding observations: `ws_va_share` is the share that adds value, `ws_ci95` half the width of
 * its 95 % interval (normal approximation), both from 0 to 1, and `low_n` whether there are fewer than 100 of them.
 */
export function workSampling<const R extends keyof typeof outputs, const F extends string>(
  result: R,
  [valueAdding, supporting, nonValue]: readonly [F, F, F],
) {
  return {
    compute: 'work-sampling@1',
    of: [valueAdding, supporting, nonValue],
    result,
    output: outputs[result],
  } as const;
}

/** Nothing where a count is missing, or nothing was observed. */
export function v1(
  answers: Readonly<Record<string, unknown>>,
  { of, result }: Readonly<Record<string, unknown>>,
) {
  const counts = numbersOf(answers, of);
  const observations = total(counts);
  const share = portion(counts[0], observations);
  if (observations === undefined || share === undefined) return undefined;
  if (result === 'ws_va_share') return share;
  if (result === 'low_n') return observations < fewBelow;
  return standardErrors * Math.sqrt((share * (1 - share)) / observations);
}
