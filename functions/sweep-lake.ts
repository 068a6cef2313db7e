import * as z from 'zod/mini';
import { databases } from '../forms/derived/columns.ts';
import { lakeTables } from '../forms/derived/lake-tables.ts';
import { loadAll } from '../forms/grammar/published.ts';
import { columns } from '../forms/kinds/all.ts';
import { publications } from '../forms/published/index.ts';
import { getJson, getText, list, remove } from './exports/lake.ts';
import { pointersDoneAt, projectPointers } from './exports/pointers.ts';
import { type Run, run as runSchema } from './exports/runs.ts';
import { type SweepRules, unneeded } from './exports/sweep.ts';
import { machineNow } from './lambda/clock.ts';
import { log } from './lambda/log.ts';
import { settings } from './lambda/settings.ts';
import { currentRun, releaseLease, renewLease, takeLease } from './submissions/lake-items.ts';

const sweepEvent = z.object({
  execution: z.string(),
  input: z.looseObject({ graceSeconds: z.optional(z.int().check(z.nonnegative())) }),
});
const dayMs = 24 * 60 * 60 * 1000;

/**
 * Deletes what no reader can need any more, so that what was erased leaves the bytes too. Holds the lease:
 * nobody renders or publishes meanwhile. Pointers come first: what a run that was interrupted after its
 * commit left undone is done now, and then this sweep deletes nothing.
 */
export async function handler(event: unknown): Promise<{ readonly deleted: number }> {
  const { execution, input } = sweepEvent.parse(event);
  const { graceSeconds = settings.EXPORT_GRACE_SECONDS() } = input;
  const holder = `sweep-${execution}`;
  await takeLease(holder, machineNow(), leaseEnd());
  try {
    const current = await currentRun();
    if (current === undefined) return { deleted: 0 };
    const run = await getJson(current.manifest, runSchema);
    const tables = lakeTables(await loadAll(publications), columns);
    if ((await projectPointers(run, current.manifest, tables)).length > 0) return { deleted: 0 };
    const rules = {
      run,
      earlier: await earlierRuns(run, machineNow() - 2 * dayMs),
      doneAt: (await pointersDoneAt()) ?? machineNow(),
      graceMs: graceSeconds * 1000,
      now: machineNow(),
    };
    const deleted = await sweep(holder, rules);
    log('info', 'lake swept', { run: current.run, count: deleted });
    return { deleted };
  } finally {
    await releaseLease(holder);
  }
}

async function sweep(holder: string, rules: SweepRules): Promise<number> {
  let deleted = 0;
  for (const database of databases) {
    for await (const objects of list(database)) {
      await renewLease(holder, leaseEnd());
      const keys = unneeded(database, objects, rules);
      await Promise.all(keys.map((key) => remove(database, key)));
      deleted += keys.filter((key) => key.endsWith('.parquet')).length;
    }
  }
  return deleted;
}

function leaseEnd(): number {
  return machineNow() + settings.EXPORT_LEASE_SECONDS() * 1000;
}

/** Runs before this one, back to a moment: a young object can only be named by a young run. */
async function earlierRuns(current: Run, since: number): Promise<Run[]> {
  const found: Run[] = [];
  for (let manifest = current.before; manifest !== undefined; ) {
    const text = await getText('analytic', manifest);
    if (text === undefined) break;
    const run = runSchema.parse(JSON.parse(text.text));
    if (run.startedAt < since) break;
    found.push(run);
    manifest = run.before;
  }
  return found;
}
