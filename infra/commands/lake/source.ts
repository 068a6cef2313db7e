import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import { databases, type Table } from '../../../forms/derived/columns.ts';
import type { DescribedTable } from '../../../forms/derived/dictionary/tables.ts';
import { catalog } from '../../local/athena/database.ts';
import { macroStatements, settings } from '../../local/athena/dialect.ts';
import { identifier, rowsOf } from '../../local/athena/table-rows.ts';

/** A view as its SQL defines it. */
export interface ViewQuery {
  readonly database: Table['database'];
  readonly name: string;
  readonly sql: string;
}

/**
 * Opens the taken objects as tables in DuckDB, with the views over them, in the dialect that queries have. What does
 * not fit into memory goes to the folder.
 */
export async function withSource<T>(
  files: ReadonlyMap<Table, readonly string[]>,
  views: readonly ViewQuery[],
  folder: string,
  use: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '2',
    memory_limit: '1GB',
    temp_directory: folder,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  try {
    const statements = [
      ...settings,
      ...macroStatements,
      `attach ':memory:' as ${catalog}`,
      ...databases.map((each) => `create schema ${catalog}.${each}`),
      ...[...files].map(([table, paths]) => `create view ${nameOf(table)} as ${rowsOf(table, paths)}`),
      `set schema = '${catalog}.main'`,
      ...views.map((view) => `create view ${nameOf(view)} as ${view.sql}`),
    ];
    await connection.run(statements.join(';\n'));
    return await use(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** A table's name in the source. */
export function nameOf({ database, name }: Pick<Table, 'database' | 'name'>): string {
  return `${catalog}.${database}.${identifier(name)}`;
}

/** How many rows a SELECT's FROM has. */
export async function countOf(connection: DuckDBConnection, from: string): Promise<number> {
  const found = await connection.runAndReadAll(`select count(*) from ${from}`);
  return Number(found.getRows()[0]?.[0]);
}

/** A table's rows, a few thousand at a time, each column as the expression makes it. */
export async function* rowsIn(
  connection: DuckDBConnection,
  table: DescribedTable,
  expression: (column: DescribedTable['columns'][number], name: string) => string,
): AsyncGenerator<DuckDBValue[][]> {
  const columns = table.columns.map((column) => expression(column, identifier(column.name)));
  const result = await connection.stream(`select ${columns.join(', ')} from ${nameOf(table)}`);
  for await (const chunk of result) yield chunk.getRows();
}
