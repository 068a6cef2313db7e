import { fieldsOf } from '../grammar/form-parts.ts';
import type { Sender } from '../grammar/kind.ts';
import { fieldOfPath, type Problem } from '../grammar/problem.ts';
import type { PublishedForm } from '../grammar/published.ts';
import {
  fieldsReader,
  inOrder,
  isBlank,
  isValues,
  type NamedFields,
  type ReadingParts,
  type Scores,
  type Values,
} from '../grammar/reading.ts';
import { judge } from '../grammar/rules.ts';

/** What reading gave: the answers, or everything that is wrong with them. */
export type Reading =
  | {
      readonly answers: Values;
      /** Paths of what a page sent and what was not asked with the other answers as they are. */
      readonly leftOut: readonly string[];
    }
  | { readonly problems: readonly Problem[] };

export interface Reader {
  /** Reads what a page or a program sent. */
  read(sent: Values, from: Sender): Reading;
  /**
   * What a page that is not filled in yet says so far, and what is computed of it. A table with something wrong in it is
   * as it was typed: in its rows, only texts such as the codes of options can be compared.
   */
  soFar(typed: Values): Values;
  /** Paths of what a page sent that is no right answer: it was wrong, or not asked. */
  unread(typed: Values): string[];
}

/** Builds the validator of one published version. Costs a few milliseconds: keep it. */
export function readerOf(
  form: Pick<PublishedForm, 'sections' | 'rules'>,
  { checks, scores, rules }: ReadingParts,
): Reader {
  const fields = fieldsOf(form);
  const names = fields.map(([name]) => name);
  const readers = new Map<Sender, ReturnType<typeof fieldsReader>>();

  function readerFor(from: Sender) {
    const reader = readers.get(from) ?? fieldsReader(fields, { checks, from });
    readers.set(from, reader);
    return reader;
  }

  function read(sent: Values, from: Sender): Reading {
    const { answers, problems } = readerFor(from)(sent);
    // A rule waits until all it looks at can be read.
    const wrong = new Set(problems.map(({ path }) => fieldOfPath(path)));
    for (const rule of form.rules.filter((each) => !each.fields.some((name) => wrong.has(name)))) {
      const complaint = judge(rule, answers, rules);
      if (complaint !== undefined) problems.push({ path: rule.at, ...complaint });
    }
    if (problems.length > 0) return { problems: inOrder(problems, names) };
    const leftOut = from === 'page' ? leftOutOf(sent, answers) : [];
    return { answers: computedIn(fields, answers, scores), leftOut };
  }

  function soFar(typed: Values): Values {
    const { answers, problems } = readerFor('page')(typed);
    const wrong = new Set(problems.map(({ path }) => fieldOfPath(path)));
    const right = fields.filter(([name, field]) => !wrong.has(name) || field.fields !== undefined);
    const found = right.flatMap(([name]) => (answers[name] === undefined ? [] : [[name, answers[name]]]));
    return computedIn(fields, Object.fromEntries(found), scores);
  }

  function unread(typed: Values): string[] {
    const { answers, problems } = readerFor('page')(typed);
    const wrong = new Set(problems.map(({ path }) => fieldOfPath(path)));
    return Object.entries(typed).flatMap(([name, value]) =>
      wrong.has(name) ? [name] : leftOutOf({ [name]: value }, { [name]: answers[name] }),
    );
  }

  return { read, soFar, unread };
}

/** The answers with everything that follows from them: copies into tables first, because scores may use them. */
function computedIn(fields: NamedFields, answers: Values, scores: Scores): Values {
  const found: Record<string, unknown> = { ...answers };
  for (const [name, field] of fields) if (field.given !== undefined) copyInto(found, name, field.given);
  for (const [name, field] of fields) {
    if (field.kind !== 'computed') continue;
    const score = scores[field.compute ?? ''];
    if (score === undefined) throw new Error(`expected a score of forms/scores, got "${field.compute}"`);
    const value = score(found, field);
    if (value !== undefined) found[name] = value;
  }
  return found;
}

/** What is asked elsewhere in the form stands in its rows too: by cell and row, the field that has the answer. */
function copyInto(
  answers: Record<string, unknown>,
  name: string,
  given: Readonly<Record<string, Readonly<Record<string, string>>>>,
): void {
  const rows: Record<string, unknown> = isValues(answers[name]) ? { ...answers[name] } : {};
  for (const [cell, sources] of Object.entries(given)) {
    for (const [row, source] of Object.entries(sources)) {
      const before = rows[row];
      const value = answers[source];
      if (value !== undefined) rows[row] = { ...(isValues(before) && before), [cell]: value };
    }
  }
  if (Object.keys(rows).length > 0) answers[name] = rows;
}

/** What was typed and is not among the answers, by path: it was hidden when the page was sent. */
function leftOutOf(typed: unknown, answers: unknown): string[] {
  if (isBlank(typed, 'page')) return [];
  if (answers === undefined) return [''];
  if (!isValues(typed) || typeof answers !== 'object' || answers === null) return [];
  const parts = Object.entries(typed).filter(([, part]) => !isBlank(part, 'page'));
  // Rows and places that were left empty are none, so those that are answered are fewer, in the same order.
  const found = new Map(
    Array.isArray(answers) ? parts.map(([name], index) => [name, answers[index]]) : Object.entries(answers),
  );
  return parts.flatMap(([name, part]) =>
    leftOutOf(part, found.get(name)).map((rest) => (rest === '' ? name : `${name}.${rest}`)),
  );
}

/** Whether two read answers say the same, whatever the order of their keys. */
export function sameAnswers(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const entries = Object.entries(one);
  const others = new Map(Object.entries(other));
  return (
    entries.length === others.size &&
    entries.every(([key, value]) => others.has(key) && sameAnswers(value, others.get(key)))
  );
}
