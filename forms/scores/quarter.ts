/** The quarter of a date, as declared: `2026-Q3`. It tells a period without telling a day. */
export function quarter<const F extends string>(date: F) {
  return { compute: 'quarter@1', of: [date], output: 'string' } as const;
}

/** The quarter that the field's date (`yyyy-mm-dd`) lies in. */
export function v1(answers: Readonly<Record<string, unknown>>, { of }: Readonly<Record<string, unknown>>) {
  const date = Array.isArray(of) ? answers[String(of[0])] : undefined;
  if (typeof date !== 'string') return undefined;
  return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}
