import * as z from 'zod/mini';
import { lakeTables } from '../forms/derived/lake-tables.ts';
import { loadAll } from '../forms/grammar/published.ts';
import { columns } from '../forms/kinds/all.ts';
import { publications } from '../forms/published/index.ts';
import { getJson, putText } from './exports/lake.ts';
import { pointersNow, projectPointers } from './exports/pointers.ts';
import {
  exportInput,
  type Planned,
  planKey,
  plan as planSchema,
  type Run,
  run as runSchema,
  totalOf,
  workFolder,
} from './exports/runs.ts';
import { type LakeForm, lakeForms } from './exports/tables.ts';
import { atMost } from './lambda/at-most.ts';
import { machineNow, now } from './lambda/clock.ts';
import { log } from './lambda/log.ts';
import { settings } from './lambda/settings.ts';
import { type Partition, partitionKey, partitionsOf } from './submissions/keys.ts';
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
 * Plans an export: takes the lease, finishes what an interrupted run left, fixes T, and finds the partitions that
 * changed since the last published T (with an hour to spare) or whose recipe is not today's. When it verifies, it
 * adds all the others.
 */
export async function handler(event: unknown): Promise<Planned> {
  const { execution, input } = planEvent.parse(event);
  const startedAt = now();
  const asOf = cutoffOf(input.asOf, startedAt);
  // The same execution is the same holder, so that a repeated step meets its own lease.
  const holder = `export-${execution}`;
  await takeLease(holder, machineNow(), machineNow() + settings.EXPORT_LEASE_SECONDS() * 1000);
  const published = await loadAll(publications);
  const forms = lakeForms(published, columns);
  const { after, latest, isRestored } = await publishedNow();
  const before = latest && (await getJson(latest.manifest, runSchema));
  if (latest && before) await projectPointers(before, latest.manifest, lakeTables(published, columns));

  const full = input.full || isRestored;
  // Also partitions that no run knows of: what somebody put back by hand says that it changed when it did.
  const verifies = input.verify || isSmall(before);
  const found = await Promise.all(
    forms.map((form) => dirtyOf(form, before, { full, verifies, startedAt, asOf })),
  );
  const changed = found.flatMap((each) => each.changed);
  const isChanged = new Set(changed);
  const verified = found.flatMap(({ others }) => others.filter((key) => !isChanged.has(key)));
  const run = (latest?.run ?? 0) + 1;
  const work = workFolder(run, holder);
  const plan = {
    run,
    holder,
    before: latest?.manifest,
    after,
    startedAt: machineNow(),
    asOf,
    dirty: [...changed, ...verified].sort(),
    verified,
    again: full || Object.keys(before?.stale ?? {}).length > 0,
    acceptLoss: input.acceptLoss,
  };
  await putText('analytic', planKey(work), JSON.stringify(plan), undefined);
  // A repeated step goes by the plan that is there: later steps may be at work on it.
  const { dirty: planned } = await getJson(planKey(work), planSchema);
  log('info', 'export planned', { run, count: planned.length });
  return { run, work, batches: batchesOf(planned.length) };
}

/** T in milliseconds UTC; throws when a later one was asked for than answers can be complete up to. */
function cutoffOf(asked: string | undefined, startedAt: number): number {
  const latest = startedAt - settings.EXPORT_CUTOFF_SECONDS() * 1000;
  const asOf = asked === undefined ? latest : Date.parse(asked);
  if (asOf <= latest) return asOf;
  throw new WrongInput(`expected a cut-off of at most ${new Date(latest).toISOString()}, got a later one`);
}

/**
 * The run that readers see. When the pointers are of a later run than the table knows of, the table was restored from
 * an older copy: the lake goes on from what readers see, and everything is rendered.
 */
async function publishedNow() {
  const current = await currentRun();
  const pointers = await pointersNow();
  const isRestored = pointers !== undefined && pointers.run > (current?.run ?? 0);
  if (isRestored) log('warn', 'the table was restored from an older copy', { run: pointers.run });
  return { after: current?.run, latest: isRestored ? pointers : current, isRestored };
}

/** With few submissions every export can be one that verifies. */
function isSmall(before: Run | undefined): boolean {
  const counts = Object.values(before?.partitions ?? {}).map((each) => each.counts);
  return totalOf(counts).received < settings.EXPORT_VERIFY_BELOW();
}

interface Looking {
  readonly full: boolean;
  readonly verifies: boolean;
  readonly startedAt: number;
  readonly asOf: number;
}

/** The partitions of a form that have to be rendered and, where the run verifies, the others that there are. */
async function dirtyOf(
  form: LakeForm,
  before: Run | undefined,
  { full, verifies, startedAt, asOf }: Looking,
): Promise<{ readonly changed: readonly string[]; readonly others: readonly string[] }> {
  // A form that kept old objects has changes from before the last T, and one whose T goes back has objects of
  // after it: both are looked through whole.
  const whole = full || before === undefined || before.stale[form.id] !== undefined || asOf < before.asOf;
  const every = partitionsOf(form, startedAt);
  const present = whole || verifies ? await changedSince(-1, every) : every;
  const changed = whole ? present : await changedSince(Math.min(before.asOf, asOf) - hourMs, present);
  // A partition that was rendered before is looked at again even when nothing in it tells of a change: what
  // is gone from it without a trace must be noticed.
  const made = Object.entries(before?.partitions ?? {}).filter(([, each]) => each.form === form.id);
  const outdated = made.filter(([, { recipe }]) => whole || recipe !== form.recipe);
  const keysOf = (partitions: readonly Partition[], known: typeof made) =>
    [...new Set([...partitions.map(partitionKey), ...known.map(([key]) => key)])].sort();
  return { changed: keysOf(changed, outdated), others: verifies ? keysOf(present, made) : [] };
}

/** Those in which something has changed since a moment (ms UTC); since -1, those in which there is anything. */
async function changedSince(since: number, partitions: readonly Partition[]): Promise<Partition[]> {
  const found = await atMost(16, partitions, async (partition) =>
    (await hasChangedSince(partition, since)) ? [partition] : [],
  );
  return found.flat();
}

function batchesOf(count: number): Planned['batches'] {
  const size = Math.max(1, Math.ceil(count / batchesMax));
  return Array.from({ length: Math.ceil(count / size) }, (_, index) => ({
    from: index * size,
    to: Math.min(count, (index + 1) * size),
  }));
}
