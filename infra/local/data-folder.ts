import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';

const running = z.object({
  pid: z.int(),
  url: z.string(),
  /** What a program needs to reach the parts: endpoints, region, credentials, names. */
  env: z.record(z.string(), z.string()),
});
/** A product that runs on a data folder, as `running.json` tells it. */
export type Running = z.infer<typeof running>;

/** The folder that keeps everything of one product on this machine. */
export interface DataFolder {
  readonly path: string;
  /** Tells other commands where the parts are. */
  announce(product: Running): void;
  /** Gives the folder up. */
  release(): void;
}

/**
 * Takes a data folder for this process, or gives undefined when another has it. The lock is a file lock of
 * SQLite's, which the system lets go when the process dies, however it dies: no lock is ever left behind.
 */
export function takeFolder(dataDir: string): DataFolder | undefined {
  const path = resolve(dataDir);
  mkdirSync(path, { recursive: true });
  const lockFile = join(path, 'lock');
  const lock = new DatabaseSync(lockFile, { timeout: 0 });
  try {
    lock.exec('pragma locking_mode = exclusive; begin exclusive');
  } catch (error) {
    lock.close();
    if (isBusy(error)) return undefined;
    throw new Error(`expected ${lockFile} to be a lock of ours, it cannot be used`, { cause: error });
  }
  const file = join(path, 'running.json');
  rmSync(file, { force: true });
  return {
    path,
    announce(product) {
      // Written aside and renamed, so that nobody reads half of it; it holds credentials of this machine.
      writeFileSync(`${file}.new`, `${JSON.stringify(product, null, 2)}\n`, { mode: 0o600 });
      renameSync(`${file}.new`, file);
    },
    release() {
      rmSync(file, { force: true });
      lock.close();
    },
  };
}

/** SQLite's code for a file that another process has locked; its low byte, whatever the reason. */
const busy = 5;

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === busy;
}

/** The product that runs on a data folder; undefined while it has not announced itself. */
export function runningOn(dataDir: string): Running | undefined {
  const file = join(resolve(dataDir), 'running.json');
  return existsSync(file) ? running.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}
