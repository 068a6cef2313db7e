import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { GetObjectCommand, NoSuchKey, S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod/mini';
import type { Database, Table } from '../../../forms/derived/columns.ts';
import { manifest, objectsOf, type PointersState, pointersState, type Run } from './run.ts';

/** One run of the lake, with the objects of some tables as files on this machine. */
export interface Taken {
  readonly run: Run;
  readonly files: ReadonlyMap<Table, readonly string[]>;
}

const environment = z.object({
  AWS_ENDPOINT_URL_S3: z.url(),
  AWS_REGION: z.string(),
  AWS_ACCESS_KEY_ID: z.string(),
  AWS_SECRET_ACCESS_KEY: z.string(),
  OPEN_BUCKET: z.string(),
  ANALYTIC_BUCKET: z.string(),
  CONFIDENTIAL_BUCKET: z.string(),
});

/** An export moves its pointers within seconds; one that was interrupted leaves them until the next. */
const patienceMs = 60_000;
const lookEveryMs = 200;
const attemptsMax = 5;
/** Objects are small and many: some at once, so that the way to S3 is not waited for each time. */
const downloadsAtOnce = 8;

/**
 * Takes the objects of these tables, all of one run, to a folder. Between two looks at `_pointers` that agree, every
 * pointer is of the same run; when they do not agree, all of it is taken again.
 */
export async function takeLake(
  env: Readonly<Record<string, string>>,
  tables: readonly Table[],
  folder: string,
  tell: (line: string) => void,
): Promise<Taken> {
  const store = connect(env);
  try {
    for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
      const before = await steadyPointers(store, tell);
      const own = join(folder, String(attempt));
      const taken = await takeRun(store, before, tables, own).catch((error: unknown) => ({ error }));
      const after = await readPointers(store);
      if (isSame(before, after)) {
        if ('error' in taken) throw taken.error;
        return taken;
      }
      tell(`the lake moved on from run ${before.run} to run ${after?.run} meanwhile; it is taken again`);
      await rm(own, { recursive: true, force: true });
    }
    throw new Error(`expected the lake to stay as it is for a while, it moved ${attemptsMax} times`);
  } finally {
    store.client.destroy();
  }
}

interface Store {
  readonly client: S3Client;
  readonly buckets: Readonly<Record<Database, string>>;
}

function connect(env: Readonly<Record<string, string>>): Store {
  const read = environment.parse(env);
  const client = new S3Client({
    endpoint: read.AWS_ENDPOINT_URL_S3,
    region: read.AWS_REGION,
    credentials: { accessKeyId: read.AWS_ACCESS_KEY_ID, secretAccessKey: read.AWS_SECRET_ACCESS_KEY },
  });
  const { OPEN_BUCKET: open, ANALYTIC_BUCKET: analytic, CONFIDENTIAL_BUCKET: confidential } = read;
  return { client, buckets: { open, analytic, confidential } };
}

async function steadyPointers(store: Store, tell: (line: string) => void): Promise<PointersState> {
  const until = Date.now() + patienceMs;
  for (let look = 0; ; look += 1) {
    const found = await readPointers(store);
    if (found === undefined) {
      throw new Error('expected the lake to have a run, it has none yet: npm run export makes one');
    }
    if (found.state === 'done') return found;
    if (look === 0) tell(`the lake is moving to run ${found.run}; waiting until it has`);
    if (Date.now() > until) {
      throw new Error(
        `expected the lake to have moved to run ${found.run} by now, it has not: npm run export completes it`,
      );
    }
    await pause(lookEveryMs);
  }
}

async function readPointers(store: Store): Promise<PointersState | undefined> {
  const text = await readText(store, 'analytic', '_pointers');
  return text === undefined ? undefined : pointersState.parse(JSON.parse(text));
}

function isSame(before: PointersState, after: PointersState | undefined): boolean {
  return after?.run === before.run && after.state === before.state && after.manifest === before.manifest;
}

async function takeRun(
  store: Store,
  pointers: PointersState,
  tables: readonly Table[],
  folder: string,
): Promise<Taken> {
  const text = await readText(store, 'analytic', pointers.manifest);
  if (text === undefined) throw new Error(`expected the manifest ${pointers.manifest}, there is none`);
  const run = manifest.parse(JSON.parse(text));
  await mkdir(folder, { recursive: true });
  const files = new Map<Table, string[]>();
  const downloads: Download[] = [];
  for (const table of tables) {
    const keys = await pointedTo(store, table, run);
    const wanted = keys.map((key, index) => ({
      table,
      key,
      path: join(folder, `${table.database}.${table.name}.${index}.parquet`),
    }));
    downloads.push(...wanted);
    files.set(
      table,
      wanted.map(({ path }) => path),
    );
  }
  await downloadAll(store, downloads);
  return { run, files };
}

interface Download {
  readonly table: Table;
  readonly key: string;
  readonly path: string;
}

/** Ends when none is under way any more, also when one failed: the others are not begun then. */
async function downloadAll(store: Store, downloads: readonly Download[]): Promise<void> {
  const left = [...downloads];
  const workers = Array.from({ length: downloadsAtOnce }, async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      try {
        await download(store, next);
      } catch (error) {
        left.length = 0;
        throw error;
      }
    }
  });
  for (const result of await Promise.allSettled(workers)) {
    if (result.status === 'rejected') throw result.reason;
  }
}

/** The keys of a table's objects; throws when its pointer does not name what the run does. */
async function pointedTo(store: Store, table: Table, run: Run): Promise<string[]> {
  const { database, name } = table;
  const text = await readText(store, database, `${name}/_symlink/manifest`);
  if (text === undefined) throw new Error(`expected ${database}.${name} to have a pointer, it has none`);
  const prefix = `s3://${store.buckets[database]}/`;
  const pointed = text.split('\n').filter((line) => line !== '');
  const objects = objectsOf(run, table).map(({ key }) => key);
  const named = objects.map((key) => `${prefix}${key}`).toSorted();
  if (pointed.toSorted().join('\n') !== named.join('\n')) {
    throw new Error(
      `expected the pointer of ${database}.${name} to name the ${named.length} objects of run ${run.run}, it names others`,
    );
  }
  return objects.toSorted();
}

async function readText(store: Store, database: Database, key: string): Promise<string | undefined> {
  try {
    const { Body } = await store.client.send(
      new GetObjectCommand({ Bucket: store.buckets[database], Key: key }),
    );
    return await Body?.transformToString();
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
}

async function download(store: Store, { table: { database }, key, path }: Download): Promise<void> {
  const { Body } = await store.client
    .send(new GetObjectCommand({ Bucket: store.buckets[database], Key: key }))
    .catch((error) => {
      if (!(error instanceof NoSuchKey)) throw error;
      throw new Error(`expected the object ${key} in the ${database} bucket, there is none`);
    });
  if (!(Body instanceof Readable)) throw new Error(`expected the object ${key} to have a body, it has none`);
  await pipeline(Body, createWriteStream(path));
}
