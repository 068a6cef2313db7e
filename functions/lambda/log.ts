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
  readonly sentence?: string;
  readonly stack?: string;
}

/** Writes one line of JSON, which CloudWatch and a terminal both take. */
export function log(level: 'info' | 'warn' | 'error', message: string, fields: LogFields): void {
  process.stdout.write(`${JSON.stringify({ level, message, ...fields })}\n`);
}

/** An error of ours whose sentence holds nothing that anybody sent, and is logged whole. */
export class Fault extends Error {
  override readonly name: string = 'Fault';
}

/**
 * What may be logged of an error: its class and where it was thrown. Not its message, which a library may
 * have filled with what it was given, unless it is a sentence of ours that cannot hold that.
 */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return {
    error: error.name,
    ...(error instanceof Fault && { sentence: error.message }),
    stack: frames.slice(0, 8).join('\n'),
  };
}
