import { vi } from 'vitest';
import * as z from 'zod/mini';
import type { PublishedForm } from '../../forms/grammar/published.ts';
import type { Values } from '../../forms/grammar/reading.ts';
import { execute } from '../../infra/commands/execution.ts';
import { invoke } from '../../infra/commands/invoke.ts';
import { bytesBeside, bytesOf, type Zone } from '../lake-files.ts';
import { startTestProduct, type TestProduct } from '../local-product.ts';
import { itemsIn } from '../serve.ts';
import { type BeforeCall, interceptCalls } from './calls.ts';

const forgotten = z.object({
  erasure: z.string(),
  submissions: z.array(
    z.object({
      id: z.string(),
      paths: z.optional(z.array(z.string())),
      unknownVersion: z.optional(z.literal(true)),
    }),
  ),
});

/** A product on whose stores this process works with the product's own functions, past its workers. */
export interface InProcess extends TestProduct {
  /** Has something done before every call that this process makes to the stores; nothing, without. */
  listen(before?: BeforeCall): void;
  /** What the functions logged here; it is kept from the terminal. */
  logged(): string;
  /** Removes everything that was ever noted of erasures. */
  emptyErasures(): Promise<void>;
  /** Runs the export's state machine; gives its output. */
  exported(input?: object): Promise<unknown>;
  /** Sweeps the lake, waiting for no reader. */
  swept(): Promise<unknown>;
  /** Has a record forgotten, by the id of any version of it, through the API of Lambda. */
  forget(order: object): Promise<z.infer<typeof forgotten>>;
  /** Sends answers under an id; gives the status. */
  put(form: PublishedForm, id: string, answers: Values): Promise<number>;
  /** Everything that can be read of the lake, and of what lies beside it and the table. */
  everywhere(): Promise<string>;
  tableText(): Promise<string>;
}

export async function startInProcess(): Promise<InProcess> {
  let logged = '';
  const write = process.stdout.write.bind(process.stdout);
  vi.spyOn(process.stdout, 'write').mockImplementation((text, ...others) => {
    if (!String(text).startsWith('{"level"')) return write(text, ...others);
    logged += text;
    return true;
  });
  const product = await startTestProduct();
  const { env, dataDir } = product;
  Object.assign(process.env, env);
  const listen = await interceptCalls();
  const { list, remove } = await import('../../functions/lambda/objects.ts');

  async function exported(input: object = {}): Promise<unknown> {
    const ended = await execute(env, input);
    if ('error' in ended) throw new Error(`expected an export, got ${ended.error}: ${ended.cause}`);
    return ended.output;
  }

  return {
    ...product,
    listen,
    exported,
    logged: () => logged,
    emptyErasures: async () => {
      const bucket = env.ERASURES_BUCKET ?? '';
      for await (const page of list(bucket)) for (const { key } of page) await remove(bucket, key);
    },
    swept: () => exported({ what: 'sweep', graceSeconds: 0 }),
    forget: async (order) =>
      forgotten.parse(await invoke(env, 'forget-record', { reason: 'request', ...order })),
    put: async ({ id: form, version }, id, answers) => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ version, answers });
      const path = `/v1/forms/${form}/submissions/${id}`;
      return (await fetch(`${product.url}${path}`, { method: 'PUT', headers, body })).status;
    },
    everywhere: async () => {
      const zones: readonly Zone[] = ['open', 'analytic', 'confidential'];
      const lake = await Promise.all(zones.map((zone) => bytesOf(dataDir, zone)));
      return [...lake, bytesBeside(dataDir)].join('\n');
    },
    tableText: async () => JSON.stringify(await itemsIn(env)),
    stop: async () => {
      vi.restoreAllMocks();
      await product.stop();
    },
  };
}
