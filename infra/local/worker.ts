import { parentPort, workerData } from 'node:worker_threads';
import type { FromWorker, ToWorker } from './functions.ts';

// One Lambda on this machine: a thread with that function's bundle, environment and memory.
const port = parentPort;
if (port === null) throw new Error('expected to be started as a worker');

const { handler }: { handler: (event: unknown, context: unknown) => unknown } = await import(
  workerData.module
);

port.on('message', async ({ id, event, context }: ToWorker) => {
  port.postMessage(await outcome(id, event, context));
});
port.postMessage({ ready: true } satisfies FromWorker);

async function outcome(id: number, event: unknown, context: object): Promise<FromWorker> {
  try {
    return { id, result: await handler(event, context) };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { id, error: { name, message } };
  }
}
