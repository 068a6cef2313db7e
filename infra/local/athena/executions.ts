import { randomUUID } from 'node:crypto';
import { AwsError } from '../aws-json.ts';
import { QueryFailure, reasonOf } from './failures.ts';
import type { Lake } from './pointers.ts';
import type { Limits, Query, Result } from './run-query.ts';

export interface Execution extends Query {
  readonly id: string;
  readonly token: string | undefined;
  readonly workGroup: string;
  readonly submittedMs: number;
  state: 'QUEUED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'CANCELLED';
  reason: string | undefined;
  startedMs: number | undefined;
  completedMs: number | undefined;
  result: Result | undefined;
  readonly stop: AbortController;
  /** Settles when the query has ended, however it did. */
  ended: Promise<void>;
}

export type Request = Query & Pick<Execution, 'token' | 'workGroup'>;

/** What of executions is remembered and how much runs at once; the process has memory for this much. */
interface Bounds {
  readonly keptMax: number;
  readonly keptCharactersMax: number;
  readonly waitingMax: number;
  readonly runningMax: number;
}

const bounds: Bounds = {
  keptMax: 100,
  keptCharactersMax: 256 * 1024 * 1024,
  waitingMax: 50,
  runningMax: 2,
};

export interface Executions {
  start(request: Request): Execution;
  find(id: string): Execution;
  stop(id: string): void;
  /** Stops everything and waits for it. */
  close(): Promise<void>;
}

const stopped = 'Query cancelled by user';

/** The queries of this endpoint: those that wait, those that run, and the last that ended. */
export function openExecutions(lake: Lake, limits: Limits): Executions {
  const all = new Map<string, Execution>();
  function find(id: string): Execution {
    const found = all.get(id);
    if (found === undefined)
      throw new AwsError('InvalidRequestException', `QueryExecution ${id} was not found`);
    return found;
  }
  function startNext(): void {
    const unended = [...all.values()].filter(({ completedMs }) => completedMs === undefined);
    const running = unended.filter(({ state }) => state === 'RUNNING').length;
    const next = unended.find(({ state }) => state === 'QUEUED');
    if (next === undefined || running >= bounds.runningMax) return;
    next.state = 'RUNNING';
    next.startedMs = Date.now();
    next.ended = run(lake, next, limits).finally(() => {
      forgetOldest(all);
      startNext();
    });
  }
  return {
    start(request) {
      const same = repeated(all, request);
      if (same !== undefined) return same;
      refuseCrowd(all);
      const execution = newExecution(request);
      all.set(execution.id, execution);
      startNext();
      return execution;
    },
    find,
    stop: (id) => stop(find(id)),
    async close() {
      for (const execution of all.values()) stop(execution);
      await Promise.all([...all.values()].map(({ ended }) => ended));
    },
  };
}

function newExecution(request: Request): Execution {
  return {
    ...request,
    id: randomUUID(),
    submittedMs: Date.now(),
    state: 'QUEUED',
    reason: undefined,
    startedMs: undefined,
    completedMs: undefined,
    result: undefined,
    stop: new AbortController(),
    ended: Promise.resolve(),
  };
}

// A client that heard no answer asks again with the same token and must not start the query twice.
function repeated(all: ReadonlyMap<string, Execution>, request: Request): Execution | undefined {
  if (request.token === undefined) return undefined;
  const same = [...all.values()].find(({ token }) => token === request.token);
  if (same === undefined || (same.sql === request.sql && same.database === request.database)) return same;
  throw new AwsError('InvalidRequestException', 'Idempotent parameters do not match');
}

function refuseCrowd(all: ReadonlyMap<string, Execution>): void {
  const waiting = [...all.values()].filter(({ state }) => state === 'QUEUED').length;
  if (waiting < bounds.waitingMax) return;
  throw new AwsError(
    'TooManyRequestsException',
    `${waiting} queries are waiting already; try again when some have ended`,
  );
}

function stop(execution: Execution): void {
  if (execution.completedMs !== undefined) return;
  if (execution.state === 'QUEUED') end(execution, 'CANCELLED', stopped);
  execution.stop.abort(new QueryFailure(stopped));
}

async function run(lake: Lake, execution: Execution, limits: Limits): Promise<void> {
  const timeLimit = new AbortController();
  const timer = setTimeout(() => timeLimit.abort(), limits.queryMs);
  try {
    // Loaded with the first query: most starts of the product see none, and DuckDB is large.
    const { runQuery } = await import('./run-query.ts');
    const signal = AbortSignal.any([execution.stop.signal, timeLimit.signal]);
    execution.result = await runQuery({ lake, query: execution, limits, signal });
    end(execution, 'SUCCEEDED', undefined);
  } catch (error) {
    if (execution.stop.signal.aborted) end(execution, 'CANCELLED', stopped);
    else if (timeLimit.signal.aborted) end(execution, 'FAILED', `Query timeout after ${limits.queryMs} ms`);
    else end(execution, 'FAILED', reasonOf(error, execution.sql));
  } finally {
    clearTimeout(timer);
  }
}

function end(execution: Execution, state: Execution['state'], reason: string | undefined): void {
  execution.state = state;
  execution.reason = reason;
  execution.completedMs = Date.now();
}

function forgetOldest(all: Map<string, Execution>): void {
  let characters = 0;
  for (const { result } of all.values()) characters += result?.characters ?? 0;
  for (const execution of [...all.values()].slice(0, -1)) {
    if (all.size <= bounds.keptMax && characters <= bounds.keptCharactersMax) return;
    if (execution.completedMs === undefined) continue;
    characters -= execution.result?.characters ?? 0;
    all.delete(execution.id);
  }
}
