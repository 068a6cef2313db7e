import { type Complaint, problemCodes } from './problem.ts';
import type { Words } from './words.ts';

/**
 * A rule over several answers, as data. Rules are named and versioned: a published name never changes
 * what it does and is never removed, because old submissions are judged by it.
 */
export interface Rule<Name extends string = string> {
  readonly rule: keyof typeof verdicts;
  readonly fields: readonly Name[];
  readonly least: number;
  /** The field the complaint stands by. */
  readonly at: Name;
  readonly message: Words;
}

type Verdict = (rule: Rule, answers: Readonly<Record<string, unknown>>) => boolean;

const verdicts = {
  /** The numbers of these fields add up to at least `least`; an unanswered one counts as nothing. */
  'sum-at-least@1': (rule, answers) =>
    rule.fields.reduce((sum, field) => sum + Number(answers[field] ?? 0), 0) >= rule.least,
} satisfies Record<string, Verdict>;

/** The fields' numbers must add up to at least `least`. */
export function sumAtLeast<const Name extends string>(
  least: number,
  fields: readonly Name[],
  at: NoInfer<Name>,
  message: Words,
): Rule<Name> {
  return { rule: 'sum-at-least@1', fields, least, at, message };
}

/** What the rule says of these answers: nothing when it is kept. */
export function judge(rule: Rule, answers: Readonly<Record<string, unknown>>): Complaint | undefined {
  if (verdicts[rule.rule](rule, answers)) return undefined;
  return { code: problemCodes.together, message: rule.message };
}
