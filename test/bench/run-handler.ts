import * as z from 'zod/mini';
import { type GatewayEvent, sendEvent } from './events.ts';
import { bareStore, readBare } from './floor.ts';
import { cpuMsSince, offer } from './operations.ts';

// One Lambda's handler, from its bundle, called over and over with events that were made before. Without
// BENCH_MODULE it is the bare way to receive a submission.
const { BENCH_MODULE: module, SUBMISSIONS_TABLE: tableName = '' } = process.env;
const asking = z.object({ calls: z.int() });

type Handler = (event: GatewayEvent, context: object) => Promise<unknown>;
const handler = module === undefined ? bare() : await bundled(module);

async function bundled(path: string): Promise<Handler> {
  const loaded: { readonly handler: Handler } = await import(path);
  return loaded.handler;
}

function bare(): Handler {
  const store = bareStore(tableName);
  return ({ pathParameters, body }) => store(pathParameters.id ?? '', readBare(body ?? ''));
}

let made = 0;

/** CPU milliseconds per call, garbage collection and the client included. */
async function measure(input: unknown): Promise<number> {
  const { calls } = asking.parse(input);
  const now = Date.now();
  const events = Array.from({ length: calls }, () => {
    made += 1;
    return sendEvent(made, now);
  });
  const before = process.cpuUsage();
  for (const each of events) await handler(each, {});
  return cpuMsSince(before) / calls;
}

offer({ measure });
