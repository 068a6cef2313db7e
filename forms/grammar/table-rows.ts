import type { PublishedRule } from './rules.ts';

/** The rows of the table that a rule looks at first; none where it is not answered. */
export function tableRows(
  { fields: [table = ''] }: PublishedRule,
  answers: Readonly<Record<string, unknown>>,
): readonly Readonly<Record<string, unknown>>[] {
  const answer: unknown = answers[table];
  return Array.isArray(answer) ? answer : [];
}

/** The names of the cells that a rule compares. */
export function cellsOf({ cells }: PublishedRule): string[] {
  return Array.isArray(cells) ? cells.map(String) : [];
}
