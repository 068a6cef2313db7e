import type { PublishedRule, Rule } from '../grammar/rules.ts';
import { cellsOf, tableRows } from '../grammar/table-rows.ts';
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

export function v1(rule: PublishedRule, answers: Readonly<Record<string, unknown>>): boolean {
  const [part = '', whole = ''] = cellsOf(rule);
  return tableRows(rule, answers).every(
    (row) => row[whole] === undefined || Number(row[part] ?? 0) <= Number(row[whole]),
  );
}
