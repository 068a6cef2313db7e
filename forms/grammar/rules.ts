import * as z from 'zod/mini';
import { type Complaint, problemCodes } from './problem.ts';
import type { Words } from './words.ts';

type Answers = Readonly<Record<string, unknown>>;

const common = {
  /** The field the complaint stands by. */
  at: z.string(),
  message: z.object({ sv: z.string(), en: z.string() }),
};

const sumAtLeast1 = z.strictObject({
  ...common,
  rule: z.literal('sum-at-least@1'),
  fields: z.array(z.string()),
  least: z.number(),
});

const eachRankedHas1 = z.strictObject({
  ...common,
  rule: z.literal('each-ranked-has@1'),
  /** The ranked field, and the one whose rows have the names of its options. */
  fields: z.tuple([z.string(), z.string()]),
  cell: z.string(),
  values: z.array(z.string()),
});

/**
 * A rule over several answers, as data. Rules are named and versioned: a published name never changes what
 * it does and is never removed, because old submissions are judged by it.
 */
export const publishedRule = z.union([sumAtLeast1, eachRankedHas1]);
export type PublishedRule = z.infer<typeof publishedRule>;

/** A rule as declared; `Name` only exists in the types and is which fields it names. */
export type Rule<Name extends string = string> = Nameless<PublishedRule> & {
  readonly fields: readonly Name[];
  readonly at: Name;
};
type Nameless<R> = R extends unknown ? Readonly<Omit<R, 'fields' | 'at'>> : never;

/** The fields' numbers must add up to at least `least`; an unanswered one counts as nothing. */
export function sumAtLeast<const Name extends string>(
  least: number,
  fields: readonly Name[],
  at: NoInfer<Name>,
  message: Words,
): Rule<Name> {
  return { rule: 'sum-at-least@1', fields, least, at, message };
}

/** Every option that was ranked has, in the row of its name in `table`, one of these values in the cell. */
export function eachRankedHas<const Ranked extends string, const Table extends string>(
  ranked: Ranked,
  table: Table,
  cell: string,
  values: readonly string[],
  message: Words,
): Rule<Ranked | Table> {
  return {
    rule: 'each-ranked-has@1',
    fields: [ranked, table],
    cell,
    values: [...values],
    at: ranked,
    message,
  };
}

/** What the rule says of these answers: nothing when it is kept. */
export function judge(rule: PublishedRule, answers: Answers): Complaint | undefined {
  if (isKept(rule, answers)) return undefined;
  return { code: problemCodes.together, message: rule.message };
}

function isKept(rule: PublishedRule, answers: Answers): boolean {
  switch (rule.rule) {
    case 'sum-at-least@1':
      return rule.fields.reduce((sum, field) => sum + Number(answers[field] ?? 0), 0) >= rule.least;
    case 'each-ranked-has@1': {
      const [ranked, table] = rule.fields;
      const rows = namedParts(answers[table]);
      return codesIn(answers[ranked]).every((code) => {
        const value = namedParts(rows.get(code)).get(rule.cell);
        return typeof value === 'string' && rule.values.includes(value);
      });
    }
  }
}

function codesIn(answer: unknown): string[] {
  return Array.isArray(answer) ? answer.map(String) : [];
}

function namedParts(answer: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof answer === 'object' && answer !== null ? Object.entries(answer) : []);
}
