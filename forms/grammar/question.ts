import { h, type JSX } from 'preact';
import { type Offered, ofKind, type PageKinds } from './kind.ts';
import type { Problem } from './problem.ts';
import type { PublishedField } from './published.ts';
import type { Typed } from './typed.ts';
import type { Lang, Words } from './words.ts';

/** Names that belong to the page and not to the form; no field id begins with an underscore or has a dash. */
export const own = {
  id: '_id',
  version: '_version',
  supersedes: '_supersedes',
  at: '_at',
  step: '_step',
} as const;

/** A question's place: its name with dots, which is also its id, and what was typed and is wrong there. */
export interface Place {
  readonly name: string;
  readonly typed: Typed | undefined;
  readonly lang: Lang;
  /** All problems of the page, by path. */
  readonly problems: readonly Problem[];
  readonly offered?: readonly Offered[] | undefined;
  readonly kinds: PageKinds;
}

const optional = { sv: 'frivilligt', en: 'optional' };
const later = { sv: 'kan lämnas tomt', en: 'can be left blank' };

/** One question: label or legend, hint, what is wrong, and the control. */
export function question(field: PublishedField, place: Place): JSX.Element {
  const { name, lang, kinds } = place;
  const below = place.problems.filter(({ path }) => path === name || path.startsWith(`${name}.`));
  // A table's cells tell of their own problems.
  const problem = field.fields === undefined ? below[0] : below.find(({ path }) => path === name);
  const hintId = field.hint && `${name}-hint`;
  const problemId = problem && `${name}-problem`;
  const unitId = field.unit && `${name}-unit`;
  const describedBy = [hintId, problemId, unitId].filter((id) => id !== undefined).join(' ') || undefined;
  const isGroup = ofKind(kinds.controls, field.kind)(field) === 'group';
  const control = ofKind(kinds.inputs, field.kind)(field, {
    id: name,
    name,
    typed: place.typed,
    lang,
    describedBy: isGroup ? undefined : describedBy,
    invalid: problem !== undefined,
    problems: below,
    offered: place.offered,
    kinds,
  });
  const note = noteOf(field);
  const label = [field.label[lang], note && h('span', { class: 'note' }, ` (${note[lang]})`)];
  return h(
    isGroup ? 'fieldset' : 'div',
    {
      class: problem ? 'field wrong' : 'field',
      'data-asks': name.replace(/^.*\./, ''),
      ...(isGroup && { id: name, tabIndex: -1, 'aria-describedby': describedBy }),
    },
    isGroup ? h('legend', null, label) : h('label', { for: name }, label),
    hintId && h('p', { class: 'hint', id: hintId }, field.hint?.[lang]),
    problem && h('p', { class: 'problem', id: problemId }, problem.message[lang]),
    unitId
      ? h('div', { class: 'measured' }, control, h('span', { id: unitId }, field.unit?.[lang]))
      : control,
  );
}

/** A question that may be left out says so; one with a condition says itself when it is asked. */
function noteOf({ kind, wanted, shownWhen }: PublishedField): Words | undefined {
  if (kind === 'computed') return undefined;
  if (wanted === 'neededToCount') return later;
  return wanted === 'optional' && shownWhen === undefined ? optional : undefined;
}
