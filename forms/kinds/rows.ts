import { h, type JSX } from 'preact';
import * as z from 'zod/mini';
import { complain, type Issues, wrongType } from '../grammar/check.ts';
import type { Ref } from '../grammar/conditions.ts';
import type { AllRefs, AnswersTo, Field, FieldOptions, Mistakes, Wanted } from '../grammar/field.ts';
import {
  groupOfControls,
  type JsonSchema,
  type KindPart,
  ofKind,
  type Reads,
  type Slot,
} from '../grammar/kind.ts';
import { type Complaint, problemCodes } from '../grammar/problem.ts';
import type { PublishedField } from '../grammar/published.ts';
import { own, question } from '../grammar/question.ts';
import { type Found, fieldsReader, isBlank, isValues, type Values } from '../grammar/reading.ts';
import { rowShown } from '../grammar/row-shown.ts';
import { fieldsSchema } from '../grammar/schema.ts';
import { partsOf, type Typed } from '../grammar/typed.ts';
import type { Lang, Words } from '../grammar/words.ts';

interface RowsField<Fields, Want extends Wanted, R extends Ref>
  extends Field<readonly AnswersTo<Fields>[], Want, R> {
  readonly rowTitle: Words;
  readonly addRow: Words;
  readonly max: number;
  readonly fields: Fields;
}

/** A table that people add rows to, from one to `max`, each with the same fields. */
export function rows<const Fields extends Record<string, Field>, Want extends Wanted, R extends Ref = never>(
  options: FieldOptions<Want, R> & {
    /** What one row is, as in `Kontaktperson`; its number follows. */
    readonly rowTitle: Words;
    readonly addRow: Words;
    readonly max: number;
    readonly fields: Fields;
  } & ([Mistakes<Fields, AllRefs<Fields>>] extends [never]
      ? unknown
      : { readonly mistake: Mistakes<Fields, AllRefs<Fields>> }),
): RowsField<Fields, Want, R> {
  return { kind: 'rows', ...options };
}

const words = z.object({ sv: z.string(), en: z.string() });
const settings = z.object({ rowTitle: words, addRow: words, max: z.int() });

const tooMany = (max: number): Complaint => ({
  code: problemCodes.outOfRange,
  message: { sv: `Ange högst ${max} rader.`, en: `Enter at most ${max} rows.` },
});
const emptyRow: Complaint = {
  code: problemCodes.missing,
  message: { sv: 'Fyll i raden, eller ta bort den.', en: 'Fill in the row, or remove it.' },
};

export function check(field: PublishedField, reads: Reads) {
  const { max } = settings.parse(field);
  const readRow = fieldsReader(cellsIn(field), reads);
  return z.pipe(
    z.transform((sent: unknown): unknown => (reads.from === 'page' ? rowsTyped(sent) : rowsSent(sent))),
    z.pipe(
      z.custom<ReadonlyMap<string, unknown>>((sent) => sent instanceof Map),
      z.transform((found, { issues }) => {
        if (found.size > max) complain(issues, [], tooMany(max));
        return [...found].slice(0, max).map(([name, sent]) => rowRead(name, sent, readRow, issues));
      }),
    ),
  );
}

/** One row's answers; what is wrong in it is added to the issues, with its path. */
export function rowRead(
  name: string,
  sent: unknown,
  readRow: (sent: Values) => Found,
  issues: Issues,
  emptiness?: 'may be empty',
): Values {
  if (!isValues(sent)) {
    complain(issues, [name], wrongType);
    return {};
  }
  const { answers, problems } = readRow(sent);
  const isEmpty = problems.length === 0 && Object.keys(answers).length === 0;
  if (emptiness === undefined && isEmpty) complain(issues, [name], emptyRow);
  for (const { path, ...complaint } of problems) complain(issues, [name, ...path.split('.')], complaint);
  return answers;
}

/** The rows that a page sends and that are not left empty, by the names that they have on the page. */
function rowsTyped(sent: unknown) {
  if (!isValues(sent)) return undefined;
  return new Map(Object.entries(sent).filter(([, row]) => !isBlank(row, 'page')));
}

function rowsSent(sent: unknown) {
  if (!Array.isArray(sent) || sent.length === 0) return undefined;
  return new Map(sent.map((row: unknown, index) => [String(index), row] as const));
}

/** The fields of each row, with their names. */
export function cellsIn(field: PublishedField): [string, PublishedField][] {
  return Object.entries(field.fields ?? {});
}

export function write(value: unknown, field: PublishedField, writers: KindPart<'write'>): Typed {
  if (!Array.isArray(value)) return {};
  return Object.fromEntries(value.map((row, index) => [String(index), rowWritten(row, field, writers)]));
}

/** One row as a page sends it. */
export function rowWritten(row: unknown, field: PublishedField, writers: KindPart<'write'>): Typed {
  const answers = isValues(row) ? row : {};
  return Object.fromEntries(
    cellsIn(field)
      .filter(([name]) => answers[name] !== undefined)
      .map(([name, cell]) => [name, ofKind(writers, cell.kind)(answers[name], cell, writers)]),
  );
}

export function show(field: PublishedField, value: unknown, lang: Lang, shows: KindPart<'show'>): string {
  const { rowTitle } = settings.parse(field);
  const found = Array.isArray(value) ? value : [];
  return found
    .map((row, index) => `${rowTitle[lang]} ${index + 1}: ${rowShown(row, field, lang, shows)}`)
    .join('\n');
}

export const control = groupOfControls;

const remove = { sv: 'Ta bort', en: 'Remove' };

/**
 * Adding and removing are buttons that send the page, which comes back with a row more or less; the page's
 * script does the same without asking.
 */
export function input(field: PublishedField, slot: Slot): JSX.Element {
  const { rowTitle, addRow, max } = settings.parse(field);
  // More than it takes is told of, not shown.
  const sent = Object.entries(partsOf(slot.typed) ?? {}).slice(0, max);
  const typed = sent.length > 0 ? sent : [['0', {}] as const];
  return h(
    'div',
    { class: 'rows', 'data-rows': slot.name, 'data-max': max },
    typed.map(([row, cells], index) =>
      h(
        'fieldset',
        { class: 'row', id: `${slot.name}.${row}`, tabIndex: -1 },
        h('legend', null, `${rowTitle[slot.lang]} `, h('span', { class: 'row-number' }, index + 1)),
        rowQuestions(field, slot, row, cells),
        removeButton(slot, row, `${rowTitle[slot.lang].toLowerCase()} `, index, typed.length === 1),
      ),
    ),
    h(
      'button',
      {
        type: 'submit',
        class: 'second',
        name: own.step,
        value: `add:${slot.name}`,
        // The page that comes back opens at the new row.
        formAction: `#${slot.name}.${Math.max(0, ...typed.map(([row]) => Number(row))) + 1}`,
        hidden: typed.length >= max,
      },
      addRow[slot.lang],
    ),
  );
}

function removeButton(slot: Slot, row: string, title: string, index: number, hidden: boolean): JSX.Element {
  return h(
    'button',
    {
      type: 'submit',
      class: 'second',
      name: own.step,
      value: `remove:${slot.name}.${row}`,
      formAction: `#${slot.name}`,
      hidden,
    },
    `${remove[slot.lang]} `,
    h('span', { class: 'unseen-text' }, title, h('span', { class: 'row-number' }, index + 1)),
  );
}

/** The questions of one row. */
function rowQuestions(field: PublishedField, slot: Slot, row: string, cells: Typed | undefined) {
  const typed = partsOf(cells);
  return cellsIn(field).map(([name, cell]) =>
    question(cell, { ...slot, name: `${slot.name}.${row}.${name}`, typed: typed?.[name] }),
  );
}

export function columns(): readonly [] {
  return [];
}

export function jsonSchema(field: PublishedField, schemas: KindPart<'jsonSchema'>): JsonSchema {
  const { max } = settings.parse(field);
  return {
    type: 'array',
    items: { ...fieldsSchema(cellsIn(field), schemas), minProperties: 1 },
    minItems: 1,
    maxItems: max,
  };
}
