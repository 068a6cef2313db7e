import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { type FunctionName, functionNames, needsOf } from '../lambdas.ts';

export interface ToWorker {
  readonly id: number;
  readonly event: unknown;
  readonly context: object;
}
export type FromWorker =
  | { readonly ready: true }
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: { readonly name: string; readonly message: string } };

/** What a function threw, or that it took too long; named as AWS Lambda names it. */
export class FunctionError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

export interface Functions {
  /** Runs a function with an event; throws what it threw. */
  invoke(name: FunctionName, event: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

export interface FunctionsOptions {
  /** Folder with a bundle of every function. */
  readonly bundles: string;
  /** Everything a function could be given; each gets its own settings of it, and the AWS variables. */
  readonly env: Readonly<Record<string, string>>;
  /** Takes what functions print. */
  readonly print: (chunk: string) => void;
}

/**
 * Every function in a worker of its own, with its own environment, memory and timeout. A worker starts with
 * its first call. Unlike AWS, where another instance starts, calls that overlap share the one worker; a call
 * that takes too long ends it, and the others in it get an error, as they would when an instance dies.
 */
export function startFunctions({ bundles, env, print }: FunctionsOptions): Functions {
  const running = new Map<FunctionName, RunningFunction>();

  function runningOne(name: FunctionName): RunningFunction {
    const found = running.get(name);
    if (found !== undefined && !found.ended()) return found;
    const started = startOne(name, `${bundles}/${name}/index.mjs`, environmentOf(name, env), print);
    running.set(name, started);
    return started;
  }

  return {
    invoke: (name, event) => runningOne(name).invoke(event),
    stop: async () => {
      await Promise.all([...running.values()].map((one) => one.stop()));
    },
  };
}

function environmentOf(name: FunctionName, env: FunctionsOptions['env']): Record<string, string> {
  const { settings } = needsOf(name);
  const own = new Set<string>([...settings, 'TMPDIR']);
  return Object.fromEntries(
    Object.entries(env).filter(([variable]) => variable.startsWith('AWS_') || own.has(variable)),
  );
}

interface RunningFunction {
  invoke(event: unknown): Promise<unknown>;
  ended(): boolean;
  stop(): Promise<void>;
}

/**
 * Left to itself, Node lets what dies young fill far more before it looks; an export's peak is a quarter lower with
 * this, at the same speed. Three halves: `--max-semi-space-size=16` is the same for a process.
 */
const youngGenerationMb = 48;

function startOne(
  name: FunctionName,
  module: string,
  env: Record<string, string>,
  print: (chunk: string) => void,
): RunningFunction {
  const { memoryMb, timeoutSeconds } = needsOf(name);
  const worker = new Worker(new URL('worker.ts', import.meta.url), {
    workerData: { module },
    env,
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: youngGenerationMb },
  });
  const calls = openCalls(timeoutSeconds, () =>
    end(new FunctionError('Sandbox.Timedout', `${name} took more than ${timeoutSeconds} s`)),
  );
  let ended = false;

  function end(error: FunctionError): void {
    ended = true;
    calls.failAll(error);
    void worker.terminate();
  }
  const exit = (what: string) => end(new FunctionError('Runtime.ExitError', `${name} ${what}`));

  for (const stream of [worker.stdout, worker.stderr]) stream.setEncoding('utf8').on('data', print);
  worker.on('error', (error) => exit(`ended: ${error.message}`));
  worker.on('exit', () => exit('ended'));
  worker.on('message', (message: FromWorker) => calls.settle(message));

  return {
    invoke: (event) =>
      calls.open((id) => worker.postMessage({ id, event, context: contextOf(name) } satisfies ToWorker)),
    ended: () => ended,
    stop: async () => {
      exit('was stopped');
      await worker.terminate();
    },
  };
}

interface Call {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/** The calls that a worker has not answered yet, each with its time limit. */
function openCalls(timeoutSeconds: number, tooLate: () => void) {
  const calls = new Map<number, Call>();
  let last = 0;
  return {
    open(post: (id: number) => void): Promise<unknown> {
      last += 1;
      const id = last;
      return new Promise((resolve, reject) => {
        calls.set(id, { resolve, reject, timer: setTimeout(tooLate, timeoutSeconds * 1000) });
        post(id);
      });
    },
    settle(message: FromWorker): void {
      const call = 'id' in message ? calls.get(message.id) : undefined;
      if (call === undefined || 'ready' in message) return;
      calls.delete(message.id);
      clearTimeout(call.timer);
      if ('error' in message) call.reject(new FunctionError(message.error.name, message.error.message));
      else call.resolve(message.result);
    },
    failAll(error: Error): void {
      for (const { timer, reject } of calls.values()) {
        clearTimeout(timer);
        reject(error);
      }
      calls.clear();
    },
  };
}

function contextOf(name: FunctionName) {
  return { functionName: name, awsRequestId: randomUUID(), invokedFunctionArn: arnOf(name) };
}

/** A function's ARN on this machine. */
export function arnOf(name: FunctionName): string {
  return `arn:aws:lambda:eu-north-1:000000000000:function:${name}`;
}

/** The function an ARN of this machine names. */
export function nameOf(arn: string): FunctionName {
  const found = functionNames.find((name) => arnOf(name) === arn);
  if (found === undefined) throw new Error(`expected the ARN of a function, got "${arn}"`);
  return found;
}
