import { setTimeout as pause } from 'node:timers/promises';
import { settings } from '../../functions/lambda/settings.ts';
import { runningOn, takeFolder } from './data-folder.ts';
import { startParts } from './parts.ts';

export interface Product {
  readonly url: string;
  /** What a program needs to reach the parts. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

export interface ProductOptions {
  readonly dataDir: string;
  readonly port: number;
  /** Settings that differ from those of this machine. */
  readonly env?: Readonly<Record<string, string>>;
  /** A folder with the functions' bundles, when they are already made. */
  readonly bundles?: string;
  /** Whether other commands may use this product: not one that ends with the command that started it. */
  readonly shared?: boolean;
  /** Takes a line for each part that started. */
  readonly tell?: (line: string) => void;
  /** Takes the sentence when a part dies by itself and the product is of no use any more. */
  readonly died?: (sentence: string) => void;
}

/** Another product has the data folder. */
class FolderTaken extends Error {
  override readonly name = 'FolderTaken';
}

/**
 * Starts the whole product on this machine: the same functions as on AWS, and parts that speak the real
 * protocols. Throws FolderTaken when one already runs on the folder.
 */
export async function startProduct(options: ProductOptions): Promise<Product> {
  const { dataDir, port, env: own = {}, bundles, shared = true, tell = () => {}, died = () => {} } = options;
  const folder = takeFolder(dataDir);
  if (folder === undefined) throw new FolderTaken(`a product already runs on ${dataDir}`);
  const stops: (() => Promise<void> | void)[] = [() => folder.release()];
  // What started last may use what started first.
  async function stop(): Promise<void> {
    const failed: unknown[] = [];
    for (const each of stops.splice(0).toReversed()) {
      try {
        await each();
      } catch (error) {
        // The others, the lock among them, are to be let go all the same.
        failed.push(error);
      }
    }
    if (failed.length > 0) throw failed[0];
  }
  try {
    const started = (each: () => Promise<void> | void) => stops.push(each);
    const { url, env } = await startParts({
      path: folder.path,
      port,
      env: own,
      bundles,
      shared,
      tell,
      started,
      died,
    });
    if (shared) folder.announce({ pid: process.pid, url, env });
    return { url, env, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Reachable = Pick<Product, 'env'>;
const waitMs = 200;
const waits = 300;

/**
 * Uses the product that runs on `DATA_DIR`, or starts one for as long as it is needed and stops it again. A
 * command that has started one for itself is waited for, up to a minute.
 */
export async function withProduct<T>(use: (running: Reachable) => Promise<T>): Promise<T> {
  const dataDir = settings.DATA_DIR();
  for (let wait = 0; wait < waits; wait += 1) {
    const own = await startProduct({ dataDir, port: 0, shared: false }).catch((error) => {
      if (error instanceof FolderTaken) return undefined;
      throw error;
    });
    if (own !== undefined) return use(own).finally(() => own.stop());
    const running = runningOn(dataDir);
    if (running !== undefined) return use(running);
    await pause(waitMs);
  }
  throw new Error(`another command has been using ${dataDir} for a minute; try again when it is done`);
}
