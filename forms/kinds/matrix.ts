import { h, type JSX } from 'preact';
import * as z from 'zod/mini';
import { complain, wrongType } from '../grammar/check.ts';
import type { Ref } from '../grammar/conditions.ts';
import type { AllRefs, AnswersTo, Field, FieldOptions, Mistakes, Wanted } from '../grammar/field.ts';
import { groupOfControls, type JsonSchema, type KindPart, type Reads, type Slot } from '../grammar/kind.ts';
import { type Complaint, problemCodes } from '../grammar/problem.ts';
import type { PublishedField } from '../grammar/published.ts';
import { question } from '../grammar/question.ts';
import { cellsOf, fieldsReader, isBlank, isValues, type Values } from '../grammar/reading.ts';
import { rowShown } from '../grammar/row-shown.ts';
import { fieldsSchema } from '../grammar/schema.ts';
import { partsOf, type Typed } from '../grammar/typed.ts';
import type { Lang, Words } from '../grammar/words.ts';
import type { List, Option } from './choice.ts';
import { fieldsIn, rowRead, rowWritten } from './rows.ts';

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

const settings = z.object({
  mandatory: z.array(z.string()),
  more: z.object({ sv: z.string(), en: z.string() }),
});

const notInList: Complaint = {
  code: problemCodes.notInList,
  message: { sv: 'Svara bara på raderna i listan.', en: 'Answer only the rows of the list.' },
};

/** The rows, those that everybody answers first. */
function itemsOf(field: PublishedField) {
  const { mandatory } = settings.parse(field);
  const items = field.items ?? [];
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
  const codes = [...mandatory, ...others].map(({ code }) => code);
  const readRow = fieldsReader(fieldsIn(field), reads);
  const required = new Set(mandatory.map(({ code }) => code));
  return z.transform((sent: unknown, { issues }) => {
    if (!isValues(sent)) complain(issues, [], wrongType);
    const rows = isValues(sent) ? sent : {};
    const read: Record<string, Values> = {};
    for (const code of codes) {
      const row = Object.hasOwn(rows, code) ? rows[code] : undefined;
      const read1 = (cells: Values) => readRow(cells, givenIn(field, code));
      if (required.has(code)) read[code] = rowRead(code, row ?? {}, read1, issues, 'may be empty');
      else if (!isBlank(row, reads.from)) read[code] = rowRead(code, row, read1, issues);
    }
    for (const code of Object.keys(rows)
      .filter((each) => !codes.includes(each))
      .slice(0, 1)) {
      complain(issues, [/^[a-z][a-z_]*$/.test(code) ? code : '?'], notInList);
    }
    return Object.fromEntries(Object.entries(read).filter(([, cells]) => Object.keys(cells).length > 0));
  });
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

/** A row that nobody has to answer can be left again: its questions are as those that are optional. */
function leftOpen(cell: PublishedField): PublishedField {
  return cell.wanted === 'required' ? { ...cell, wanted: 'optional', shownWhen: cell.shownWhen } : cell;
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
  const needsAnswer = fieldsIn(field).some(([, cell]) => cell.wanted === 'required' && !cell.shownWhen);
  return {
    type: 'object',
    properties: Object.fromEntries([
      ...mandatory.map((item) => [item.code, schemaOf(item)] as const),
      ...others.map((item) => [item.code, { ...schemaOf(item), minProperties: 1 }] as const),
    ]),
    ...(needsAnswer && { required: mandatory.map(({ code }) => code) }),
    additionalProperties: false,
  };
}
