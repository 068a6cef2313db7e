import {
  childTable,
  type Database,
  earlierKeysColumn,
  itemColumn,
  lengthColumn,
  missingColumn,
  type Table,
  tablesOf,
} from '../../../forms/derived/columns.ts';
import { inBoth, joined } from '../../../forms/derived/dictionary/words.ts';
import { fieldsOf, shortName, tableName } from '../../../forms/grammar/form-parts.ts';
import { type KindPart, ofKind } from '../../../forms/grammar/kind.ts';
import type { PublishedForm } from '../../../forms/grammar/published.ts';
import type { NamedFields } from '../../../forms/grammar/reading.ts';
import type { Words } from '../../../forms/grammar/words.ts';
import type { ViewColumn } from '../views.ts';

/** A column of a form, and where its values are. What every table repeats is taken from the first. */
interface FormColumn extends ViewColumn {
  readonly databases: readonly Database[];
}

/** The tables of one name in the databases of a form, seen as one. */
export interface FormTable {
  readonly name: string;
  readonly title: Words;
  /** Each once: those of every form, then those of fields in the order they were first asked. */
  readonly columns: readonly FormColumn[];
}

/** Every such table begins with some of these, whatever fields are called. */
const ours = [
  'submission_id',
  'root_id',
  'form_version',
  'activity_date',
  'company_key',
  missingColumn.name,
  earlierKeysColumn.name,
  'row_no',
];

/** The tables of a form that is not anonymous: its own, and one for each of its fields that is a table. */
export function formTables(versions: readonly PublishedForm[], columns: KindPart<'columns'>): FormTable[] {
  const newest = versions.at(-1);
  if (newest === undefined) return [];
  const { id, title } = newest;
  const tables = tablesOf(versions, columns);
  const all = versions.flatMap(fieldsOf);
  return [...new Set(tables.map(({ name }) => name))].map((name) => {
    const parts = tables.filter((table) => table.name === name);
    const parents = all.filter(([parent]) => childTable(tableName(id), parent) === name);
    const parent = parents.at(-1)?.[1];
    if (parent === undefined) {
      return { name, title, columns: together(parts, new Map(), meanings(all, columns)) };
    }
    const item = itemColumn(parent);
    const items = new Map(item === undefined ? [] : [[item, shortName(parent)] as const]);
    const cells = parents.flatMap(([, { fields = {} }]) => Object.entries(fields));
    return {
      name,
      title: joined([title, shortName(parent)], ' – '),
      columns: together(parts, items, meanings(cells, columns)),
    };
  });
}

/** What the columns mean that fields can have, in the order of the declaration. */
function meanings(asked: NamedFields, columns: KindPart<'columns'>): Map<string, Words> {
  const found = new Map<string, Words>();
  for (const [name, field] of asked) {
    for (const { suffix, comment } of ofKind(columns, field.kind)(field)) {
      const column = `${name}${suffix}`;
      if (found.has(column)) continue;
      const parts = comment === undefined ? [] : [comment === field.unit?.sv ? field.unit : inBoth(comment)];
      const words = [shortName(field), ...parts];
      found.set(column, joined(words, ' – '));
      found.set(lengthColumn(column), joined([...words, inBoth('antal tecken')], ' – '));
    }
  }
  return found;
}

function together(
  parts: readonly Table[],
  items: ReadonlyMap<string, Words>,
  asked: ReadonlyMap<string, Words>,
): FormColumn[] {
  const repeated = new Map(
    parts
      .flatMap(({ columns }) => columns)
      .filter(({ name }) => ours.includes(name) || items.has(name))
      .map(({ name, comment }) => [name, items.get(name) ?? inBoth(comment)]),
  );
  return [...repeated, ...[...asked].filter(([name]) => !repeated.has(name))].flatMap(([name, comment]) => {
    const found = parts.flatMap(({ database, columns }) =>
      columns.filter((column) => column.name === name).map(({ type }) => ({ type, database })),
    );
    const [first] = found;
    if (first === undefined) return [];
    const databases = found.slice(0, repeated.has(name) ? 1 : undefined).map((each) => each.database);
    return [{ name, type: first.type, comment, databases }];
  });
}
