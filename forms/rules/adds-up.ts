import type { PublishedRule, Rule } from '../grammar/rules.ts';
import type { Words } from '../grammar/words.ts';

/** The parts' numbers are the whole together; nothing is said before all of them are answered. */
export function addsUp<const Name extends string>(
  whole: Name,
  parts: readonly Name[],
  at: NoInfer<Name>,
  message: Words,
): Rule<Name> {
  return { rule: 'adds-up@1', fields: [whole, ...parts], at, message };
}

export function v1({ fields }: PublishedRule, answers: Readonly<Record<string, unknown>>): boolean {
  const [whole, ...parts] = fields.map((field) => answers[field]);
  if (whole === undefined || parts.includes(undefined)) return true;
  const sum = parts.reduce<number>((sofar, part) => sofar + Number(part), 0);
  // Numbers are read with at most four decimals; binary fractions add more.
  return Number(sum.toFixed(4)) === Number(whole);
}
