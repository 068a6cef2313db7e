import * as z from 'zod/mini';
import { databases } from '../../forms/derived/columns.ts';

const counts = z.object({
  received: z.int(),
  current: z.int(),
  superseded: z.int(),
  erased: z.int(),
  quarantined: z.int(),
});
/** What became of every submission of a partition that was received by T. */
export type Counts = z.infer<typeof counts>;

const lakeObject = z.object({
  database: z.enum(databases),
  table: z.string(),
  key: z.string(),
  rows: z.int(),
  bytes: z.int(),
});
/** One immutable Parquet object. */
export type LakeObject = z.infer<typeof lakeObject>;

const rendered = z.object({
  form: z.string(),
  recipe: z.string(),
  counts,
  /** What was forgotten of it, submissions and answers, each as the hash of its name. */
  forgotten: z.array(z.string()),
  objects: z.array(lakeObject),
});
/** What a worker made of one partition: a function of its items, the declaration and T, and nothing else. */
export type Rendered = z.infer<typeof rendered>;

/** Partition key to what was made of it. */
const partitions = z.record(z.string(), rendered);

/** The most that was ever received in a partition, and the T of it: from then on it cannot be fewer. */
const most = z.object({ received: z.int(), asOf: z.int() });
const kept = z.record(
  z.string(),
  z.extend(rendered, {
    most,
    /** The run that rendered it last. */
    run: z.int(),
  }),
);
/** Partition key to what the lake holds of it. */
export type Kept = z.infer<typeof kept>;

/** What a run is to do, written by the plan and read by every later step. */
export const plan = z.object({
  run: z.int(),
  holder: z.string(),
  /** The manifest of the published run, if there is one. */
  before: z.optional(z.string()),
  /** The run that the table says is published, which the commit moves on from. */
  after: z.optional(z.int()),
  startedAt: z.int(),
  asOf: z.int(),
  dirty: z.array(z.string()),
  /** Those of them that are rendered only to see that nothing changed without saying so. */
  verified: z.array(z.string()),
  /** Whether objects are put and read again that the run before has, as when one of them was lost. */
  again: z.boolean(),
  /** Whether fewer submissions than there ever were are accepted. */
  acceptLoss: z.boolean(),
});

/** What one worker made. */
export const batchResult = z.object({ partitions, written: z.int() });

/** A run, whole: every object of every table as of T. Readers see it when it is committed. */
export const run = z.object({
  run: z.int(),
  /** The manifest of the run before, so that the runs are a chain. */
  before: z.optional(z.string()),
  startedAt: z.int(),
  /** When everything of it was rendered, held against the counts and written down (ms UTC). */
  reconciledAt: z.int(),
  asOf: z.int(),
  /** How many partitions this run rendered, and how many objects of them were new. */
  rendered: z.int(),
  written: z.int(),
  partitions: kept,
  /** The reads of each month (`yyyy-mm`), and whether the month is over, so that its object stays. */
  accessLog: z.record(z.string(), z.object({ isOver: z.boolean(), objects: z.array(lakeObject) })),
  /** Objects that follow from the declaration alone. */
  declared: z.array(lakeObject),
  /** Forms that could not be reconciled and keep their earlier objects, and since when (ms UTC). */
  stale: z.record(z.string(), z.int()),
});
export type Run = z.infer<typeof run>;

/** Readers that need several tables of one run look here before and after. */
export const pointersState = z.object({
  run: z.int(),
  state: z.enum(['moving', 'done']),
  manifest: z.string(),
  /** When the last pointer was in its place (ms UTC). */
  doneAt: z.optional(z.int()),
});
export type PointersState = z.infer<typeof pointersState>;

/** The input of the state machine; also what `npm run export` sends. */
export const exportInput = z.looseObject({
  /** Renders and reads again everything, also objects that are there. */
  full: z._default(z.boolean(), false),
  /** Renders everything, and tells when the lake was not what the table says. */
  verify: z._default(z.boolean(), false),
  /** Publishes although the table has fewer submissions than before: after a restore that lost some. */
  acceptLoss: z._default(z.boolean(), false),
  asOf: z.optional(z.iso.datetime()),
});

/** What the plan hands to the steps after it. */
export const planned = z.object({
  run: z.int(),
  /** Where this export keeps its notes: nobody else, not even an export of the same number, writes there. */
  work: z.string(),
  batches: z.array(z.object({ from: z.int(), to: z.int() })),
});
export type Planned = z.infer<typeof planned>;

export const workFolder = (run: number, holder: string) => `_work/${run}/${holder}`;
/** Who works in a folder of notes. */
export const holderOf = (work: string) => work.slice(work.lastIndexOf('/') + 1);
export const planKey = (work: string) => `${work}/plan.json`;
export const batchKey = (work: string, from: number) => `${work}/batch-${from}.json`;
export const manifestFolder = '_runs/';
/** A run's manifest is named by its content, so that no late step can write over the one that is committed. */
export const manifestKey = (run: number, sha256: string) => `${manifestFolder}${run}.${sha256}.json`;
/** The number of the run whose manifest it is. */
export const runOfManifest = (key: string) => Number.parseInt(key.slice(manifestFolder.length), 10);
export const pointerKey = (table: string) => `${table}/_symlink/manifest`;
export const pointersStateKey = '_pointers';

/** Every object that a run names. */
export function objectsOf({ partitions, accessLog, declared }: Run): LakeObject[] {
  const inParts = [...Object.values(partitions), ...Object.values(accessLog)];
  return [...inParts.flatMap(({ objects }) => objects), ...declared];
}

const none: Counts = { received: 0, current: 0, superseded: 0, erased: 0, quarantined: 0 };

/** Counts added up. */
export function totalOf(all: readonly Counts[]): Counts {
  return all.reduce(
    (sum, each) => ({
      received: sum.received + each.received,
      current: sum.current + each.current,
      superseded: sum.superseded + each.superseded,
      erased: sum.erased + each.erased,
      quarantined: sum.quarantined + each.quarantined,
    }),
    none,
  );
}

/** The completeness equation: nothing that was received is missing, nothing is there twice. */
export function isComplete(each: Counts): boolean {
  return each.received === each.current + each.superseded + each.erased + each.quarantined;
}
