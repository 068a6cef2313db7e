import { randomUUID } from 'node:crypto';
import { loadAll } from '../forms/grammar/published.ts';
import { columns } from '../forms/kinds/all.ts';
import { publications } from '../forms/published/index.ts';
import { getJson, putJson } from './exports/lake.ts';
import { projectPointers } from './exports/pointers.ts';
import { exportInput, type Planned, planKey, type Run, runKey, run as runSchema } from './exports/runs.ts';
import { type LakeForm, lakeForms, lakeTables } from './exports/tables.ts';
import { atMost } from './lambda/at-most.ts';
import { now } from './lambda/clock.ts';
import { log } from './lambda/log.ts';
import { settings } from './lambda/settings.ts';
import { partitionKey, partitionsOf } from './submissions/keys.ts';
import { currentRun, takeLease } from './submissions/lake-items.ts';
import { hasChangedSince } from './submissions/table.ts';

const hourMs = 60 * 60 * 1000;
/** The Map of the state machine is bounded; more partitions make larger batches, not more of them. */
const batchesMax = 40;

/**
 * First step of an export: takes the lease, finishes what an interrupted run left, fixes T, and finds the
 * partitions that changed since the last published T (with an hour to spare) or whose recipe is not today's.
 */
export async function handler(event: unknown): Promise<Planned> {
  const { full, asOf: asked } = exportInput.parse(event ?? {});
  const startedAt = now();
  const latest = startedAt - settings.EXPORT_CUTOFF_SECONDS() * 1000;
  const asOf = asked === undefined ? latest : Date.parse(asked);
  if (asOf > latest)
    throw new Error(`expected a cut-off of at most ${new Date(latest).toISOString()}, got a later one`);

  const holder = `export-${randomUUID()}`;
  await takeLease(holder, startedAt, startedAt + settings.EXPORT_LEASE_SECONDS() * 1000);
  const current = await currentRun();
  const forms = lakeForms(await loadAll(publications), columns);
  const before = current && (await getJson(runKey(current.run), runSchema));
  if (before !== undefined) await projectPointers(before, lakeTables(forms));

  const dirty = (await Promise.all(forms.map((form) => dirtyOf(form, before, full, startedAt, asOf)))).flat();
  const run = (current?.run ?? 0) + 1;
  await putJson(planKey(run), { run, holder, startedAt, asOf, dirty });
  log('info', 'export planned', { run, count: dirty.length });
  return { run, batches: batchesOf(dirty.length) };
}

async function dirtyOf(
  form: LakeForm,
  before: Run | undefined,
  full: boolean,
  startedAt: number,
  asOf: number,
): Promise<string[]> {
  // A form that kept its old objects has changes from before the last T, and is looked through whole.
  const whole = full || before === undefined || before.stale[form.id] !== undefined;
  const since = whole ? -1 : Math.min(before.asOf, asOf) - hourMs;
  const changed = await atMost(16, partitionsOf(form, startedAt), async (partition) =>
    (await hasChangedSince(partition, since)) ? [partitionKey(partition)] : [],
  );
  const outdated = Object.entries(before?.partitions ?? {})
    .filter(([, made]) => made.form === form.id && made.recipe !== form.recipe)
    .map(([key]) => key);
  return [...new Set([...changed.flat(), ...outdated])].sort();
}

function batchesOf(count: number): Planned['batches'] {
  const size = Math.max(1, Math.ceil(count / batchesMax));
  return Array.from({ length: Math.ceil(count / size) }, (_, index) => ({
    from: index * size,
    to: Math.min(count, (index + 1) * size),
  }));
}
