import type { Cell } from '../grammar/column.ts';
import { holds } from '../grammar/conditions.ts';
import { stricter, type ZoneName, zoneOf } from '../grammar/field.ts';
import { fieldsOf, tableName } from '../grammar/form-parts.ts';
import { type KindPart, ofKind } from '../grammar/kind.ts';
import type { PublishedField, PublishedForm } from '../grammar/published.ts';
import { missingToCount, type NamedFields, rowsIn, type Values } from '../grammar/reading.ts';
import {
  childTable,
  earlierKeysColumn,
  type FormDatabase,
  formDatabases,
  itemColumn,
  lengthColumn,
  missingColumn,
  type Table,
} from './columns.ts';
import type { SubmissionItem } from './item.ts';

/** Values by column name; a column without a key is null. */
export type Row = Readonly<Record<string, Cell>>;

/** A row and the table it is of. */
export interface TableRow {
  readonly database: FormDatabase;
  readonly table: string;
  readonly row: Row;
}

/** Makes the rows of one version's submissions. */
export interface RowMaker {
  /** The submission's rows in these tables. Throws when an answer fits no column. */
  rowsOf(item: SubmissionItem): readonly TableRow[];
}

type Owner = 'company' | 'soleTrader';
type Rows = Record<FormDatabase, Record<string, Cell>>;

/**
 * Everything that a row needs of its version is looked up once, here. A field that a later version holds to a stricter
 * zone is held to it in rows of every version: what was answered earlier leaves its old column.
 */
export function rowMakerOf(
  form: PublishedForm,
  tables: readonly Table[],
  columns: KindPart<'columns'>,
  versions: readonly PublishedForm[] = [form],
): RowMaker {
  const fields = fieldsOf(form);
  const table = tableName(form.id);
  // The last of each counts: a field that has been retired is held to where it was last.
  const last = versions.flatMap(fieldsOf);
  const put = cellsPutter(fields, last, columns);
  const childrenOf = childMakers(table, fields, last, tables, columns);
  const company = fields.find(([name]) => name === form.company)?.[1];
  const companyNow = new Map(last).get(form.company ?? '');
  const soleTraders = [form, ...versions.slice(-1)].flatMap(({ soleTrader }) => soleTrader ?? []);

  function rowsOf(item: SubmissionItem): readonly TableRow[] {
    const { answers } = item;
    const isPerson = soleTraders.some((each) => holds(each, answers));
    const owner = isPerson ? 'soleTrader' : 'company';
    const key = form.company === undefined ? undefined : answers[form.company];
    const isKeyed = company !== undefined && zoneIn(company, companyNow, isPerson) === 'analytic';
    const base: Record<string, Cell> = form.anonymous
      ? { form_version: item.form_version }
      : {
          submission_id: item.submission_id,
          root_id: item.root_id,
          form_version: item.form_version,
          activity_date: item.activity_date,
          company_key: item.company_key ?? (isKeyed && typeof key === 'string' ? key : undefined),
          ...(form.keys !== undefined && { [earlierKeysColumn.name]: item.earlier_keys }),
        };
    const rows = { analytic: { ...base }, confidential: { ...base } };
    put(answers, owner, rows);
    // What was removed at a person's request had been answered: the submission counts as before.
    const redacted = new Set(item.redacted);
    rows.analytic[missingColumn.name] = missingToCount(fields, answers).filter((path) => !redacted.has(path));
    return [
      ...formDatabases.map((database) => ({ database, table, row: rows[database] })),
      ...childrenOf(answers, owner, base),
    ];
  }

  return { rowsOf };
}

/** Puts each answer into the columns of the zone that it may be in. */
function cellsPutter(fields: NamedFields, newest: NamedFields, columns: KindPart<'columns'>) {
  const now = new Map(newest);
  const places = fields.flatMap(([name, field]) => {
    const zones = {
      company: zoneIn(field, now.get(name), false),
      soleTrader: zoneIn(field, now.get(name), true),
    };
    return ofKind(
      columns,
      field.kind,
    )(field).map(({ suffix, freeText, cell }) => {
      const column = `${name}${suffix}`;
      return { name, zones, cell, column, length: freeText ? lengthColumn(column) : undefined };
    });
  });
  return function put(answers: Values, owner: Owner, into: Rows): void {
    for (const { name, zones, cell, column, length } of places) {
      const value = cell(answers[name]);
      if (value === undefined) continue;
      const zone = zones[owner];
      if (zone !== 'personal') into[zone][column] = value;
      if (length !== undefined) into.analytic[length] = [...String(value)].length;
    }
  };
}

/** Makes the rows of every field that is a table of its own. */
function childMakers(
  form: string,
  fields: NamedFields,
  newest: NamedFields,
  tables: readonly Table[],
  columns: KindPart<'columns'>,
) {
  const now = new Map(newest);
  const makers = fields.flatMap(([name, field]) => {
    if (field.fields === undefined) return [];
    const own = Object.entries(field.fields);
    const put = cellsPutter(own, Object.entries(now.get(name)?.fields ?? field.fields), columns);
    const table = childTable(form, name);
    const inZones = formDatabases.filter((database) =>
      tables.some((each) => each.database === database && each.name === table),
    );
    return [{ field, name, table, item: itemColumn(field), put, inZones }];
  });
  return (answers: Values, owner: Owner, base: Row): TableRow[] =>
    makers.flatMap(({ field, name, table, item, put, inZones }) =>
      rowsIn(field, answers[name]).flatMap(([code, cells], index) => {
        const first = { ...base, row_no: index + 1, ...(item !== undefined && { [item]: code }) };
        const rows = { analytic: { ...first }, confidential: { ...first } };
        put(cells, owner, rows);
        return inZones.map((database) => ({ database, table, row: rows[database] }));
      }),
    );
}

function zoneIn(field: PublishedField, now: PublishedField | undefined, soleTrader: boolean): ZoneName {
  return stricter(zoneOf(field.zone, soleTrader), zoneOf((now ?? field).zone, soleTrader));
}
