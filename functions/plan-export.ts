import * as z from 'zod/mini';
import { lakeTables } from '../forms/derived/lake-tables.ts';
import { loadAll } from '../forms/grammar/published.ts';
import { columns } from '../forms/kinds/all.ts';
import { publications } from '../forms/published/index.ts';
import { getJson, putText } from './exports/lake.ts';
import { projectPointers } from './exports/pointers.ts';
import {
  exportInput,
  type Planned,
  planKey,
  plan as planSchema,
  type Run,
  run as runSchema,
  workFolder,
} from './exports/runs.ts';
import { type LakeForm, lakeForms } from './exports/tables.ts';
import { atMost } from './lambda/at-most.ts';
import { machineNow, now } from './lambda/clock.ts';
import { log } from './lambda/log.ts';
import { settings } from './lambda/settings.ts';
import { partitionKey, partitionsOf } from './submissions/keys.ts';
import { currentRun, takeLease } from './submissions/lake-items.ts';
import { hasChangedSince } from './submissions/table.ts';

const planEvent = z.object({ execution: z.string(), input: exportInput });

/** What was asked for cannot be done, and asking again will not help. */
class WrongInput extends Error {
  override readonly name = 'WrongInput';
}

const hourMs = 60 * 60 * 1000;
/** The Map of the state machine is bounded; more partitions make larger batches, not more of them. */
const batchesMax = 40;

/**
 * First step of an export: takes the lease, finishes what an interrupted run left, fixes T, and finds the
 * partitions that changed since the last published T (with an hour to spare) or whose recipe is not today's.
 */
export async function handler(event: unknown): Promise<Planned> {
  const { execution, input } = planEvent.parse(event);
  const { full, asOf: asked } = input;
  const startedAt = now();
  const latest = startedAt - settings.EXPORT_CUTOFF_SECONDS() * 1000;
  const asOf = asked === undefined ? latest : Date.parse(asked);
  if (asOf > latest)
    throw new WrongInput(`expected a cut-off of at most ${new Date(latest).toISOString()}, got a later one`);

  // The same execution is the same holder, so that a repeated step meets its own lease.
  const holder = `export-${execution}`;
  await takeLease(holder, machineNow(), machineNow() + settings.EXPORT_LEASE_SECONDS() * 1000);
  const current = await currentRun();
  const published = await loadAll(publications);
  const forms = lakeForms(published, columns);
  const before = current && (await getJson(current.manifest, runSchema));
  if (current && before) await projectPointers(before, current.manifest, lakeTables(published, columns));

  const dirty = (await Promise.all(forms.map((form) => dirtyOf(form, before, full, startedAt, asOf)))).flat();
  const run = (current?.run ?? 0) + 1;
  const work = workFolder(run, holder);
  const again = full || Object.keys(before?.stale ?? {}).length > 0;
  const plan = { run, holder, before: current?.manifest, startedAt: machineNow(), asOf, dirty, again };
  await putText('analytic', planKey(work), JSON.stringify(plan), undefined);
  // A repeated step goes by the plan that is there: later steps may be at work on it.
  const { dirty: planned } = await getJson(planKey(work), planSchema);
  log('info', 'export planned', { run, count: planned.length });
  return { run, work, batches: batchesOf(planned.length) };
}

async function dirtyOf(
  form: LakeForm,
  before: Run | undefined,
  full: boolean,
  startedAt: number,
  asOf: number,
): Promise<string[]> {
  // A form that kept old objects has changes from before the last T, and one whose T goes back has objects of
  // after it: both are looked through whole.
  const whole = full || before === undefined || before.stale[form.id] !== undefined || asOf < before.asOf;
  const since = whole ? -1 : Math.min(before.asOf, asOf) - hourMs;
  const changed = await atMost(16, partitionsOf(form, startedAt), async (partition) =>
    (await hasChangedSince(partition, since)) ? [partitionKey(partition)] : [],
  );
  // A partition that was rendered before is looked at again even when nothing in it tells of a change: what
  // is gone from it without a trace must be noticed.
  const outdated = Object.entries(before?.partitions ?? {})
    .filter(([, made]) => made.form === form.id && (whole || made.recipe !== form.recipe))
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
