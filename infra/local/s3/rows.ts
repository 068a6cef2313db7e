import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { checksumNamed } from './checksums.ts';
import type { Checksum } from './receive.ts';

/** An object as its row tells of it; the path is relative to the bucket's folder. */
export type StoredObject = {
  bucket: string;
  key: string;
  path: string;
  upload: string;
  sizeBytes: number;
  etag: string;
  modifiedMs: number;
  headers: Readonly<Record<string, string>>;
  checksum: Checksum | undefined;
  tags: readonly (readonly [string, string])[];
};

type Row = ReturnType<StatementSync['get']>;

// Keys sort by their UTF-8 bytes in S3 and, as SQLite compares text, here too. EXCLUSIVE holds the lock for
// as long as the process lives, however it ends; FULL flushes every commit before it is answered for.
const schema = `
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS buckets (name TEXT PRIMARY KEY, created_ms INTEGER NOT NULL) WITHOUT ROWID, STRICT;
  CREATE TABLE IF NOT EXISTS objects (
    bucket TEXT NOT NULL, key TEXT NOT NULL, path TEXT NOT NULL, upload TEXT NOT NULL,
    size_bytes INTEGER NOT NULL, etag TEXT NOT NULL, modified_ms INTEGER NOT NULL,
    headers TEXT NOT NULL, checksum_name TEXT NOT NULL, checksum TEXT NOT NULL, tags TEXT NOT NULL,
    PRIMARY KEY (bucket, key)
  ) WITHOUT ROWID, STRICT;
  CREATE TABLE IF NOT EXISTS removed (bucket TEXT NOT NULL, path TEXT NOT NULL) STRICT;
`;

export type Rows = ReturnType<typeof prepareRows>;

/** Opens the table of objects; refused with a sentence when another process has it. */
export function openRows(file: string): { database: DatabaseSync; rows: Rows } {
  const database = new DatabaseSync(file);
  try {
    database.exec(schema);
    return { database, rows: prepareRows(database) };
  } catch (error) {
    database.close();
    throw new Error(`The local S3 could not open ${file}. Does another process use this folder?`, {
      cause: error,
    });
  }
}

function prepareRows(database: DatabaseSync) {
  return { ...prepareObjects(database), ...prepareBuckets(database), ...prepareRemoved(database) };
}

function prepareObjects(database: DatabaseSync) {
  const one = database.prepare('SELECT * FROM objects WHERE bucket = ? AND key = ?');
  const byUpload = database.prepare('SELECT * FROM objects WHERE upload = ?');
  const byPath = database.prepare('SELECT 1 FROM objects WHERE bucket = ? AND path = ?');
  const from = database.prepare('SELECT * FROM objects WHERE bucket = ? AND key >= ? ORDER BY key LIMIT ?');
  const beyond = database.prepare('SELECT * FROM objects WHERE bucket = ? AND key > ? ORDER BY key LIMIT ?');
  const save = database.prepare('INSERT OR REPLACE INTO objects VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const saveTags = database.prepare('UPDATE objects SET tags = ? WHERE bucket = ? AND key = ?');
  const remove = database.prepare('DELETE FROM objects WHERE bucket = ? AND key = ?');
  return {
    findObject: (bucket: string, key: string) => readMaybe(one.get(bucket, key)),
    findUpload: (upload: string) => readMaybe(byUpload.get(upload)),
    hasPath: (bucket: string, path: string) => byPath.get(bucket, path) !== undefined,
    listFrom: (bucket: string, first: string, count: number) =>
      from.all(bucket, first, count).map(readObject),
    listBeyond: (bucket: string, last: string, count: number) =>
      beyond.all(bucket, last, count).map(readObject),
    saveObject: (object: StoredObject) => void save.run(...writeObject(object)),
    saveTags: (bucket: string, key: string, tags: StoredObject['tags']) =>
      void saveTags.run(JSON.stringify(tags), bucket, key),
    deleteObject: (bucket: string, key: string) => void remove.run(bucket, key),
  };
}

function prepareBuckets(database: DatabaseSync) {
  const all = database.prepare('SELECT * FROM buckets ORDER BY name');
  const one = database.prepare('SELECT 1 FROM buckets WHERE name = ?');
  const save = database.prepare('INSERT INTO buckets VALUES (?, ?)');
  const remove = database.prepare('DELETE FROM buckets WHERE name = ?');
  return {
    listBuckets: () =>
      all.all().map((row) => ({ name: text(row, 'name'), createdMs: number(row, 'created_ms') })),
    hasBucket: (name: string) => one.get(name) !== undefined,
    saveBucket: (name: string, createdMs: number) => void save.run(name, createdMs),
    deleteBucket: (name: string) => void remove.run(name),
  };
}

function prepareRemoved(database: DatabaseSync) {
  const all = database.prepare('SELECT * FROM removed');
  const save = database.prepare('INSERT INTO removed VALUES (?, ?)');
  const remove = database.prepare('DELETE FROM removed WHERE bucket = ? AND path = ?');
  return {
    listRemoved: () => all.all().map((row) => ({ bucket: text(row, 'bucket'), path: text(row, 'path') })),
    noteRemoved: (bucket: string, path: string) => void save.run(bucket, path),
    forgetRemoved: (bucket: string, path: string) => void remove.run(bucket, path),
  };
}

function writeObject(object: StoredObject): (string | number)[] {
  return [
    object.bucket,
    object.key,
    object.path,
    object.upload,
    object.sizeBytes,
    object.etag,
    object.modifiedMs,
    JSON.stringify(object.headers),
    object.checksum?.name ?? '',
    object.checksum?.value ?? '',
    JSON.stringify(object.tags),
  ];
}

function readMaybe(row: Row): StoredObject | undefined {
  return row && readObject(row);
}

function readObject(row: Row): StoredObject {
  const name = checksumNamed(text(row, 'checksum_name'));
  return {
    bucket: text(row, 'bucket'),
    key: text(row, 'key'),
    path: text(row, 'path'),
    upload: text(row, 'upload'),
    sizeBytes: number(row, 'size_bytes'),
    etag: text(row, 'etag'),
    modifiedMs: number(row, 'modified_ms'),
    headers: Object.fromEntries(pairs(Object.entries(JSON.parse(text(row, 'headers'))))),
    checksum: name && { name, value: text(row, 'checksum') },
    tags: pairs(JSON.parse(text(row, 'tags'))),
  };
}

function text(row: Row, column: string): string {
  const value = row?.[column];
  if (typeof value === 'string') return value;
  throw new Error(`The local S3's table should hold text in ${column}, it holds ${typeof value}.`);
}

function number(row: Row, column: string): number {
  const value = row?.[column];
  if (typeof value === 'number') return value;
  throw new Error(`The local S3's table should hold a number in ${column}, it holds ${typeof value}.`);
}

function pairs(value: unknown): [string, string][] {
  if (!Array.isArray(value)) throw new Error('The local S3 expected a list of pairs in its table.');
  return value.map((pair: unknown) => {
    const [name, content]: unknown[] = Array.isArray(pair) ? pair : [];
    if (typeof name === 'string' && typeof content === 'string') return [name, content];
    throw new Error('The local S3 expected a pair of texts in its table.');
  });
}
