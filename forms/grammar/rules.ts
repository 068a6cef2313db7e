import * as z from 'zod/mini';
import { type Complaint, problemCodes } from './problem.ts';
import type { Words } from './words.ts';

type Answers = Readonly<Record<string, unknown>>;

/**
 * A rule over several answers, as data. Rules are named and versioned, each a function of `forms/rules/`: a published
 * name never changes what it does and is never removed, because old submissions are judged by it.
 */
// A page judges by its rules and reads no published form: the mark lets its script do without the schema.
export const publishedRule = /* @__PURE__ */ z.looseObject({
  rule: z.string(),
  /** What it looks at. */
  fields: z.array(z.string()),
  /** The field the complaint stands by. */
  at: z.string(),
  message: z.object({ sv: z.string(), en: z.string() }),
});
export type PublishedRule = z.infer<typeof publishedRule>;

/** A rule as declared; `Name` only exists in the types and is which fields it names. */
export interface Rule<Name extends string = string> {
  readonly rule: string;
  readonly fields: readonly Name[];
  readonly at: Name;
  readonly message: Words;
  /** What the rule itself is told. */
  readonly [setting: string]: unknown;
}

/** Whether a rule is kept by these answers. */
export type Judge = (rule: PublishedRule, answers: Answers) => boolean;
/** By name and version. */
export type Judges = Readonly<Record<string, Judge>>;

/** What the rule says of these answers: nothing when it is kept. */
export function judge(rule: PublishedRule, answers: Answers, judges: Judges): Complaint | undefined {
  const isKept = judges[rule.rule];
  if (isKept === undefined) throw new Error(`expected a rule of forms/rules, got "${rule.rule}"`);
  return isKept(rule, answers) ? undefined : { code: problemCodes.together, message: rule.message };
}
