import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Database, Table } from '../../../forms/derived/columns.ts';
import { databases } from '../../../forms/derived/columns.ts';
import { macroStatements, settings } from './dialect.ts';
import { QueryFailure } from './failures.ts';
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

/**
 * Makes the tables and shuts the door: afterwards only the objects of these tables can be read, nothing
 * outside the database can be written, and no setting can be changed.
 */
export async function prepareDatabase(
  connection: DuckDBConnection,
  files: ReadonlyMap<Table, readonly string[]>,
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
    `set schema = '${catalog}.${database ?? 'main'}'`,
    'set lock_configuration = true',
  ];
  await connection.run(statements.join(';\n'));
}

/** The tables a query names; a name that is none of ours may be one the query itself defines. */
export function namedTables(
  tables: readonly Table[],
  names: readonly TableName[],
  database: Database | undefined,
): Table[] {
  return tables.filter((table) => names.some((name) => isNamed(table, name, database)));
}

/** The database a query runs in, from the name its caller gave. */
export function knownDatabase(name: string | undefined): Database | undefined {
  if (name === undefined || name === 'default') return undefined;
  const known = databases.find((each) => each === name.toLowerCase());
  if (known !== undefined) return known;
  throw new QueryFailure(`SCHEMA_NOT_FOUND: expected a database of ${databases.join(', ')}, got "${name}"`);
}

function isNamed(table: Table, name: TableName, database: Database | undefined): boolean {
  if (name.catalog !== '' && name.catalog !== catalog) return false;
  return table.name === name.name && table.database === (name.schema === '' ? database : name.schema);
}
