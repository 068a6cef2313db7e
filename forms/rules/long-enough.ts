import type { PublishedRule, Rule } from '../grammar/rules.ts';
import type { Words } from '../grammar/words.ts';
import type { Part } from './not-together.ts';

/**
 * A text has at least `least` characters where another field has one of these values. Whether it has to be there at all
 * is for its field to say.
 */
export function longEnough<const Name extends string, const Other extends string>(
  text: Name,
  least: number,
  when: Part<Other>,
  message: Words,
): Rule<Name | Other> {
  return { rule: 'long-enough@1', fields: [text, when.field], least, values: when.values, at: text, message };
}

export function v1(
  { fields: [text = '', field = ''], least, values }: PublishedRule,
  answers: Readonly<Record<string, unknown>>,
): boolean {
  const written = answers[text];
  const isMeant = Array.isArray(values) && values.includes(answers[field]);
  // Characters as people count them: one outside the basic plane is two in a JavaScript string.
  return !isMeant || typeof written !== 'string' || [...written].length >= Number(least);
}
