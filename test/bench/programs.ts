import { fork } from 'node:child_process';
import * as z from 'zod/mini';

const answer = z.union([
  z.object({ id: z.int(), failed: z.string() }),
  z.object({ id: z.int(), result: z.unknown() }),
]);
const usage = z.object({ cpuMs: z.number(), peakMb: z.number() });
export type Usage = z.infer<typeof usage>;

/** A part of the bench in a process of its own: what it costs is nobody else's. */
export interface Program {
  /** Has it do one of its operations. */
  ask<S extends z.ZodMiniType>(operation: string, schema: S, input?: unknown): Promise<z.infer<S>>;
  /** CPU since its start, all threads, and the most memory it ever had. */
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

const programs = {
  product: new URL('./run-product.ts', import.meta.url),
  floor: new URL('./run-floor.ts', import.meta.url),
  handler: new URL('./run-handler.ts', import.meta.url),
  instant: new URL('./run-instant.ts', import.meta.url),
  render: new URL('./run-render.ts', import.meta.url),
  export: new URL('./run-export.ts', import.meta.url),
  pages: new URL('./run-pages.ts', import.meta.url),
  duckdb: new URL('./run-duckdb.ts', import.meta.url),
  page: new URL('./run-page.ts', import.meta.url),
  search: new URL('./run-search.ts', import.meta.url),
};
type ProgramName = keyof typeof programs;

/** Starts `run-<name>.ts`, which offers operations. What it prints to standard output is passed over. */
export function startProgram(name: ProgramName, env: Readonly<Record<string, string>> = {}): Program {
  const child = fork(programs[name], [], {
    env: { ...process.env, ...env },
    // As infra/local/functions.ts gives every function: what dies young is looked for at 48 MB.
    execArgv: name === 'render' ? ['--max-semi-space-size=16'] : [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const gone = new Promise<void>((resolve) => {
    child.on('exit', (code) => {
      for (const { reject } of waiting.values()) reject(new Error(`run-${name}.ts ended with code ${code}`));
      waiting.clear();
      resolve();
    });
  });
  child.on('message', (message) => {
    const told = answer.parse(message);
    const { resolve, reject } = waiting.get(told.id) ?? {};
    waiting.delete(told.id);
    if ('failed' in told) reject?.(new Error(told.failed));
    else resolve?.(told.result);
  });

  async function ask<S extends z.ZodMiniType>(operation: string, schema: S, input?: unknown) {
    last += 1;
    const id = last;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    waiting.set(id, { resolve, reject });
    child.send({ id, operation, input });
    return schema.parse(await promise);
  }

  return {
    ask,
    usage: () => ask('usage', usage),
    stop: async () => {
      if (child.connected) child.disconnect();
      await gone;
    },
  };
}

/** Starts a program for as long as it is used. */
export async function withProgram<T>(
  name: ProgramName,
  env: Readonly<Record<string, string>>,
  use: (program: Program) => Promise<T>,
): Promise<T> {
  const program = startProgram(name, env);
  try {
    return await use(program);
  } finally {
    await program.stop();
  }
}
