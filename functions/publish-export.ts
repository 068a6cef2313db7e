import * as z from 'zod/mini';
import { lakeTables } from '../forms/derived/lake-tables.ts';
import { loadAll } from '../forms/grammar/published.ts';
import { columns } from '../forms/kinds/all.ts';
import { publications } from '../forms/published/index.ts';
import { runsFrom } from './exports/history.ts';
import { getJson } from './exports/lake.ts';
import { projectPointers } from './exports/pointers.ts';
import {
  type Counts,
  holderOf,
  planKey,
  plan as planSchema,
  type Run,
  run as runSchema,
  totalOf,
} from './exports/runs.ts';
import { machineNow } from './lambda/clock.ts';
import { log } from './lambda/log.ts';
import { commitRun, currentRun, releaseLease } from './submissions/lake-items.ts';

const reconciled = z.object({
  work: z.string(),
  manifest: z.string(),
  shortfalls: z.array(z.object({ form: z.string(), partition: z.string(), reason: z.string() })),
  differences: z.array(z.string()),
});

/** What an export did, for whoever started it. */
export interface Published {
  readonly run: number;
  /** The cut-off T, ISO 8601 UTC. */
  readonly asOf: string;
  readonly forms: Readonly<Record<string, Counts>>;
  readonly objectsWritten: number;
  readonly pointersMoved: readonly string[];
  readonly shortfalls: readonly {
    readonly form: string;
    readonly partition: string;
    readonly reason: string;
  }[];
  /** Partitions of which the lake was not what the table said, although nothing told of a change. */
  readonly differences: readonly string[];
}

/**
 * Last step: the commit, and only then the pointers, which are what it says. A run that stops in between is
 * finished by the next one.
 */
export async function handler(event: unknown): Promise<Published> {
  const { work, manifest, shortfalls, differences } = reconciled.parse(event);
  const run = await getJson(manifest, runSchema);
  const tables = lakeTables(await loadAll(publications), columns);

  // Repeated after others went on from this run, or swept its notes, there is nothing left to commit.
  if (!(await isPublished(manifest, run))) {
    const { holder, after } = await getJson(planKey(work), planSchema);
    await commitRun({ run: run.run, asOf: run.asOf, committedAt: machineNow(), manifest, holder }, after);
  }
  // What was published since counts too: a step that is repeated because it was overtaken may have put an old pointer back.
  const current = (await currentRun())?.manifest ?? manifest;
  const pointersMoved = await projectPointers(await getJson(current, runSchema), current, tables);
  await releaseLease(holderOf(work));

  log('info', 'export published', { run: run.run, count: run.written });
  const partitions = Object.values(run.partitions);
  const countsOf = (id: string) =>
    totalOf(partitions.filter(({ form }) => form === id).map(({ counts }) => counts));
  const { quarantined } = totalOf(partitions.map(({ counts }) => counts));
  if (quarantined > 0) log('error', 'submissions in quarantine', { run: run.run, count: quarantined });
  return {
    run: run.run,
    asOf: new Date(run.asOf).toISOString(),
    forms: Object.fromEntries(Object.keys(publications).map((id) => [id, countsOf(id)])),
    objectsWritten: run.written,
    pointersMoved,
    shortfalls,
    differences,
  };
}

/** Whether the published run is this one, or goes back to it. */
async function isPublished(manifest: string, run: Run): Promise<boolean> {
  let key = (await currentRun())?.manifest;
  for await (const each of runsFrom(key)) {
    if (key === manifest) return true;
    if (each.run <= run.run) return false;
    key = each.before;
  }
  return false;
}
