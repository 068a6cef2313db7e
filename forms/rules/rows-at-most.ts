import type { PublishedRule, Rule } from '../grammar/rules.ts';
import type { Words } from '../grammar/words.ts';

/** In every row of a table the number `part` is at most the number `whole`. */
export function rowsAtMost<const Table extends string>(
  table: Table,
  part: string,
  whole: string,
  message: Words,
): Rule<Table> {
  return { rule: 'rows-at-most@1', fields: [table], cells: [part, whole], at: table, message };
}

export function v1(
  { fields: [table = ''], cells }: PublishedRule,
  answers: Readonly<Record<string, unknown>>,
): boolean {
  const answer: unknown = answers[table];
  const rows: readonly Readonly<Record<string, unknown>>[] = Array.isArray(answer) ? answer : [];
  const [part = '', whole = ''] = Array.isArray(cells) ? cells.map(String) : [];
  return rows.every((row) => row[whole] === undefined || Number(row[part] ?? 0) <= Number(row[whole]));
}
