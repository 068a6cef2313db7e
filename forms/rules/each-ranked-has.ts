import type { PublishedRule, Rule } from '../grammar/rules.ts';
import type { Words } from '../grammar/words.ts';

/** Every option that was ranked has, in the row of its name in `table`, one of these values in the cell. */
export function eachRankedHas<const Ranked extends string, const Table extends string>(
  ranked: Ranked,
  table: Table,
  cell: string,
  values: readonly string[],
  message: Words,
): Rule<Ranked | Table> {
  return { rule: 'each-ranked-has@1', fields: [ranked, table], cell, values, at: ranked, message };
}

export function v1(
  { fields: [ranked = '', table = ''], cell, values }: PublishedRule,
  answers: Readonly<Record<string, unknown>>,
): boolean {
  const rows = namedParts(answers[table]);
  const chosen = answers[ranked];
  return (Array.isArray(chosen) ? chosen : []).every((code) => {
    const value = namedParts(rows.get(String(code))).get(String(cell));
    return Array.isArray(values) && values.includes(value);
  });
}

function namedParts(answer: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof answer === 'object' && answer !== null ? Object.entries(answer) : []);
}
