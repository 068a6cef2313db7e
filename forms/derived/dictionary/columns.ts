import type { Column } from '../../grammar/column.ts';
import { type ZoneName, zoneOf } from '../../grammar/field.ts';
import { shortName } from '../../grammar/form-parts.ts';
import { type KindPart, ofKind } from '../../grammar/kind.ts';
import type { PublishedField } from '../../grammar/published.ts';
import type { NamedFields } from '../../grammar/reading.ts';
import type { Words } from '../../grammar/words.ts';
import { type Database, lengthColumn, type TableColumn } from '../columns.ts';
import { conditionWords } from './condition-words.ts';
import { type FieldHistory, type VersionNotes, versionNotes } from './history.ts';
import { type Limits, limitsIn, widest } from './limits.ts';
import { listOf, optionsOf } from './options.ts';
import { inBoth, joined } from './words.ts';

/** The parts of every kind that the dictionary is made with. */
export interface DescribingKinds {
  readonly columns: KindPart<'columns'>;
  readonly schemas: KindPart<'jsonSchema'>;
}

export interface DescribedCode {
  readonly code: string;
  readonly sv: string;
  readonly en: string;
  /** Whether it can be chosen in the newest version of the form. */
  readonly current: boolean;
}

/** The question that a column's values answer. */
export interface Question {
  readonly form: string;
  /** `field`, or `field.cell` where rows of a table are answered. */
  readonly field: string;
  readonly kind: string;
  readonly label: Words;
  readonly hint?: Words;
  readonly unit?: Words;
  readonly wanted: 'optional' | 'required' | 'neededToCount' | 'requiredWhen';
  /** When it must be answered, where that depends on other answers. */
  readonly requiredWhen?: Words;
  /** When it is asked, where that depends on other answers. */
  readonly askedWhen?: Words;
  /** Where its value goes, of a company and of a sole trader. */
  readonly zones: Readonly<Record<'company' | 'soleTrader', ZoneName>>;
  readonly versions: VersionNotes;
}

/** A column as an analyst needs to know it. */
export interface DescribedColumn extends Pick<TableColumn, 'name' | 'type'> {
  readonly meaning: Words;
  /** Whether every row has a value. */
  readonly isRequired: boolean;
  readonly minimum?: number | string;
  readonly maximum?: number | string;
  readonly format?: 'email';
  readonly question?: Question;
  /** Whose values stand in another zone, or in none, and not here. */
  readonly elsewhere?: { readonly whose: keyof Question['zones'] | 'everybody'; readonly zone: ZoneName };
  /** The code list that its codes are of, in `open.codes`. */
  readonly list?: string;
  readonly codes?: readonly DescribedCode[];
  /** The only values there can be, where they are no codes with words. */
  readonly values?: readonly string[];
}

/** A column of ours: its meaning is what the lake says. */
export function ownColumn({ name, type, comment }: TableColumn, isRequired: boolean): DescribedColumn {
  return { name, type, meaning: inBoth(comment), isRequired };
}

/** Where a field stands: its form, the table it is a cell of, and the fields that its conditions look at. */
export interface FieldPlace {
  readonly form: string;
  readonly table?: FieldHistory;
  readonly beside: NamedFields;
}

export function questionOf(history: FieldHistory, { form, table, beside }: FieldPlace): Question {
  const { kind, label, hint, unit, wanted, shownWhen, zone } = history.newest;
  return {
    form,
    field: table === undefined ? history.name : `${table.name}.${history.name}`,
    kind,
    label,
    ...(hint && { hint }),
    ...(unit && { unit }),
    wanted: typeof wanted === 'string' ? wanted : 'requiredWhen',
    ...(typeof wanted === 'object' && { requiredWhen: conditionWords(wanted.requiredWhen, beside) }),
    ...(shownWhen && { askedWhen: conditionWords(shownWhen, beside) }),
    zones: { company: zoneOf(zone, false), soleTrader: zoneOf(zone, true) },
    versions: versionNotes(history),
  };
}

/** The columns that a field can have in a database, by name. */
export function columnsOfField(
  history: FieldHistory,
  place: FieldPlace,
  database: Database,
  kinds: DescribingKinds,
): Map<string, (column: TableColumn) => DescribedColumn> {
  const question = questionOf(history, place);
  const parts = history.editions.flatMap(({ field }) => ofKind(kinds.columns, field.kind)(field));
  const found = new Map<string, (column: TableColumn) => DescribedColumn>();
  // The newest edition's part says what the column means now.
  for (const part of parts) {
    const name = `${history.name}${part.suffix}`;
    found.set(name, ({ type }) =>
      valueColumn({ name, type, part, history, place, database, question }, kinds),
    );
    if (part.freeText) {
      const meaning = joined([meaningOf(history.newest, part), inBoth('antal tecken')], ' – ');
      found.set(lengthColumn(name), (column) => ({
        name: column.name,
        type: column.type,
        meaning,
        isRequired: false,
        question,
      }));
    }
  }
  return found;
}

interface Described extends Pick<TableColumn, 'name' | 'type'> {
  readonly part: Column;
  readonly history: FieldHistory;
  readonly place: FieldPlace;
  readonly database: Database;
  readonly question: Question;
}

function valueColumn(
  { name, type, part, history, place, database, question }: Described,
  { schemas }: DescribingKinds,
): DescribedColumn {
  const { editions, newest } = history;
  const limits = widest(editions.map(({ field }) => limitsIn(field, { suffix: part.suffix, type }, schemas)));
  const { minimum, maximum } = limits;
  const list = listOf(newest);
  const codes = codesOf(history, limits, part);
  return {
    name,
    type,
    meaning: meaningOf(newest, part),
    isRequired: !part.freeText && !limits.isPart && isAlwaysThere(history, place, database),
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    ...(newest.kind === 'email' && { format: 'email' }),
    question,
    ...elsewhere(question, database),
    ...(list !== undefined && part.suffix === '' && { list }),
    ...(codes.length > 0 ? { codes } : limits.codes && { values: limits.codes }),
  };
}

function elsewhere({ zones: { company, soleTrader } }: Question, database: Database) {
  if (company === database && soleTrader === database) return {};
  if (company === database) return { elsewhere: { whose: 'soleTrader', zone: soleTrader } as const };
  const whose = soleTrader === database ? ('company' as const) : ('everybody' as const);
  return { elsewhere: { whose, zone: company } };
}

function meaningOf(field: PublishedField, { comment }: Column): Words {
  const name = shortName(field);
  if (comment === undefined) return name;
  return joined([name, comment === field.unit?.sv ? field.unit : inBoth(comment)], ' – ');
}

/** The codes of a column with their words, which the newest version that has a code gives; none where there are none. */
function codesOf(
  { editions, newest, retired }: FieldHistory,
  limits: Limits,
  { suffix }: Column,
): DescribedCode[] {
  const found = new Map<string, DescribedCode>();
  for (const [index, { field }] of editions.toReversed().entries()) {
    const current = index === 0 && retired === undefined;
    for (const option of optionsOf(field)) {
      if (!found.has(option.code)) found.set(option.code, { ...option, current });
    }
  }
  // What is computed is never sent, so no schema tells its codes. The words of a scale's steps stand beside its number,
  // without being all that there can be.
  const isNamed = (code: string) => listOf(newest) !== undefined || /^-?\d+$/.test(code);
  const named = limits.codes ?? (suffix === '' ? [...found.keys()].filter(isNamed) : []);
  return named.flatMap((code) => found.get(code) ?? []);
}

/**
 * Whether every row has a value: it was always required, whatever else was answered, and always goes to this database.
 * Free text is never sure to be there, since it may be removed at a person's request.
 */
function isAlwaysThere({ name, editions, isInAll }: FieldHistory, { table }: FieldPlace, database: Database) {
  const isPutAside = table?.editions.some(
    ({ field }) => field.mandatoryCells?.includes(name) || Object.hasOwn(field.given ?? {}, name),
  );
  return (
    isInAll &&
    isPutAside !== true &&
    editions.every(
      ({ field }) => field.wanted === 'required' && field.shownWhen === undefined && field.zone === database,
    )
  );
}
