import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import * as z from 'zod/mini';
import type { Database, Table } from '../../../forms/derived/columns.ts';
import type { View } from '../../../functions/reports/views.ts';
import { objectPath } from '../s3/paths.ts';
import { QueryFailure } from './failures.ts';

/** Where the lake lies: the bucket of each database, kept as plain files below a folder; and what is in it. */
export interface Lake {
  readonly lakeFolder: string;
  readonly buckets: Readonly<Record<Database, string>>;
  readonly tables: readonly Table[];
  /** Each comes after those it reads. */
  readonly views: readonly View[];
}

/** The objects of the tables a query names, all of one run. Objects never change, so a snapshot does not. */
export interface Snapshot {
  readonly run: number | undefined;
  readonly files: ReadonlyMap<Table, readonly string[]>;
}

const pointers = z.object({ run: z.int(), state: z.enum(['moving', 'done']) });
type Pointers = z.infer<typeof pointers>;

const manifestBytesMax = 32 * 1024 * 1024;

/**
 * Reads the manifests of the tables between two looks at `_pointers`, and again until both looks agree: so
 * all tables are of the same run, which Athena itself does not promise and its callers must look after.
 */
export async function readSnapshot(
  lake: Lake,
  tables: readonly Table[],
  patienceMs: number,
  signal: AbortSignal,
): Promise<Snapshot> {
  const until = Date.now() + patienceMs;
  for (let waitMs = 10; ; waitMs = Math.min(waitMs * 2, 500)) {
    const before = await readPointers(lake);
    const manifests = await Promise.all(tables.map((table) => readManifest(lake, table)));
    const after = await readPointers(lake);
    const steady = before?.state !== 'moving' && before?.run === after?.run && before?.state === after?.state;
    if (steady) return { run: before?.run, files: filesOf(lake, tables, manifests) };
    if (Date.now() > until) throw moving(after ?? before);
    await setTimeout(waitMs, undefined, { signal });
  }
}

/** Says which object is gone; DuckDB would go on to look for a folder of that name. */
export function requireObjects({ files }: Snapshot): void {
  const gone = [...files.values()].flat().find((path) => !existsSync(path));
  if (gone !== undefined) throw new QueryFailure(`HIVE_CANNOT_OPEN_SPLIT: the object ${gone} does not exist`);
}

/** The number of the run the pointers name now; undefined before the first. */
export async function currentRun(lake: Lake): Promise<number | undefined> {
  return (await readPointers(lake))?.run;
}

function moving(seen: Pointers | undefined): QueryFailure {
  return new QueryFailure(
    `GENERIC_USER_ERROR: the lake is moving to run ${seen?.run}; try again when that export has ended, or run npm run export to complete it`,
  );
}

async function readPointers(lake: Lake): Promise<Pointers | undefined> {
  const text = await readObject(lake, lake.buckets.analytic, '_pointers');
  if (text === undefined) return undefined;
  const parsed = z.safeParse(pointers, readJson(text));
  if (parsed.success) return parsed.data;
  throw new QueryFailure('HIVE_INVALID_METADATA: expected _pointers to be {run, state}, got something else');
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function manifestKey(table: Table): string {
  return `${table.name}/_symlink/manifest`;
}

function readManifest(lake: Lake, table: Table): Promise<string | undefined> {
  return readObject(lake, lake.buckets[table.database], manifestKey(table));
}

function filesOf(
  lake: Lake,
  tables: readonly Table[],
  manifests: readonly (string | undefined)[],
): Map<Table, string[]> {
  const files = new Map<Table, string[]>();
  for (const [index, table] of tables.entries()) {
    const manifest = manifests[index];
    if (manifest === undefined) throw missing(lake, table);
    const lines = manifest.split('\n').filter((line) => line.trim() !== '');
    files.set(
      table,
      lines.map((line) => fileOf(lake, table, line.trim())),
    );
  }
  return files;
}

function missing(lake: Lake, table: Table): QueryFailure {
  const uri = `s3://${lake.buckets[table.database]}/${manifestKey(table)}`;
  return new QueryFailure(
    `HIVE_INVALID_METADATA: the table ${table.database}.${table.name} has no pointer ${uri}; the first export makes it`,
  );
}

function fileOf(lake: Lake, table: Table, uri: string): string {
  const bucket = lake.buckets[table.database];
  const prefix = `s3://${bucket}/`;
  if (uri.startsWith(prefix)) return objectPath(lake.lakeFolder, bucket, uri.slice(prefix.length));
  throw new QueryFailure(
    `HIVE_INVALID_METADATA: expected ${manifestKey(table)} to name objects of ${prefix}, got ${uri}`,
  );
}

async function readObject(lake: Lake, bucket: string, key: string): Promise<string | undefined> {
  const path = objectPath(lake.lakeFolder, bucket, key);
  try {
    const { size } = await stat(path);
    if (size <= manifestBytesMax) return await readFile(path, 'utf8');
    throw new QueryFailure(`HIVE_INVALID_METADATA: expected a short ${key}, got ${size} bytes`);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
