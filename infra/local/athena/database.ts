import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Database, Table } from '../../../forms/derived/columns.ts';
import { databases } from '../../../forms/derived/columns.ts';
import { reads, type View } from '../../../functions/reports/views.ts';
import { macroStatements, settings } from './dialect.ts';
import { QueryFailure } from './failures.ts';
import type { Lake } from './pointers.ts';
import type { TableName } from './statement.ts';
import { quoted, rowsOf } from './table-rows.ts';

/** What Athena calls the catalog of Glue's tables. */
export const catalog = 'awsdatacatalog';

/**
 * Opens a database in memory for one query, and closes it whatever happens: nothing one query set, made or
 * read can be seen by another, and making it anew costs some milliseconds.
 */
export async function withDatabase<T>(use: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '2',
    memory_limit: '1GB',
    // No file is written, so a query that needs more memory fails.
    temp_directory: '',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    errors_as_json: 'true',
  });
  const connection = await instance.connect();
  try {
    return await use(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** What a query needs of the lake: tables and views, each view after those it reads. */
export type Needed = Pick<Lake, 'tables' | 'views'>;

/**
 * Makes the tables and views and shuts the door: afterwards only the objects of these tables can be read,
 * nothing outside the database can be written, and no setting can be changed.
 */
export async function prepareDatabase(
  connection: DuckDBConnection,
  files: ReadonlyMap<Table, readonly string[]>,
  views: readonly View[],
  database: Database | undefined,
): Promise<void> {
  const readable = [...files.values()].flat().map(quoted).join(', ');
  const statements = [
    ...settings,
    ...macroStatements,
    `attach ':memory:' as ${catalog}`,
    ...databases.map((each) => `create schema ${catalog}.${each}`),
    `set allowed_paths = [${readable}]`,
    'set enable_external_access = false',
    ...[...files].map(
      ([table, paths]) =>
        `create view ${catalog}.${table.database}."${table.name}" as ${rowsOf(table, paths)}`,
    ),
    // Where the names in views are looked up.
    `set schema = '${catalog}.main'`,
  ];
  await connection.run(statements.join(';\n'));
  // Each by itself: a text is parsed whole before its first statement is run, and the settings change how.
  for (const { database, name, sql } of views) {
    await connection.run(`create view ${catalog}.${database}."${name}" as ${sql}`);
  }
  await connection.run(`set schema = '${catalog}.${database ?? 'main'}'; set lock_configuration = true`);
}

/**
 * The tables and views a query names and those that these read in turn; a name that is none of ours may be one the
 * query itself defines.
 */
export function neededBy(names: readonly TableName[], lake: Needed, database: Database | undefined): Needed {
  const views: View[] = [];
  // From the last to the first, so that whatever reads a view is known before it.
  for (const view of lake.views.toReversed()) {
    const isRead = views.some((other) => reads(other, view));
    if (isRead || names.some((name) => isNamed(view, name, database))) views.unshift(view);
  }
  const tables = lake.tables.filter(
    (table) =>
      views.some((view) => reads(view, table)) || names.some((name) => isNamed(table, name, database)),
  );
  return { tables, views };
}

/** The database a query runs in, from the name its caller gave. */
export function knownDatabase(name: string | undefined): Database | undefined {
  if (name === undefined || name === 'default') return undefined;
  const known = databases.find((each) => each === name.toLowerCase());
  if (known !== undefined) return known;
  throw new QueryFailure(`SCHEMA_NOT_FOUND: expected a database of ${databases.join(', ')}, got "${name}"`);
}

function isNamed(
  table: Pick<Table, 'database' | 'name'>,
  name: TableName,
  database: Database | undefined,
): boolean {
  if (name.catalog !== '' && name.catalog !== catalog) return false;
  return table.name === name.name && table.database === (name.schema === '' ? database : name.schema);
}
