import type * as z from 'zod/mini';
import { declaredTables } from '../forms/derived/lake-tables.ts';
import { loadAll } from '../forms/grammar/published.ts';
import { columns } from '../forms/kinds/all.ts';
import { projects } from '../forms/projects/index.ts';
import { publications } from '../forms/published/index.ts';
import { accessesOn, firstAccess } from './access/log.ts';
import { getJson, getText, putManifest } from './exports/lake.ts';
import { mustForget, type Shortfall, shortfalls } from './exports/reconcile.ts';
import {
  batchKey,
  batchResult,
  type Kept,
  planKey,
  planned,
  plan as planSchema,
  type Rendered,
  type Run,
  run as runSchema,
} from './exports/runs.ts';
import { putAccessLog, putDeclared } from './exports/small-tables.ts';
import { lakeForms } from './exports/tables.ts';
import { machineNow } from './lambda/clock.ts';
import { log } from './lambda/log.ts';
import { settings } from './lambda/settings.ts';
import { renewLease } from './submissions/lake-items.ts';

/** What reconciling hands to publishing. */
export interface Reconciled {
  readonly work: string;
  readonly manifest: string;
  readonly shortfalls: readonly Shortfall[];
  /** Partitions that turned out to be other than the lake had them, although nothing told of a change. */
  readonly differences: readonly string[];
}

/**
 * Third step: holds every rendered partition against what its worker did not make, and writes the run. A
 * partition that falls short keeps its earlier objects, and its form says since when; the others go on.
 */
export async function handler(event: unknown): Promise<Reconciled> {
  const { work, batches } = planned.parse(event);
  const plan = await getJson(planKey(work), planSchema);
  await renewLease(plan.holder, machineNow() + settings.EXPORT_LEASE_SECONDS() * 1000);
  const results = await Promise.all(batches.map(({ from }) => resultOf(work, from)));
  const rendered: Record<string, Rendered> = Object.assign(
    {},
    ...results.map(({ partitions }) => partitions),
  );
  const before = plan.before === undefined ? undefined : await getJson(plan.before, runSchema);

  const published = await loadAll(publications);
  const forms = lakeForms(published, columns);
  const found = await shortfalls({
    forms,
    dirty: plan.dirty,
    rendered,
    before,
    asOf: plan.asOf,
    again: plan.again,
    acceptLoss: plan.acceptLoss,
  });
  for (const { form, partition, reason } of found) {
    log('error', `not reconciled: ${reason}`, { run: plan.run, form, partition });
  }
  const differences = plan.verified.filter((key) => isOther(rendered[key], before?.partitions[key]));
  for (const partition of differences)
    log('error', 'the lake was not as the table', { run: plan.run, partition });
  const made = runOf(plan, before, rendered, found);
  const declared = await putDeclared(declaredTables(published, projects));
  const accessLog = await putAccessLog(before?.accessLog, plan.asOf, { first: firstAccess, on: accessesOn });
  const written = results.reduce((sum, result) => sum + result.written, 0);
  const manifest = await putManifest({ ...made, declared, accessLog, written, reconciledAt: machineNow() });
  return { work, manifest, shortfalls: found, differences };
}

/** A batch whose worker came to nothing has left no result: its partitions were not rendered. */
async function resultOf(work: string, from: number): Promise<z.infer<typeof batchResult>> {
  const found = await getText('analytic', batchKey(work, from));
  return found === undefined ? { partitions: {}, written: 0 } : batchResult.parse(JSON.parse(found.text));
}

/** What fell short keeps its earlier objects, and its form says since when; everything else is as rendered. */
function runOf(
  plan: z.infer<typeof planSchema>,
  before: Run | undefined,
  rendered: Readonly<Record<string, Rendered>>,
  found: readonly Shortfall[],
): Omit<Run, 'declared' | 'accessLog' | 'written' | 'reconciledAt'> {
  const fresh = Object.entries(rendered).filter(([key, made]) => {
    const reasons = found.filter(({ partition }) => partition === key).map(({ reason }) => reason);
    return reasons.length === 0 || mustForget(made, before?.partitions[key], reasons);
  });
  const withMost = fresh.map(([key, made]) => [
    key,
    {
      ...made,
      run: plan.run,
      most: mostOf(made, plan.acceptLoss ? undefined : before?.partitions[key], plan.asOf),
    },
  ]);
  const short = new Set(found.map(({ form }) => form));
  return {
    run: plan.run,
    before: plan.before,
    startedAt: plan.startedAt,
    asOf: plan.asOf,
    rendered: Object.keys(rendered).length,
    partitions: { ...before?.partitions, ...Object.fromEntries(withMost) },
    stale: Object.fromEntries([...short].map((form) => [form, before?.stale[form] ?? plan.startedAt])),
  };
}

function mostOf({ counts }: Rendered, before: Kept[string] | undefined, asOf: number): Kept[string]['most'] {
  return before !== undefined && before.most.received > counts.received
    ? before.most
    : { received: counts.received, asOf };
}

/** Whether a rendering has other objects than the run before. */
function isOther(made: Rendered | undefined, before: Rendered | undefined): boolean {
  const keys = (rendered: Rendered | undefined) =>
    rendered?.objects
      .map(({ key }) => key)
      .sort()
      .join('\n');
  return made !== undefined && keys(made) !== keys(before);
}
