import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { bundle } from '../../infra/bundles.ts';
import { bundling } from './bundles.ts';
import { companies } from './companies.ts';
import { exporting } from './export.ts';
import { ingest } from './ingest.ts';
import { page } from './page.ts';
import { say } from './print.ts';
import { withProduct } from './product.ts';
import type { Month } from './store.ts';
import { validation } from './validation.ts';

const sections = ['ingest', 'validation', 'companies', 'export', 'bundles', 'page'] as const;
const { values: options } = parseArgs({
  options: { only: { type: 'string' } },
});
const asked = z.optional(z.enum(sections)).parse(options.only);
const runs = (section: (typeof sections)[number]) => asked === undefined || asked === section;

const started = performance.now();
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const [cpu] = cpus();
say(`${availableParallelism()} x ${cpu?.model ?? 'unknown'}, Node ${process.version}`);
say('Every figure stands beside a reference of the same minute; only ratios carry over to another machine.');
try {
  const bundles = join(folder, 'functions');
  const metafiles = await bundle(bundles);
  if (runs('ingest') || runs('export')) await withStore(bundles);
  if (runs('validation')) await validation();
  if (runs('companies')) await companies({ bundles, data: folder });
  if (runs('bundles')) await bundling(folder, metafiles, bundles);
  if (runs('page')) await page({ bundles, data: folder });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
say(`\n${Math.round((performance.now() - started) / 1000)} s`);

/** Ingest and export share one product: what ingest stored is a part of what export renders. */
async function withStore(bundles: string): Promise<void> {
  const month: Month = { month: '2026-03', stored: 0 };
  const folders = { bundles, data: folder };
  await withProduct('large', folders, async (product) => {
    if (runs('ingest')) await ingest(product, folders, month);
    if (runs('export')) await exporting(product, month);
  });
}
