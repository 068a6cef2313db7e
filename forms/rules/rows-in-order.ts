import type { PublishedRule, Rule } from '../grammar/rules.ts';
import type { Words } from '../grammar/words.ts';

/** In every row of a table the first date is before the second, or the same. */
export function rowsInOrder<const Table extends string>(
  table: Table,
  first: string,
  second: string,
  message: Words,
): Rule<Table> {
  return { rule: 'rows-in-order@1', fields: [table], cells: [first, second], at: table, message };
}

export function v1(
  { fields: [table = ''], cells }: PublishedRule,
  answers: Readonly<Record<string, unknown>>,
): boolean {
  const answer: unknown = answers[table];
  const rows: readonly Readonly<Record<string, unknown>>[] = Array.isArray(answer) ? answer : [];
  const [first = '', second = ''] = Array.isArray(cells) ? cells.map(String) : [];
  return rows.every((row) => {
    const [from, to] = [row[first], row[second]];
    return typeof from !== 'string' || typeof to !== 'string' || from <= to;
  });
}
