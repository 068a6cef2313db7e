import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import {
  AthenaClient,
  GetQueryExecutionCommand,
  GetQueryResultsCommand,
  StartQueryExecutionCommand,
  StopQueryExecutionCommand,
} from '@aws-sdk/client-athena';
import * as z from 'zod/mini';
import { withProduct } from '../local/product.ts';
import { formats, type TableResult } from './table-text.ts';
import { run, say, warn } from './terminal.ts';

const usage = `usage: npm run query -- "select …" [--format table|csv|json]
  Tables: select table_schema, table_name from information_schema.tables`;

const format = z._default(z.enum(['table', 'csv', 'json']), 'table');
const positionals = z.tuple([z.string().check(z.minLength(1))]);

const environment = z.object({
  AWS_ENDPOINT_URL_ATHENA: z.url(),
  AWS_REGION: z.string(),
  AWS_ACCESS_KEY_ID: z.string(),
  AWS_SECRET_ACCESS_KEY: z.string(),
});

const pollFirstMs = 10;
const pollLastMs = 500;
const sayEveryMs = 10_000;

// `npm run query`: one SELECT over the exported tables; a name without a database is one of analytic. Exit
// code 1: the query failed; 2: the command was not understood.
await run(async () => {
  const asked = readArguments();
  if (asked === undefined) return;
  const result = await withProduct(({ env }) => query(connect(env), asked.sql));
  await print(formats[asked.format](result));
});

function readArguments() {
  try {
    const found = parseArgs({
      allowPositionals: true,
      options: { format: { type: 'string' }, help: { type: 'boolean' } },
    });
    if (found.values.help) return void say(usage);
    const [sql] = positionals.parse(found.positionals);
    return { sql, format: format.parse(found.values.format) };
  } catch {
    warn(usage);
    process.exitCode = 2;
    return undefined;
  }
}

function connect(env: Readonly<Record<string, string>>): AthenaClient {
  const read = environment.parse(env);
  return new AthenaClient({
    endpoint: read.AWS_ENDPOINT_URL_ATHENA,
    region: read.AWS_REGION,
    credentials: { accessKeyId: read.AWS_ACCESS_KEY_ID, secretAccessKey: read.AWS_SECRET_ACCESS_KEY },
  });
}

async function query(client: AthenaClient, sql: string): Promise<TableResult> {
  const start = new StartQueryExecutionCommand({
    QueryString: sql,
    QueryExecutionContext: { Database: 'analytic' },
  });
  const { QueryExecutionId } = await client.send(start);
  const stop = () => {
    client.send(new StopQueryExecutionCommand({ QueryExecutionId })).catch((error) => warn(error.message));
  };
  // The product may be another process, where the query would run on alone.
  process.once('SIGINT', stop);
  try {
    await ended(client, QueryExecutionId);
    return await results(client, QueryExecutionId);
  } finally {
    process.off('SIGINT', stop);
    client.destroy();
  }
}

async function ended(client: AthenaClient, QueryExecutionId: string | undefined): Promise<void> {
  const startedMs = Date.now();
  let saidMs = startedMs;
  for (let waitMs = pollFirstMs; ; waitMs = Math.min(waitMs * 1.5, pollLastMs)) {
    const { QueryExecution } = await client.send(new GetQueryExecutionCommand({ QueryExecutionId }));
    const { State, StateChangeReason } = QueryExecution?.Status ?? {};
    if (State === 'SUCCEEDED') return;
    if (State === 'FAILED' || State === 'CANCELLED') {
      throw new Error(StateChangeReason ?? `the query ended as ${State}`);
    }
    if (Date.now() - saidMs > sayEveryMs) {
      saidMs = Date.now();
      warn(`running for ${Math.round((saidMs - startedMs) / 1000)} s; Ctrl+C stops it`);
    }
    await pause(waitMs);
  }
}

async function results(client: AthenaClient, QueryExecutionId: string | undefined): Promise<TableResult> {
  const columns: { name: string; type: string }[] = [];
  const rows: (string | null)[][] = [];
  let NextToken: string | undefined;
  do {
    const page = await client.send(new GetQueryResultsCommand({ QueryExecutionId, NextToken }));
    const found = page.ResultSet?.Rows ?? [];
    if (NextToken === undefined) {
      for (const { Name = '', Type = '' } of page.ResultSet?.ResultSetMetadata?.ColumnInfo ?? []) {
        columns.push({ name: Name, type: Type });
      }
      // The first row of the first page is the header.
      found.shift();
    }
    for (const { Data = [] } of found) rows.push(Data.map(({ VarCharValue }) => VarCharValue ?? null));
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return { columns, rows };
}

/** Writes as fast as it is read; whoever reads may stop early (`| head`). */
async function print(lines: Iterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(lines), process.stdout, { end: false });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
  }
}
