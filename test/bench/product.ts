import { join } from 'node:path';
import * as z from 'zod/mini';
import { type Program, withProgram } from './programs.ts';
import type { PartsEnv } from './store.ts';

/** The whole product, in a process of its own and on a folder of its own. */
export interface RunningProduct {
  readonly program: Program;
  readonly url: string;
  readonly env: PartsEnv;
  readonly dataDir: string;
}

/** Where products of a bench keep their things. */
export interface Folders {
  readonly bundles: string;
  /** Has a folder for each product. */
  readonly data: string;
}

const where = z.object({ url: z.string(), env: z.record(z.string(), z.string()) });

/** Starts a product for as long as it is used; its folder goes with it. */
export async function withProduct<T>(
  name: string,
  { bundles, data }: Folders,
  use: (product: RunningProduct) => Promise<T>,
): Promise<T> {
  const dataDir = join(data, name);
  return withProgram('product', { BENCH_BUNDLES: bundles, BENCH_DATA: dataDir }, async (program) =>
    use({ program, dataDir, ...(await program.ask('where', where)) }),
  );
}
