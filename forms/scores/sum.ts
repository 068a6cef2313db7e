/** The sum of the fields' numbers, as declared; a whole number of the same unit. */
export function sum<const F extends string>(...of: readonly F[]) {
  return { compute: 'sum@1', of, output: 'int' } as const;
}

/** Nothing before the first of them is answered; then the others count as 0. */
export function v1(answers: Readonly<Record<string, unknown>>, { of }: Readonly<Record<string, unknown>>) {
  if (!Array.isArray(of)) return undefined;
  const numbers = of.map((name) => answers[String(name)]).filter((value) => typeof value === 'number');
  return numbers.length === 0 ? undefined : numbers.reduce((total, number) => total + number, 0);
}
