import { Fragment, h, type JSX } from 'preact';
import { type KindPart, ofKind } from '../grammar/kind.ts';
import { resemblesPersonnummer } from '../grammar/personnummer.ts';
import { fieldOfPath, type Problem, problemCodes } from '../grammar/problem.ts';
import { fieldsOf, type PublishedField, type PublishedForm, shortName } from '../grammar/published.ts';
import { eachText, entriesOf, type TypedFields } from '../grammar/typed.ts';
import type { Lang } from '../grammar/words.ts';
import type { Values } from './answers.ts';

/** What a page needs of every kind. */
export interface PageKinds {
  readonly inputs: KindPart<'input'>;
  readonly controls: KindPart<'control'>;
}

export interface PageState {
  readonly lang: Lang;
  /** What was typed, as it was typed, by field. */
  readonly typed: TypedFields;
  readonly problems: readonly Problem[];
}

const optional = { sv: 'frivilligt', en: 'optional' };
const summaryTitle = { sv: 'Det här behöver rättas', en: 'This needs correcting' };

/** Every question of the form with its control, what was typed, and what is wrong with it. */
export function questions(form: PublishedForm, kinds: PageKinds, state: PageState): JSX.Element[] {
  return form.sections.map((section) =>
    h(
      'section',
      null,
      h('h2', null, section.title[state.lang]),
      Object.entries(section.fields).map(([name, field]) => question(name, field, kinds, state)),
    ),
  );
}

function question(name: string, field: PublishedField, { inputs, controls }: PageKinds, state: PageState) {
  const { lang } = state;
  const problem = state.problems.find(({ path }) => fieldOfPath(path) === name);
  const hintId = field.hint && `${name}-hint`;
  const problemId = problem && `${name}-problem`;
  const typed = state.typed[name];
  const describedBy = [hintId, problemId].filter((id) => id !== undefined).join(' ') || undefined;
  const isGroup = ofKind(controls, field.kind) === 'group';
  const control = ofKind(inputs, field.kind)(field, {
    id: name,
    name,
    typed: typed === undefined ? undefined : eachText(typed, shownAgain),
    lang,
    describedBy: isGroup ? undefined : describedBy,
    invalid: problem !== undefined,
  });
  const label = [field.label[lang], isFree(field) && ` (${optional[lang]})`];
  return h(
    isGroup ? 'fieldset' : 'div',
    {
      class: problem ? 'field wrong' : 'field',
      ...(isGroup && { id: name, tabIndex: -1, 'aria-describedby': describedBy }),
    },
    isGroup ? h('legend', null, label) : h('label', { for: name }, label),
    hintId && h('p', { class: 'hint', id: hintId }, field.hint?.[lang]),
    problem && h('p', { class: 'problem', id: problemId }, problem.message[lang]),
    control,
  );
}

/** A question that is asked of everybody and may be left out; one with a condition says itself when it is asked. */
function isFree(field: PublishedField): boolean {
  return field.wanted === 'optional' && field.shownWhen === undefined;
}

/** A number that may be a personnummer is not sent back, not even to the one who typed it. */
function shownAgain(typed: string): string {
  return resemblesPersonnummer(typed) ? '' : typed;
}

/** The list of everything that is wrong, each line a link to its question. */
export function problemSummary(form: PublishedForm, { lang, problems }: PageState): JSX.Element {
  const fields = new Map(fieldsOf(form));
  return h(
    'div',
    // The page opens here: it is what a screen reader says first, and Tab goes on to the first link.
    { class: 'summary', role: 'alert', tabIndex: -1, autofocus: true, 'aria-labelledby': 'problem-summary' },
    h('h2', { id: 'problem-summary' }, summaryTitle[lang]),
    h(
      'ul',
      null,
      problems.map((problem) => h('li', null, line(problem, fields.get(fieldOfPath(problem.path)), lang))),
    ),
  );
}

/** A missing answer has a sentence of its own; any other needs the name of its question in front. */
function line(problem: Problem, field: PublishedField | undefined, lang: Lang) {
  const sentence = problem.message[lang];
  if (field === undefined) return sentence;
  const whole = problem.code === problemCodes.missing || problem.code === problemCodes.together;
  return h(
    'a',
    { href: `#${fieldOfPath(problem.path)}` },
    whole ? sentence : `${shortName(field)[lang]}: ${sentence}`,
  );
}

/** The answers as a person reads them, one line per answered question. */
export function answersShown(
  form: PublishedForm,
  shows: KindPart<'show'>,
  answers: Values,
  lang: Lang,
): JSX.Element {
  const lines = fieldsOf(form)
    .filter(([name]) => answers[name] !== undefined)
    .map(([name, field]) =>
      h(
        'div',
        null,
        h('dt', null, shortName(field)[lang]),
        h('dd', null, ofKind(shows, field.kind)(field, answers[name], lang)),
      ),
    );
  return h('dl', { class: 'answers' }, lines);
}

/** The answers as hidden inputs, written so that they are read back the same. */
export function answersCarried(
  form: PublishedForm,
  writers: KindPart<'write'>,
  answers: Values,
): JSX.Element {
  const carried = fieldsOf(form)
    .filter(([name]) => answers[name] !== undefined)
    .flatMap(([name, field]) => entriesOf(name, ofKind(writers, field.kind)(answers[name])))
    .map(([name, value]) => h('input', { type: 'hidden', name, value }));
  return h(Fragment, null, carried);
}
