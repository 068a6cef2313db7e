import type { PublishedRule, Rule } from '../grammar/rules.ts';
import type { Words } from '../grammar/words.ts';
import type { Part } from './not-together.ts';

/** A field has no answer, whatever it would be, where another has one of these values. */
export function unansweredWhen<const Name extends string, const Other extends string>(
  field: Name,
  when: Part<Other>,
  message: Words,
): Rule<Name | Other> {
  return { rule: 'unanswered-when@1', fields: [field, when.field], values: when.values, at: field, message };
}

export function v1(
  { fields: [field = '', other = ''], values }: PublishedRule,
  answers: Readonly<Record<string, unknown>>,
): boolean {
  return answers[field] === undefined || !Array.isArray(values) || !values.includes(answers[other]);
}
