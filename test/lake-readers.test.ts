import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { passMs } from './lake/clock.ts';
import { expectLake } from './lake/expect-lake.ts';
import { pictureOf } from './lake/picture.ts';
import { markOf, openReader, type Seen, type SlowReader, type Stop } from './lake/slow-reader.ts';
import { cutoffMs, openWorld, outputOf, type World } from './lake/world.ts';

// Hundreds of exports, and other test files may have the other core.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 60_000 });

const hourMs = 60 * 60 * 1000;
/** Longer than any read here: the clock moves on by more than an hour with every export. */
const graceMs = 300 * hourMs;

let world: World;
let reader: SlowReader;
/** What each run has in each table. */
const runs = new Map<number, Readonly<Record<string, Seen>>>();
beforeAll(async () => {
  world = await openWorld();
  reader = await openReader(world.stores);
});
afterAll(async () => {
  await reader.close();
  await world.close();
});
beforeEach(async () => {
  process.env.EXPORT_GRACE_SECONDS = String(graceMs / 1000);
  await world.begin();
  runs.clear();
  await change(Date.parse('2021-01-15T12:00:00Z'));
  await night();
});

/** Changes something in every table. */
async function change(madeAt = Date.now()): Promise<void> {
  const { changes, table } = world;
  for (const form of ['visits', 'visits', 'thoughts', 'thoughts', 'thoughts'] as const) {
    await changes.create(form, { at: Date.now(), madeAt, version: 1 });
  }
  const items = await table.items();
  const visit = items.find(({ form, superseded_at }) => form === 'visits' && superseded_at === undefined);
  if (visit !== undefined) await changes.supersede(visit, Date.now());
}

/** A night: something changed, all of it is exported, and the sweep runs. Gives how much that deleted. */
async function night(): Promise<number> {
  const { servers } = world;
  await change();
  // An anonymous form's times are rounded up to the hour.
  passMs(cutoffMs + hourMs);
  const ended = await servers[0].run();
  await expectLake(world, ended);
  const { run, asOf } = outputOf(ended);
  runs.set(run, await tablesAsOf(Date.parse(asOf)));
  return outputOf(await servers[0].run({ what: 'sweep' })).deleted;
}

/** What each table has to show as of T. */
async function tablesAsOf(asOf: number): Promise<Record<string, Seen>> {
  const picture = pictureOf(await world.table.items(), asOf);
  const rows = Object.values(picture).flatMap((part) => part.rows);
  const marks = rows.map((row) => {
    const [table = ''] = row.split(' ', 1);
    return { table, mark: markOf(JSON.parse(row.slice(table.length))) };
  });
  return Object.fromEntries(
    [...Map.groupBy(marks, ({ table }) => table)].map(([table, own]) => [
      table,
      own.map(({ mark }) => mark).toSorted(),
    ]),
  );
}

/** The runs of which a table was read, whole and with nothing else. */
function runsOf(table: string, seen: Seen): number[] {
  const text = seen.join('\n');
  return [...runs].filter(([, shown]) => shown[table]?.join('\n') === text).map(([run]) => run);
}

const latest = () => Math.max(...runs.keys());

test.each(['confidential.visits', 'analytic.thoughts'])(
  'a read of %s that takes nights sees one run, whole',
  async (table) => {
    let nights = 0;
    const started = latest();
    const seen = await reader.table(table, async (next) => {
      // The run is decided by the pointer.
      if (next.includes('_symlink')) return;
      expect(await night()).toBe(0);
      nights += 1;
    });
    expect(nights).toBeGreaterThan(6);
    expect(runsOf(table, seen)).toEqual([started]);
    expect(latest()).toBe(started + nights);

    // The grace is counted from when the last pointers were in their places.
    passMs(graceMs - hourMs);
    expect(await sweep()).toBe(0);
    passMs(hourMs);
    expect(await sweep()).toBeGreaterThan(nights);
    expect(runsOf(table, await reader.table(table))).toEqual([latest()]);
  },
);

async function sweep(): Promise<number> {
  return outputOf(await world.servers[0].run({ what: 'sweep' })).deleted;
}

test('without a grace a reader misses an object, and never sees other rows than its run’s', async () => {
  process.env.EXPORT_GRACE_SECONDS = '0';
  const table = 'confidential.thoughts';
  const ends: string[] = [];
  for (let at = 0; ; at += 1) {
    let requests = 0;
    let run = latest();
    const stop: Stop = async (next) => {
      if (requests === at) await night();
      if (next.includes('_symlink')) run = latest();
      requests += 1;
    };
    const end = await reader.table(table, stop).then(
      (seen) => (runsOf(table, seen).includes(run) ? 'its run' : `other rows: ${seen}`),
      (error: Error) => error.name,
    );
    if (requests < at) break;
    ends.push(end);
  }
  expect(new Set(ends)).toEqual(new Set(['its run', 'Missing', 'NoSuchKey']));
});

const several = ['analytic.thoughts', 'confidential.thoughts'] as const;
const state = z.looseObject({ state: z.string() });

/** Reads several tables, and tells whether `_pointers` was at rest and the same before and after. */
async function readSeveral(stop?: Stop) {
  const before = await reader.pointers(stop);
  const seen: (readonly [string, Seen])[] = [];
  for (const table of several) seen.push([table, await reader.table(table, stop)]);
  const isSteady =
    state.parse(JSON.parse(before)).state === 'done' && before === (await reader.pointers(stop));
  const each = seen.map(([table, rows]) => runsOf(table, rows));
  // Every table of its own is of one run.
  expect(each.map(({ length }) => length)).toEqual(each.map(() => 1));
  return { isSteady, isMixed: new Set(each.flat()).size > 1, run: Math.max(...each.flat()) };
}

test('tables that are read while _pointers stays as it is are of one run; without that look they may not be', async () => {
  let mixed = 0;
  let steady = 0;
  for (let at = 0; ; at += 1) {
    let requests = 0;
    const { isSteady, isMixed } = await readSeveral(async () => {
      if (requests === at) await night();
      requests += 1;
    });
    if (requests <= at) break;
    if (isSteady) expect(isMixed).toBe(false);
    mixed += isMixed ? 1 : 0;
    steady += isSteady ? 1 : 0;
    expect(await readSeveral()).toEqual({ isSteady: true, isMixed: false, run: latest() });
  }
  // Before the first look and after the last one nothing is disturbed.
  expect(steady).toBe(1);
  expect(mixed).toBeGreaterThan(5);
});

test('so it is between any two calls of an export, where pointers are on the move', async () => {
  const [server] = world.servers;
  await change();
  passMs(cutoffMs + hourMs);
  const found: { readonly isSteady: boolean; readonly isMixed: boolean }[] = [];
  runs.set(latest() + 1, await tablesAsOf(Date.now() - cutoffMs));
  const ended = await server.run(
    {},
    {
      judge: async () => {
        found.push(await readSeveral());
        return 'pass' as const;
      },
    },
  );
  await expectLake(world, ended);
  expect(found.filter(({ isSteady, isMixed }) => isSteady && isMixed)).toEqual([]);
  expect(found.filter(({ isSteady }) => isSteady).length).toBeGreaterThan(50);
  expect(found.filter(({ isMixed }) => isMixed).length).toBeGreaterThan(0);
});
