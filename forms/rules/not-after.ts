import type { PublishedRule, Rule } from '../grammar/rules.ts';
import type { Words } from '../grammar/words.ts';

/** The first date is before the second, or the same; nothing is said before both are answered. */
export function notAfter<const First extends string, const Second extends string>(
  first: First,
  second: Second,
  at: NoInfer<First | Second>,
  message: Words,
): Rule<First | Second> {
  return { rule: 'not-after@1', fields: [first, second], at, message };
}

export function v1({ fields }: PublishedRule, answers: Readonly<Record<string, unknown>>): boolean {
  const [first, second] = fields.map((field) => answers[field]);
  return typeof first !== 'string' || typeof second !== 'string' || first <= second;
}
