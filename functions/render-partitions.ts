import * as z from 'zod/mini';
import { loadAll } from '../forms/grammar/published.ts';
import { columns } from '../forms/kinds/all.ts';
import { publications } from '../forms/published/index.ts';
import { getJson, putJson } from './exports/lake.ts';
import { render } from './exports/render.ts';
import { batchKey, planKey, plan as planSchema, type Rendered, run as runSchema } from './exports/runs.ts';
import { type LakeForm, lakeForms } from './exports/tables.ts';
import { machineNow } from './lambda/clock.ts';
import { errorFields, log } from './lambda/log.ts';
import { settings } from './lambda/settings.ts';
import { referenceOf } from './submissions/ids.ts';
import { itemsOf } from './submissions/items.ts';
import { partitionOf } from './submissions/keys.ts';
import { LeaseHeld, renewLease } from './submissions/lake-items.ts';

const batchEvent = z.object({
  work: z.string(),
  batch: z.object({ from: z.int(), to: z.int() }),
});

/**
 * Second step, many at once: renders the partitions of one batch, one after the other. One that cannot be
 * rendered is left out, which reconciling notices; the others go on.
 */
export async function handler(event: unknown): Promise<{ readonly rendered: number }> {
  const { work, batch } = batchEvent.parse(event);
  const plan = await getJson(planKey(work), planSchema);
  const forms = new Map(lakeForms(await loadAll(publications), columns).map((form) => [form.id, form]));
  const published = await publishedObjects(plan.again ? undefined : plan.before);
  const partitions: Record<string, Rendered> = {};
  let written = 0;
  for (const key of plan.dirty.slice(batch.from, batch.to)) {
    try {
      const { written: puts, ...made } = await renderOne(key, plan, forms, published);
      partitions[key] = made;
      written += puts;
      log('info', 'partition rendered', { run: plan.run, partition: key, count: made.counts.received });
    } catch (error) {
      if (error instanceof LeaseHeld) throw error;
      log('error', 'partition not rendered', { run: plan.run, partition: key, ...errorFields(error) });
    }
  }
  await putJson(batchKey(work, batch.from), { partitions, written });
  return { rendered: Object.keys(partitions).length };
}

async function renderOne(
  key: string,
  { holder, asOf }: z.infer<typeof planSchema>,
  forms: ReadonlyMap<string, LakeForm>,
  published: ReadonlySet<string>,
) {
  const { form: id, month, shard } = partitionOf(key);
  const form = forms.get(id);
  if (form === undefined) throw new Error(`expected a published form in the plan, got "${id}"`);
  const pages = holdingLease(holder, itemsOf({ form: id, month, shard }));
  return render({ form, month, shard, pages }, { columns, asOf, referenceOf, published });
}

/** Renews the lease before the first page and, in a large partition, long before it would end. */
async function* holdingLease<Page>(holder: string, pages: AsyncIterable<Page>): AsyncGenerator<Page> {
  const leaseMs = settings.EXPORT_LEASE_SECONDS() * 1000;
  let renewedAt: number | undefined;
  for await (const page of pages) {
    if (renewedAt === undefined || machineNow() - renewedAt > leaseMs / 4) {
      renewedAt = machineNow();
      await renewLease(holder, renewedAt + leaseMs);
    }
    yield page;
  }
}

async function publishedObjects(manifest: string | undefined): Promise<Set<string>> {
  if (manifest === undefined) return new Set();
  const before = await getJson(manifest, runSchema);
  const objects = Object.values(before.partitions).flatMap((each) => each.objects);
  return new Set(objects.map(({ database, key }) => `${database}/${key}`));
}
