import * as z from 'zod/mini';
import { Fault } from './log.ts';

const port = z.coerce.number().check(z.int(), z.minimum(0), z.maximum(65_535));
const whole = z.coerce.number().check(z.int(), z.minimum(0));
const name = z.string().check(z.minLength(1));

/**
 * Every setting of the product, by its environment variable: what it is for, and how it is read. Functions
 * get theirs from `infra/`, which knows where they run; the README's table is this list.
 */
export const settings = {
  PORT: define('PORT', 'port of the product on this machine, 0 for any free one', z._default(port, 3000)),
  DATA_DIR: define('DATA_DIR', 'folder that keeps everything on this machine', z._default(name, '.data')),
  CLOCK: define(
    'CLOCK',
    'a moment (ISO 8601) that stands in for now, for demonstrations',
    z.optional(z.iso.datetime({ offset: true })),
  ),
  PURPOSE: define(
    'PURPOSE',
    'what the product is run for: `service`, or `demonstration`, which its pages say',
    z._default(z.enum(['service', 'demonstration']), 'service'),
  ),
  SUBMISSIONS_TABLE: define('SUBMISSIONS_TABLE', 'DynamoDB table of submissions', name),
  ANALYTIC_BUCKET: define(
    'ANALYTIC_BUCKET',
    'S3 bucket of the analytic zone, and of runs and pointers',
    name,
  ),
  OPEN_BUCKET: define('OPEN_BUCKET', 'S3 bucket of what may be published', name),
  CONFIDENTIAL_BUCKET: define('CONFIDENTIAL_BUCKET', 'S3 bucket of the confidential zone', name),
  ERASURES_BUCKET: define('ERASURES_BUCKET', 'S3 bucket of the log of erasures and their certificates', name),
  AUDIT_BUCKET: define('AUDIT_BUCKET', 'S3 bucket that has a note of every read of personal data', name),
  SENDERS: define(
    'SENDERS',
    'whose forms are open: `public`, or `public,staff` where only staff can reach the product',
    z._default(z.enum(['public', 'public,staff']), 'public'),
  ),
  ORIGIN_SECRET: define(
    'ORIGIN_SECRET',
    'a secret that only the edge knows and sends with every request; not asked for when not set',
    z.optional(name),
  ),
  EXPORT_CUTOFF_SECONDS: define(
    'EXPORT_CUTOFF_SECONDS',
    'how long before its start an export’s cut-off T lies',
    z._default(whole, 900),
  ),
  EXPORT_LEASE_SECONDS: define(
    'EXPORT_LEASE_SECONDS',
    'how long an export may be silent before another may take over',
    z._default(whole, 300),
  ),
  EXPORT_VERIFY_BELOW: define(
    'EXPORT_VERIFY_BELOW',
    'with fewer submissions than this every export renders all of them, and tells when the lake was wrong',
    z._default(whole, 100_000),
  ),
  EXPORT_GRACE_SECONDS: define(
    'EXPORT_GRACE_SECONDS',
    'how long the sweep keeps objects of an earlier run for queries that still read them',
    z._default(whole, 2100),
  ),
};

export type SettingName = keyof typeof settings;

/** A setting: call it for its value; it throws a sentence that names it when it is missing or wrong. */
function define<S extends z.ZodMiniType>(variable: string, is: string, schema: S) {
  function read(env: NodeJS.ProcessEnv = process.env): z.infer<S> {
    const result = z.safeParse(schema, env[variable]);
    if (result.success) return result.data;
    throw new Fault(`expected the setting ${variable} (${is}), got ${describe(env[variable])}`);
  }
  const standard = z.safeParse(schema, undefined);
  return Object.assign(read, { is, standard: standard.success ? standard.data : undefined });
}

function describe(value: string | undefined): string {
  return value === undefined ? 'nothing' : `"${value}"`;
}
