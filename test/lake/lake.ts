import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import * as z from 'zod/mini';
import { type Counts, rowText } from './picture.ts';
import type { Stores } from './stores.ts';

const counts = z.object({
  received: z.number(),
  current: z.number(),
  superseded: z.number(),
  erased: z.number(),
  quarantined: z.number(),
}) satisfies z.ZodMiniType<Counts>;
const object = z.looseObject({ database: z.string(), key: z.string() });
const manifest = z.looseObject({
  run: z.number(),
  asOf: z.number(),
  stale: z.record(z.string(), z.number()),
  partitions: z.record(z.string(), z.looseObject({ counts, objects: z.array(object) })),
});
export type Manifest = z.infer<typeof manifest>;
const pointersState = z.looseObject({ run: z.number(), state: z.string(), manifest: z.string() });

/** The lake as it lies on the disk, read without anything of the product's. */
export interface Lake {
  /** What the pointer of every table says, by `database.table`. */
  pointers(): Readonly<Record<string, string>>;
  /** What `_pointers` says; undefined before the first run. */
  state(): z.infer<typeof pointersState> | undefined;
  /** The run that `_pointers` names. */
  run(): Manifest;
  /** All Parquet objects, by `bucket/key`. */
  objects(): string[];
  /**
   * Every row of these objects as a text, by the partition in the object's name, as DuckDB reads them; without
   * the references of receipts.
   */
  rows(paths: readonly string[]): Promise<Readonly<Record<string, readonly string[]>>>;
  /** Objects that a pointer names and that are not there, or are not what their names say. */
  broken(): string[];
  close(): void;
}

const zones = ['open', 'analytic', 'confidential'];
const manifestOfTable = '_symlink/manifest';

export async function openLake(stores: Stores): Promise<Lake> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const read = (path: string) => readFileSync(join(stores.folder(), path), 'utf8');

  function pointers(): Record<string, string> {
    const found = zones.flatMap((zone) =>
      readdirSync(join(stores.folder(), zone))
        .map((name) => [`${zone}.${name}`, join(zone, name, manifestOfTable)] as const)
        .filter(([, path]) => existsSync(join(stores.folder(), path)))
        .map(([table, path]) => [table, read(path)] as const),
    );
    return Object.fromEntries(found);
  }
  const state = () =>
    existsSync(join(stores.folder(), 'analytic/_pointers'))
      ? pointersState.parse(JSON.parse(read('analytic/_pointers')))
      : undefined;

  return {
    pointers,
    state,
    run: () => manifest.parse(JSON.parse(read(join('analytic', state()?.manifest ?? 'none')))),
    objects: () =>
      zones.flatMap((zone) =>
        readdirSync(join(stores.folder(), zone), { recursive: true, encoding: 'utf8' })
          .filter((path) => path.endsWith('.parquet'))
          .map((path) => `${zone}/${path}`),
      ),
    rows: async (paths) => {
      const found: Record<string, string[]> = {};
      for (const path of paths) {
        const [form, month, shard] = path.split('/').at(-1)?.split('.') ?? [];
        const rows = await rowsIn(connection, stores.folder(), path);
        const key = `${form}#${month}#${shard}`;
        found[key] = [...(found[key] ?? []), ...rows];
      }
      return found;
    },
    broken: () =>
      Object.values(pointers())
        .flatMap(namedIn)
        .filter((path) => !isWhole(join(stores.folder(), path))),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** The `bucket/key` of every object that a pointer names. */
export function namedIn(pointer: string): string[] {
  const lines = pointer.split('\n').filter((line) => line !== '');
  return lines.map((line) => line.replace('s3://', ''));
}

function isWhole(path: string): boolean {
  if (!existsSync(path)) return false;
  return path.includes(createHash('sha256').update(readFileSync(path)).digest('hex'));
}

/** Objects are named by their content: what was read once is so for ever. */
const known = new Map<string, readonly string[]>();

async function rowsIn(
  connection: DuckDBConnection,
  folder: string,
  path: string,
): Promise<readonly string[]> {
  const found = known.get(path);
  if (found !== undefined) return found;
  const [zone = '', table = ''] = path.split('/');
  const columns =
    table === 'submission_log' ? '* exclude (reference) replace (epoch_ms(received_at) as received_at)' : '*';
  const sql = `select ${columns} from read_parquet('${join(folder, path)}')`;
  const rows = (await connection.runAndReadAll(sql)).getRowObjectsJson();
  const texts = rows.map((row) => rowText(`${zone}.${table}`, row));
  known.set(path, texts);
  return texts;
}
