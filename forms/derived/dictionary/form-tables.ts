import { fieldsOf, shortName, tableName } from '../../grammar/form-parts.ts';
import type { PublishedForm } from '../../grammar/published.ts';
import type { NamedFields } from '../../grammar/reading.ts';
import type { Words } from '../../grammar/words.ts';
import { childTable, itemColumn, missingColumn, type Table, type TableColumn, tablesOf } from '../columns.ts';
import {
  columnsOfField,
  type DescribedColumn,
  type DescribingKinds,
  type FieldPlace,
  ownColumn,
  type Question,
  questionOf,
} from './columns.ts';
import { type FieldHistory, historiesOf } from './history.ts';
import { listOf, optionsOf } from './options.ts';
import type { DescribedTable } from './tables.ts';

/** A form's own table in each database, and those of its fields that are tables, in the order of `tablesOf`. */
export function formTables(versions: readonly PublishedForm[], kinds: DescribingKinds): DescribedTable[] {
  const newest = versions.at(-1);
  if (newest === undefined) return [];
  const form = { newest, versions, fields: historiesOf(versions, fieldsOf), kinds };
  return tablesOf(versions, kinds.columns).map((table) => {
    const field = [...form.fields.values()].find(
      ({ name }) => childTable(tableName(newest.id), name) === table.name,
    );
    return field === undefined ? mainTable(table, form) : tableOfField(table, field, form);
  });
}

/** The questions of a form that no table has, because every answer to them is personal. */
export function neverExported(versions: readonly PublishedForm[]): Question[] {
  const form = versions.at(-1)?.id ?? '';
  const fields = historiesOf(versions, fieldsOf);
  return [...fields.values()].flatMap((history) => {
    const cells = [...cellsOf(versions, history).values()].filter(isPersonal);
    if (history.newest.fields !== undefined) {
      return cells.map((cell) => questionOf(cell, cellPlace(form, history, cell)));
    }
    return isPersonal(history) ? [questionOf(history, { form, beside: besideOf(history, versions) })] : [];
  });
}

function isPersonal({ editions }: FieldHistory): boolean {
  return editions.every(({ field: { zone } }) =>
    typeof zone === 'string'
      ? zone === 'personal'
      : zone.company === 'personal' && zone.soleTrader === 'personal',
  );
}

interface FormHistory {
  readonly newest: PublishedForm;
  readonly versions: readonly PublishedForm[];
  readonly fields: ReadonlyMap<string, FieldHistory>;
  readonly kinds: DescribingKinds;
}

function mainTable(table: Table, form: FormHistory): DescribedTable {
  const { database, name } = table;
  const { id, title, anonymous } = form.newest;
  const described = [...form.fields.values()].flatMap((history) => [
    ...columnsOfField(history, { form: id, beside: besideOf(history, form.versions) }, database, form.kinds),
  ]);
  return {
    database,
    name,
    isView: false,
    title,
    row: formRow(title, anonymous === true),
    key: anonymous ? [] : ['submission_id'],
    form: id,
    columns: columnsOf(table, new Map(described), form),
  };
}

function formRow({ sv, en }: Words, isAnonymous: boolean): Words {
  const row = {
    sv: `Ett gällande inskick av ”${sv}”. Ersatta och raderade inskick finns bara i submission_log.`,
    en: `One current submission of “${en}”. Superseded and erased ones are in submission_log only.`,
  };
  if (!isAnonymous) return row;
  return {
    sv: `${row.sv} Formuläret är anonymt: raderna har inget id, och deras ordning säger inget.`,
    en: `${row.en} The form is anonymous: its rows have no id, and their order tells nothing.`,
  };
}

function tableOfField(table: Table, field: FieldHistory, form: FormHistory): DescribedTable {
  const { database, name } = table;
  const { id, title } = form.newest;
  const described = [...cellsOf(form.versions, field).values()].flatMap((cell) => [
    ...columnsOfField(cell, cellPlace(id, field, cell), database, form.kinds),
  ]);
  const item = itemColumn(field.newest);
  const describes = new Map(described);
  if (item !== undefined) describes.set(item, (column) => rowName(column, field));
  return {
    database,
    name,
    isView: false,
    title: shortName(field.newest),
    row: rowOfField(field, title),
    key: ['submission_id', 'row_no'],
    parent: tableName(id),
    form: id,
    field: field.name,
    columns: columnsOf(table, describes, form),
  };
}

function rowOfField({ newest }: FieldHistory, form: Words): Words {
  const { sv, en } = shortName(newest);
  const list = listOf(newest);
  const of = {
    sv: list === undefined ? '' : `, om ett av alternativen i listan ${list}`,
    en: list === undefined ? '' : `, about one option of the list ${list}`,
  };
  return {
    sv: `En rad i svaret på ”${sv}” i ett gällande inskick av ”${form.sv}”${of.sv}.`,
    en: `One row of the answer to “${en}” in a current submission of “${form.en}”${of.en}.`,
  };
}

/** The column that says what a row is about. */
function rowName({ name, type }: TableColumn, { editions, newest, retired }: FieldHistory): DescribedColumn {
  const list = listOf(newest);
  const now = new Set(optionsOf(newest).map(({ code }) => code));
  const options = new Map(
    editions.flatMap(({ field }) => optionsOf(field)).map((option) => [option.code, option]),
  );
  return {
    name,
    type,
    meaning: shortName(newest),
    isRequired: true,
    ...(list !== undefined && { list }),
    codes: [...options.values()].map((option) => ({
      ...option,
      current: retired === undefined && now.has(option.code),
    })),
  };
}

type Describes = ReadonlyMap<string, (column: TableColumn) => DescribedColumn>;

const always = ['submission_id', 'root_id', 'form_version', 'row_no'];

/** A table begins with columns of ours; a field that is called as one of them has no other column there. */
function columnsOf(table: Table, describes: Describes, form: FormHistory): DescribedColumn[] {
  const { anonymous, activityDate, company } = form.newest;
  const answered = new Map([
    ['activity_date', activityDate],
    ['company_key', company],
  ]);
  const ours = new Set([missingColumn.name, ...always, ...(anonymous ? [] : answered.keys())]);
  return table.columns.map((column) => {
    const describe = ours.has(column.name) ? undefined : describes.get(column.name);
    if (describe !== undefined) return describe(column);
    const history = form.fields.get(answered.get(column.name) ?? '');
    const place = history && { form: form.newest.id, beside: besideOf(history, form.versions) };
    const isDated = column.name === 'activity_date' && isAlwaysDated(form.versions);
    return {
      ...ownColumn(column, always.includes(column.name) || isDated),
      ...(history && place && { question: questionOf(history, place) }),
    };
  });
}

function isAlwaysDated(versions: readonly PublishedForm[]): boolean {
  return versions.every((version) =>
    fieldsOf(version).some(
      ([name, { wanted, shownWhen }]) =>
        name === version.activityDate && wanted === 'required' && shownWhen === undefined,
    ),
  );
}

/** What the field's conditions look at: the fields of the last version that has it. */
function besideOf({ editions }: FieldHistory, versions: readonly PublishedForm[]): NamedFields {
  const last = versions.find(({ version }) => version === editions.at(-1)?.version);
  return last === undefined ? [] : fieldsOf(last);
}

function cellsOf(versions: readonly PublishedForm[], { name }: FieldHistory): Map<string, FieldHistory> {
  return historiesOf(versions, (form) =>
    Object.entries(fieldsOf(form).find(([each]) => each === name)?.[1].fields ?? {}),
  );
}

/** A cell's conditions look at the other cells of its row. */
function cellPlace(form: string, table: FieldHistory, cell: FieldHistory): FieldPlace {
  const last = table.editions.find(({ version }) => version === cell.editions.at(-1)?.version);
  return { form, table, beside: Object.entries(last?.field.fields ?? {}) };
}
