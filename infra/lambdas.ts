import type { SettingName } from '../functions/lambda/settings.ts';

type TableAction = 'ConditionCheckItem' | 'GetItem' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'Query';
type BucketAction = 'GetObject' | 'PutObject' | 'DeleteObject' | 'ListBucket';

/** What a Lambda is given: no more than this. */
export interface LambdaNeeds {
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  readonly settings: readonly SettingName[];
  /** Actions on submissions. */
  readonly submissions?: readonly TableAction[];
  /** Actions on the items whose partition key is `lake`: lease and commit. */
  readonly lakeItems?: readonly TableAction[];
  readonly open?: readonly BucketAction[];
  readonly analytic?: readonly BucketAction[];
  readonly confidential?: readonly BucketAction[];
  /** Actions on the log of erasures and their certificates; nobody deletes there. */
  readonly erasures?: readonly Exclude<BucketAction, 'DeleteObject'>[];
  /** Actions on the notes of reads; nobody deletes there, and who writes cannot read. */
  readonly audit?: readonly Exclude<BucketAction, 'DeleteObject'>[];
}

const page = { memoryMb: 512, timeoutSeconds: 10, settings: ['SENDERS', 'CLOCK', 'ORIGIN_SECRET'] } as const;
const intake = {
  memoryMb: 512,
  timeoutSeconds: 10,
  settings: ['SUBMISSIONS_TABLE', ...page.settings],
  submissions: ['GetItem', 'PutItem', 'UpdateItem'],
} as const;
const exporting = {
  memoryMb: 1769,
  timeoutSeconds: 900,
  settings: [
    'SUBMISSIONS_TABLE',
    'OPEN_BUCKET',
    'ANALYTIC_BUCKET',
    'CONFIDENTIAL_BUCKET',
    'CLOCK',
    'EXPORT_CUTOFF_SECONDS',
    'EXPORT_LEASE_SECONDS',
    'EXPORT_GRACE_SECONDS',
    'EXPORT_VERIFY_BELOW',
    'ERASURES_BUCKET',
    'AUDIT_BUCKET',
  ],
} as const;
/** Forgetting takes as long as the record's corrections, or the table, are many. */
const forgetting = { memoryMb: 1024, timeoutSeconds: 300, settings: exporting.settings } as const;
/** Who may not list a bucket hears "forbidden" of an object that is missing, not "missing": pointers may be. */
const mayBeMissing = ['GetObject', 'PutObject', 'ListBucket'] as const;

/** Every Lambda, by its file in `functions/`, and its least privilege. */
export const lambdas = {
  'show-start': { ...page, settings: [...page.settings, 'PURPOSE'] },
  'show-form': {
    ...page,
    settings: [...intake.settings, 'AUDIT_BUCKET'],
    submissions: ['GetItem', 'Query'],
    audit: ['PutObject'],
  },
  'show-missing': page,
  'submit-page': { ...intake, submissions: [...intake.submissions, 'Query'] },
  'show-receipt': { ...page, settings: intake.settings, submissions: ['GetItem'] },
  'read-record': {
    ...page,
    settings: [...intake.settings, 'AUDIT_BUCKET'],
    submissions: ['GetItem'],
    audit: ['PutObject'],
  },
  'find-referring': {
    ...page,
    timeoutSeconds: 29,
    settings: intake.settings,
    submissions: ['GetItem', 'Query'],
  },
  'find-companies': {
    ...page,
    // The first search of a process reads every company.
    timeoutSeconds: 29,
    settings: [...intake.settings, 'AUDIT_BUCKET'],
    submissions: ['GetItem', 'Query'],
    audit: ['PutObject'],
  },
  'list-records': { ...page, settings: intake.settings, submissions: ['Query'] },
  'show-report': {
    ...intake,
    settings: [...intake.settings, 'AUDIT_BUCKET'],
    audit: ['PutObject'],
  },
  'receive-submission': intake,
  'receive-batch': { ...intake, timeoutSeconds: 29 },
  'describe-forms': page,
  'describe-api': page,
  'check-health': { ...page, settings: ['SUBMISSIONS_TABLE', 'ORIGIN_SECRET'], lakeItems: ['GetItem'] },
  'find-person': { ...forgetting, submissions: ['Query'], audit: ['PutObject'] },
  'forget-record': {
    ...forgetting,
    submissions: ['GetItem', 'PutItem', 'UpdateItem'],
    lakeItems: ['GetItem'],
    analytic: ['GetObject', 'ListBucket'],
    erasures: mayBeMissing,
  },
  'read-certificates': { ...forgetting, erasures: ['GetObject', 'ListBucket'] },
  'describe-runs': { ...forgetting, analytic: ['GetObject', 'ListBucket'] },
  'replay-erasures': {
    ...forgetting,
    timeoutSeconds: 900,
    submissions: ['GetItem', 'PutItem', 'UpdateItem'],
    lakeItems: ['GetItem'],
    analytic: ['GetObject', 'ListBucket'],
    erasures: mayBeMissing,
  },
  'prepare-lake': { ...exporting, open: ['PutObject'], analytic: ['PutObject'], confidential: ['PutObject'] },
  'plan-export': {
    ...exporting,
    submissions: ['Query'],
    lakeItems: ['GetItem', 'PutItem'],
    open: mayBeMissing,
    analytic: mayBeMissing,
    confidential: mayBeMissing,
  },
  'render-partitions': {
    ...exporting,
    submissions: ['Query'],
    lakeItems: ['UpdateItem'],
    analytic: ['GetObject', 'PutObject'],
    confidential: ['PutObject'],
  },
  'reconcile-export': {
    ...exporting,
    lakeItems: ['UpdateItem'],
    open: ['PutObject'],
    analytic: mayBeMissing,
    confidential: ['GetObject', 'PutObject'],
    audit: ['GetObject', 'ListBucket'],
  },
  'publish-export': {
    ...exporting,
    lakeItems: ['ConditionCheckItem', 'GetItem', 'PutItem', 'DeleteItem'],
    open: mayBeMissing,
    analytic: mayBeMissing,
    confidential: mayBeMissing,
  },
  'sweep-lake': {
    ...exporting,
    lakeItems: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'],
    open: [...mayBeMissing, 'DeleteObject'],
    analytic: [...mayBeMissing, 'DeleteObject'],
    confidential: [...mayBeMissing, 'DeleteObject'],
    erasures: mayBeMissing,
  },
} as const satisfies Record<string, LambdaNeeds>;

export type FunctionName = keyof typeof lambdas;
export const functionNames = Object.keys(lambdas).filter((name): name is FunctionName => name in lambdas);

/** The needs of one Lambda, with every sort of permission named. */
export function needsOf(name: FunctionName): LambdaNeeds {
  return lambdas[name];
}
