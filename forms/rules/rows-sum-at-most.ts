import type { PublishedRule, Rule } from '../grammar/rules.ts';
import { tableRows } from '../grammar/table-rows.ts';
import type { Words } from '../grammar/words.ts';

/** A cell's numbers in all rows of a table are together at most `most`; one that is not answered counts as nothing. */
export function rowsSumAtMost<const Table extends string>(
  table: Table,
  number: string,
  most: number,
  message: Words,
): Rule<Table> {
  return { rule: 'rows-sum-at-most@1', fields: [table], number, most, at: table, message };
}

export function v1(rule: PublishedRule, answers: Readonly<Record<string, unknown>>): boolean {
  const sum = tableRows(rule, answers).reduce<number>(
    (sofar, row) => sofar + Number(row[String(rule.number)] ?? 0),
    0,
  );
  // Numbers are read with at most four decimals; binary fractions add more.
  return Number(sum.toFixed(4)) <= Number(rule.most);
}
