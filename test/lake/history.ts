import { expect } from 'vitest';
import { passMs } from './clock.ts';
import { expectForgotten } from './expect-forgotten.ts';
import { expectLake, expectWhole } from './expect-lake.ts';
import { faulty } from './faults.ts';
import { type FormId, publish, versions } from './forms.ts';
import { namedIn } from './lake.ts';
import type { Judge } from './proxy.ts';
import type { Amid, Change, Step } from './steps.ts';
import type { Copy, Item } from './table.ts';
import { inTurns } from './turns.ts';
import { cutoffMs, leaseMs, outputOf, type World } from './world.ts';

/** No two clocks are further apart. */
const skewMaxMs = 5000;
const dayMs = 24 * 60 * 60 * 1000;

/** Lives through a history; after every export the lake has to be what the table was as of T. */
export async function live(
  world: World,
  history: readonly Step[],
  count: (what: string) => void,
): Promise<void> {
  await world.begin();
  const copies: Copy[] = [];
  for (const step of history) {
    passMs(step.after);
    count(step.does);
    await take(world, step, copies);
  }
  await expectRebuilt(world);
}

async function take(world: World, step: Step, copies: Copy[]): Promise<void> {
  const [first] = world.servers;
  switch (step.does) {
    case 'publish':
      return publishNext(world, step.form, step.what);
    case 'export':
      return checked(world, step.skew, {
        ...step.input,
        ...(step.back > 0 && { asOf: asOfBefore(step.back) }),
      });
    case 'export amid':
      return exportAmid(world, step.changes, step.skew);
    case 'two exports':
      return twoExports(world, step.turns, step.jumpAt);
    case 'crash':
      await first.run({}, faulty({ at: step.at, moment: step.moment, as: 'dead' }));
      passMs(leaseMs + skewMaxMs);
      return checked(world, step.skew);
    case 'sweep':
      return sweep(world, step.graceSeconds);
    case 'copy':
      copies.push(await world.table.copy());
      return;
    case 'restore':
      return restore(
        world,
        copies[copies.length - 1 - (step.which % Math.max(1, copies.length))],
        step.acceptLoss,
      );
    case 'redact':
    case 'erase':
      // What is forgotten must not come back with a copy that has it still.
      copies.push(await world.table.copy());
      return apply(world, step, step.skew);
    default:
      return apply(world, step, step.skew);
  }
}

/** A T that lies so much further back than that of a run which begins now. */
function asOfBefore(ms: number): string {
  return new Date(Date.now() - cutoffMs - ms - skewMaxMs).toISOString();
}

/** Does a change, on a server whose clock is a little wrong. */
async function apply({ changes, table }: World, change: Change, skew: number): Promise<void> {
  const at = Date.now() + skew;
  if (change.does === 'create') {
    const { form, age, version } = change;
    const madeAt = Math.round(at - age * (at - Date.parse('2021-01-01T00:00:00Z')));
    const newest = versions[form].length;
    return changes.create(form, {
      at,
      madeAt,
      version: version > 1 ? version : Math.max(1, newest - version),
    });
  }
  const chosen = chosenFrom(await table.items(), change);
  if (chosen === undefined) return;
  if (change.does === 'supersede') return changes.supersede(chosen, at);
  return change.does === 'redact' ? changes.redact(chosen) : changes.erase(chosen);
}

/** Somebody's submission: one that is current to correct it. */
function chosenFrom(
  all: readonly Item[],
  { does, which }: Exclude<Change, { does: 'create' }>,
): Item | undefined {
  const items = all.filter(({ erased_at }) => erased_at === undefined);
  const among =
    does === 'supersede'
      ? items.filter(({ superseded_at, form }) => superseded_at === undefined && form === 'visits')
      : items;
  return among[which % Math.max(1, among.length)];
}

async function publishNext(world: World, form: FormId, what: 'add' | 'retire' | 'shards'): Promise<void> {
  const newest = versions[form].at(-1);
  if (newest === undefined) throw new Error('expected a version, got none');
  const next = { ...newest, version: newest.version + 1 };
  // More shards from a month that no id can be of yet.
  const later = new Date(Date.now() + 2 * dayMs);
  const from = new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1)).toISOString().slice(0, 7);
  const shards = [...newest.shards.filter((each) => each.from !== from), { from, count: 3 }];
  const changed = {
    add: { ...next, numbers: [...newest.numbers, `extra_${next.version}`] },
    retire: { ...next, numbers: newest.numbers.slice(1) },
    shards: { ...next, shards },
  };
  publish({ [form]: [...versions[form], changed[what]] });
  await world.servers[0].prepareLake();
}

/** Exports, on a server whose clock is a little wrong, and checks. */
async function checked(world: World, skew: number, input: object = {}, judge?: Judge, meanwhile?: Item[][]) {
  passMs(skew);
  const ended = await world.servers[1].run(input, judge);
  passMs(-skew);
  await expectLake(world, ended, input, meanwhile);
  // What changed told so: a run that verifies finds no more than the others do.
  expect(outputOf(ended).differences).toEqual([]);
}

async function exportAmid(world: World, changes: readonly Amid[], skew: number): Promise<void> {
  const states = [await world.table.items()];
  const judge = async ({ number }: { readonly number: number }) => {
    for (const { change } of changes.filter(({ at }) => at === number)) {
      await apply(world, change, 0);
      states.push(await world.table.items());
    }
    return 'pass' as const;
  };
  await checked(world, skew, {}, { judge }, states);
  await checked(world, 0);
}

async function twoExports(world: World, turns: readonly boolean[], jumpAt: number): Promise<void> {
  const ended = await inTurns(world.servers, turns, (count) => {
    if (count === jumpAt) passMs(leaseMs + skewMaxMs);
  });
  const lost = ended.flatMap((each) => ('error' in each ? [each] : []));
  for (const { error, sentence } of lost) {
    expect([error, sentence]).toEqual(['LeaseHeld', expect.stringMatching(/another (export or sweep|run)/)]);
  }
  const won = ended.filter((each) => 'output' in each);
  const [last] = won.toSorted((one, other) => outputOf(other).run - outputOf(one).run);
  if (last === undefined) throw new Error('expected one of two exports to succeed');
  await expectLake(world, last);
}

async function sweep(world: World, graceSeconds: number | undefined): Promise<void> {
  const { lake, servers } = world;
  const before = lake.pointers();
  outputOf(await servers[0].run({ what: 'sweep', ...(graceSeconds !== undefined && { graceSeconds }) }));
  expect(lake.pointers()).toEqual(before);
  if (lake.state() === undefined) return;
  expectWhole(world);
  await expectForgotten(world);
}

async function restore(world: World, copy: Copy | undefined, acceptLoss: boolean): Promise<void> {
  if (copy === undefined) return;
  await world.table.restore(copy);
  passMs(leaseMs + skewMaxMs);
  await checked(world, 0);
  if (acceptLoss) await checked(world, 0, { acceptLoss });
}

/** A lake that is made anew of the same table, as of the same T, has the same objects, byte for byte. */
async function expectRebuilt(world: World): Promise<void> {
  const { lake, stores, table, servers } = world;
  await checked(world, 0, { acceptLoss: true });
  const { asOf } = lake.run();
  const named = () => Object.values(lake.pointers()).flatMap(namedIn).toSorted();
  const incremental = named();
  const items = (await table.copy()).filter(({ pk }) => pk !== 'lake');
  await stores.renew();
  await table.restore(items);
  outputOf(await servers[0].run({ asOf: new Date(asOf).toISOString() }));
  expect(named()).toEqual(incremental);
}
