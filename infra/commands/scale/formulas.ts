import { settings } from '../../../functions/lambda/settings.ts';
import { exportMachine } from '../../export-machine.ts';
import { lambdas } from '../../lambdas.ts';
import { assumed, limits, prices, type SampleForm, submissions } from './assumptions.ts';

const { States } = exportMachine({ replay: '', plan: '', render: '', reconcile: '', publish: '', sweep: '' });
/** What the product itself decides. */
export const decided = {
  workers: States.Render.MaxConcurrency,
  /** As in functions/plan-export.ts. */
  batchesMax: 40,
  questionsAtOnce: 16,
  /** Replay, plan, render, reconcile, publish. */
  steps: 5,
  memoryGb: lambdas['render-partitions'].memoryMb / 1024,
  verifyBelow: settings.EXPORT_VERIFY_BELOW.standard ?? 0,
} as const;

const gb = 1e9;
const nightsPerMonth = 365 / 12;
const weeksPerMonth = 365 / 12 / 7;

/** So many submissions of a form, over the assumed months. */
export interface Workload {
  readonly form: SampleForm;
  readonly stored: number;
}

/** Shards that keep a month's objects at a size that one worker replaces in seconds. */
export function shardsOf({ stored }: Workload): number {
  return Math.max(1, Math.ceil(stored / assumed.months.value / assumed.objectRows.value));
}

/** Partitions that hold submissions, one object of each table for each of them. */
export function partitionsOf(workload: Workload): number {
  return assumed.months.value * shardsOf(workload);
}

/** Bytes in the table, with its local index and what DynamoDB adds. */
export function tableBytes({ form, stored }: Workload): number {
  const { itemBytes } = submissions[form];
  return stored * (itemBytes.value + assumed.indexBytes.value + 2 * assumed.overheadBytes.value);
}

export function lakeBytes({ form, stored }: Workload): number {
  return stored * submissions[form].lakeBytes.value;
}

/** Submissions that a worker renders in a second. */
export function workerSpeed(form: SampleForm): number {
  return submissions[form].perCpuSecond.value * assumed.lambdaShare.value;
}

/** What a run renders. */
export interface Work {
  readonly submissions: number;
  readonly partitions: number;
}

/** Everything, as every week. */
export function everything(workload: Workload): Work {
  return { submissions: workload.stored, partitions: partitionsOf(workload) };
}

/** What changed, as every night; as long as there are few, everything. */
export function changed(workload: Workload): Work {
  if (workload.stored < decided.verifyBelow) return everything(workload);
  const months = assumed.dirtyMonths.value;
  return {
    submissions: (workload.stored * months) / assumed.months.value,
    partitions: months * shardsOf(workload),
  };
}

export interface RunCost {
  readonly seconds: number;
  /** Of the batch that takes longest: a Lambda has fifteen minutes. */
  readonly batchSeconds: number;
  readonly usd: number;
}

/** Duration and price of a run. */
export function runCost(workload: Workload, work: Work): RunCost {
  const { form } = workload;
  const asked = assumed.forms.value * assumed.idMonths.value * shardsOf(workload);
  const planSeconds = (asked * assumed.querySeconds.value) / decided.questionsAtOnce;
  const renderSeconds = work.submissions / workerSpeed(form);
  const batchSize = Math.ceil(work.partitions / decided.batchesMax);
  const batches = Math.ceil(work.partitions / batchSize);
  const batchSeconds = (renderSeconds / work.partitions) * batchSize;
  const mapSeconds = Math.ceil(batches / decided.workers) * batchSeconds;
  const otherSeconds = decided.steps * assumed.stepSeconds.value + planSeconds;

  const reads = (work.submissions * submissions[form].itemBytes.value) / 4096 + asked;
  const objects = work.partitions * submissions[form].tables.value;
  const usd =
    (reads / 1e6) * prices.millionReads.value +
    (renderSeconds + batches * assumed.stepSeconds.value + otherSeconds) *
      decided.memoryGb *
      prices.lambdaGbSecond.value +
    (objects / 1000) * (prices.thousandPuts.value + prices.thousandGets.value) +
    ((batches + decided.steps) / 1000) * prices.thousandTransitions.value;
  return { seconds: otherSeconds + mapSeconds, batchSeconds, usd };
}

/** A month of table, backup, receiving, nightly and weekly exports, and lake; not of pages, logs, keys and queries. */
export function monthUsd(workload: Workload): number {
  const { form, stored } = workload;
  const received = stored / assumed.months.value;
  // The index entry is a write of its own.
  const writes = received * (Math.ceil(submissions[form].itemBytes.value / 1024) + 1);
  return (
    (tableBytes(workload) / gb) * (prices.storedGbMonth.value + prices.backupGbMonth.value) +
    (writes / 1e6) * prices.millionWrites.value +
    nightsPerMonth * runCost(workload, changed(workload)).usd +
    weeksPerMonth * runCost(workload, everything(workload)).usd +
    (lakeBytes(workload) / gb) * prices.lakeGbMonth.value
  );
}

/** A question that reads every column of the form's analytic tables. */
export function queryUsd({ form, stored }: Workload): number {
  const bytes = Math.max(10e6, stored * submissions[form].analyticBytes.value);
  return (bytes / 1e12) * prices.scannedTb.value;
}

/** Every worker of a run reads the manifest of the run before. */
export function manifestBytes(workload: Workload): number {
  const { tables } = submissions[workload.form];
  return partitionsOf(workload) * (1 + tables.value) * assumed.manifestBytes.value;
}

/** A native export of the whole table, for a copy or a new lake. */
export function nativeExportUsd(workload: Workload): number {
  return (tableBytes(workload) / gb) * prices.exportGb.value;
}

/** How many submissions are stored when something has to change. */
export const reachedAt = {
  moreShards: () => assumed.objectRows.value * assumed.months.value,
  /** With one shard. */
  itemCollection: (form: SampleForm) =>
    (limits.collectionBytes.value / tableBytes({ form, stored: 1 })) * assumed.months.value,
  /** With as many shards as there should be, when everything is rendered. */
  lambdaTime: (form: SampleForm) => limits.lambdaSeconds.value * workerSpeed(form) * decided.batchesMax,
} as const;

/** Consistent reads a second that one worker asks of its partition. */
export function workerReads(form: SampleForm): number {
  return (workerSpeed(form) * submissions[form].itemBytes.value) / 4096;
}

/** Batches that an execution's history has room for. */
export function batchesInHistory(): number {
  return Math.floor(limits.historyEvents.value / assumed.eventsPerBatch.value);
}
