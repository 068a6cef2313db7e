import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Metafile } from 'esbuild';
import { afterAll, expect, test } from 'vitest';
import { bundle } from '../infra/bundles.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'bundles-'));
const bundles = await bundle(folder, ['receive-submission', 'submit-page']);
afterAll(() => rmSync(folder, { recursive: true }));

/** What a function loads when it starts: its entry and everything it imports, not what it may import later. */
function atStart({ outputs }: Metafile): string[] {
  const entry = Object.keys(outputs).filter((path) => path.endsWith('/index.mjs'));
  const needed = new Set(entry);
  for (const path of needed) {
    const imports = outputs[path]?.imports ?? [];
    for (const each of imports)
      if (each.kind === 'import-statement' && each.path in outputs) needed.add(each.path);
  }
  return [...needed];
}

test.each([
  ['receive-submission', 80_000],
  ['submit-page', 120_000],
] as const)('%s starts from at most %i bytes, compressed', (name, most) => {
  const meta = bundles.get(name);
  if (meta === undefined) throw new Error(`expected a bundle of ${name}`);
  const sizes = atStart(meta).map((path) => gzipSync(readFileSync(resolve(root, path)), { level: 9 }).length);
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeGreaterThan(most / 4);
  expect(bytes).toBeLessThanOrEqual(most);
});

test('a published form is a chunk of its own, so that a start does not grow with the number of forms', () => {
  const meta = bundles.get('receive-submission');
  const loaded = meta === undefined ? [] : atStart(meta);
  const holders = Object.entries(meta?.outputs ?? {})
    .filter(([, { inputs }]) =>
      Object.keys(inputs).some((path) => path.endsWith('published/participants/1.json')),
    )
    .map(([path]) => path);
  expect(holders).toHaveLength(1);
  expect(loaded).not.toContain(holders[0]);
});
