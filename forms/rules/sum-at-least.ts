import type { PublishedRule, Rule } from '../grammar/rules.ts';
import type { Words } from '../grammar/words.ts';

/** The fields' numbers must add up to at least `least`; an unanswered one counts as nothing. */
export function sumAtLeast<const Name extends string>(
  least: number,
  fields: readonly Name[],
  at: NoInfer<Name>,
  message: Words,
): Rule<Name> {
  return { rule: 'sum-at-least@1', fields, least, at, message };
}

/** As `sumAtLeast`, of counts that may follow later: nothing is said before all of them are answered. */
export function sumAtLeastOnceAnswered<const Name extends string>(
  least: number,
  fields: readonly Name[],
  at: NoInfer<Name>,
  message: Words,
): Rule<Name> {
  return { rule: 'sum-at-least@2', fields, least, at, message };
}

type Answers = Readonly<Record<string, unknown>>;

export function v1({ fields, least }: PublishedRule, answers: Answers): boolean {
  return fields.reduce((sum, field) => sum + Number(answers[field] ?? 0), 0) >= Number(least);
}

export function v2(rule: PublishedRule, answers: Answers): boolean {
  return rule.fields.some((field) => answers[field] === undefined) || v1(rule, answers);
}
