import type { ColumnType } from '../grammar/column.ts';
import type { ZoneName } from '../grammar/field.ts';
import { fieldsOf, shortName, tableName } from '../grammar/form-parts.ts';
import { type KindPart, ofKind } from '../grammar/kind.ts';
import type { PublishedField, PublishedForm } from '../grammar/published.ts';
import type { NamedFields } from '../grammar/reading.ts';

/** The databases of the lake that have tables of forms. `personal` has none: it is never exported. */
export const formDatabases = ['analytic', 'confidential'] as const;
export type FormDatabase = (typeof formDatabases)[number];

/** Every database of the lake. What is in `open` may be published as it is: nothing there comes from an answer. */
export const databases = ['open', ...formDatabases] as const;
export type Database = (typeof databases)[number];

export interface TableColumn {
  readonly name: string;
  readonly type: ColumnType;
  /** Swedish, at most 255 characters, shown beside the column by Athena and Glue. */
  readonly comment: string;
  /** Min and max of free text would repeat it outside the column's data. */
  readonly statistics: boolean;
}

export interface Table {
  readonly database: Database;
  readonly name: string;
  readonly comment: string;
  readonly columns: readonly TableColumn[];
}

const formVersion = column('form_version', 'int', 'Formulärets version');
/** What every table of a form begins with. */
const baseColumns: readonly TableColumn[] = [
  column('submission_id', 'string', 'Inskickets id'),
  column('root_id', 'string', 'Postens id: det första inskickets'),
  formVersion,
  column('activity_date', 'date', 'Aktivitetsdatum, styr all rapportering'),
  column('company_key', 'string', 'Företagsnyckel: organisationsnummer för juridiska personer'),
];
/** What is still missing decides whether a record counts. */
export const missingColumn = column(
  'missing_to_count',
  'array<string>',
  'Svar som saknas ännu; tills de finns räknas posten inte i någon indikator',
);
/** What a company was called by before stays known, so that what named it then is found. */
export const earlierKeysColumn = column(
  'earlier_keys',
  'array<string>',
  'Företagsnycklar som företaget har haft tidigare',
);
const rowNumber = column('row_no', 'int', 'Radens nummer, från 1');

/** One row per received submission of any form, whatever became of it. */
export const submissionLog: Table = {
  database: 'analytic',
  name: 'submission_log',
  comment: 'Alla mottagna inskick och vad som hänt med dem',
  columns: [
    column('submission_id', 'string', 'Inskickets id'),
    column('root_id', 'string', 'Postens id: det första inskickets'),
    column('form', 'string', 'Formulär'),
    column('form_version', 'int', 'Formulärets version'),
    column('reference', 'string', 'Referens på kvittot'),
    column('status', 'string', 'current, superseded, erased eller quarantined'),
    column('reason', 'string', 'Varför raden saknas i formulärets tabell'),
    column('received_at', 'timestamp', 'Mottaget (UTC)'),
    column('received_date', 'date', 'Mottagningsdag i Sverige'),
    column('activity_date', 'date', 'Aktivitetsdatum'),
    column('channel', 'string', 'Kanal'),
    column('lang', 'string', 'Språk'),
    column('partition', 'string', 'Månad och skärva i lagret'),
  ],
};

/** Who read what is about persons, and when: never what it said. */
export const accessLog: Table = {
  database: 'confidential',
  name: 'access_log',
  comment: 'Vem som har läst personuppgifter, och när',
  columns: [
    column('at', 'timestamp', 'När (UTC)'),
    column('who', 'string', 'Handläggarens pseudonym'),
    column(
      'what',
      'string',
      'Vad: record (en post), correction (för att rätta), search (sökning efter en person eller ett företag)',
    ),
    column('form', 'string', 'Formulär'),
    column('root_id', 'string', 'Postens id'),
  ],
};

/** A column of ours, as the lake has it. */
export function column(name: string, type: ColumnType, comment: string): TableColumn {
  return { name, type, comment, statistics: true };
}

/**
 * The tables of a form: one per database, and one more for each of its fields that is a table. Each has the
 * union of the columns of all versions, in the order they were first published: columns are added, never moved,
 * renamed or retyped. An anonymous form's rows have nothing that tells one submission, or puts two zones together.
 */
export function tablesOf(versions: readonly PublishedForm[], columns: KindPart<'columns'>): Table[] {
  const newest = versions.at(-1);
  if (newest === undefined) return [];
  const keyed = newest.keys === undefined ? baseColumns : [...baseColumns, earlierKeysColumn];
  const base = newest.anonymous ? [formVersion] : keyed;
  const name = tableName(newest.id);
  return formDatabases.flatMap((database) => {
    const all = versions.flatMap(fieldsOf);
    const first = [...base, ...(database === 'analytic' ? [missingColumn] : [])];
    const main = { database, name, comment: newest.title.sv };
    return [
      { ...main, columns: union(first, columnsIn(database, all, columns, !newest.anonymous)) },
      ...childTables(database, name, all, columns),
    ];
  });
}

function childTables(
  database: FormDatabase,
  form: string,
  all: NamedFields,
  columns: KindPart<'columns'>,
): Table[] {
  const names = new Set(all.filter(([, field]) => field.fields !== undefined).map(([name]) => name));
  return [...names].flatMap((name) => {
    const versions = all.filter(([other]) => other === name).map(([, field]) => field);
    const [newest] = versions.slice(-1);
    const own = versions.flatMap((field) => columnsIn(database, Object.entries(field.fields ?? {}), columns));
    if (newest === undefined || own.length === 0) return [];
    const comment = shortName(newest).sv;
    const item = itemColumn(newest);
    const first = [
      ...baseColumns,
      rowNumber,
      ...(item === undefined ? [] : [column(item, 'string', comment)]),
    ];
    return [{ database, name: childTable(form, name), comment, columns: union(first, own) }];
  });
}

/** The table of a field that is one. */
export function childTable(form: string, field: string): string {
  return `${form}__${field}`;
}

/** The column that says what a row is about, where rows have names. */
export function itemColumn(field: PublishedField): string | undefined {
  return field.items === undefined ? undefined : field.item;
}

function union(first: readonly TableColumn[], others: readonly TableColumn[]): TableColumn[] {
  const found = new Map(first.map((each) => [each.name, each]));
  for (const each of others) if (!found.has(each.name)) found.set(each.name, each);
  return [...found.values()];
}

/** `hasLengths` is false where the length of a text would lead to the same row of another zone. */
function columnsIn(
  database: FormDatabase,
  fields: NamedFields,
  columns: KindPart<'columns'>,
  hasLengths = true,
): TableColumn[] {
  return fields.flatMap(([name, field]) => {
    const comment = shortName(field).sv;
    return ofKind(
      columns,
      field.kind,
    )(field).flatMap(({ suffix, type, freeText, comment: part }) => {
      const found: TableColumn[] = [];
      const id = `${name}${suffix}`;
      const whole = part === undefined ? comment : `${comment} – ${part}`;
      if (possibleZones(field).includes(database)) {
        found.push({ name: id, type, comment: whole, statistics: !freeText });
      }
      if (database === 'analytic' && freeText && hasLengths) {
        found.push(column(lengthColumn(id), 'int', `${whole} – antal tecken`));
      }
      return found;
    });
  });
}

/** Free text is in `analytic` only as its length. */
export function lengthColumn(field: string): string {
  return `${field}_length`;
}

function possibleZones(field: PublishedField): ZoneName[] {
  return typeof field.zone === 'string' ? [field.zone] : [field.zone.company, field.zone.soleTrader];
}
