/** A number that the formulas use: what it is, and where it is from. */
export interface Assumption {
  readonly is: string;
  readonly value: number;
  readonly unit: string;
  readonly from: 'bench' | 'list price' | 'assumed' | 'AWS limit';
}

/** What a submission weighs and costs, of the form with the least and of the one with the most in it. */
export const submissions = {
  participants: {
    itemBytes: bench('item in the table, as DynamoDB counts it', 491, 'bytes'),
    perCpuSecond: bench('rendered', 40_000, 'submissions per CPU-second'),
    lakeBytes: bench('Parquet in all its tables', 105, 'bytes'),
    analyticBytes: bench('Parquet in its analytic table', 34, 'bytes'),
    tables: bench('tables with rows', 3, 'tables'),
  },
  'needs-analysis': {
    itemBytes: bench('item in the table, as DynamoDB counts it', 2_963, 'bytes'),
    perCpuSecond: bench('rendered', 5_000, 'submissions per CPU-second'),
    lakeBytes: bench('Parquet in all its tables', 596, 'bytes'),
    analyticBytes: bench('Parquet in its analytic tables', 305, 'bytes'),
    tables: bench('tables with rows', 6, 'tables'),
  },
} as const;

export type SampleForm = keyof typeof submissions;
export const sampleForms: readonly SampleForm[] = ['participants', 'needs-analysis'];

/** What is found of how forms are used and how AWS runs them; nothing here was measured on AWS. */
export const assumed = {
  months: assume('months that submissions are spread over, evenly', 36, 'months'),
  dirtyMonths: assume('months with something new since the last night', 2, 'months'),
  forms: assume('published forms', 25, 'forms'),
  idMonths: assume('months that an id can be of, from 2021-01', 72, 'months'),
  lambdaShare: assume('speed of a Lambda of one vCPU, of a core of the bench', 0.5, 'share'),
  stepSeconds: assume('a step of the state machine besides its work', 1, 'seconds'),
  querySeconds: assume('a question to the table: has this partition changed', 0.01, 'seconds'),
  indexBytes: assume('entry of the local index byChange', 120, 'bytes'),
  overheadBytes: assume('what DynamoDB adds to each item and index entry', 100, 'bytes'),
  objectRows: assume('submissions of a shard-month before it is given more shards', 250_000, 'submissions'),
  manifestBytes: assume('a partition in a run’s manifest, and each of its objects', 220, 'bytes'),
  eventsPerBatch: assume('events of a batch in an execution’s history', 11, 'events'),
} as const;

export const limits = {
  lambdaSeconds: limit('time of a Lambda', 900, 'seconds'),
  collectionBytes: limit('items of one partition key, because of the local index', 10 * 2 ** 30, 'bytes'),
  partitionReads: limit('consistent reads of one partition', 3_000, 'units of 4 kB per second'),
  tableReads: limit(
    'consistent reads of a table before a higher quota is asked for',
    40_000,
    'units per second',
  ),
  historyEvents: limit('history of an execution', 25_000, 'events'),
} as const;

/** On demand, eu-north-1, as remembered in 2026 and not looked up. */
export const prices = {
  storedGbMonth: price('DynamoDB storage', 0.27, 'GB-month'),
  backupGbMonth: price('DynamoDB point-in-time recovery', 0.21, 'GB-month'),
  millionWrites: price('DynamoDB writes', 0.66, 'million units of 1 kB'),
  millionReads: price('DynamoDB consistent reads', 0.132, 'million units of 4 kB'),
  exportGb: price('DynamoDB export to S3', 0.11, 'GB'),
  lambdaGbSecond: price('Lambda, arm64', 0.000_013_333_4, 'GB-second'),
  lakeGbMonth: price('S3 Standard storage', 0.023, 'GB-month'),
  thousandPuts: price('S3 PUT', 0.005, 'thousand'),
  thousandGets: price('S3 GET', 0.000_4, 'thousand'),
  thousandTransitions: price('Step Functions, standard', 0.025, 'thousand transitions'),
  scannedTb: price('Athena', 5, 'TB scanned, at least 10 MB a query'),
} as const;

function bench(is: string, value: number, unit: string): Assumption {
  return { is, value, unit, from: 'bench' };
}

function assume(is: string, value: number, unit: string): Assumption {
  return { is, value, unit, from: 'assumed' };
}

function limit(is: string, value: number, unit: string): Assumption {
  return { is, value, unit, from: 'AWS limit' };
}

function price(is: string, value: number, per: string): Assumption {
  return { is, value, unit: `USD per ${per}`, from: 'list price' };
}
