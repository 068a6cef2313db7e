import * as z from 'zod/mini';

/** A query that failed: the message is what Athena would call its StateChangeReason. */
export class QueryFailure extends Error {
  override readonly name = 'QueryFailure';
}

const duckError = z.object({
  exception_type: z.string(),
  exception_message: z.string(),
  error_subtype: z.optional(z.string()),
  position: z.optional(z.coerce.number()),
  type: z.optional(z.string()),
});
type DuckError = z.infer<typeof duckError>;

/** What the dialect's division casts to a number when it would divide by zero, because a cast can fail. */
export const divisionByZero = 'Division by zero';

const codes: Readonly<Record<string, string>> = {
  Parser: 'SYNTAX_ERROR',
  Binder: 'SYNTAX_ERROR',
  Catalog: 'SYNTAX_ERROR',
  Conversion: 'INVALID_CAST_ARGUMENT',
  'Out of Range': 'NUMERIC_VALUE_OUT_OF_RANGE',
  'Out of Memory': 'EXCEEDED_LOCAL_MEMORY_LIMIT',
  Permission: 'PERMISSION_DENIED',
  IO: 'HIVE_CANNOT_OPEN_SPLIT',
};

// Elsewhere a position may count within one of the dialect's macros, which the person never saw.
const placedByTheQuery = ['SYNTAX_ERROR', 'COLUMN_NOT_FOUND', 'MISSING_ENTRY'];

/** Whatever stopped a query, as one line in Athena's manner: `CODE: line 1:8: sentence`. */
export function reasonOf(error: unknown, sql?: string): string {
  if (error instanceof QueryFailure) return error.message;
  const text = error instanceof Error ? error.message : String(error);
  const known = readDuckError(text);
  return known === undefined ? `GENERIC_INTERNAL_ERROR: ${oneLine(text)}` : describe(known, sql);
}

/** A parse error as it is reported: by its message and the byte it lies at. */
export function syntaxError(message: string, position: number | undefined, sql: string): QueryFailure {
  return new QueryFailure(`SYNTAX_ERROR: ${placeOf(position, sql)}${oneLine(message)}`);
}

function describe(error: DuckError, sql: string | undefined): string {
  const message = error.exception_message;
  if (message.includes(`'${divisionByZero}'`)) return `DIVISION_BY_ZERO: ${divisionByZero}`;
  const missingTable = error.exception_type === 'Catalog' && error.type === 'Table';
  const code = missingTable ? 'TABLE_NOT_FOUND' : (codes[error.exception_type] ?? 'GENERIC_USER_ERROR');
  const placed = placedByTheQuery.includes(error.error_subtype ?? '');
  // What DuckDB would suggest instead are its own tables and every overload of a function.
  const said = message.split(missingTable ? 'Did you mean' : 'Candidate functions:')[0] ?? message;
  return `${code}: ${placed ? placeOf(error.position, sql) : ''}${oneLine(said)}`;
}

function readDuckError(text: string): DuckError | undefined {
  const start = text.indexOf('{');
  if (start < 0) return undefined;
  try {
    const parsed = z.safeParse(duckError, JSON.parse(text.slice(start)));
    return parsed.success ? parsed.data : undefined;
  } catch {
    // Not every error is JSON: those of the binding itself are sentences already.
    return undefined;
  }
}

// DuckDB counts bytes from 0, a person lines and characters from 1.
function placeOf(position: number | undefined, sql: string | undefined): string {
  if (sql === undefined || position === undefined || Number.isNaN(position)) return '';
  const before = Buffer.from(sql).subarray(0, position).toString().split('\n');
  return `line ${before.length}:${[...(before.at(-1) ?? '')].length + 1}: `;
}

function oneLine(text: string): string {
  return text.trim().replaceAll(/\s*\n\s*/g, ' ');
}
