import { getJson, putJson } from './exports/lake.ts';
import { type Shortfall, shortfalls } from './exports/reconcile.ts';
import {
  batchKey,
  batchResult,
  type Planned,
  planKey,
  planned,
  plan as planSchema,
  type Rendered,
  type Run,
  runKey,
  run as runSchema,
} from './exports/runs.ts';
import { now } from './lambda/clock.ts';
import { log } from './lambda/log.ts';
import { settings } from './lambda/settings.ts';
import { renewLease } from './submissions/lake-items.ts';

/** What reconciling hands to publishing. */
export interface Reconciled extends Planned {
  readonly written: number;
  readonly shortfalls: readonly Shortfall[];
}

/**
 * Third step: holds every rendered partition against what its worker did not make, and writes the run. A
 * form that falls short keeps its earlier objects, and says since when; the others go on.
 */
export async function handler(event: unknown): Promise<Reconciled> {
  const { run, batches } = planned.parse(event);
  const plan = await getJson(planKey(run), planSchema);
  await renewLease(plan.holder, now() + settings.EXPORT_LEASE_SECONDS() * 1000);
  const results = await Promise.all(batches.map(({ from }) => getJson(batchKey(run, from), batchResult)));
  const rendered: Record<string, Rendered> = Object.assign(
    {},
    ...results.map(({ partitions }) => partitions),
  );
  const before = run === 1 ? undefined : await getJson(runKey(run - 1), runSchema);

  const found = await shortfalls({ dirty: plan.dirty, rendered, before, asOf: plan.asOf });
  for (const { form, partition, reason } of found)
    log('error', `not reconciled: ${reason}`, { run, form, partition });
  await putJson(runKey(run), runOf(plan, before, rendered, found));
  return { run, batches, written: results.reduce((sum, { written }) => sum + written, 0), shortfalls: found };
}

function runOf(
  plan: { readonly run: number; readonly startedAt: number; readonly asOf: number },
  before: Run | undefined,
  rendered: Readonly<Record<string, Rendered>>,
  found: readonly Shortfall[],
): Run {
  const short = new Set(found.map(({ form }) => form));
  const fresh = Object.entries(rendered).filter(([, { form }]) => !short.has(form));
  return {
    run: plan.run,
    startedAt: plan.startedAt,
    asOf: plan.asOf,
    partitions: { ...before?.partitions, ...Object.fromEntries(fresh) },
    stale: Object.fromEntries([...short].map((form) => [form, before?.stale[form] ?? plan.startedAt])),
  };
}
