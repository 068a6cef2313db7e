import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { databases } from '../forms/derived/columns.ts';
import { getJson, getText, list, remove } from './exports/lake.ts';
import { type Run, runKey, run as runSchema } from './exports/runs.ts';
import { unneeded } from './exports/sweep.ts';
import { now } from './lambda/clock.ts';
import { log } from './lambda/log.ts';
import { settings } from './lambda/settings.ts';
import { currentRun, releaseLease, renewLease, takeLease } from './submissions/lake-items.ts';

const sweepInput = z.object({ graceSeconds: z.optional(z.int().check(z.nonnegative())) });
const dayMs = 24 * 60 * 60 * 1000;

/**
 * Deletes what no reader can need any more, so that what was erased leaves the bytes too. Holds the lease:
 * nobody renders or publishes meanwhile.
 */
export async function handler(event: unknown): Promise<{ readonly deleted: number }> {
  const { graceSeconds = settings.EXPORT_GRACE_SECONDS() } = sweepInput.parse(event ?? {});
  const holder = `sweep-${randomUUID()}`;
  const leaseMs = settings.EXPORT_LEASE_SECONDS() * 1000;
  await takeLease(holder, now(), now() + leaseMs);
  try {
    const current = await currentRun();
    if (current === undefined) return { deleted: 0 };
    const rules = {
      run: await getJson(runKey(current.run), runSchema),
      earlier: await earlierRuns(current.run, now() - 2 * dayMs),
      committedAt: current.committedAt,
      graceMs: graceSeconds * 1000,
      now: now(),
    };
    let deleted = 0;
    for (const database of databases) {
      for await (const objects of list(database)) {
        await renewLease(holder, now() + leaseMs);
        const keys = unneeded(database, objects, rules);
        await Promise.all(keys.map((key) => remove(database, key)));
        deleted += keys.filter((key) => key.endsWith('.parquet')).length;
      }
    }
    log('info', 'lake swept', { run: current.run, count: deleted });
    return { deleted };
  } finally {
    await releaseLease(holder);
  }
}

/** Runs before this one, back to a moment: a young object can only be named by a young run. */
async function earlierRuns(current: number, since: number): Promise<Run[]> {
  const found: Run[] = [];
  for (let number = current - 1; number > 0; number -= 1) {
    const text = await getText('analytic', runKey(number));
    if (text === undefined) break;
    const run = runSchema.parse(JSON.parse(text.text));
    if (run.startedAt < since) break;
    found.push(run);
  }
  return found;
}
