import type { PublishedRule, Rule } from '../grammar/rules.ts';
import type { Words } from '../grammar/words.ts';

/** No two rows of a table have the same in all of these cells; a cell that is not answered is the same in both. */
export function rowsDiffer<const Table extends string>(
  table: Table,
  cells: readonly string[],
  message: Words,
): Rule<Table> {
  return { rule: 'rows-differ@1', fields: [table], cells, at: table, message };
}

export function v1(
  { fields: [table = ''], cells }: PublishedRule,
  answers: Readonly<Record<string, unknown>>,
): boolean {
  const answer: unknown = answers[table];
  const rows: readonly Readonly<Record<string, unknown>>[] = Array.isArray(answer) ? answer : [];
  const names = Array.isArray(cells) ? cells.map(String) : [];
  const keys = rows.map((row) => JSON.stringify(names.map((name) => row[name] ?? null)));
  return new Set(keys).size === keys.length;
}
