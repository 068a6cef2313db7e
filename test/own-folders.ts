import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { killAll } from './serve.ts';

/** Data folders for the products of a test file: gone after each test, with whatever still runs on them. */
export function ownFolders(): () => string {
  const folders: string[] = [];
  afterEach(async () => {
    for (const dataDir of folders.splice(0)) {
      await killAll(dataDir);
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
  return () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'starkare-'));
    folders.push(dataDir);
    return dataDir;
  };
}
