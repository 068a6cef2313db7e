import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { databases, type Table } from '../../forms/derived/columns.ts';
import type { View } from '../../functions/reports/views.ts';
import { rowsOf } from '../../infra/local/athena/table-rows.ts';
import { valueText } from '../../infra/local/athena/values.ts';

type Named = Pick<View, 'database' | 'name'>;

interface Lake {
  readonly tables: readonly Table[];
  /** Each comes after those it reads. */
  readonly views: readonly View[];
  /** The files of a table. */
  readonly pathsOf: (table: Named) => readonly string[];
}

/** A table or a view as SQL names it. */
export function nameOf({ database, name }: Named): string {
  return `${database}."${name}"`;
}

/**
 * Uses the tables and views in DuckDB as it is, without the settings and functions that the product's queries have:
 * whoever is handed the lake's files reads them so.
 */
export async function withPlainDuckDb<T>(
  { tables, views, pathsOf }: Lake,
  use: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    for (const database of databases) await connection.run(`create schema ${database}`);
    for (const table of tables) {
      await connection.run(`create view ${nameOf(table)} as ${rowsOf(table, pathsOf(table))}`);
    }
    for (const view of views) await connection.run(`create view ${nameOf(view)} as ${view.sql}`);
    return await use(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

const types: Readonly<Record<string, string>> = {
  VARCHAR: 'string',
  INTEGER: 'int',
  BIGINT: 'bigint',
  BOOLEAN: 'boolean',
  DATE: 'date',
  TIMESTAMP: 'timestamp',
  'DECIMAL(18,1)': 'decimal(18,1)',
  'DECIMAL(18,2)': 'decimal(18,2)',
  'DECIMAL(18,3)': 'decimal(18,3)',
  'DECIMAL(18,4)': 'decimal(18,4)',
  DOUBLE: 'double',
  'VARCHAR[]': 'array<string>',
};

/** The columns of a query: names, and types as the lake calls them or, where it has no such type, as DuckDB does. */
export async function columnsOf(connection: DuckDBConnection, sql: string): Promise<string[][]> {
  const described = await connection.runAndReadAll(`describe ${sql}`);
  return described.getRows().map(([name, type]) => [String(name), types[String(type)] ?? String(type)]);
}

/** The rows of a query by column name, values as Athena's text. */
export async function textsOf(connection: DuckDBConnection, sql: string) {
  const reader = await connection.runAndReadAll(sql);
  const columns = reader.columnTypes().map((type, index) => ({ type, name: reader.columnName(index) }));
  return reader
    .getRows()
    .map((row) =>
      Object.fromEntries(columns.map(({ name, type }, index) => [name, valueText(row[index] ?? null, type)])),
    );
}
