import * as z from 'zod/mini';
import { loadAll } from '../forms/grammar/published.ts';
import { columns } from '../forms/kinds/all.ts';
import { publications } from '../forms/published/index.ts';
import { getJson, putJson } from './exports/lake.ts';
import { render } from './exports/render.ts';
import {
  batchKey,
  planKey,
  plan as planSchema,
  type Rendered,
  runKey,
  run as runSchema,
} from './exports/runs.ts';
import { lakeForms } from './exports/tables.ts';
import { now } from './lambda/clock.ts';
import { log } from './lambda/log.ts';
import { settings } from './lambda/settings.ts';
import { referenceOf } from './submissions/ids.ts';
import { partitionOf } from './submissions/keys.ts';
import { renewLease } from './submissions/lake-items.ts';
import { itemsOf } from './submissions/table.ts';

const batchEvent = z.object({ run: z.int(), batch: z.object({ from: z.int(), to: z.int() }) });

/** Second step, many at once: renders the partitions of one batch, one after the other. */
export async function handler(event: unknown): Promise<{ readonly rendered: number }> {
  const { run, batch } = batchEvent.parse(event);
  const plan = await getJson(planKey(run), planSchema);
  const forms = new Map(lakeForms(await loadAll(publications), columns).map((form) => [form.id, form]));
  const published = await publishedObjects(run - 1);
  const partitions: Record<string, Rendered> = {};
  let written = 0;
  for (const key of plan.dirty.slice(batch.from, batch.to)) {
    const partition = partitionOf(key);
    const form = forms.get(partition.form);
    if (form === undefined) throw new Error(`expected a published form in the plan, got "${partition.form}"`);
    const items = {
      form,
      month: partition.month,
      shard: partition.shard,
      pages: holdingLease(plan.holder, itemsOf(partition)),
    };
    const made = await render(items, { columns, asOf: plan.asOf, referenceOf, published });
    partitions[key] = { form: made.form, recipe: made.recipe, counts: made.counts, objects: made.objects };
    written += made.written;
    log('info', 'partition rendered', { run, partition: key, count: made.counts.received });
    const { quarantined } = made.counts;
    if (quarantined > 0) log('error', 'submissions quarantined', { run, partition: key, count: quarantined });
  }
  await putJson(batchKey(run, batch.from), { partitions, written });
  return { rendered: Object.keys(partitions).length };
}

/** Renews the lease before the first page and, in a large partition, long before it would end. */
async function* holdingLease<Page>(holder: string, pages: AsyncIterable<Page>): AsyncGenerator<Page> {
  const leaseMs = settings.EXPORT_LEASE_SECONDS() * 1000;
  let renewedAt: number | undefined;
  for await (const page of pages) {
    if (renewedAt === undefined || now() - renewedAt > leaseMs / 4) {
      renewedAt = now();
      await renewLease(holder, renewedAt + leaseMs);
    }
    yield page;
  }
}

async function publishedObjects(run: number): Promise<Set<string>> {
  if (run === 0) return new Set();
  const before = await getJson(runKey(run), runSchema);
  const objects = Object.values(before.partitions).flatMap((each) => each.objects);
  return new Set(objects.map(({ database, key }) => `${database}/${key}`));
}
