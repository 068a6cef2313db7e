import { isList, listForm, rowsName } from '../forms/derived/list-page.ts';
import { isAskedIn, type Step, stepsOf } from '../forms/derived/page.ts';
import { holds } from '../forms/grammar/conditions.ts';
import { fieldsOf } from '../forms/grammar/form-parts.ts';
import { ofKind } from '../forms/grammar/kind.ts';
import { loadForm, type PublishedField, type PublishedForm } from '../forms/grammar/published.ts';
import { isValues, type NamedFields, type Values } from '../forms/grammar/reading.ts';
import { entriesOf } from '../forms/grammar/typed.ts';
import { writers } from '../forms/kinds/all.ts';
import { publications } from '../forms/published/index.ts';
import type { Filling } from './filling.ts';

/** What a person types on each step of a form's pages, and the steps that cannot be passed by. */
export interface TypedSteps {
  readonly steps: readonly Filling[];
  readonly required: readonly number[];
}

/**
 * Turns answers as a program sends them into what a person types, step by step; what is given when the form is opened is
 * not typed. Every text is the same word, so that what else is on the page can be told from it.
 */
export async function typedSteps(id: string, answers: Values, given: readonly string[]): Promise<TypedSteps> {
  const form = await loadForm(publications, id);
  if (form === undefined) throw new Error(`expected ${id} to be published, it is not`);
  const asked = isList(form) ? listForm(form, answers) : form;
  const known = new Set(given);
  const steps = stepsOf(asked).filter((step) =>
    isAskedIn(step, { lang: 'sv', typed: {}, answers, problems: [] }),
  );
  const isTyped = ([name, field]: NamedFields[number]) =>
    !known.has(name) && field.kind !== 'computed' && answers[name] !== undefined;
  return {
    steps: steps.map(({ fields }) =>
      Object.assign(
        {},
        ...fields.filter(isTyped).map(([name, field]) => typedIn(name, field, answers[name])),
      ),
    ),
    required: steps.flatMap((step, index) => (isRequired(step, known) ? [index] : [])),
  };
}

/** The answers, without those to questions that are not asked with the others. */
export async function asked(id: string, answers: Values): Promise<Values> {
  const form = await loadForm(publications, id);
  const kept: Record<string, unknown> = {};
  for (const [name, { shownWhen }] of form === undefined ? [] : fieldsOf(form)) {
    if (answers[name] !== undefined && (shownWhen === undefined || holds(shownWhen, kept))) {
      kept[name] = answers[name];
    }
  }
  return kept;
}

/** Rows of a list as its page asks them: what they have in common, and each with the rest. */
export function asList({ list }: PublishedForm, rows: readonly Values[]): Values {
  const shared = (name: string) => list?.shared.includes(name) === true;
  const only = (row: Values, test: (name: string) => boolean) =>
    Object.fromEntries(Object.entries(row).filter(([name]) => test(name)));
  return {
    ...only(rows[0] ?? {}, shared),
    [rowsName]: rows.map((row) => only(row, (name) => !shared(name))),
  };
}

function typedIn(name: string, field: PublishedField, answer: unknown): Filling {
  const found: Record<string, string | readonly string[]> = {};
  const typed = ofKind(writers, field.kind)(inOneWord(field, answer), field, writers);
  for (const [control, text] of entriesOf(name, typed)) {
    const before = found[control];
    found[control] = before === undefined ? text : [before, text].flat();
  }
  return found;
}

function inOneWord(field: PublishedField, answer: unknown): unknown {
  if (field.kind === 'long-text') return 'Lean Lean Lean Lean Lean';
  if (field.kind === 'text') return 'Lean';
  const { fields } = field;
  if (fields === undefined) return answer;
  const inRow = (row: unknown) =>
    isValues(row)
      ? Object.fromEntries(
          Object.entries(row).map(([cell, value]) => {
            const cellField = fields[cell];
            return [cell, cellField === undefined ? value : inOneWord(cellField, value)];
          }),
        )
      : row;
  if (Array.isArray(answer)) return answer.map(inRow);
  if (!isValues(answer)) return answer;
  return Object.fromEntries(Object.entries(answer).map(([row, cells]) => [row, inRow(cells)]));
}

function isRequired({ fields }: Step, known: ReadonlySet<string>): boolean {
  return fields.some(
    ([name, field]) => field.wanted === 'required' && field.shownWhen === undefined && !known.has(name),
  );
}
