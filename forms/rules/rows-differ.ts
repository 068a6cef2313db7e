import type { PublishedRule, Rule } from '../grammar/rules.ts';
import { cellsOf, tableRows } from '../grammar/table-rows.ts';
import type { Words } from '../grammar/words.ts';

/** No two rows of a table have the same in all of these cells; a cell that is not answered is the same in both. */
export function rowsDiffer<const Table extends string>(
  table: Table,
  cells: readonly string[],
  message: Words,
): Rule<Table> {
  return { rule: 'rows-differ@1', fields: [table], cells, at: table, message };
}

export function v1(rule: PublishedRule, answers: Readonly<Record<string, unknown>>): boolean {
  const names = cellsOf(rule);
  const keys = tableRows(rule, answers).map((row) => JSON.stringify(names.map((name) => row[name] ?? null)));
  return new Set(keys).size === keys.length;
}
