type Answers = Readonly<Record<string, unknown>>;

/** One answer for each of another, as declared; its unit is the first one's, for each of the other's. */
export function ratio<const F extends string>(one: F, other: F) {
  return { compute: 'ratio@1', of: [one, other], output: 'double' } as const;
}

/** Nothing where either is missing, or the other is 0. */
export function v1(answers: Answers, { of }: Answers) {
  const [one, other] = numbersOf(answers, of);
  return quotient(one, other);
}

/** The numbers that fields have been answered with, in the fields' order. */
export function numbersOf(answers: Answers, of: unknown): (number | undefined)[] {
  return Array.isArray(of) ? of.map((name) => numberIn(answers[String(name)])) : [];
}

export function numberIn(answer: unknown): number | undefined {
  return typeof answer === 'number' && Number.isFinite(answer) ? answer : undefined;
}

/** One number by another; nothing where either is missing, or there is no such number. */
export function quotient(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : numberIn(one / other);
}

/** The same of a part and its whole: from 0 to 1, and nothing where the part is no part of it. */
export function portion(part: number | undefined, whole: number | undefined): number | undefined {
  const found = quotient(part, whole);
  return found !== undefined && found >= 0 && found <= 1 ? found : undefined;
}

/** The sum of numbers; nothing where one is missing, or there is no such number. */
export function total(numbers: readonly (number | undefined)[]): number | undefined {
  return numbers.reduce<number | undefined>(
    (sum, number) => (sum === undefined || number === undefined ? undefined : numberIn(sum + number)),
    0,
  );
}
