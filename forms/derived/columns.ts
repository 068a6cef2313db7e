import type { ZoneName } from '../grammar/field.ts';
import { type ColumnType, type KindPart, ofKind } from '../grammar/kind.ts';
import {
  fieldsOf,
  type PublishedField,
  type PublishedForm,
  shortName,
  tableName,
} from '../grammar/published.ts';

/** The databases of the lake. `personal` has none: it is never exported. */
export const databases = ['analytic', 'confidential'] as const;
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

/** What every table of a form begins with. */
const baseColumns: readonly TableColumn[] = [
  column('submission_id', 'string', 'Inskickets id'),
  column('root_id', 'string', 'Postens id: det första inskickets'),
  column('form_version', 'int', 'Formulärets version'),
  column('activity_date', 'date', 'Aktivitetsdatum, styr all rapportering'),
  column('company_key', 'string', 'Företagsnyckel: organisationsnummer för juridiska personer'),
];

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
    column('activity_date', 'date', 'Aktivitetsdatum'),
    column('channel', 'string', 'Kanal'),
    column('lang', 'string', 'Språk'),
    column('partition', 'string', 'Månad och skärva i lagret'),
  ],
};

function column(name: string, type: ColumnType, comment: string): TableColumn {
  return { name, type, comment, statistics: true };
}

/**
 * The tables of a form, one per database, with the union of the columns of all its versions, in the order
 * they were first published: columns are added, never moved, renamed or retyped.
 */
export function tablesOf(versions: readonly PublishedForm[], columns: KindPart<'column'>): Table[] {
  const newest = versions.at(-1);
  if (newest === undefined) return [];
  return databases.map((database) => {
    const found = new Map(baseColumns.map((base) => [base.name, base]));
    for (const form of versions) {
      for (const [name, field] of fieldsOf(form)) {
        for (const each of columnsIn(database, name, field, columns)) {
          if (!found.has(each.name)) found.set(each.name, each);
        }
      }
    }
    return { database, name: tableName(newest.id), comment: newest.title.sv, columns: [...found.values()] };
  });
}

function columnsIn(
  database: Database,
  name: string,
  field: PublishedField,
  columns: KindPart<'column'>,
): TableColumn[] {
  const { type, freeText } = ofKind(columns, field.kind);
  const comment = shortName(field).sv;
  const found: TableColumn[] = [];
  if (possibleZones(field).includes(database)) found.push({ name, type, comment, statistics: !freeText });
  if (database === 'analytic' && freeText) {
    found.push(column(lengthColumn(name), 'int', `${comment} – antal tecken`));
  }
  return found;
}

/** Free text is in `analytic` only as its length. */
export function lengthColumn(field: string): string {
  return `${field}_length`;
}

function possibleZones(field: PublishedField): ZoneName[] {
  return typeof field.zone === 'string' ? [field.zone] : [field.zone.company, field.zone.soleTrader];
}
