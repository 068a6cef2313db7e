import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lakeTables } from '../../forms/derived/lake-tables.ts';
import { loadAll } from '../../forms/grammar/published.ts';
import { columns } from '../../forms/kinds/all.ts';
import { publications } from '../../forms/published/index.ts';
import { settings } from '../../functions/lambda/settings.ts';
import { lakeViews } from '../../functions/reports/views.ts';
import { bundleTogether } from '../bundles.ts';
import { startApi } from './api.ts';
import { startAthena } from './athena/server.ts';
import { startDynamoDb } from './dynamodb.ts';
import { startFunctions } from './functions.ts';
import { startLambdaApi } from './lambda-api.ts';
import { prepare } from './prepare.ts';
import { startS3 } from './s3/server.ts';
import { startSchedules } from './schedules.ts';
import { startStepFunctions } from './step-functions.ts';

export interface PartsOptions {
  /** The data folder. */
  readonly path: string;
  readonly port: number;
  /** Settings that differ from those of this machine. */
  readonly env: Readonly<Record<string, string>>;
  /** A folder with the functions' bundles, when they are already made. */
  readonly bundles: string | undefined;
  /** Whether this is a product of its own, or one for the length of a command. */
  readonly shared: boolean;
  /** Takes a line for each part that started. */
  readonly tell: (line: string) => void;
  /** Takes what stops each part, as soon as it has started. */
  readonly started: (stop: () => Promise<void> | void) => void;
  /** Takes the sentence when a part dies by itself. */
  readonly died: (sentence: string) => void;
}

type Env = Record<string, string>;

const names = {
  SUBMISSIONS_TABLE: 'submissions',
  OPEN_BUCKET: 'open',
  ANALYTIC_BUCKET: 'analytic',
  CONFIDENTIAL_BUCKET: 'confidential',
  ERASURES_BUCKET: 'erasures',
  AUDIT_BUCKET: 'audit',
};

/**
 * On this machine only its user reaches the product, so staff forms are open; nothing waits for stragglers, and an
 * export renders what changed.
 */
const here = {
  SENDERS: 'public,staff',
  PURPOSE: 'demonstration',
  EXPORT_CUTOFF_SECONDS: '0',
  EXPORT_LEASE_SECONDS: '60',
  EXPORT_VERIFY_BELOW: '0',
};

/** Starts every part, those that others use first; gives the address and what a program needs to reach them. */
export async function startParts(
  options: PartsOptions,
): Promise<{ readonly url: string; readonly env: Env }> {
  const { bundles = join(options.path, 'functions') } = options;
  settingsHere();
  const bundled = options.bundles === undefined ? bundleAfresh(bundles) : undefined;
  const aws = await startStores(options);
  await prepare(names, aws);
  await bundled;
  return startServices(options, bundles, aws);
}

/** The engine, objects and SQL: services of AWS that keep something, or read what is kept. */
async function startStores({ path, tell, started, died }: PartsOptions) {
  const key = { accessKeyId: 'local', secretAccessKey: randomBytes(16).toString('hex') };
  const lakeFolder = join(path, 's3');
  mkdirSync(lakeFolder, { recursive: true });

  const dynamodb = await startDynamoDb(path, died);
  started(dynamodb.stop);
  tell(`DynamoDB        ${dynamodb.url}`);
  const s3 = await startS3({ folder: lakeFolder, port: 0, ...key });
  started(s3.stop);
  tell(`S3              ${s3.url}`);
  const buckets = {
    open: names.OPEN_BUCKET,
    analytic: names.ANALYTIC_BUCKET,
    confidential: names.CONFIDENTIAL_BUCKET,
  };
  const published = await loadAll(publications);
  const tables = lakeTables(published, columns);
  const views = lakeViews(published, columns);
  const athena = await startAthena({ port: 0, lakeFolder, buckets, tables, views });
  started(athena.stop);
  tell(`Athena          ${athena.url}`);
  return {
    AWS_REGION: 'eu-north-1',
    AWS_ACCESS_KEY_ID: key.accessKeyId,
    AWS_SECRET_ACCESS_KEY: key.secretAccessKey,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ENDPOINT_URL_DYNAMODB: dynamodb.url,
    AWS_ENDPOINT_URL_S3: s3.url,
    AWS_ENDPOINT_URL_ATHENA: athena.url,
  };
}

/** What runs our functions: by themselves, in the state machine, by the clock, and for whoever asks. */
async function startServices(
  { path, port, env, shared, tell, started }: PartsOptions,
  bundles: string,
  aws: Env,
) {
  const temporary = { TMPDIR: emptied(join(path, 'tmp')) };
  const functions = startFunctions({
    bundles,
    env: { ...here, ...settingsHere(), ...names, ...env, ...aws, ...temporary },
    print: logTo(join(path, 'functions.log'), shared),
  });
  started(functions.stop);
  tell('functions       one worker each, as they are called');
  const stepFunctions = await startStepFunctions(functions);
  started(stepFunctions.stop);
  tell(`Step Functions  ${stepFunctions.url}`);
  const lambda = await startLambdaApi(functions);
  started(lambda.stop);
  tell(`Lambda          ${lambda.url}`);
  await functions.invoke('prepare-lake', {});
  const schedules = startSchedules(stepFunctions);
  started(schedules.stop);
  tell('schedules       export 03:15, sweep 04:30, Europe/Stockholm');
  const api = await startApi({ port, functions, assets: join(bundles, 'assets') });
  started(api.stop);
  return {
    url: api.url,
    env: {
      ...aws,
      ...names,
      AWS_ENDPOINT_URL_SFN: stepFunctions.url,
      AWS_ENDPOINT_URL_LAMBDA: lambda.url,
    },
  };
}

/**
 * Settings of ours that are set, and nothing else: a developer's own AWS variables would lead functions to
 * another account. Each is read once here, so that a wrong one is said at the start and not by a function.
 */
function settingsHere(): Env {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([name, read]) => {
      const value = process.env[name];
      if (value === undefined) return [];
      read();
      return [[name, value]];
    }),
  );
}

/** A folder for files of the moment: what a killed process left in it goes with the next start. */
function emptied(folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

async function bundleAfresh(folder: string): Promise<void> {
  emptied(folder);
  await bundleTogether(folder);
}

/** Keeps what functions print; a product of its own begins anew, a command's adds to what is there. */
function logTo(file: string, anew: boolean): (chunk: string) => void {
  if (anew) rmSync(file, { force: true });
  return (chunk) => appendFileSync(file, chunk);
}
