import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { passMs } from './lake/clock.ts';
import { expectSwept, prepareScene, type Scene, sweepAll, watched } from './lake/crashes.ts';
import { expectForgotten } from './lake/expect-forgotten.ts';
import { expectLake, expectWhole } from './lake/expect-lake.ts';
import { type Fault, faulty, meanwhile } from './lake/faults.ts';
import type { Call, Moment } from './lake/proxy.ts';
import type { Ended } from './lake/server.ts';
import { cutoffMs, leaseMs, openWorld, outputOf, type World } from './lake/world.ts';

// Hundreds of exports, and other test files may have the other core.
vi.setConfig({ testTimeout: 900_000, hookTimeout: 60_000 });

let world: World;
let scene: Scene;
beforeAll(async () => {
  world = await openWorld();
  scene = await prepareScene(world);
});
afterAll(async () => {
  scene.before.remove();
  scene.after.remove();
  await world.close();
});

/** With CRASHES=all every call is a point, in every manner; else those that differ in what is done by then. */
const all = process.env.CRASHES === 'all';

interface Point {
  readonly at: number;
  readonly moment: Moment;
}
const moments = ['before', 'after'] as const;
const isRead = ({ what }: Call) => /^(GET |GetItem|Query)/.test(what);

/**
 * Before every call that changes something, and after the last. For whoever is killed that is all there is: after a
 * call, and at those that only read, as much was done as before the next change.
 */
function deathsIn(calls: readonly Call[]): Point[] {
  const points = calls.flatMap((call) => moments.map((moment) => ({ ...call, at: call.number, moment })));
  return points.filter(
    (point) => all || (point.moment === 'before' && !isRead(point)) || isLast(point, calls),
  );
}
const isLast = ({ at, moment }: Point, { length }: readonly Call[]) => moment === 'after' && at === length;

/** After every call. A call that failed before it had an effect is to its caller like one that only reads. */
function failuresIn(calls: readonly Call[]): Point[] {
  return calls
    .flatMap(({ number: at }) => moments.map((moment) => ({ at, moment })))
    .filter(({ moment }) => all || moment === 'after');
}

/** What comes between two reads finds the same as what comes after them. */
function changesIn(calls: readonly Call[]): readonly Call[] {
  return calls.filter((call) => all || !isRead(call));
}

const placeOf = ({ number: at }: Call) => ({ at });

/** Tries each point, and says at which one it was that something else came of it. */
async function eachOf<Point extends { readonly at: number }>(
  points: readonly Point[],
  calls: readonly Call[],
  work: (point: Point, wrong: string[]) => Promise<void>,
): Promise<void> {
  for (const point of points) {
    const wrong: string[] = [];
    try {
      await work(point, wrong);
      expect(wrong).toEqual([]);
    } catch (error) {
      const place = `call ${point.at} of ${calls.length} (${calls[point.at - 1]?.what}) ${JSON.stringify(point)}`;
      throw new Error(`${place}: ${error}`, { cause: error });
    }
  }
}

function expectLeaseHeld(ended: Ended): void {
  expect(ended).toEqual({
    error: 'LeaseHeld',
    sentence: expect.stringMatching(/^another (export or sweep|run) /),
  });
}

function isFresh(): boolean {
  const pointers = world.lake.pointers();
  return Object.entries(scene.fresh).every(([table, text]) => pointers[table] === text);
}

test('a run that is killed at any call is made good by the next', async () => {
  const [first, second] = world.servers;
  const { commit } = turningPoints();
  await eachOf(deathsIn(scene.calls), scene.calls, async (point, wrong) => {
    await scene.before.back();
    await first.run({}, watched(world, scene, wrong, faulty({ ...point, as: 'dead' })));
    passMs(leaseMs + 1);
    // Now the next export comes first, now the next sweep.
    if (point.at % 2 === 0) outputOf(await second.run(sweepAll, watched(world, scene, wrong)));
    const judge = watched(world, scene, wrong);
    const seen = async (call: Call) => {
      await judge.seen?.(call);
      // Before it does anything of its own it finishes what was published.
      const begins = point.at > commit && call.what.endsWith('/plan.json');
      if (begins && !isFresh()) wrong.push('the pointers were left behind');
    };
    const ended = await second.run({}, { seen });
    await expectLake(world, ended);
    await expectSwept(world);
  });
});

test('a run whose worker is killed at any call is carried on by the state machine', async () => {
  const [first] = world.servers;
  await eachOf(deathsIn(scene.calls), scene.calls, async (point, wrong) => {
    await scene.before.back();
    const judge = watched(world, scene, wrong, faulty({ ...point, as: 'worker' }));
    await expectLake(world, await first.run({}, judge));
    expect(isFresh()).toBe(true);
  });
});

test('a run goes on when any one call fails or gets no answer', async () => {
  const [first] = world.servers;
  const manners: readonly Fault['as'][] = ['error', 'drop'];
  const faults = failuresIn(scene.calls).flatMap((point) =>
    manners.filter((_, index) => all || (point.at + index) % 2 === 0).map((as) => ({ ...point, as })),
  );
  await eachOf(faults, scene.calls, async (fault, wrong) => {
    await scene.before.back();
    await expectLake(world, await first.run({}, watched(world, scene, wrong, faulty(fault))));
    expect(isFresh()).toBe(true);
  });
});

/** Where in a run it begins to hold the lake, and where its commit is. */
function turningPoints() {
  const what = scene.calls.map((call) => call.what);
  // The first conditional put of the table is the tombstone of the replay that is there already, the next the lease.
  return { lease: what.lastIndexOf('PutItem') + 1, commit: what.indexOf('TransactWriteItems') + 1 };
}

/** Runs an export, and something else while the export sleeps at a call. */
async function whileAsleep(at: number, wrong: string[], work: () => Promise<Ended>) {
  await scene.before.back();
  let other: Ended | undefined;
  const judge = meanwhile(at, async () => {
    other = await work();
  });
  const one = await world.servers[0].run({}, watched(world, scene, wrong, judge));
  if (other === undefined) throw new Error('expected the other one to have been');
  return { one, other };
}

test('of two runs at once one wins, and the other says so', async () => {
  const { lease } = turningPoints();
  await eachOf(changesIn(scene.calls).map(placeOf), scene.calls, async ({ at }, wrong) => {
    const second = () => world.servers[1].run({}, watched(world, scene, wrong));
    const { one, other } = await whileAsleep(at, wrong, second);
    // Whoever comes before the other has begun is before the other.
    if (at <= lease) expect(outputOf(other).run).toBe(2);
    else expectLeaseHeld(other);
    expect(outputOf(one).run).toBe(at <= lease ? 3 : 2);
    await expectLake(world, one);
  });
});

test('a run that sleeps longer than its lease is overtaken, and does no harm when it wakes', async () => {
  const { lease, commit } = turningPoints();
  await eachOf(scene.calls.map(placeOf), scene.calls, async ({ at }, wrong) => {
    const { one, other } = await whileAsleep(at, wrong, async () => {
      passMs(leaseMs + 1);
      // What is published meanwhile has to be told from what wakes.
      const before = Date.now() - 2 * cutoffMs;
      if (at > commit) await world.changes.create('visits', { at: before, madeAt: before, version: 1 });
      return world.servers[1].run();
    });
    const [last, run] = at <= lease ? [one, 3] : [other, at <= commit ? 2 : 3];
    expect(outputOf(last).run).toBe(run);
    await expectLake(world, last);
    if (at > lease && at <= commit) expectLeaseHeld(one);
    else expect(outputOf(one).run).toBe(at <= lease ? 3 : 2);
    // With something new the pointers are neither the old ones nor those of the run that slept.
    if (at > commit) wrong.splice(0);
  });
});

test('a run that sleeps while its lease ends and a sweep comes publishes nothing afterwards', async () => {
  const { lease, commit } = turningPoints();
  await eachOf(changesIn(scene.calls).map(placeOf), scene.calls, async ({ at }, wrong) => {
    const { one, other } = await whileAsleep(at, wrong, () => {
      passMs(leaseMs + 1);
      return world.servers[1].run(sweepAll, watched(world, scene, wrong));
    });
    outputOf(other);
    if (at > lease && at <= commit) expectLeaseHeld(one);
    else expect([outputOf(one).run, world.lake.run().run]).toEqual([2, 2]);
    await expectLake(world, await world.servers[1].run());
  });
});

test('a sweep that is killed at any call is made good by the next, and takes nothing that is needed', async () => {
  const [first, second] = world.servers;
  await eachOf(deathsIn(scene.sweepCalls), scene.sweepCalls, async (point, wrong) => {
    await scene.after.back();
    await first.run(sweepAll, watched(world, scene, wrong, faulty({ ...point, as: 'dead' })));
    await expectForgotten(world);
    passMs(leaseMs + 1);
    outputOf(await second.run(sweepAll, watched(world, scene, wrong)));
    expect(isFresh()).toBe(true);
    expectWhole(world);
    await expectForgotten(world);
    await expectSwept(world);
  });
});
