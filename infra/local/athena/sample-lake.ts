import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  AthenaClient,
  GetQueryExecutionCommand,
  GetQueryResultsCommand,
  StartQueryExecutionCommand,
} from '@aws-sdk/client-athena';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Table } from '../../../forms/derived/columns.ts';
import type { ColumnType } from '../../../forms/grammar/column.ts';
import type { View } from '../../../functions/reports/views.ts';

export const buckets = { open: 'lake-open', analytic: 'lake-analytic', confidential: 'lake-confidential' };

/** A lake for tests: a folder with Parquet objects that DuckDB itself wrote. */
export interface SampleLake {
  readonly folder: string;
  /** Writes the rows of a SELECT as an object of the bucket of analytic. */
  object(key: string, select: string): Promise<void>;
  /** Points a table at objects, as the export does: whole or not at all. */
  point(table: string, keys: readonly string[]): void;
  pointers(run: number, state: 'moving' | 'done'): void;
  remove(): void;
}

export function makeLake(): SampleLake {
  const folder = mkdtempSync(join(tmpdir(), 'athena-'));
  const path = (key: string) => join(folder, buckets.analytic, key);
  function put(key: string, text: string): void {
    mkdirSync(dirname(path(key)), { recursive: true });
    writeFileSync(`${path(key)}.new`, text);
    renameSync(`${path(key)}.new`, path(key));
  }
  return {
    folder,
    async object(key, select) {
      mkdirSync(dirname(path(key)), { recursive: true });
      const instance = await DuckDBInstance.create();
      const connection = await instance.connect();
      await connection.run(`copy (${select}) to '${path(key)}' (format parquet)`);
      connection.closeSync();
      instance.closeSync();
    },
    point(table, keys) {
      put(`${table}/_symlink/manifest`, keys.map((key) => `s3://${buckets.analytic}/${key}\n`).join(''));
    },
    pointers: (run, state) => put('_pointers', JSON.stringify({ run, state })),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

export function table(name: string, columns: Readonly<Record<string, ColumnType>>): Table {
  const described = Object.entries(columns).map(([column, type]) => ({
    name: column,
    type,
    comment: '',
    statistics: true,
  }));
  return { database: 'analytic', name, comment: '', columns: described };
}

/** A view of a sample lake; nothing here asks what it says of its columns. */
export function view(database: View['database'], name: string, sql: string): View {
  return { database, name, comment: { sv: '', en: '' }, columns: [], sql };
}

export function connect(url: string): AthenaClient {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  return new AthenaClient({ endpoint: url, region: 'eu-north-1', credentials, maxAttempts: 1 });
}

export async function start(client: AthenaClient, sql: string): Promise<string> {
  const started = await client.send(
    new StartQueryExecutionCommand({ QueryString: sql, QueryExecutionContext: { Database: 'analytic' } }),
  );
  return started.QueryExecutionId ?? '';
}

/** Waits for the end of a query and tells how it ended. */
export async function ending(client: AthenaClient, id: string) {
  for (;;) {
    const { QueryExecution } = await client.send(new GetQueryExecutionCommand({ QueryExecutionId: id }));
    const { State = '', StateChangeReason = '' } = QueryExecution?.Status ?? {};
    if (!['QUEUED', 'RUNNING'].includes(State)) return { state: State, reason: StateChangeReason };
    await pause(10);
  }
}

/** Why a query failed; an empty text when it did not. */
export async function failure(client: AthenaClient, sql: string): Promise<string> {
  return (await ending(client, await start(client, sql))).reason;
}

/** The first page of a result: names, types, and rows without the header. */
export async function ask(client: AthenaClient, sql: string) {
  const id = await start(client, sql);
  const { state, reason } = await ending(client, id);
  if (state !== 'SUCCEEDED') throw new Error(reason);
  const { ResultSet } = await client.send(new GetQueryResultsCommand({ QueryExecutionId: id }));
  const columns = ResultSet?.ResultSetMetadata?.ColumnInfo ?? [];
  const rows = (ResultSet?.Rows ?? []).map(({ Data = [] }) =>
    Data.map(({ VarCharValue }) => VarCharValue ?? null),
  );
  return {
    header: rows[0],
    names: columns.map(({ Name }) => Name),
    types: columns.map(({ Type }) => Type),
    columns,
    rows: rows.slice(1),
  };
}
