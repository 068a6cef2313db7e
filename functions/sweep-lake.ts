import * as z from 'zod/mini';
import { databases } from '../forms/derived/columns.ts';
import { lakeTables } from '../forms/derived/lake-tables.ts';
import { loadAll } from '../forms/grammar/published.ts';
import { columns } from '../forms/kinds/all.ts';
import { publications } from '../forms/published/index.ts';
import { openCertificates, putCertificate } from './erasures/certificate.ts';
import { runsFrom, unpublishedManifests } from './exports/history.ts';
import { bucketOf, getJson } from './exports/lake.ts';
import { pointersNow, projectPointers } from './exports/pointers.ts';
import { type Run, run as runSchema } from './exports/runs.ts';
import { partitionIn, type SweepRules, sorted } from './exports/sweep.ts';
import { atMost } from './lambda/at-most.ts';
import { machineNow } from './lambda/clock.ts';
import { log } from './lambda/log.ts';
import { list, remove } from './lambda/objects.ts';
import { settings } from './lambda/settings.ts';
import { currentRun, LeaseHeld, releaseLease, renewLease, takeLease } from './submissions/lake-items.ts';

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
    const pointers = await pointersNow();
    // Before the first run, or in a table that was restored from an older copy, nobody can tell what is needed.
    if (current === undefined || (pointers?.run ?? 0) > current.run) return { deleted: 0 };
    const run = await getJson(current.manifest, runSchema);
    const tables = lakeTables(await loadAll(publications), columns);
    if ((await projectPointers(run, current.manifest, tables)).length > 0) return { deleted: 0 };
    const rules = {
      run,
      earlier: await earlierRuns(run, machineNow() - 2 * dayMs),
      unpublished: await unpublishedManifests(run, current.manifest),
      doneAt: (await pointersNow())?.doneAt ?? machineNow(),
      graceMs: graceSeconds * 1000,
      now: machineNow(),
    };
    const { deleted, left } = await sweep(holder, rules);
    log('info', 'lake swept', { run: current.run, count: deleted });
    await certify(run, left);
    return { deleted };
  } finally {
    await releaseLease(holder);
  }
}

/** Deletes what is not needed; gives how many objects, and the partitions of which something old is left. */
async function sweep(holder: string, rules: SweepRules) {
  let deleted = 0;
  const left = new Set<string>();
  for (const database of databases) {
    for await (const objects of list(bucketOf(database))) {
      const { unneeded, waiting } = sorted(database, objects, rules);
      const until = leaseEnd();
      await renewLease(holder, until);
      await atMost(50, unneeded, async (key) => {
        // Whoever slept through the lease has no right to delete any more: the object may be wanted again.
        if (machineNow() > until) throw new LeaseHeld('the sweep took longer than its lease');
        await remove(bucketOf(database), key);
      });
      deleted += unneeded.filter((key) => key.endsWith('.parquet')).length;
      for (const key of waiting) left.add(partitionIn(key));
    }
  }
  return { deleted, left };
}

/** Makes the certificates final whose submissions are in no object any more, and warns of those that take long. */
async function certify(run: Run, left: ReadonlySet<string>): Promise<void> {
  for (const open of await openCertificates()) {
    // A run that saw the table afterwards and let a partition be had no reason to render it again.
    const hasLooked = run.run >= open.first_run && run.stale[open.erasure.form] === undefined;
    const isSeen = open.partitions.every((key) => {
      const renderedBy = run.partitions[key]?.run ?? run.run;
      return (renderedBy >= open.first_run || hasLooked) && !left.has(key);
    });
    if (isSeen) await putCertificate({ ...open, lake: { run: run.run, gone_at: machineNow() } });
    else if (machineNow() - open.table_at > 2 * dayMs) {
      log('error', 'an erasure has not reached the lake for two days', { form: open.erasure.form });
    }
  }
}

function leaseEnd(): number {
  return machineNow() + settings.EXPORT_LEASE_SECONDS() * 1000;
}

/** Runs before this one, back to a moment: a young object can only be named by a young run. */
async function earlierRuns(current: Run, since: number): Promise<Run[]> {
  const found: Run[] = [];
  for await (const run of runsFrom(current.before)) {
    if (run.startedAt < since) break;
    found.push(run);
  }
  return found;
}
