import { holds } from '../grammar/conditions.ts';
import { stricter, type ZoneName, zoneOf } from '../grammar/field.ts';
import { type KindPart, ofKind } from '../grammar/kind.ts';
import { fieldsOf, type PublishedField, type PublishedForm, tableName } from '../grammar/published.ts';
import { type Database, databases, lengthColumn } from './columns.ts';
import type { SubmissionItem } from './item.ts';

/** Values by column name; a column without a key is null. */
export type Row = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** A row and the table it is of. */
export interface TableRow {
  readonly database: Database;
  readonly table: string;
  readonly row: Row;
}

/** Makes the rows of one version's submissions. */
export interface RowMaker {
  /** The submission's rows in every table. Throws, naming the field, when an answer fits no column. */
  rowsOf(item: SubmissionItem): readonly TableRow[];
}

/**
 * Everything that a row needs of its version is looked up once, here. A field that the newest version holds
 * to a stricter zone is held to it in rows of every version: what was answered earlier leaves its old column.
 */
export function rowMakerOf(
  form: PublishedForm,
  columns: KindPart<'column'>,
  newest: PublishedForm = form,
): RowMaker {
  const now = new Map(fieldsOf(newest));
  const table = tableName(form.id);
  const fields = fieldsOf(form).map(([name, field]) => ({
    name,
    freeText: ofKind(columns, field.kind).freeText,
    zones: {
      company: zoneIn(field, now.get(name), false),
      soleTrader: zoneIn(field, now.get(name), true),
    },
  }));
  const companyField = fields.find(({ name }) => name === form.company);

  function rowsOf(item: SubmissionItem): readonly TableRow[] {
    const { answers } = item;
    const owner = form.soleTrader !== undefined && holds(form.soleTrader, answers) ? 'soleTrader' : 'company';
    const isKeyed = companyField?.zones[owner] === 'analytic';
    const base = {
      submission_id: item.submission_id,
      root_id: item.root_id,
      form_version: item.form_version,
      activity_date: item.activity_date,
      company_key: isKeyed ? cell(companyField.name, answers[companyField.name]) : undefined,
    };
    const rows: Record<Database, Record<string, Row[string]>> = {
      analytic: { ...base },
      confidential: { ...base },
    };
    for (const { name, freeText, zones } of fields) {
      const value = cell(name, answers[name]);
      if (value === undefined) continue;
      const zone = zones[owner];
      if (zone !== 'personal') rows[zone][name] = value;
      if (freeText) rows.analytic[lengthColumn(name)] = [...String(value)].length;
    }
    return databases.map((database) => ({ database, table, row: rows[database] }));
  }

  return { rowsOf };
}

function zoneIn(field: PublishedField, now: PublishedField | undefined, soleTrader: boolean): ZoneName {
  return stricter(zoneOf(field.zone, soleTrader), zoneOf((now ?? field).zone, soleTrader));
}

function cell(name: string, value: unknown): Row[string] {
  switch (typeof value) {
    case 'undefined':
    case 'string':
    case 'number':
    case 'boolean':
      return value;
  }
  if (Array.isArray(value)) return value.map(String);
  throw new Error(`expected ${name} to be text, a number, yes/no or a list, got ${typeof value}`);
}
