import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { passMs } from './lake/clock.ts';
import { expectLake } from './lake/expect-lake.ts';
import { live } from './lake/history.ts';
import { namedIn } from './lake/lake.ts';
import { histories } from './lake/steps.ts';
import { cutoffMs, openWorld, outputOf, type World } from './lake/world.ts';

/** How many histories: more of them with HISTORIES=1000. */
const count = Number(process.env.HISTORIES ?? 40);
/** The same histories each time, so that what fails is what was changed; with HISTORIES others each time. */
const seeds = process.env.HISTORIES === undefined ? { seed: 20260910 } : {};
const patienceMs = 180_000 + count * 5000;
vi.setConfig({ testTimeout: patienceMs + 60_000, hookTimeout: 60_000 });

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test('after any history the lake is what the table was as of T', async () => {
  const done = new Map<string, number>();
  const note = (what: string) => done.set(what, (done.get(what) ?? 0) + 1);
  await fc.assert(
    fc.asyncProperty(histories, (history) => live(world, history, note)),
    // A history that goes wrong is made short for a while, and told with its seed before the test has to end.
    { ...seeds, numRuns: count, interruptAfterTimeLimit: patienceMs, markInterruptAsFailure: true },
  );
  // Of everything that can happen much has happened.
  expect(Math.min(...done.values())).toBeGreaterThan(count / 10);
  expect(done.size).toBe(12);
});

test('without time between T and the start, what was written late is in the next run', async () => {
  const { changes, lake, servers, table } = world;
  const [server] = servers;
  await world.begin();
  process.env.EXPORT_CUTOFF_SECONDS = '0';
  try {
    await changes.create('visits', { at: Date.now(), madeAt: Date.now(), version: 1 });
    passMs(60_000);
    const early = await table.items();
    const at = Date.now();
    const ended = await server.run(
      {},
      {
        // Received before the run began, and stored when its partition had been read.
        seen: async ({ what }) => {
          if (/^PUT .*batch-0/.test(what)) await changes.create('visits', { at, madeAt: at, version: 1 });
        },
      },
    );
    expect(Date.parse(outputOf(ended).asOf)).toBeGreaterThanOrEqual(at);
    const [late] = (await table.items()).filter(({ sk }) => early.every((other) => other.sk !== sk));
    const shown = Object.values(await lake.rows(Object.values(lake.pointers()).flatMap(namedIn))).flat();
    const isShown = (id: string | undefined) => shown.some((row) => row.includes(`"${id}"`));
    expect([early[0]?.sk, late?.sk].map(isShown)).toEqual([true, false]);
    await expectLake(world, await server.run());
  } finally {
    process.env.EXPORT_CUTOFF_SECONDS = String(cutoffMs / 1000);
  }
});
