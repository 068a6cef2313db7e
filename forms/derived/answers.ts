import { complaintOf } from '../grammar/check.ts';
import { holds } from '../grammar/conditions.ts';
import type { Wanted } from '../grammar/field.ts';
import { type Kind, type KindPart, ofKind } from '../grammar/kind.ts';
import { type Complaint, fieldOfPath, type Problem, problemCodes } from '../grammar/problem.ts';
import { fieldsOf, type PublishedField, type PublishedForm } from '../grammar/published.ts';
import { judge } from '../grammar/rules.ts';

/** Read answers: one canonical value per answered field, no key for an unanswered one. */
export type Values = Readonly<Record<string, unknown>>;

/** What reading gave: the answers, or everything that is wrong with them. */
export type Reading =
  | { readonly answers: Values; readonly leftOut: readonly string[] }
  | { readonly problems: readonly Problem[] };

export interface Reader {
  /**
   * Reads what was sent. `hidden` says what becomes of an answer to a question that was not asked: a program
   * is told, a page (which cannot take back what was typed before) has it left out.
   */
  read(sent: Values, hidden: 'refuse' | 'leave out'): Reading;
}

const unknownField: Complaint = {
  code: problemCodes.unknownField,
  message: {
    sv: 'Formuläret har inget sådant fält. Ta bort det.',
    en: 'The form has no such field. Remove it.',
  },
};
const notAsked: Complaint = {
  code: problemCodes.notAsked,
  message: {
    sv: 'Frågan ställs inte när de andra svaren är som de är. Lämna den tom.',
    en: 'This question is not asked with the other answers as they are. Leave it out.',
  },
};
/** Enough to see what is wrong; a body full of made-up names must not make an answer many times its size. */
const unknownMax = 50;
const answerNeeded = { sv: 'Svara på frågan.', en: 'Answer the question.' };

/** Builds the validator of one published version. Costs about a millisecond: keep it. */
export function readerOf(form: PublishedForm, checks: KindPart<'check'>): Reader {
  const fields = fieldsOf(form).map(([name, field]) => ({
    name,
    field,
    schema: ofKind(checks, field.kind)(field),
  }));
  const names = new Set(fields.map(({ name }) => name));

  function read(sent: Values, hidden: 'refuse' | 'leave out'): Reading {
    const { answers, problems, leftOut } = readFields(fields, sent, hidden);
    for (const { name, field } of fields) {
      const complaint = presence(field, answers, name);
      if (complaint !== undefined) problems.push({ path: name, ...complaint });
    }
    // A rule waits until all it looks at can be read.
    const wrong = new Set(problems.map(({ path }) => fieldOfPath(path)));
    for (const rule of form.rules.filter((each) => !each.fields.some((name) => wrong.has(name)))) {
      const complaint = judge(rule, answers);
      if (complaint !== undefined) problems.push({ path: rule.at, ...complaint });
    }
    problems.push(...unknownIn(sent, names));
    return problems.length === 0 ? { answers, leftOut } : { problems: inOrder(problems, [...names]) };
  }

  return { read };
}

interface ReadableField {
  readonly name: string;
  readonly field: PublishedField;
  readonly schema: ReturnType<Kind['check']>;
}

/** Each field by itself, in the order of the page. What cannot be read still counts as answered. */
function readFields(fields: readonly ReadableField[], sent: Values, hidden: 'refuse' | 'leave out') {
  const answers: Record<string, unknown> = {};
  const problems: Problem[] = [];
  const leftOut: string[] = [];
  for (const { name, field, schema } of fields) {
    if (hidden === 'leave out' ? isBlankTyped(ownValue(sent, name)) : isBlank(ownValue(sent, name))) continue;
    if (hidden === 'leave out' && !isAsked(field, answers)) {
      leftOut.push(name);
      continue;
    }
    const result = schema.safeParse(sent[name]);
    answers[name] = result.success ? result.data : sent[name];
    if (!result.success) problems.push(...problemsAt(name, result.error.issues));
  }
  return { answers, problems, leftOut };
}

/** Enough of one field to mend it; a table of a thousand wrong rows is not listed whole. */
const problemsMax = 50;

/** One problem for each part that is wrong, with its path (`rows.2.hours`): the first is the one worth saying. */
function problemsAt(name: string, issues: readonly Issue[]): Problem[] {
  const found = new Map<string, Problem>();
  for (const issue of issues) {
    const path = [name, ...issue.path.map(String)].join('.');
    if (!found.has(path)) found.set(path, { path, ...complaintOf(issue) });
  }
  return [...found.values()].slice(0, problemsMax);
}

interface Issue {
  readonly path: readonly PropertyKey[];
}

function unknownIn(sent: Values, names: ReadonlySet<string>): Problem[] {
  return Object.keys(sent)
    .filter((name) => !names.has(name))
    .slice(0, unknownMax)
    .map((name) => ({ path: safePath(name), ...unknownField }));
}

/** Only own keys count: `__proto__` is a field name like any other. */
function ownValue(sent: Values, name: string): unknown {
  return Object.hasOwn(sent, name) ? sent[name] : undefined;
}

/** Nothing typed is no answer. */
function isBlank(value: unknown): boolean {
  return value === undefined || (typeof value === 'string' && value.trim() === '');
}

/** A page sends its empty fields and rows too: nothing typed in any part is no answer. */
function isBlankTyped(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return isBlank(value);
  return Object.values(value).every(isBlankTyped);
}

function isAsked(field: PublishedField, answers: Values): boolean {
  return field.shownWhen === undefined || holds(field.shownWhen, answers);
}

/** Whether a question should, and may, have an answer beside the others. */
function presence(field: PublishedField, answers: Values, name: string): Complaint | undefined {
  const asked = isAsked(field, answers);
  if (answers[name] !== undefined) return asked ? undefined : notAsked;
  if (!asked || !isRequired(field.wanted, answers)) return undefined;
  return { code: problemCodes.missing, message: field.missing ?? answerNeeded };
}

function isRequired(wanted: Wanted, answers: Values): boolean {
  if (typeof wanted === 'string') return wanted === 'required';
  return holds(wanted.requiredWhen, answers);
}

/** An unknown name is somebody else's text and may hold anything; only one that could be a field is repeated. */
function safePath(name: string): string {
  return /^[a-z][a-z0-9_]{0,62}$/.test(name) && name.replace(/\D/g, '').length < 6 ? name : '?';
}

/** In the order of the page, unknown fields last. */
function inOrder(problems: readonly Problem[], names: readonly string[]): Problem[] {
  const place = ({ path }: Problem) => {
    const index = names.indexOf(fieldOfPath(path));
    return index === -1 ? names.length : index;
  };
  return problems.toSorted((one, other) => place(one) - place(other));
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
