import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { parquetRead } from 'hyparquet';

// The lake as it lies on this machine's disk, read without anything of ours.

export type Zone = 'open' | 'analytic' | 'confidential';

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Every object and pointer by its path, with what would tell that it was written again. */
export function lakeOf(dataDir: string): Record<string, string> {
  const folder = join(dataDir, 's3');
  const found = filesIn(folder).filter(
    (path) => !/\/(_runs|_work|\.tmp)\/|\/(_pointers|\.meta\.db[^/]*)$/.test(path),
  );
  return Object.fromEntries(found.map((path) => [path.slice(folder.length + 1), traceOf(path)]));
}

function traceOf(path: string): string {
  const { mtimeMs, ino } = statSync(path);
  return `${ino} ${mtimeMs} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`;
}

/** The Parquet objects of the lake, whether or not a pointer names them. */
export function objectsIn(dataDir: string): string[] {
  return Object.keys(lakeOf(dataDir)).filter((path) => path.endsWith('.parquet'));
}

/** The rows of a table, as DuckDB reads the objects that its pointer names. */
export async function rowsOf(
  dataDir: string,
  zone: Zone,
  table: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const manifest = readFileSync(join(dataDir, 's3', zone, table, '_symlink/manifest'), 'utf8');
  const paths = manifest.split('\n').filter((line) => line !== '');
  const files = paths.map((path) => `'${path.replace('s3:/', join(dataDir, 's3'))}'`);
  if (files.length === 0) return [];
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(`from read_parquet([${files}])`)).getRowObjectsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** Every value in every object of a zone, whether or not a pointer names it, as text. */
export async function valuesIn(dataDir: string, zone: Zone): Promise<Set<string>> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const values = new Set<string>();
  try {
    await connection.run("set TimeZone = 'UTC'");
    for (const path of objectsIn(dataDir).filter((each) => each.startsWith(`${zone}/`))) {
      const reader = await connection.runAndReadAll(`from read_parquet('${join(dataDir, 's3', path)}')`);
      for (const cell of reader.getRowObjectsJson().flatMap(Object.values).flat()) values.add(String(cell));
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
  return values;
}

/**
 * Everything that can be read of a bucket: the names of its files, the files as they are, and what is in the pages of
 * its Parquet objects.
 */
export async function bytesOf(dataDir: string, bucket: Zone | 'erasures'): Promise<string> {
  const parts: Uint8Array[] = [];
  for (const path of filesIn(join(dataDir, 's3', bucket))) {
    const bytes = readFileSync(path);
    parts.push(Buffer.from(`${path}\n`), bytes);
    if (!path.endsWith('.parquet')) continue;
    const ZSTD = (page: Uint8Array) => {
      const decompressed = new Uint8Array(zstdDecompressSync(page));
      parts.push(decompressed);
      return decompressed;
    };
    await parquetRead({ file: new Uint8Array(bytes).buffer, compressors: { ZSTD } });
  }
  return Buffer.concat(parts).toString('utf8');
}

/** What lies in a data folder beside the table and the zones: logs, temporary files, the log of erasures … */
export function bytesBeside(dataDir: string): string {
  const beside = filesIn(dataDir).filter(
    (path) => !/^(?:dynamodb|s3\/(?:open|analytic|confidential)\/)/.test(path.slice(dataDir.length + 1)),
  );
  return Buffer.concat(beside.map((path) => readFileSync(path))).toString('utf8');
}
