import { numberIn, numbersOf, quotient } from './ratio.ts';

/**
 * The mean of the fields' numbers, as declared, in their unit. `least` is how many of them have to be numbers: a reason
 * why there is none, such as `na`, is left out. `weights` stand in the order of the fields; 1 each, when left out.
 */
export function mean<const F extends string>(of: readonly F[], least: number, weights?: readonly number[]) {
  return { compute: 'mean@1', of, least, ...(weights && { weights }), output: 'double' } as const;
}

/** Nothing where fewer than `least` are numbers, or those that are weigh nothing. */
export function v1(
  answers: Readonly<Record<string, unknown>>,
  { of, least, weights }: Readonly<Record<string, unknown>>,
) {
  const weightOf = (index: number) => (Array.isArray(weights) ? (numberIn(weights[index]) ?? 0) : 1);
  const found = numbersOf(answers, of).flatMap((number, index) =>
    number === undefined ? [] : [{ number, weight: weightOf(index) }],
  );
  if (found.length < Number(least)) return undefined;
  return quotient(
    found.reduce((sum, { number, weight }) => sum + number * weight, 0),
    found.reduce((sum, { weight }) => sum + weight, 0),
  );
}
