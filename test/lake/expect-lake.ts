import { expect } from 'vitest';
import { namedIn } from './lake.ts';
import { noCounts, type Part, type Picture, pictureOf, tables } from './picture.ts';
import type { Ended } from './server.ts';
import type { Item } from './table.ts';
import { outputOf, type World } from './world.ts';

/** What a run was to do, besides its usual work. */
export interface Asked {
  readonly acceptLoss?: boolean;
}

/**
 * Holds a run that succeeded to what the table is as of its T. Where something happened during the run, the table as
 * it was `meanwhile` is given: then every row has to be in one of its states, and what is in all of them has to be
 * there.
 */
export async function expectLake(
  world: World,
  ended: Ended,
  asked: Asked = {},
  meanwhile: readonly (readonly Item[])[] = [],
): Promise<void> {
  const { lake } = world;
  const output = outputOf(ended);
  const asOf = Date.parse(output.asOf);
  const items = await world.table.items();
  const pictures = [...meanwhile, items].map((each) => pictureOf(each, asOf));
  const now = pictureOf(items, asOf);
  expectWhole(world);
  expect(lake.run()).toMatchObject({ run: output.run, asOf });

  const short = asked.acceptLoss === true ? new Set<string>() : shortIn(world, now, asOf);
  expect(output.shortfalls).toEqual(
    [...short].map((key) => expect.objectContaining({ partition: key, reason: 'fewer than before' })),
  );
  const seen = await lake.rows(Object.values(lake.pointers()).flatMap(namedIn).filter(isOfForms));
  const { partitions } = lake.run();
  for (const key of new Set([...Object.keys(seen), ...Object.keys(now)])) {
    const rows = (seen[key] ?? []).toSorted();
    if (short.has(key)) expectShort(world, key, rows, pictures, items);
    else expectRows(key, rows, pictures);
    if (!short.has(key) && meanwhile.length === 0) {
      expect(partitions[key]?.counts ?? noCounts).toEqual(now[key]?.counts ?? noCounts);
    }
  }
  remember(world, seen, now, asOf, asked);
}

/** Every table has its pointer, every object that one names is there and is what its name says. */
export function expectWhole({ lake }: World): void {
  expect(lake.state()).toMatchObject({ state: 'done', run: lake.run().run });
  expect(Object.keys(lake.pointers()).toSorted()).toEqual([...tables].toSorted());
  expect(lake.broken()).toEqual([]);
}

const isOfForms = (path: string) => !path.startsWith('open/');

/** Partitions that had more at an earlier T: what is gone from the table must not be gone from the lake unsaid. */
function shortIn({ most }: World, now: Picture, asOf: number): Set<string> {
  const short = [...most].filter(
    ([key, { received, asOf: then }]) => asOf >= then && (now[key]?.counts.received ?? 0) < received,
  );
  return new Set(short.map(([key]) => key).toSorted());
}

/**
 * What fell short is shown as it was, unless that would show what was to be forgotten. Where something was forgotten
 * that nobody could see, or cannot be told by its id, it may be shown as it is now, too.
 */
function expectShort(
  { shown }: World,
  key: string,
  rows: readonly string[],
  pictures: readonly Picture[],
  items: readonly Item[],
): void {
  const kept = shown.get(key) ?? [];
  const own = items.filter(({ pk }) => pk === key);
  const forgotten = own.filter(
    ({ erased_at, redacted }) => erased_at !== undefined || redacted !== undefined,
  );
  const shows = kept.some((row) => forgotten.some((item) => tellsForgotten(row, item)));
  const isAsItWas = rows.join('\n') === kept.join('\n');
  if (shows || (forgotten.length > 0 && !isAsItWas)) expectRows(key, rows, pictures);
  else expect(rows).toEqual(kept);
}

/** Whether a row still tells what was removed from this submission. */
export function tellsForgotten(
  row: string,
  { submission_id: id, erased_at, redacted = [] }: Pick<Item, 'submission_id' | 'erased_at' | 'redacted'>,
): boolean {
  if (!row.includes(`"submission_id":"${id}"`)) return false;
  if (erased_at !== undefined) return !row.includes('"status":"erased"');
  return redacted.includes('story') && row.startsWith('confidential.visits') && row.includes('"story"');
}

const noPart: Part = { rows: [], counts: noCounts };

function expectRows(key: string, seen: readonly string[], pictures: readonly Picture[]): void {
  const [only, ...others] = pictures.map((picture) => (picture[key] ?? noPart).rows);
  if (others.length === 0) {
    expect(seen).toEqual(only);
    return;
  }
  const counted = pictures.map((picture) => timesOf((picture[key] ?? noPart).rows));
  const shown = timesOf(seen);
  const all = new Set([...shown.keys(), ...counted.flatMap((times) => [...times.keys()])]);
  const wrong = [...all].filter((row) => {
    const times = counted.map((count) => count.get(row) ?? 0);
    const found = shown.get(row) ?? 0;
    return found < Math.min(...times) || found > Math.max(...times);
  });
  expect(wrong).toEqual([]);
}

function timesOf(rows: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const row of rows) times.set(row, (times.get(row) ?? 0) + 1);
  return times;
}

function remember(
  { shown, most }: World,
  seen: Readonly<Record<string, readonly string[]>>,
  now: Picture,
  asOf: number,
  { acceptLoss }: Asked,
): void {
  shown.clear();
  for (const [key, rows] of Object.entries(seen)) shown.set(key, rows.toSorted());
  if (acceptLoss === true) most.clear();
  for (const [key, { counts }] of Object.entries(now)) {
    if (counts.received >= (most.get(key)?.received ?? 0)) most.set(key, { received: counts.received, asOf });
  }
}
