import { h, type JSX } from 'preact';
import * as z from 'zod/mini';
import { complain, wrongType } from '../grammar/check.ts';
import type { Ref } from '../grammar/conditions.ts';
import type { AllRefs, AnswersTo, Field, FieldOptions, Mistakes, Wanted } from '../grammar/field.ts';
import { groupOfControls, type JsonSchema, type KindPart, type Reads, type Slot } from '../grammar/kind.ts';
import { type Complaint, problemCodes } from '../grammar/problem.ts';
import type { PublishedField } from '../grammar/published.ts';
import { question } from '../grammar/question.ts';
import { cellsOf, fieldsReader, isBlank, isValues, rowFields, type Values } from '../grammar/reading.ts';
import { rowShown } from '../grammar/row-shown.ts';
import { fieldsSchema } from '../grammar/schema.ts';
import { partsOf, type Typed } from '../grammar/typed.ts';
import type { Lang, Words } from '../grammar/words.ts';
import type { List, Option } from './choice.ts';
import { cellsIn, rowRead, rowWritten } from './rows.ts';

type CodeOf<L extends List> = L['options'][number]['code'];

interface MatrixField<L extends List, Fields, Want extends Wanted, R extends Ref>
  extends Field<{ readonly [Code in CodeOf<L>]?: AnswersTo<Fields> }, Want, R> {
  readonly item: string;
  readonly list: string;
  readonly items: readonly Option[];
  readonly fields: Fields;
}

interface MatrixOptions<L extends List, Fields> {
  /** What a row is about, as the lake's column is called: `area`. */
  readonly item: string;
  readonly fields: Fields;
  /** Rows that everybody answers; the others stand behind `more` and are answered by whom they concern. */
  readonly mandatory: readonly CodeOf<L>[];
  readonly more: Words;
  /** Cells that only mandatory rows need; in the others they are optional. */
  readonly mandatoryCells?: readonly (keyof Fields)[];
  /** By cell and row, the field of the form that is asked instead; it is copied there. */
  readonly given?: { readonly [Cell in keyof Fields]?: { readonly [Code in CodeOf<L>]?: string } };
}

/** The same questions of every item of a list; the answer has a row for each item that was answered. */
export function matrix<
  const L extends List,
  const Fields extends Record<string, Field>,
  Want extends Wanted,
  R extends Ref = never,
>(
  list: L,
  options: FieldOptions<Want, R> &
    MatrixOptions<L, Fields> &
    ([Mistakes<Fields, AllRefs<Fields>>] extends [never]
      ? unknown
      : { readonly mistake: Mistakes<Fields, AllRefs<Fields>> }),
): MatrixField<L, Fields, Want, R> {
  return { kind: 'matrix', list: list.id, items: list.options, ...options };
}

const settings = z.object({ more: z.object({ sv: z.string(), en: z.string() }) });

const notInList: Complaint = {
  code: problemCodes.notInList,
  message: { sv: 'Svara bara på raderna i listan.', en: 'Answer only the rows of the list.' },
};

/** The rows, those that everybody answers first. */
function itemsOf({ items = [], mandatory = [] }: PublishedField) {
  return {
    mandatory: items.filter(({ code }) => mandatory.includes(code)),
    others: items.filter(({ code }) => !mandatory.includes(code)),
  };
}

/** The cells of a row that are asked elsewhere in the form. */
function givenIn(field: PublishedField, item: string): string[] {
  return Object.entries(field.given ?? {})
    .filter(([, sources]) => Object.hasOwn(sources, item))
    .map(([cell]) => cell);
}

export function check(field: PublishedField, reads: Reads) {
  const { mandatory, others } = itemsOf(field);
  const readerOf = (items: readonly Option[]) => fieldsReader(rowFields(field, items[0]?.code ?? ''), reads);
  const [readMandatory, readOther] = [readerOf(mandatory), readerOf(others)];
  return z.transform((sent: unknown, { issues }) => {
    if (!isValues(sent)) complain(issues, [], wrongType);
    const rows = isValues(sent) ? sent : {};
    const sentFor = (code: string) => (Object.hasOwn(rows, code) ? rows[code] : undefined);
    const read = [
      ...mandatory.map(({ code }) => {
        const row = sentFor(code);
        const readCells = (cells: Values) => readMandatory(cells, givenIn(field, code));
        return [
          code,
          rowRead(code, row === undefined ? {} : row, readCells, issues, 'may be empty'),
        ] as const;
      }),
      ...others.flatMap(({ code }) => {
        if (isBlank(sentFor(code), reads.from)) return [];
        const readCells = (cells: Values) => readOther(cells, givenIn(field, code));
        return [[code, rowRead(code, sentFor(code), readCells, issues)] as const];
      }),
    ].filter(([, cells]) => Object.keys(cells).length > 0);
    const codes = [...mandatory, ...others].map(({ code }) => code);
    const unknown = Object.keys(rows).find((code) => !codes.includes(code));
    if (unknown !== undefined) complain(issues, [/^[a-z][a-z_]*$/.test(unknown) ? unknown : '?'], notInList);
    if (read.length === 0 && issues.length === 0) complain(issues, [], missingIn(field));
    return Object.fromEntries(read);
  });
}

/** A table without a row is no answer. */
function missingIn({ missing }: PublishedField): Complaint {
  const message = missing ?? { sv: 'Svara på minst en rad.', en: 'Answer at least one row.' };
  return { code: problemCodes.missing, message };
}

export function write(value: unknown, field: PublishedField, writers: KindPart<'write'>): Typed {
  if (!isValues(value)) return {};
  return Object.fromEntries(
    Object.entries(value).map(([item, row]) => {
      const given = givenIn(field, item);
      const asked = isValues(row) ? Object.entries(row).filter(([cell]) => !given.includes(cell)) : [];
      return [item, rowWritten(Object.fromEntries(asked), field, writers)];
    }),
  );
}

export function show(field: PublishedField, value: unknown, lang: Lang, shows: KindPart<'show'>): string {
  const rows = isValues(value) ? value : {};
  return (field.items ?? [])
    .filter(({ code }) => rows[code] !== undefined)
    .map(({ code, ...label }) => `${label[lang]} – ${rowShown(rows[code], field, lang, shows)}`)
    .join('\n');
}

/** A row that nobody has to answer can be left again: what every such row is asked is as what is optional. */
function leftOpen(cell: PublishedField): PublishedField {
  return cell.wanted === 'required' || cell.shownWhen === undefined ? { ...cell, wanted: 'optional' } : cell;
}

export const control = groupOfControls;

export function input(field: PublishedField, slot: Slot): JSX.Element {
  const { mandatory, others } = itemsOf(field);
  const typed = partsOf(slot.typed);
  const isMandatory = (row: string) => mandatory.some(({ code }) => code === row);
  const rowOf = ({ code, ...label }: Option) => {
    const cells = partsOf(typed?.[code]);
    return h(
      'fieldset',
      { class: 'row', id: `${slot.name}.${code}`, tabIndex: -1 },
      h('legend', null, label[slot.lang]),
      cellsOf(field, code).map(([name, cell]) =>
        question(isMandatory(code) ? cell : leftOpen(cell), {
          ...slot,
          name: `${slot.name}.${code}.${name}`,
          typed: cells?.[name],
        }),
      ),
    );
  };
  const isUsed = ({ code }: Option) =>
    !isBlank(typed?.[code], 'page') ||
    slot.problems.some(({ path }) => path.startsWith(`${slot.name}.${code}`));
  return h(
    'div',
    { class: 'rows' },
    mandatory.map(rowOf),
    others.length > 0 &&
      h(
        'details',
        { open: others.some(isUsed) },
        h('summary', null, settings.parse(field).more[slot.lang]),
        others.map(rowOf),
      ),
  );
}

export function columns(): readonly [] {
  return [];
}

export function jsonSchema(field: PublishedField, schemas: KindPart<'jsonSchema'>): JsonSchema {
  const { mandatory, others } = itemsOf(field);
  const schemaOf = ({ code }: Option) => fieldsSchema(cellsOf(field, code), schemas);
  const needsAnswer = cellsIn(field).some(([, cell]) => cell.wanted === 'required' && !cell.shownWhen);
  return {
    type: 'object',
    properties: Object.fromEntries([
      ...mandatory.map((item) => [item.code, schemaOf(item)] as const),
      ...others.map((item) => [item.code, { ...schemaOf(item), minProperties: 1 }] as const),
    ]),
    ...(needsAnswer ? { required: mandatory.map(({ code }) => code) } : { minProperties: 1 }),
    additionalProperties: false,
  };
}
