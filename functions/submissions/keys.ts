import { createHash } from 'node:crypto';
import { shardsIn } from '../../forms/grammar/form-parts.ts';
import type { PublishedForm } from '../../forms/grammar/published.ts';
import { earliestId, timeOf } from './ids.ts';

/** What a key needs of a form: always its current version, whatever version a submission names. */
export type Sharded = Pick<PublishedForm, 'id' | 'shards'>;

/** A partition of the table: one form, one month of ids (UTC), one shard. One Query reads it, one worker exports it. */
export interface Partition {
  readonly form: string;
  /** `yyyy-mm` */
  readonly month: string;
  readonly shard: number;
}

/** The partition key `form#yyyy-mm#shard`. */
export function partitionKey({ form, month, shard }: Partition): string {
  return `${form}#${month}#${shard}`;
}

/** Reads a partition key back. */
export function partitionOf(key: string): Partition {
  const [form, month, shard] = key.split('#');
  if (form === undefined || month === undefined || shard === undefined) {
    throw new Error(`expected a partition key form#yyyy-mm#shard, got "${key}"`);
  }
  return { form, month, shard: Number(shard) };
}

/** The key of a submission: a pure function of form and id, so that a repeated create meets itself. */
export function keyOf(form: Sharded, id: string) {
  const month = monthOf(timeOf(id));
  const partition = { form: form.id, month, shard: shardOf(id, shardsIn(form, month)) };
  return { pk: partitionKey(partition), sk: id };
}

/** The first four bytes of SHA-256 of the id, modulo the form's shard count. */
export function shardOf(id: string, shards: number): number {
  return createHash('sha256').update(id).digest().readUInt32BE(0) % shards;
}

/** The UTC month (`yyyy-mm`) of a time in milliseconds. */
export function monthOf(time: number): string {
  return new Date(time).toISOString().slice(0, 7);
}

/** Every partition that a submission received by `until` can lie in: the months of all ids we accept. */
export function partitionsOf(form: Sharded, until: number): Partition[] {
  const dayAhead = new Date(until + 24 * 60 * 60 * 1000);
  const first = new Date(earliestId);
  const months =
    (dayAhead.getUTCFullYear() - first.getUTCFullYear()) * 12 +
    dayAhead.getUTCMonth() -
    first.getUTCMonth() +
    1;
  return Array.from({ length: months }, (_, index) =>
    monthOf(Date.UTC(first.getUTCFullYear(), index, 1)),
  ).flatMap((month) =>
    Array.from({ length: shardsIn(form, month) }, (_, shard) => ({ form: form.id, month, shard })),
  );
}
