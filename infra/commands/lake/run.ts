import * as z from 'zod/mini';
import { databases, type Table } from '../../../forms/derived/columns.ts';

/** `_pointers`: which run readers see, and whether its pointers are all in their places. */
export const pointersState = z.object({
  run: z.int(),
  state: z.enum(['moving', 'done']),
  manifest: z.string(),
});
export type PointersState = z.infer<typeof pointersState>;

const counts = z.object({
  received: z.int(),
  current: z.int(),
  superseded: z.int(),
  erased: z.int(),
  quarantined: z.int(),
});
export type Counts = z.infer<typeof counts>;

const lakeObject = z.object({
  database: z.enum(databases),
  table: z.string(),
  key: z.string(),
  rows: z.int(),
});
type LakeObject = z.infer<typeof lakeObject>;

/** What a run's manifest says, as far as it is needed here. */
export const manifest = z.object({
  run: z.int(),
  /** T, in ms UTC. */
  asOf: z.int(),
  partitions: z.record(z.string(), z.object({ form: z.string(), counts, objects: z.array(lakeObject) })),
  declared: z.array(lakeObject),
  /** Forms that could not be reconciled and keep their earlier objects, and since when (ms UTC). */
  stale: z.record(z.string(), z.int()),
});
export type Run = z.infer<typeof manifest>;

/** The objects that a run names for a table. */
export function objectsOf(
  { partitions, declared }: Run,
  { database, name }: Pick<Table, 'database' | 'name'>,
) {
  const all: readonly LakeObject[] = [
    ...Object.values(partitions).flatMap(({ objects }) => objects),
    ...declared,
  ];
  return all.filter((object) => object.database === database && object.table === name);
}

/** What became of what each form received, over all its partitions. */
export function countsByForm({ partitions }: Run): Map<string, Counts> {
  const forms = new Map<string, Counts>();
  for (const { form, counts: each } of Object.values(partitions)) {
    const sum = forms.get(form) ?? { received: 0, current: 0, superseded: 0, erased: 0, quarantined: 0 };
    forms.set(form, {
      received: sum.received + each.received,
      current: sum.current + each.current,
      superseded: sum.superseded + each.superseded,
      erased: sum.erased + each.erased,
      quarantined: sum.quarantined + each.quarantined,
    });
  }
  return forms;
}
