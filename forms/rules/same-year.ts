import type { PublishedRule, Rule } from '../grammar/rules.ts';
import type { Words } from '../grammar/words.ts';

/**
 * The second date is in no later calendar year than the first; nothing is said before both are answered. Which of them
 * comes first is for `notAfter` to say.
 */
export function sameYear<const First extends string, const Second extends string>(
  first: First,
  second: Second,
  at: NoInfer<First | Second>,
  message: Words,
): Rule<First | Second> {
  return { rule: 'same-year@1', fields: [first, second], at, message };
}

export function v1({ fields }: PublishedRule, answers: Readonly<Record<string, unknown>>): boolean {
  const [first, second] = fields.map((field) => answers[field]);
  return typeof first !== 'string' || typeof second !== 'string' || second.slice(0, 4) <= first.slice(0, 4);
}
