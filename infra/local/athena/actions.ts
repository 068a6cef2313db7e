import * as z from 'zod/mini';
import { AwsError } from '../aws-json.ts';
import type { Execution, Executions } from './executions.ts';

// Athena's own limits.
const queryCharactersMax = 262_144;
const rowsPerPageMax = 1000;

const startInput = z.object({
  QueryString: z.string().check(z.minLength(1), z.maxLength(queryCharactersMax)),
  ClientRequestToken: z.optional(z.string().check(z.minLength(32), z.maxLength(128))),
  QueryExecutionContext: z.optional(
    z.object({
      Database: z.optional(z.string()),
      Catalog: z.optional(z.string().check(z.regex(/^awsdatacatalog$/i, 'only AwsDataCatalog exists'))),
    }),
  ),
  WorkGroup: z._default(z.string(), 'primary'),
  ExecutionParameters: z.optional(
    z.array(z.string()).check(z.maxLength(0, 'parameters are not supported on this machine')),
  ),
});

const idInput = z.object({ QueryExecutionId: z.string() });

const resultsInput = z.object({
  QueryExecutionId: z.string(),
  MaxResults: z._default(z.int().check(z.minimum(1), z.maximum(rowsPerPageMax)), rowsPerPageMax),
  NextToken: z.optional(z.string().check(z.regex(/^\d{1,9}$/, 'is not a token of this result'))),
});

type Action = (executions: Executions, input: unknown) => object;

/** What this endpoint answers, by the name of Athena's action. */
export const actions: Readonly<Record<string, Action>> = {
  StartQueryExecution(executions, input) {
    const request = read(startInput, input);
    const { id } = executions.start({
      sql: request.QueryString,
      database: request.QueryExecutionContext?.Database,
      token: request.ClientRequestToken,
      workGroup: request.WorkGroup,
    });
    return { QueryExecutionId: id };
  },
  GetQueryExecution(executions, input) {
    return { QueryExecution: describe(executions.find(read(idInput, input).QueryExecutionId)) };
  },
  StopQueryExecution(executions, input) {
    executions.stop(read(idInput, input).QueryExecutionId);
    return {};
  },
  GetQueryResults(executions, input) {
    const { QueryExecutionId, MaxResults, NextToken } = read(resultsInput, input);
    return page(executions.find(QueryExecutionId), Number(NextToken ?? 0), MaxResults);
  },
};

function read<T>(schema: z.ZodMiniType<T>, input: unknown): T {
  const parsed = z.safeParse(schema, input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw invalid(`${issue?.path.join('.') || 'The request'}: ${issue?.message}`);
}

function invalid(message: string): AwsError {
  return new AwsError('InvalidRequestException', message);
}

function describe(execution: Execution): object {
  const { state, reason, submittedMs, startedMs, completedMs, database } = execution;
  const now = completedMs ?? Date.now();
  const started = startedMs ?? now;
  return {
    QueryExecutionId: execution.id,
    Query: execution.sql,
    StatementType: 'DML',
    SubstatementType: 'SELECT',
    ResultConfiguration: {},
    QueryExecutionContext: {
      Catalog: 'awsdatacatalog',
      ...(database !== undefined && { Database: database }),
    },
    Status: {
      State: state,
      SubmissionDateTime: submittedMs / 1000,
      ...(completedMs !== undefined && { CompletionDateTime: completedMs / 1000 }),
      ...(reason !== undefined && { StateChangeReason: reason }),
      ...(state === 'FAILED' && {
        AthenaError: { ErrorCategory: 2, Retryable: false, ErrorMessage: reason },
      }),
    },
    Statistics: {
      EngineExecutionTimeInMillis: now - started,
      QueryQueueTimeInMillis: started - submittedMs,
      TotalExecutionTimeInMillis: now - submittedMs,
    },
    WorkGroup: execution.workGroup,
    EngineVersion: {
      SelectedEngineVersion: 'AUTO',
      EffectiveEngineVersion: 'Athena engine version 3',
    },
  };
}

// Athena's first row of the first page is the header, and counts as a row of that page.
function page(execution: Execution, from: number, count: number): object {
  const { result, state } = execution;
  if (result === undefined) {
    throw invalid(
      execution.completedMs === undefined
        ? `Query has not yet finished. Current state: ${state}`
        : `Query did not finish successfully. Final query state: ${state}`,
    );
  }
  const total = result.rows.length + 1;
  const until = Math.min(from + count, total);
  const header = from === 0 ? [result.columns.map(({ Name }) => Name)] : [];
  const texts = result.rows.slice(Math.max(0, from - 1), until - 1).map(readRow);
  return {
    UpdateCount: 0,
    ResultSet: {
      Rows: [...header, ...texts].map((row) => ({ Data: row.map(cell) })),
      ResultSetMetadata: { ColumnInfo: result.columns.map(describeColumn) },
    },
    ...(until < total && { NextToken: String(until) }),
  };
}

const row = z.array(z.nullable(z.string()));

function readRow(text: string): (string | null)[] {
  return row.parse(JSON.parse(text));
}

function cell(text: string | null): { VarCharValue?: string } {
  return text === null ? {} : { VarCharValue: text };
}

function describeColumn(column: { readonly Name: string }): object {
  return {
    CatalogName: 'hive',
    SchemaName: '',
    TableName: '',
    Label: column.Name,
    Nullable: 'UNKNOWN',
    ...column,
  };
}
