import type { DuckDBConnection, DuckDBDataChunk, DuckDBResult, DuckDBType } from '@duckdb/node-api';
import { knownDatabase, type Needed, neededBy, prepareDatabase, withDatabase } from './database.ts';
import { QueryFailure, reasonOf } from './failures.ts';
import { currentRun, type Lake, readSnapshot, requireObjects, type Snapshot } from './pointers.ts';
import { parseStatement, type Statement } from './statement.ts';
import { type ColumnInfo, columnInfo, valueText } from './values.ts';

export interface Limits {
  /** How long a query may run; Athena's default for queries is 30 minutes. */
  readonly queryMs: number;
  /** How long a query waits for an export that is moving the pointers. */
  readonly pointersMs: number;
  readonly rowsMax: number;
  readonly charactersMax: number;
}

export interface Query {
  readonly sql: string;
  readonly database: string | undefined;
}

/** Rows are kept as the JSON of their texts, which takes a fraction of the memory objects do. */
export interface Result {
  readonly columns: readonly ColumnInfo[];
  readonly rows: readonly string[];
  readonly characters: number;
}

const attemptsMax = 3;
const interruptEveryMs = 20;

/** What a run needs: where the lake is, what is asked, how far it may go, and what stops it. */
export interface Job {
  readonly lake: Lake;
  readonly query: Query;
  readonly limits: Limits;
  readonly signal: AbortSignal;
}

/** Runs one query over one snapshot of the lake. */
export async function runQuery(job: Job): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    let snapshot: Snapshot | undefined;
    try {
      return await withDatabase((connection) =>
        runOnce(connection, job, (taken) => {
          snapshot = taken;
        }),
      );
    } catch (error) {
      // The sweep may have taken objects of an earlier run; those of the present one are there.
      const moved = snapshot !== undefined && snapshot.run !== (await currentRun(job.lake));
      if (!moved || job.signal.aborted || attempt === attemptsMax) throw error;
    }
  }
}

async function runOnce(
  connection: DuckDBConnection,
  { lake, query, limits, signal }: Job,
  take: (snapshot: Snapshot) => void,
): Promise<Result> {
  const database = knownDatabase(query.database);
  const statement = await parseStatement(connection, query.sql);
  const needed = neededBy(statement.tables, lake, database);
  const snapshot = await readSnapshot(lake, needed.tables, limits.pointersMs, signal);
  take(snapshot);
  requireObjects(snapshot);
  const { files, views } = contents(lake, statement, snapshot, needed);
  await prepareDatabase(connection, files, views, database).catch((error) => {
    // Positions count within our own statements here.
    throw new QueryFailure(reasonOf(error));
  });
  return interruptible(connection, signal, () => read(connection, query, statement, limits, signal));
}

// Who asks what tables there are sees all that are declared, whatever the query reads besides.
function contents(lake: Lake, { tables }: Statement, { files }: Snapshot, { views }: Needed) {
  if (tables.every(({ schema }) => schema !== 'information_schema')) return { files, views };
  const all: Snapshot['files'] = new Map([...lake.tables.map((table) => [table, []] as const), ...files]);
  return { files: all, views: lake.views };
}

// One interrupt is lost when it comes before DuckDB has begun, so it is repeated until the work has ended.
async function interruptible<T>(
  connection: DuckDBConnection,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const interrupt = () => {
    timer = setInterval(() => connection.interrupt(), interruptEveryMs);
  };
  signal.throwIfAborted();
  signal.addEventListener('abort', interrupt);
  try {
    return await work();
  } finally {
    signal.removeEventListener('abort', interrupt);
    clearInterval(timer);
  }
}

async function read(
  connection: DuckDBConnection,
  query: Query,
  statement: Statement,
  limits: Limits,
  signal: AbortSignal,
): Promise<Result> {
  const result = await connection.stream(query.sql);
  const types = result.columnTypes();
  const names = columnNames(result, statement);
  const rows: string[] = [];
  let characters = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    signal.throwIfAborted();
    if (chunk === null || chunk.rowCount === 0) break;
    for (const row of rowTexts(chunk, types)) {
      rows.push(row);
      characters += row.length;
    }
    refuseTooMuch(rows.length, characters, limits);
  }
  return { columns: types.map((type, index) => columnInfo(names[index] ?? '', type)), rows, characters };
}

function rowTexts(chunk: DuckDBDataChunk, types: readonly DuckDBType[]): string[] {
  const columns = types.map((type, index) =>
    chunk.getColumnValues(index).map((value) => valueText(value, type)),
  );
  return Array.from({ length: chunk.rowCount }, (_, row) =>
    JSON.stringify(columns.map((column) => column[row] ?? null)),
  );
}

function refuseTooMuch(rows: number, characters: number, limits: Limits): void {
  if (rows <= limits.rowsMax && characters <= limits.charactersMax) return;
  throw new QueryFailure(
    `RESULT_TOO_LARGE: on this machine a result has at most ${limits.rowsMax} rows and ${limits.charactersMax} characters; add a LIMIT or aggregate`,
  );
}

// Trino calls the third column, when nobody named it, _col2.
function columnNames(result: DuckDBResult, { columns }: Statement): string[] {
  const names = result.columnNames();
  const star = columns.indexOf('star');
  if (star >= 0 && columns.lastIndexOf('star') !== star) return names;
  const starWidth = names.length - columns.length + 1;
  const expanded = columns.flatMap((column) =>
    column === 'star' ? Array.from({ length: starWidth }, () => 'named') : [column],
  );
  if (expanded.length !== names.length) return names;
  return names.map((name, index) => (expanded[index] === 'unnamed' ? `_col${index}` : name));
}
