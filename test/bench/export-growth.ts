import * as z from 'zod/mini';
import { budget, figure, heading, median, ratio, say, table } from './print.ts';
import { withProgram } from './programs.ts';
import { addOne, type Month, type PartsEnv } from './store.ts';

const rounds = 5;

/** What came just now is exported, and what did not change is not looked at again to verify it. */
const tonight = { EXPORT_CUTOFF_SECONDS: '0', EXPORT_VERIFY_BELOW: '0' };

const cost = z.object({
  cpuMs: z.number(),
  storeRequests: z.int(),
  lakeRequests: z.int(),
  bytes: z.int(),
  rows: z.int(),
  objectsWritten: z.int(),
});
type Cost = z.infer<typeof cost>;

/** What exports cost when so much is stored: everything, and one new submission in a month of its own. */
export interface Level {
  readonly stored: number;
  readonly full: Cost;
  readonly one: Cost;
}

/** Publishes all that is stored, then has one new submission after the other exported. */
export async function measureLevel(fresh: Month, env: PartsEnv): Promise<Level> {
  return withProgram('export', { ...env, ...tonight }, async (program) => {
    const exported = (full: boolean) => program.ask('whole', cost, { full });
    const all = await exported(true);
    const ones: Cost[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      await addOne(fresh, env);
      ones.push(await exported(false));
    }
    // The first of them is slower: nothing is compiled yet.
    return { stored: all.rows, full: all, one: middleOf(ones.slice(1)) };
  });
}

function middleOf(costs: readonly Cost[]): Cost {
  const of = (pick: (cost: Cost) => number) => median(costs.map(pick));
  return {
    cpuMs: of((each) => each.cpuMs),
    storeRequests: of((each) => each.storeRequests),
    lakeRequests: of((each) => each.lakeRequests),
    bytes: of((each) => each.bytes),
    rows: of((each) => each.rows),
    objectsWritten: of((each) => each.objectsWritten),
  };
}

/** Whether an export costs what changed, and not what is stored. */
export function showGrowth(few: Level, many: Level): void {
  heading(
    `An export after one new submission, by what other months hold (medians of ${rounds}, one process)`,
  );
  const cells = (name: string, each: Cost) => [
    name,
    figure(each.cpuMs),
    figure(each.storeRequests),
    figure(each.lakeRequests),
    figure(each.bytes / 1000),
    figure(each.objectsWritten),
  ];
  table(
    ['export', 'CPU ms', 'requests to the store', 'to the lake', 'kB on the wire', 'objects'],
    [few, many].flatMap((level) => [
      cells(`one new, ${figure(level.stored)} stored`, level.one),
      cells(`everything, ${figure(level.stored)} stored`, level.full),
    ]),
  );
  const times = (pick: (cost: Cost) => number) => pick(many.one) / pick(few.one);
  say(`  stored: ${ratio(many.stored, few.stored)}; an export after one new submission, of that:`);
  budget(
    'times the CPU',
    times((each) => each.cpuMs),
    1.25,
    'at most',
  );
  budget(
    'times the requests',
    times((each) => each.storeRequests + each.lakeRequests),
    1.05,
    'at most',
  );
  budget(
    'times the bytes',
    times((each) => each.bytes),
    1.05,
    'at most',
  );
}
