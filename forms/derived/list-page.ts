import { type Condition, holds } from '../grammar/conditions.ts';
import { fieldsOf } from '../grammar/form-parts.ts';
import { fieldOfPath, type Problem, problemCodes } from '../grammar/problem.ts';
import type { PublishedField, PublishedForm } from '../grammar/published.ts';
import { isBlank, isValues, type Values } from '../grammar/reading.ts';
import type { Reader, Reading } from './answers.ts';

/** What the rows of a list are called on its page. No field of a form that has a list is called so. */
export const rowsName = 'rows';

/** A form whose page is a list. */
export type ListForm = PublishedForm & { readonly list: NonNullable<PublishedForm['list']> };

/** Whether the page of a form is a list. */
export function isList(form: PublishedForm): form is ListForm {
  return form.list !== undefined;
}

/**
 * The form as its list asks it: first what all rows have in common, then a step of rows, each with the other questions.
 * A question that depends on what is in common is in the rows or not, by these answers; without answers, all are.
 */
export function listForm(form: ListForm, shared?: Values): PublishedForm {
  const { list } = form;
  const isShared = (name: string) => list.shared.includes(name);
  const common = form.sections.flatMap((section) => {
    const fields = Object.entries(section.fields).filter(([name]) => isShared(name));
    return fields.length === 0 ? [] : [{ ...section, fields: Object.fromEntries(fields) }];
  });
  const cells = fieldsOf(form).flatMap(([name, field]) => {
    if (isShared(name) || field.unseen || field.kind === 'computed') return [];
    const shownWhen =
      field.shownWhen === undefined || reduced(field.shownWhen, isShared, shared ?? 'any answers');
    if (shownWhen === false) return [];
    return [[name, { ...field, shownWhen: shownWhen === true ? undefined : shownWhen }]];
  });
  const rows: PublishedField = {
    kind: 'rows',
    label: list.label,
    missing: missingRows,
    wanted: 'required',
    zone: 'personal',
    rowTitle: list.rowTitle,
    addRow: list.addRow,
    max: list.max,
    fields: Object.fromEntries(cells),
  };
  const step = { title: list.title, step: true as const, fields: { [rowsName]: rows } };
  return { ...form, sections: [...common, step], rules: [] };
}

const missingRows = { sv: 'Fyll i minst en rad.', en: 'Fill in at least one row.' };

/** What is left of a condition when these answers are known: whether it holds, or what the rest has to say. */
function reduced(
  condition: Condition,
  isKnown: (name: string) => boolean,
  answers: Values | 'any answers',
): Condition | boolean {
  if ('all' in condition) {
    const parts = condition.all.map((part) => reduced(part, isKnown, answers));
    if (parts.includes(false)) return false;
    return together('all', parts);
  }
  if ('some' in condition) {
    const parts = condition.some.map((part) => reduced(part, isKnown, answers));
    if (parts.includes(true)) return true;
    return together('some', parts);
  }
  if (!isKnown(condition.field)) return condition;
  return answers === 'any answers' || holds(condition, answers);
}

function together(how: 'all' | 'some', parts: readonly (Condition | boolean)[]): Condition | boolean {
  const left = parts.filter((part) => typeof part !== 'boolean');
  const [one] = left;
  if (one === undefined) return how === 'all';
  if (left.length === 1) return one;
  return how === 'all' ? { all: left } : { some: left };
}

/** The form and its reader as its page has them: of a list, with what was typed so far. */
export function askedOn<Asked extends { readonly form: PublishedForm; readonly reader: Reader }>(
  asked: Asked,
  typed: Values,
): Asked {
  const { form, reader } = asked;
  if (!isList(form)) return asked;
  const common = reader.soFar(only(form.list.shared, typed));
  return { ...asked, form: listForm(form, common), reader: listReader(form, reader) };
}

/** What was typed of one row, with what all rows have in common: as the form itself would have been typed. */
interface TypedRow {
  readonly row: string;
  readonly typed: Values;
}

/** The rows of a list that are not left empty, by what they are called on the page. */
export function rowsTyped({ list }: ListForm, typed: Values): TypedRow[] {
  const rows = typed[rowsName];
  const common = only(list.shared, typed);
  return Object.entries(isValues(rows) ? rows : {}).flatMap(([row, cells]) =>
    isValues(cells) && !isBlank(cells, 'page') ? [{ row, typed: { ...cells, ...common } }] : [],
  );
}

function only(names: readonly string[], values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}

/** Reads a list as its form's own reader reads each of its rows: every rule is held in every row. */
export function listReader(form: ListForm, reader: Reader): Reader {
  const { shared, max } = form.list;
  const isShared = (path: string) => shared.includes(fieldOfPath(path));
  const inRow = (row: string, paths: readonly string[]) =>
    paths.filter((path) => !isShared(path)).map((path) => `${rowsName}.${row}.${path}`);

  function read(sent: Values): Reading {
    const rows = rowsTyped(form, sent);
    const common = reader.read(only(shared, sent), 'page');
    const problems = 'problems' in common ? common.problems.filter(({ path }) => isShared(path)) : [];
    if (rows.length === 0) {
      problems.push({ path: rowsName, code: problemCodes.missing, message: missingRows });
    }
    if (rows.length > max) problems.push(tooMany(max));
    const answers: Values[] = [];
    const leftOut: string[] = [];
    for (const { row, typed } of rows.slice(0, max)) {
      const reading = reader.read(typed, 'page');
      if ('problems' in reading) {
        const own = reading.problems.filter(({ path }) => !isShared(path));
        problems.push(...own.map((each) => ({ ...each, path: `${rowsName}.${row}.${each.path}` })));
      } else {
        answers.push(reading.answers);
        leftOut.push(...inRow(row, reading.leftOut));
      }
    }
    if (problems.length > 0) return { problems };
    const others = (row: Values) => Object.keys(row).filter((name) => !shared.includes(name));
    const ownAnswers = answers.map((row) => only(others(row), row));
    return { answers: { ...only(shared, answers[0] ?? {}), [rowsName]: ownAnswers }, leftOut };
  }

  function soFar(typed: Values): Values {
    const common = only(shared, reader.soFar(only(shared, typed)));
    return { ...common, [rowsName]: typed[rowsName] };
  }

  function unread(typed: Values): string[] {
    return [
      ...reader.unread(only(shared, typed)).filter(isShared),
      ...rowsTyped(form, typed).flatMap((row) => inRow(row.row, reader.unread(row.typed))),
    ];
  }

  return { read, soFar, unread };
}

function tooMany(max: number): Problem {
  return {
    path: rowsName,
    code: problemCodes.outOfRange,
    message: { sv: `Skicka högst ${max} rader åt gången.`, en: `Send at most ${max} rows at a time.` },
  };
}
