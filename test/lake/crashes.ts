import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { passMs, setClock } from './clock.ts';
import { expectLake } from './expect-lake.ts';
import { namedIn } from './lake.ts';
import type { Call, Judge } from './proxy.ts';
import { memory } from './stores.ts';
import { cutoffMs, outputOf, type World } from './world.ts';

/** Everything that is kept, at one moment. */
export interface Snapshot {
  /** Puts it in the place of everything that is there now. */
  back(): Promise<void>;
  remove(): void;
}

async function snapshot(world: World): Promise<Snapshot> {
  const { stores, table } = world;
  const folder = mkdtempSync(join(memory, 'starkare-snapshot-'));
  cpSync(stores.folder(), folder, { recursive: true });
  const copy = await table.copy();
  const clock = Date.now();
  const [shown, most] = [[...world.shown], [...world.most]];
  return {
    back: async () => {
      setClock(clock);
      await stores.renew(folder);
      await table.restore(copy);
      for (const [key, rows] of shown) world.shown.set(key, rows);
      for (const [key, each] of most) world.most.set(key, each);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A run that has something of everything to do, and the sweep after it. */
export interface Scene {
  /** Before the run. */
  readonly before: Snapshot;
  /** After it, when the grace is over. */
  readonly after: Snapshot;
  /** What the pointers say before and after the run. */
  readonly old: Readonly<Record<string, string>>;
  readonly fresh: Readonly<Record<string, string>>;
  /** The calls of the run and of the sweep when all goes well. */
  readonly calls: readonly Call[];
  readonly sweepCalls: readonly Call[];
}

const minuteMs = 60_000;

export async function prepareScene(world: World): Promise<Scene> {
  const { changes, lake, servers, table } = world;
  const [first] = servers;
  await world.begin();
  const make = (form: 'visits' | 'thoughts', madeAt = Date.now()) =>
    changes.create(form, { at: Date.now(), madeAt, version: 1 });
  async function visit(place: number) {
    const found = (await table.items()).filter(({ form }) => form === 'visits')[place];
    if (found === undefined) throw new Error('expected a visit, got none');
    return found;
  }
  for (const form of ['visits', 'visits', 'visits', 'visits', 'thoughts', 'thoughts'] as const)
    await make(form);
  passMs(cutoffMs + minuteMs);
  await expectLake(world, await first.run());
  const old = lake.pointers();

  // Something new, something of another month, something corrected, something forgotten in part and whole.
  await make('visits');
  await make('visits', Date.parse('2021-01-15T12:00:00Z'));
  await make('thoughts');
  await changes.supersede(await visit(1), Date.now());
  await changes.redact(await visit(3));
  await changes.erase(await visit(4));
  passMs(60 * minuteMs + cutoffMs);
  const before = await snapshot(world);
  await expectLake(world, await first.run());
  const { calls } = first.proxy;
  passMs(60 * minuteMs);
  const after = await snapshot(world);
  expect(outputOf(await first.run(sweepAll)).deleted).toBeGreaterThan(0);
  return { before, after, old, calls, fresh: lake.pointers(), sweepCalls: first.proxy.calls };
}

export const sweepAll = { what: 'sweep', graceSeconds: 0 };

/**
 * Looks, after every call that changes an object, whether a reader could see a table that is neither the old nor the
 * new one, and notes it in `wrong`.
 */
export function watched(world: World, { old, fresh }: Scene, wrong: string[], judge: Judge = {}): Judge {
  const { lake, stores } = world;
  return {
    ...judge,
    seen: ({ what }) => {
      if (!what.startsWith('PUT') && !what.startsWith('DELETE')) return;
      for (const [table, text] of Object.entries(lake.pointers())) {
        if (text !== old[table] && text !== fresh[table])
          wrong.push(`${table} was neither old nor new: ${text}`);
        const gone = namedIn(text).filter((path) => !existsSync(join(stores.folder(), path)));
        if (gone.length > 0) wrong.push(`${table} named objects that were gone: ${gone}`);
      }
    },
  };
}

/** A day later nothing is left but what the published run names. */
export async function expectSwept({ lake, servers, stores }: World): Promise<void> {
  passMs(25 * 60 * minuteMs);
  outputOf(await servers[1].run(sweepAll));
  const named = Object.values(lake.pointers()).flatMap(namedIn).toSorted();
  expect(lake.objects().toSorted()).toEqual(named);
  expect(existsSync(join(stores.folder(), 'analytic/_work'))).toBe(false);
  // One manifest of each run.
  expect(readdirSync(join(stores.folder(), 'analytic/_runs'))).toHaveLength(lake.run().run);
}
