import {
  childTable,
  type FormDatabase,
  formDatabases,
  itemColumn,
  lengthColumn,
  tablesOf,
} from '../../../forms/derived/columns.ts';
import { fieldsOf, shortName, tableName } from '../../../forms/grammar/form-parts.ts';
import { type KindPart, ofKind } from '../../../forms/grammar/kind.ts';
import type { PublishedForm } from '../../../forms/grammar/published.ts';
import type { NamedFields } from '../../../forms/grammar/reading.ts';
import type { ViewColumn } from '../views.ts';
import {
  activityDate,
  companyKey,
  formVersion,
  missingToCount,
  rootId,
  rowNumber,
  submissionId,
} from './columns.ts';

/** A column of a form, and where its values are. What every table repeats is taken from the first. */
export interface FormColumn extends ViewColumn {
  readonly databases: readonly FormDatabase[];
}

type Versions = readonly PublishedForm[];

/** What a column means in English; the lake's own tables are described in Swedish alone. */
interface Meaning {
  readonly en: string;
  readonly isRepeated: boolean;
}

const repeated = [submissionId, rootId, formVersion, activityDate, companyKey, missingToCount, rowNumber];

/**
 * The columns of each table of a form, those of all its databases together: each once, in the order they were first
 * asked.
 */
export function formColumns(versions: Versions, columns: KindPart<'columns'>): Map<string, FormColumn[]> {
  const tables = tablesOf(versions, columns);
  const names = new Set(tables.map(({ name }) => name));
  return new Map(
    [...names].map((name) => {
      const parts = formDatabases.flatMap((database) =>
        tables.filter((table) => table.name === name && table.database === database),
      );
      const together = [...meanings(versions, name, columns)].flatMap(([column, { en, isRepeated }]) => {
        const found = parts.flatMap(({ database, columns }) =>
          columns.filter((each) => each.name === column).map((each) => ({ ...each, database })),
        );
        const [first] = found;
        if (first === undefined) return [];
        const databases = found.slice(0, isRepeated ? 1 : undefined).map(({ database }) => database);
        return [{ name: column, type: first.type, comment: { sv: first.comment, en }, databases }];
      });
      return [name, together];
    }),
  );
}

/** Every column that a table can have, in the order of the declaration. */
function meanings(versions: Versions, table: string, columns: KindPart<'columns'>): Map<string, Meaning> {
  const parents = versions.flatMap((form) =>
    fieldsOf(form).filter(([name]) => childTable(tableName(form.id), name) === table),
  );
  const found = new Map(repeated.map(({ name, comment: { en } }) => [name, { en, isRepeated: true }]));
  for (const [, parent] of parents) {
    const item = itemColumn(parent);
    if (item !== undefined) found.set(item, { en: shortName(parent).en, isRepeated: true });
  }
  const isMain = versions.some(({ id }) => tableName(id) === table);
  const asked = isMain
    ? versions.flatMap(fieldsOf)
    : parents.flatMap(([, { fields = {} }]) => Object.entries(fields));
  for (const [column, en] of asked.flatMap((each) => meaningsOf(each, columns))) {
    if (!found.has(column)) found.set(column, { en, isRepeated: false });
  }
  return found;
}

function meaningsOf([name, field]: NamedFields[number], columns: KindPart<'columns'>): [string, string][] {
  return ofKind(
    columns,
    field.kind,
  )(field).flatMap(({ suffix }) => {
    const column = `${name}${suffix}`;
    const part = suffix === '' ? field.unit?.en : suffix.replaceAll('_', ' ').trim();
    const en = part === undefined ? shortName(field).en : `${shortName(field).en} – ${part}`;
    return [
      [column, en],
      [lengthColumn(column), `${en} – number of characters`],
    ];
  });
}
