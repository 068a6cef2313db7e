/**
 * What a log line may hold. Names only things of ours (routes, codes, counts, forms), so that nothing a
 * person typed can be logged: no body, path, query, header or answer fits here.
 */
export interface LogFields {
  readonly function?: string;
  readonly requestId?: string;
  readonly route?: string;
  readonly status?: number;
  readonly code?: string;
  readonly durationMs?: number;
  readonly form?: string;
  readonly partition?: string;
  readonly run?: number;
  readonly count?: number;
  readonly error?: string;
  readonly stack?: string;
}

/** Writes one line of JSON, which CloudWatch and a terminal both take. */
export function log(level: 'info' | 'warn' | 'error', message: string, fields: LogFields): void {
  process.stdout.write(`${JSON.stringify({ level, message, ...fields })}\n`);
}

/**
 * What may be logged of an error: its class and where it was thrown. Never its message, which a library may
 * have filled with what it was given, unless the error is our own.
 */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return { error: error.name, stack: frames.slice(0, 8).join('\n') };
}
