import type { PublishedRule, Rule } from '../grammar/rules.ts';
import { cellsOf, tableRows } from '../grammar/table-rows.ts';
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

export function v1(rule: PublishedRule, answers: Readonly<Record<string, unknown>>): boolean {
  const [first = '', second = ''] = cellsOf(rule);
  return tableRows(rule, answers).every((row) => {
    const [from, to] = [row[first], row[second]];
    return typeof from !== 'string' || typeof to !== 'string' || from <= to;
  });
}
