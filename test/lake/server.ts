import { StateMachine } from 'aws-local-stepfunctions';
import { vi } from 'vitest';
import * as z from 'zod/mini';
import { exportMachine } from '../../infra/export-machine.ts';
import { publications } from './forms.ts';
import { type Judge, type StoreProxy, startProxy } from './proxy.ts';
import type { Stores } from './stores.ts';

/** How an execution of the state machine ended. */
export type Ended = { readonly output: Output } | { readonly error: string; readonly sentence: string };

/** What the last step hands over: of a run, or of a sweep. */
export interface Output {
  readonly run: number;
  readonly asOf: string;
  readonly forms: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly shortfalls: readonly { readonly partition: string; readonly reason: string }[];
  readonly differences: readonly string[];
  readonly objectsWritten: number;
  readonly pointersMoved: readonly string[];
  readonly deleted: number;
}

/** A machine that runs the functions: its own clients, and a proxy that sees and decides about their calls. */
export interface Server {
  readonly proxy: StoreProxy;
  /** Runs the export's state machine to its end, as deployed; a dead server does not try again. */
  run(input?: object, judge?: Judge): Promise<Ended>;
  prepareLake(): Promise<void>;
}

const machine = new StateMachine(
  exportMachine({
    replay: 'replay-erasures',
    plan: 'plan-export',
    render: 'render-partitions',
    reconcile: 'reconcile-export',
    publish: 'publish-export',
    sweep: 'sweep-lake',
  }),
);
const tasks = ['Replay', 'Plan', 'RenderPartitions', 'Reconcile', 'Publish', 'Sweep'];

const invocation = z.object({ FunctionName: z.string(), Payload: z.unknown() });

let executions = 0;

/** Starts one: loads the functions anew, so that they share nothing with another server but the stores. */
export async function startServer(stores: Stores): Promise<Server> {
  const proxy = await startProxy(stores);
  Object.assign(process.env, { AWS_ENDPOINT_URL_DYNAMODB: proxy.url, AWS_ENDPOINT_URL_S3: proxy.url });
  vi.resetModules();
  vi.doMock('../../forms/published/index.ts', () => ({ publications }));
  const handlers: Readonly<Record<string, (event: unknown) => Promise<unknown>>> = {
    'replay-erasures': (await import('../../functions/replay-erasures.ts')).handler,
    'plan-export': (await import('../../functions/plan-export.ts')).handler,
    'render-partitions': (await import('../../functions/render-partitions.ts')).handler,
    'reconcile-export': (await import('../../functions/reconcile-export.ts')).handler,
    'publish-export': (await import('../../functions/publish-export.ts')).handler,
    'sweep-lake': (await import('../../functions/sweep-lake.ts')).handler,
  };
  const { handler: prepareLake } = await import('../../functions/prepare-lake.ts');
  const table = await import('../../functions/submissions/table.ts');
  // A client learns where to call with its first call.
  await prepareLake();
  await table.hasChangedSince({ form: 'none', month: '2021-01', shard: 0 }, 0);
  await table.find({ id: 'none', shards: [] }, '00000000-0000-7000-8000-000000000000');

  async function run(input: object = {}, judge?: Judge): Promise<Ended> {
    proxy.begin(judge);
    executions += 1;
    let failure: Error | undefined;
    const running = new Set<Promise<void>>();
    // The interpreter hides what a step threw behind an error of its own.
    async function task(parameters: unknown) {
      const { FunctionName, Payload } = invocation.parse(parameters);
      const handler = handlers[FunctionName];
      if (handler === undefined) throw new Error(`expected a step of the machine, got ${FunctionName}`);
      const ended = Promise.withResolvers<void>();
      running.add(ended.promise);
      try {
        const result = await handler(JSON.parse(JSON.stringify(Payload)));
        return { Payload: JSON.parse(JSON.stringify(result ?? null)) };
      } catch (error) {
        failure = error instanceof Error ? error : new Error(String(error));
        running.delete(ended.promise);
        ended.resolve();
        // When its machine dies, the others in it die too, before anything is tried again.
        await Promise.all(running);
        judge?.stepFailed?.();
        throw failure;
      } finally {
        running.delete(ended.promise);
        ended.resolve();
      }
    }
    const { result } = machine.run(JSON.parse(JSON.stringify(input)), {
      overrides: {
        taskResourceLocalHandlers: Object.fromEntries(tasks.map((name) => [name, task])),
        retryIntervalOverrides: Object.fromEntries(tasks.map((name) => [name, 0])),
      },
      context: { Execution: { Name: `test-${executions}` } },
    });
    const ended = await result.then(
      (output): Ended => ({ output: JSON.parse(JSON.stringify(output)) }),
      (error: Error): Ended => ({ error: (failure ?? error).name, sentence: (failure ?? error).message }),
    );
    await proxy.quiet();
    return ended;
  }
  return {
    proxy,
    run,
    prepareLake: async () => {
      proxy.begin();
      await prepareLake();
    },
  };
}
