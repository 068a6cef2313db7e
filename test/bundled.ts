import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleTogether } from '../infra/bundles.ts';

/** Where a test run's bundles are: made once, used by every product that a test starts. */
export const bundles = fileURLToPath(new URL('../.cache/test-bundles', import.meta.url));

/** Makes them before the first test. */
export async function setup(): Promise<void> {
  rmSync(bundles, { recursive: true, force: true });
  await bundleTogether(bundles);
}
