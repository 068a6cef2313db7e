import { Fragment, h, type JSX } from 'preact';
import { type Condition, holds } from '../grammar/conditions.ts';
import { fieldsOf, namesRecord, shortName } from '../grammar/form-parts.ts';
import { type KindPart, type Offered, ofKind, type PageKinds } from '../grammar/kind.ts';
import { fieldOfPath, type Problem } from '../grammar/problem.ts';
import type { PublishedField, PublishedForm } from '../grammar/published.ts';
import { question } from '../grammar/question.ts';
import { isBlank, missingToCount, type NamedFields, rowsIn, type Values } from '../grammar/reading.ts';
import { rowShown } from '../grammar/row-shown.ts';
import { entriesOf, type TypedFields } from '../grammar/typed.ts';
import type { Lang, Words } from '../grammar/words.ts';
import { cellNames, rowName } from './problem-summary.ts';

export interface PageState {
  readonly lang: Lang;
  /** What was typed, as it was typed, by field. */
  readonly typed: TypedFields;
  /** What of it can be read: decides which questions are asked. */
  readonly answers: Values;
  readonly problems: readonly Problem[];
  readonly known?: Known | undefined;
  /** What is kept is corrected: what a link gave the first time is a question then, too. */
  readonly corrects?: boolean;
}

/** What a page knows of records that answers name. */
export interface Known {
  /** What each is called, by its id or, of a company, by its key. */
  readonly names: ReadonlyMap<string, string>;
  /** The records that a question offers, by field. */
  readonly offered: ReadonlyMap<string, readonly Offered[]>;
}

type Sections = PublishedForm['sections'];

/** One page of a form. */
export interface Step {
  readonly title: Words;
  readonly sections: Sections;
  readonly fields: NamedFields;
}

/** The steps of a form, at least one: a section that begins a step, and those that follow it. */
export function stepsOf({ sections }: Pick<PublishedForm, 'sections'>): Step[] {
  const groups: Sections[number][][] = [];
  for (const section of sections) {
    const last = groups.at(-1);
    if (last === undefined || section.step) groups.push([section]);
    else last.push(section);
  }
  return groups.map((group) => ({
    title: group[0]?.title ?? { sv: '', en: '' },
    sections: group,
    fields: group.flatMap(({ fields }) => Object.entries(fields)),
  }));
}

/** What is wrong on one step; what belongs to no field stands on the first. */
export function problemsOn(steps: readonly Step[], at: number, problems: readonly Problem[]): Problem[] {
  return problems.filter((problem) => stepWith(steps, problem) === at);
}

/** The first step with something wrong. */
export function firstWrong(steps: readonly Step[], problems: readonly Problem[]): number | undefined {
  const places = problems.map((problem) => stepWith(steps, problem));
  return places.length === 0 ? undefined : Math.min(...places);
}

function stepWith(steps: readonly Step[], { path }: Problem): number {
  const name = fieldOfPath(path);
  return Math.max(
    0,
    steps.findIndex(({ fields }) => fields.some(([own]) => own === name)),
  );
}

/**
 * Whether a step has a question for these answers; one whose every question depends on them may not. While another step
 * is `open`, what depends on that is not known yet, and may be asked.
 */
export function isAskedIn(step: Step, state: PageState, open?: Step): boolean {
  return step.fields.some(([name, field]) => isOnPage(name, field, [step, ...(open ? [open] : [])], state));
}

/**
 * Whether a question stands on the page. One that depends on others of the page does: it unfolds there, by the style
 * sheet. What the link gave is no question, unless it was wrong or is needed and missing.
 */
function isOnPage(name: string, field: PublishedField, open: readonly Step[], state: PageState): boolean {
  const { typed, problems } = state;
  if (field.fromLink && !state.corrects && !problems.some(({ path }) => path === name)) {
    return isBlank(typed[name], 'page') && field.wanted !== 'optional';
  }
  if (field.unseen) return false;
  return field.shownWhen === undefined || mayHold(field.shownWhen, open, state);
}

/** Whether a condition holds, or may come to hold by what is answered on the pages that are open. */
function mayHold(condition: Condition, open: readonly Step[], state: PageState): boolean {
  if ('all' in condition) return condition.all.every((part) => mayHold(part, open, state));
  if ('some' in condition) return condition.some.some((part) => mayHold(part, open, state));
  const there = open.flatMap(({ fields }) => fields).find(([name]) => name === condition.field);
  return (there !== undefined && isOnPage(...there, open, state)) || holds(condition, state.answers);
}

/** The questions of a step, each with its control, what was typed, and what is wrong with it. */
export function questions(step: Step, kinds: PageKinds, state: PageState): JSX.Element[] {
  return step.sections.flatMap((section) => {
    const asked = Object.entries(section.fields).filter(([name, field]) =>
      isOnPage(name, field, [step], state),
    );
    if (asked.length === 0) return [];
    return h(
      'section',
      { 'data-part': Object.keys(section.fields)[0] },
      h('h2', null, section.title[state.lang]),
      asked.map(([name, field]) =>
        question(field, {
          ...state,
          name,
          typed: state.typed[name] ?? computedText(name, field, state),
          offered: state.known?.offered.get(name),
          kinds,
        }),
      ),
    );
  });
}

/** What is computed is shown as it stands. */
function computedText(name: string, field: PublishedField, { answers }: PageState): string | undefined {
  const value = field.kind === 'computed' ? answers[name] : undefined;
  return value === undefined ? undefined : String(value);
}

/** What was typed and is not asked on this page (all of it, where the page asks nothing), as hidden inputs. */
export function typedCarried(form: PublishedForm, state: PageState, step?: Step): JSX.Element {
  const onPage = step?.fields.filter(([name, field]) => isOnPage(name, field, [step], state)) ?? [];
  const asked = new Set(onPage.map(([name]) => name));
  return hiddenInputs(
    fieldsOf(form)
      .filter(([name]) => !asked.has(name))
      .flatMap(([name]) => entriesOf(name, state.typed[name] ?? [])),
  );
}

function hiddenInputs(entries: readonly (readonly [string, string])[]): JSX.Element {
  return h(
    Fragment,
    null,
    entries
      .filter(([, value]) => value !== '')
      .map(([name, value]) => h('input', { type: 'hidden', name, value })),
  );
}

/** The answers as a person reads them, one line per answered question; what names a record, by the record's name. */
export function answersShown(
  fields: NamedFields,
  shows: KindPart<'show'>,
  { answers, lang, known }: Pick<PageState, 'answers' | 'lang' | 'known'>,
): JSX.Element {
  const lines = fields
    .filter(([name, field]) => answers[name] !== undefined && !field.unseen)
    .map(([name, field]) =>
      h(
        'div',
        null,
        h('dt', null, shortName(field)[lang]),
        nameIn(known, field, answers[name]) ?? h('dd', null, answerShown(field, answers[name], shows, lang)),
      ),
    );
  return h('dl', { class: 'answers' }, lines);
}

/** The name of the record that an answer names. A company's says what is known of it; another's is what staff wrote. */
function nameIn(known: Known | undefined, field: PublishedField, answer: unknown): JSX.Element | undefined {
  const name = namesRecord(field) && typeof answer === 'string' ? known?.names.get(answer) : undefined;
  return name === undefined ? undefined : h('dd', field.kind === 'reference' ? { lang: 'sv' } : null, name);
}

/** A table's answer has a paragraph for each row, in the order they are asked. */
function answerShown(field: PublishedField, answer: unknown, shows: KindPart<'show'>, lang: Lang) {
  if (field.fields === undefined) return ofKind(shows, field.kind)(field, answer, lang, shows);
  const rows = rowsIn(field, answer);
  const names = rows.map(([row]) => row);
  return rows.map(([row, cells]) =>
    h(
      'p',
      null,
      h('b', null, rowName(field, row, names, lang)),
      h('br', null),
      rowShown(cells, field, lang, shows),
    ),
  );
}

/** Names of the questions that paths lead to, each once, in the order of the form. */
export function namesOf(form: PublishedForm, paths: readonly string[], lang: Lang): string[] {
  const named = new Set(paths.map(fieldOfPath));
  return fieldsOf(form)
    .filter(([name]) => named.has(name))
    .map(([, field]) => shortName(field)[lang]);
}

/** What is said of answers that were expected, and may be missing. */
export function warningsIn(form: PublishedForm, answers: Values, lang: Lang): string[] {
  return fieldsOf(form).flatMap(([name, { expected, shownWhen }]) => {
    const isAsked = shownWhen === undefined || holds(shownWhen, answers);
    return expected !== undefined && isAsked && answers[name] === undefined ? [expected[lang]] : [];
  });
}

/** What is still missing before a record counts, by the names of the questions, and in tables of row and cell. */
export function missingNames(form: PublishedForm, answers: Values, lang: Lang): string[] {
  const fields = new Map(fieldsOf(form));
  return missingToCount([...fields], answers).flatMap((path) => {
    const [name = '', row, cell] = path.split('.');
    const field = fields.get(name);
    if (field === undefined) return [];
    if (row === undefined) return [shortName(field)[lang]];
    const rows = rowsIn(field, answers[name]).map(([each]) => each);
    return [[rowName(field, row, rows, lang), ...cellNames(field, cell, lang)].join(': ')];
  });
}
