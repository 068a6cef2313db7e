import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { submissionLog, tablesOf } from '../../forms/derived/columns.ts';
import { loadAll } from '../../forms/grammar/published.ts';
import { columns } from '../../forms/kinds/all.ts';
import { publications } from '../../forms/published/index.ts';
import { settings } from '../../functions/lambda/settings.ts';
import { bundleTogether } from '../bundles.ts';
import { startApi } from './api.ts';
import { startAthena } from './athena/server.ts';
import { type DataFolder, runningOn, takeFolder } from './data-folder.ts';
import { startDynamoDb } from './dynamodb.ts';
import { startFunctions } from './functions.ts';
import { prepare } from './prepare.ts';
import { startS3 } from './s3/server.ts';
import { startSchedules } from './schedules.ts';
import { startStepFunctions } from './step-functions.ts';

export interface Product {
  readonly url: string;
  /** What a program needs to reach the parts. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

export interface ProductOptions {
  readonly dataDir: string;
  readonly port: number;
  /** Settings that differ from those of this machine. */
  readonly env?: Readonly<Record<string, string>>;
  /** A folder with the functions' bundles, when they are already made. */
  readonly bundles?: string;
  /** Takes a line for each part that started. */
  readonly tell?: (line: string) => void;
}

const names = {
  SUBMISSIONS_TABLE: 'submissions',
  ANALYTIC_BUCKET: 'analytic',
  CONFIDENTIAL_BUCKET: 'confidential',
};

/** On this machine only its user reaches the product, so staff forms are open; nothing waits for stragglers. */
const here = {
  SENDERS: 'public,staff',
  PURPOSE: 'demonstration',
  EXPORT_CUTOFF_SECONDS: '0',
  EXPORT_LEASE_SECONDS: '60',
};

/** Another product has the data folder. */
export class FolderTaken extends Error {
  override readonly name = 'FolderTaken';
}

/**
 * Starts the whole product on this machine: the same functions as on AWS, and parts that speak the real
 * protocols. Throws FolderTaken when one already runs on the folder.
 */
export async function startProduct(options: ProductOptions): Promise<Product> {
  const folder = takeFolder(options.dataDir);
  if (folder === undefined) throw new FolderTaken(`a product already runs on ${options.dataDir}`);
  const stops: (() => Promise<void> | void)[] = [() => folder.release()];
  // What started last may use what started first.
  const stop = async () => {
    for (const each of stops.toReversed()) await each();
    stops.length = 0;
  };
  try {
    const { url, env } = await startParts(options, folder, stops);
    folder.announce({ pid: process.pid, url, env });
    return { url, env, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startParts(
  { port, env: own = {}, tell = () => {}, ...options }: ProductOptions,
  folder: DataFolder,
  stops: (() => Promise<void> | void)[],
): Promise<{ url: string; env: Record<string, string> }> {
  const { bundles = join(folder.path, 'functions') } = options;
  const bundled = options.bundles === undefined ? bundleAfresh(bundles) : undefined;
  const lakeFolder = join(folder.path, 's3');
  mkdirSync(lakeFolder, { recursive: true });
  const key = { accessKeyId: 'local', secretAccessKey: randomBytes(16).toString('hex') };

  const dynamodb = await startDynamoDb(folder.path);
  stops.push(dynamodb.stop);
  tell(`DynamoDB        ${dynamodb.url}`);
  const s3 = await startS3({ folder: lakeFolder, port: 0, ...key });
  stops.push(s3.stop);
  tell(`S3              ${s3.url}`);
  const buckets = { analytic: names.ANALYTIC_BUCKET, confidential: names.CONFIDENTIAL_BUCKET };
  const athena = await startAthena({ port: 0, lakeFolder, buckets, tables: await tables() });
  stops.push(athena.stop);
  tell(`Athena          ${athena.url}`);

  const aws = {
    AWS_REGION: 'eu-north-1',
    AWS_ACCESS_KEY_ID: key.accessKeyId,
    AWS_SECRET_ACCESS_KEY: key.secretAccessKey,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ENDPOINT_URL_DYNAMODB: dynamodb.url,
    AWS_ENDPOINT_URL_S3: s3.url,
    AWS_ENDPOINT_URL_ATHENA: athena.url,
  };
  await prepare(names, aws);
  await bundled;
  const functions = startFunctions({
    bundles,
    env: { ...here, ...settingsHere(), ...names, ...own, ...aws, TMPDIR: emptied(join(folder.path, 'tmp')) },
    print: logTo(join(folder.path, 'functions.log')),
  });
  stops.push(functions.stop);
  tell('functions       one worker each, as they are called');
  const stepFunctions = await startStepFunctions(functions);
  stops.push(stepFunctions.stop);
  tell(`Step Functions  ${stepFunctions.url}`);
  await functions.invoke('prepare-lake', {});
  const schedules = startSchedules(stepFunctions);
  stops.push(schedules.stop);
  tell('schedules       export 03:15, sweep 04:30, Europe/Stockholm');
  const api = await startApi({ port, functions, assets: join(bundles, 'assets') });
  stops.push(api.stop);
  return { url: api.url, env: { ...aws, ...names, AWS_ENDPOINT_URL_SFN: stepFunctions.url } };
}

/** Settings of ours and nothing else: a developer's own AWS variables would lead functions to another account. */
function settingsHere(): Record<string, string> {
  const given = Object.keys(settings).map((name) => [name, process.env[name]] as const);
  return Object.fromEntries(given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
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

async function tables() {
  return [...(await loadAll(publications)).flatMap((versions) => tablesOf(versions, columns)), submissionLog];
}

/** Keeps what functions print since the start; the log of an earlier start goes. */
function logTo(file: string): (chunk: string) => void {
  rmSync(file, { force: true });
  return (chunk) => appendFileSync(file, chunk);
}

/**
 * Uses the product that runs on `DATA_DIR`, or starts one for as long as it is needed and stops it again.
 */
export async function withProduct<T>(
  use: (running: { readonly env: Readonly<Record<string, string>> }) => Promise<T>,
): Promise<T> {
  const dataDir = settings.DATA_DIR();
  const product = await startProduct({ dataDir, port: 0 }).catch((error) => {
    if (error instanceof FolderTaken) return undefined;
    throw error;
  });
  if (product === undefined) return use(await announced(dataDir));
  try {
    return await use(product);
  } finally {
    await product.stop();
  }
}

/** The product that has the folder, once it says where it is. */
async function announced(dataDir: string) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const running = runningOn(dataDir);
    if (running !== undefined) return running;
    await pause(100);
  }
  throw new Error(`a product is starting on ${dataDir} and does not say where; try again, or stop it`);
}
