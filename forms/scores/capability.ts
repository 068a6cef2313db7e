import { numbersOf } from './ratio.ts';

/**
 * The capability to develop, before and now, as declared: of statements that are answered twice on the same scale, `now`
 * in the order of `before`. `cap_before` and `cap_now` are means of the statements that have both answers, `cap_delta`
 * how much the mean rose, all in steps of the scale; `least` is how many have to have both. The statements are the
 * project's, after dynamic capabilities (Teece 2007) and absorptive capacity (Cohen & Levinthal 1990); asking of both
 * times at once keeps a shifted yardstick out of the difference.
 */
export function capability<const F extends string>(
  result: 'cap_before' | 'cap_now' | 'cap_delta',
  {
    before,
    now,
    least,
  }: { readonly before: readonly F[]; readonly now: readonly F[]; readonly least: number },
) {
  return { compute: 'capability@1', of: [...before, ...now], result, least, output: 'double' } as const;
}

/** Nothing where fewer than `least` statements have both answers. */
export function v1(
  answers: Readonly<Record<string, unknown>>,
  { of, result, least }: Readonly<Record<string, unknown>>,
) {
  const numbers = numbersOf(answers, of);
  const [before, now] = [numbers.slice(0, numbers.length / 2), numbers.slice(numbers.length / 2)];
  const pairs = before.flatMap((one, index) => {
    const other = now[index];
    return one === undefined || other === undefined ? [] : [{ before: one, now: other }];
  });
  if (pairs.length === 0 || pairs.length < Number(least)) return undefined;
  const [meanBefore, meanNow] = [
    meanOf(pairs.map((pair) => pair.before)),
    meanOf(pairs.map((pair) => pair.now)),
  ];
  if (result === 'cap_before') return meanBefore;
  return result === 'cap_now' ? meanNow : meanNow - meanBefore;
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
