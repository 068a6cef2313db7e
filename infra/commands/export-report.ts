import * as z from 'zod/mini';
import { say, warn } from './terminal.ts';

const counts = z.object({
  received: z.int(),
  current: z.int(),
  superseded: z.int(),
  erased: z.int(),
  quarantined: z.int(),
});
const published = z.object({
  run: z.int(),
  asOf: z.string(),
  forms: z.record(z.string(), counts),
  objectsWritten: z.int(),
  pointersMoved: z.array(z.string()),
  shortfalls: z.array(z.object({ form: z.string(), partition: z.string(), reason: z.string() })),
  differences: z.array(z.string()),
});

/**
 * Prints what an export did: T, the completeness equation of each form, and what did not reconcile or was found to be
 * wrong; gives whether all was well.
 */
export function reportExport(output: unknown): boolean {
  const { run, asOf, forms, objectsWritten, pointersMoved, shortfalls, differences } =
    published.parse(output);
  say(`run ${run}, T = ${asOf}`);
  for (const [form, each] of Object.entries(forms)) {
    say(
      `${form}: received ${each.received} = current ${each.current} + superseded ${each.superseded}` +
        ` + erased ${each.erased} + quarantined ${each.quarantined}`,
    );
  }
  say(`${objectsWritten} objects written, ${pointersMoved.length} pointers moved`);
  for (const { form, partition, reason } of shortfalls) {
    warn(
      `${form}: ${partition} did not reconcile (${reason}); it keeps its earlier objects, less what was erased`,
    );
  }
  for (const partition of differences) {
    warn(`${partition}: the lake was not as the table, although nothing told of a change; now it is`);
  }
  return shortfalls.length + differences.length === 0;
}
