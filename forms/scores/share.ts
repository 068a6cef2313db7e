import { numbersOf, portion } from './ratio.ts';

/** A part of a whole that is asked beside it, as declared; from 0 to 1. */
export function share<const F extends string>(part: F, whole: F) {
  return { compute: 'share@1', of: [part, whole], output: 'double' } as const;
}

/** Nothing where either is missing, the whole is 0 or the part is more than the whole. */
export function v1(answers: Readonly<Record<string, unknown>>, { of }: Readonly<Record<string, unknown>>) {
  const [part, whole] = numbersOf(answers, of);
  return portion(part, whole);
}
