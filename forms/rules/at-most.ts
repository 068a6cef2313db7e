import type { PublishedRule, Rule } from '../grammar/rules.ts';
import type { Words } from '../grammar/words.ts';

/** The field's number is at most `most`: for a limit that needs words of its own. An unanswered one is. */
export function atMost<const Name extends string>(field: Name, most: number, message: Words): Rule<Name> {
  return { rule: 'at-most@1', fields: [field], most, at: field, message };
}

export function v1(
  { fields: [field = ''], most }: PublishedRule,
  answers: Readonly<Record<string, unknown>>,
): boolean {
  return answers[field] === undefined || Number(answers[field]) <= Number(most);
}
