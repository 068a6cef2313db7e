import { expect, test } from 'vitest';
import { keyOf, monthOf, partitionKey, partitionOf, partitionsOf, shardOf } from './keys.ts';

const form = { id: 'participants', shards: [{ from: '2021-01', count: 1 }] };
const id = '017f22e2-79b0-7cc3-98c4-dc0c0c07398f';

test('the key is a pure function of form and id', () => {
  expect(keyOf(form, id)).toEqual({ pk: 'participants#2022-02#0', sk: id });
});

// Computed with `printf %s ID | sha256sum`: 57a6ebc8… → 0x57a6ebc8 mod shards. A change would lose what is stored.
test.each([
  [1, 0],
  [2, 0],
  [16, 8],
  [1000, 128],
])('with %i shards the example lies in shard %i', (shards, shard) => {
  expect(shardOf(id, shards)).toBe(shard);
});

test('shards fill evenly', () => {
  const counts = new Array(8).fill(0);
  for (let n = 0; n < 8000; n += 1) counts[shardOf(`id-${n}`, 8)] += 1;
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
});

test('a partition key reads back', () => {
  const partition = { form: 'needs-analysis', month: '2024-12', shard: 3 };
  expect(partitionOf(partitionKey(partition))).toEqual(partition);
  expect(() => partitionOf('participants')).toThrow('expected a partition key');
});

test('months are UTC', () => {
  expect(monthOf(Date.parse('2024-12-31T23:30:00-01:00'))).toBe('2025-01');
});

test('a changed shard count takes effect from its month on', () => {
  const shards = [
    { from: '2021-01', count: 1 },
    { from: '2022-02', count: 16 },
  ];
  expect(keyOf({ id: 'f', shards }, id).pk).toBe('f#2022-02#8');
  const before = id.replace('017f22e2', '017e22e2');
  expect(keyOf({ id: 'f', shards }, before).pk).toBe('f#2022-01#0');
});

test('partitions run from the first month of ids to the one a day ahead, in every shard', () => {
  const keys = partitionsOf(
    { id: 'f', shards: [{ from: '2021-01', count: 2 }] },
    Date.parse('2021-03-31T12:00:00Z'),
  ).map(partitionKey);
  expect(keys).toEqual(
    ['2021-01', '2021-02', '2021-03', '2021-04'].flatMap((month) => [`f#${month}#0`, `f#${month}#1`]),
  );
});
