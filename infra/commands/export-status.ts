import * as z from 'zod/mini';
import { say } from './terminal.ts';

const runs = z.array(
  z.object({
    run: z.int(),
    asOf: z.string(),
    startedAt: z.string(),
    seconds: z.number(),
    partitionsRendered: z.int(),
    objectsWritten: z.int(),
    objects: z.int(),
    rows: z.int(),
    bytes: z.int(),
    counts: z.object({ received: z.int(), quarantined: z.int() }),
    stale: z.record(z.string(), z.string()),
  }),
);

const header = [
  'run',
  'started (UTC)',
  'T (UTC)',
  'seconds',
  'rendered',
  'written',
  'objects',
  'rows',
  'bytes',
  'received',
];

/** Prints the last runs of the export, the newest first, and what of the newest is not as it should be. */
export function reportRuns(output: unknown): void {
  const all = runs.parse(output);
  const [newest] = all;
  if (newest === undefined) {
    say('no export yet: npm run export makes the first');
    return;
  }
  const lines = all.map((each) => [
    each.run,
    minutes(each.startedAt),
    minutes(each.asOf),
    each.seconds.toFixed(1),
    each.partitionsRendered,
    each.objectsWritten,
    each.objects,
    each.rows,
    each.bytes,
    each.counts.received,
  ]);
  for (const line of aligned([header, ...lines.map((cells) => cells.map(String))])) say(line);
  for (const [form, since] of Object.entries(newest.stale)) {
    say(`${form}: keeps earlier objects since ${minutes(since)}; the log of reconcile-export says why`);
  }
  if (newest.counts.quarantined > 0) {
    say(
      `${newest.counts.quarantined} in quarantine: see analytic.submission_log where status = 'quarantined'`,
    );
  }
}

function minutes(iso: string): string {
  return iso.slice(0, 19).replace('T', ' ');
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = header.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '));
}
