import { complaintOf } from './check.ts';
import { holds } from './conditions.ts';
import type { Wanted } from './field.ts';
import { ofKind, type Reads, type Sender } from './kind.ts';
import { type Complaint, fieldOfPath, type Problem, problemCodes } from './problem.ts';
import type { PublishedField } from './published.ts';
import type { Judges } from './rules.ts';

/** Read answers: one canonical value per answered field, no key for an unanswered one. */
export type Values = Readonly<Record<string, unknown>>;
/** A named and versioned computation (`sum@1`): the answers and its own settings in, a value or nothing out. */
export type Score = (answers: Values, settings: Values) => unknown;
export type Scores = Readonly<Record<string, Score>>;
/** What a form needs to be read: the checks of its kinds, the scores that are computed in it, and its rules. */
export interface ReadingParts {
  readonly checks: Reads['checks'];
  readonly scores: Scores;
  readonly rules: Judges;
}
export type NamedFields = readonly (readonly [name: string, field: PublishedField])[];

/** What was read, and everything that is wrong with it, with paths from here. */
export interface Found {
  readonly answers: Record<string, unknown>;
  readonly problems: Problem[];
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
const computed: Complaint = {
  code: problemCodes.computed,
  message: {
    sv: 'Det här räknas ut av de andra svaren. Skicka det inte.',
    en: 'This is computed from the other answers. Do not send it.',
  },
};
/** Enough to see what is wrong; a body full of made-up names must not make an answer many times its size. */
const unknownMax = 50;
/** Enough of one field to mend it; a table of a thousand wrong rows is not listed whole. */
const problemsMax = 50;
const answerNeeded = { sv: 'Svara på frågan.', en: 'Answer the question.' };

/**
 * Builds the reader of fields that stand together: those of a form, or of each row of a table. What cannot be
 * read counts as answered. A page cannot take back what was typed before a question was hidden, so that is
 * left out; a program is told. Fields in `without` are not asked here: their answer comes from elsewhere.
 */
export function fieldsReader(fields: NamedFields, reads: Reads) {
  const readable = fields.map(([name, field]) => ({
    name,
    field,
    schema: field.kind === 'computed' ? undefined : ofKind(reads.checks, field.kind)(field, reads),
  }));
  const names = new Set(fields.map(([name]) => name));

  return function read(sent: Values, without: readonly string[] = []): Found {
    const answers: Record<string, unknown> = {};
    const problems: Problem[] = [];
    for (const { name, field, schema } of readable) {
      const value = ownValue(sent, name);
      if (isBlank(value, reads.from)) continue;
      if (schema === undefined || without.includes(name)) {
        problems.push({ path: name, ...computed });
        continue;
      }
      if (reads.from === 'page' && !isAsked(field, answers)) continue;
      const result = schema.safeParse(value);
      answers[name] = result.success ? result.data : value;
      if (!result.success) problems.push(...problemsAt(name, result.error.issues));
    }
    for (const { name, field } of readable) {
      const complaint = without.includes(name) ? undefined : presence(field, answers, name);
      if (complaint !== undefined) problems.push({ path: name, ...complaint });
    }
    problems.push(...unknownIn(sent, names));
    return { answers, problems: inOrder(problems, [...names]) };
  };
}

/** In the order of the page, unknown fields last. */
export function inOrder(problems: readonly Problem[], names: readonly string[]): Problem[] {
  if (problems.length < 2) return [...problems];
  const place = ({ path }: Problem) => {
    const index = names.indexOf(fieldOfPath(path));
    return index === -1 ? names.length : index;
  };
  return problems.toSorted((one, other) => place(one) - place(other));
}

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

/** Nothing typed is no answer. A page sends its empty fields and rows too, so all their parts count. */
export function isBlank(value: unknown, from: Sender): boolean {
  if (typeof value === 'string') return value.trim() === '';
  if (from === 'program' || typeof value !== 'object' || value === null) return value === undefined;
  return Object.values(value).every((part) => isBlank(part, from));
}

function isAsked(field: PublishedField, answers: Values): boolean {
  return field.shownWhen === undefined || holds(field.shownWhen, answers);
}

/** Whether a question should, and may, have an answer beside the others. */
function presence(field: PublishedField, answers: Values, name: string): Complaint | undefined {
  const asked = isAsked(field, answers);
  if (answers[name] !== undefined) return asked ? undefined : notAsked;
  if (field.kind === 'computed' || !asked || !isRequired(field.wanted, answers)) return undefined;
  return { code: problemCodes.missing, message: field.missing ?? answerNeeded };
}

function isRequired(wanted: Wanted, answers: Values): boolean {
  if (typeof wanted === 'string') return wanted === 'required';
  return holds(wanted.requiredWhen, answers);
}

/**
 * The fields that are needed to count and have no answer yet, by path: until they have, the record is
 * incomplete. A question that is not asked is not missing.
 */
export function missingToCount(fields: NamedFields, answers: Values): string[] {
  return fields.flatMap(([name, field]) => {
    if (!isAsked(field, answers)) return [];
    const answer = answers[name];
    if (answer === undefined) return field.wanted === 'neededToCount' ? [name] : [];
    const empty = (field.mandatory ?? []).map((row) => [row, {}] as const);
    const rows = rowsIn(field, isValues(answer) ? { ...Object.fromEntries(empty), ...answer } : answer);
    return rows.flatMap(([row, cells]) =>
      missingToCount(cellsOf(field, row), cells).map((path) => `${name}.${row}.${path}`),
    );
  });
}

/** The rows of a table's answer: as they were given, or in the order of the list that names them. */
export function rowsIn(field: PublishedField, answer: unknown): [row: string, cells: Values][] {
  if (field.fields === undefined || typeof answer !== 'object' || answer === null) return [];
  const entries = Object.entries(answer).flatMap(([row, cells]): [string, Values][] =>
    isValues(cells) ? [[row, cells]] : [],
  );
  if (field.items === undefined) return entries;
  return field.items.flatMap(({ code }) => entries.filter(([row]) => row === code));
}

/** The fields of one row of a table: what only mandatory rows need is optional in others. */
export function rowFields({ fields = {}, mandatory, mandatoryCells = [] }: PublishedField, row: string) {
  const isMandatory = mandatory === undefined || mandatory.includes(row);
  return Object.entries(fields).map(([cell, field]): [string, PublishedField] => [
    cell,
    isMandatory || !mandatoryCells.includes(cell) ? field : { ...field, wanted: 'optional' },
  ]);
}

/** Those that are asked in the row, and not elsewhere in the form. */
export function cellsOf(field: PublishedField, row: string): [string, PublishedField][] {
  return rowFields(field, row).filter(([cell]) => !Object.hasOwn(field.given?.[cell] ?? {}, row));
}

/** Whether something is an object with names, as the answers of a form or of a row are. */
export function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An unknown name is somebody else's text and may hold anything; only one that could be a field is repeated. */
function safePath(name: string): string {
  return /^[a-z][a-z0-9_]{0,62}$/.test(name) && name.replace(/\D/g, '').length < 6 ? name : '?';
}
