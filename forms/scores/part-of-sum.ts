import { numbersOf, portion, total } from './ratio.ts';

/** What one part is of itself and the other parts together, as declared; from 0 to 1. */
export function partOfSum<const F extends string>(part: F, ...others: readonly F[]) {
  return { compute: 'part-of-sum@1', of: [part, ...others], output: 'double' } as const;
}

/** Nothing where a part is missing, or they are 0 together. */
export function v1(answers: Readonly<Record<string, unknown>>, { of }: Readonly<Record<string, unknown>>) {
  const parts = numbersOf(answers, of);
  return portion(parts[0], total(parts));
}
