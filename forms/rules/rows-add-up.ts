import type { PublishedRule, Rule } from '../grammar/rules.ts';
import type { Words } from '../grammar/words.ts';

/**
 * Over all rows of a table, the numbers `part` and those of the fields in `others` are the numbers `whole` together.
 * Nothing is said before the table and all the others are answered.
 */
export function rowsAddUp<const Table extends string, const Other extends string>(
  { table, whole, part }: { readonly table: Table; readonly whole: string; readonly part: string },
  others: readonly Other[],
  at: NoInfer<Table | Other>,
  message: Words,
): Rule<Table | Other> {
  return { rule: 'rows-add-up@1', fields: [table, ...others], cells: [whole, part], at, message };
}

export function v1(
  { fields: [table = '', ...names], cells }: PublishedRule,
  answers: Readonly<Record<string, unknown>>,
): boolean {
  const rows: unknown = answers[table];
  const others = names.map((name) => answers[name]);
  if (!Array.isArray(rows) || others.includes(undefined)) return true;
  const [whole = '', part = ''] = Array.isArray(cells) ? cells.map(String) : [];
  const sumOf = (cell: string) => total(rows.map((row: Readonly<Record<string, unknown>>) => row[cell]));
  // Numbers are read with at most four decimals; binary fractions add more.
  return (sumOf(part) + total(others)).toFixed(4) === sumOf(whole).toFixed(4);
}

function total(numbers: readonly unknown[]): number {
  return numbers.reduce<number>((sum, number) => sum + Number(number ?? 0), 0);
}
