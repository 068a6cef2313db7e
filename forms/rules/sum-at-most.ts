import type { PublishedRule, Rule } from '../grammar/rules.ts';
import type { Words } from '../grammar/words.ts';

/**
 * The parts' numbers are together at most the whole. A part that is not answered counts as nothing, and nothing is said
 * before the whole is answered.
 */
export function sumAtMost<const Name extends string>(
  whole: Name,
  parts: readonly Name[],
  at: NoInfer<Name>,
  message: Words,
): Rule<Name> {
  return { rule: 'sum-at-most@1', fields: [whole, ...parts], at, message };
}

export function v1({ fields }: PublishedRule, answers: Readonly<Record<string, unknown>>): boolean {
  const [whole = '', ...parts] = fields;
  const sum = parts.reduce((sofar, field) => sofar + Number(answers[field] ?? 0), 0);
  // Numbers are read with at most four decimals; binary fractions add more.
  return answers[whole] === undefined || Number(sum.toFixed(4)) <= Number(answers[whole]);
}
