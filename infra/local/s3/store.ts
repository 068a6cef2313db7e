import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { S3Error } from './errors.ts';
import { freePath } from './paths.ts';
import type { Checksum } from './receive.ts';
import { openRows, type Rows, type StoredObject } from './rows.ts';

/** What a new object is, before it has a place. */
export type NewObject = {
  bucket: string;
  key: string;
  upload: string;
  sizeBytes: number;
  etag: string;
  headers: Readonly<Record<string, string>>;
  checksum: Checksum | undefined;
  tags: readonly (readonly [string, string])[];
};

/**
 * Bodies are files under `<folder>/<bucket>/`, everything else is rows in `<folder>/.meta.db`.
 *
 * The order of writes. A body comes in to `.tmp/<upload>` and is flushed to the disk. Then, in one step
 * nothing can come between: the conditions are decided; the row that names the upload is committed, and
 * from then on the object is the new one; the file is renamed to its place. Whatever is in `.tmp` at start
 * therefore tells how far a killed process came: a file that a row names only lacks its renaming and gets
 * it, a file that no row names was never answered for and goes. A deletion is the mirror of this: the row
 * goes and a note of the file stays until the file is gone. So at every moment the row, with its size and
 * ETag, is the truth, and start makes the files follow.
 */
export type Store = { folder: string; database: DatabaseSync; rows: Rows };

/** Opens the store and finishes what a killed process began. A second process is refused by the lock. */
export function openStore(folder: string): Store {
  mkdirSync(join(folder, '.tmp'), { recursive: true });
  const { database, rows } = openRows(join(folder, '.meta.db'));
  const store = { folder, database, rows };
  for (const upload of readdirSync(join(folder, '.tmp'))) {
    const object = rows.findUpload(upload);
    if (object) placeBody(store, object);
    else rmSync(join(folder, '.tmp', upload), { recursive: true });
  }
  for (const bucket of rows.listBuckets()) mkdirSync(join(folder, bucket.name), { recursive: true });
  for (const { bucket, path } of rows.listRemoved()) {
    if (!rows.hasPath(bucket, path)) removeBody(store, bucket, path);
    rows.forgetRemoved(bucket, path);
  }
  return store;
}

/** Where the body of a new upload is written before it is an object. */
export function newUpload(store: Store): { upload: string; file: string } {
  const upload = randomUUID();
  return { upload, file: join(store.folder, '.tmp', upload) };
}

/** Makes an upload an object. The check sees the ETag that is there now, and throws to refuse. */
export function commitObject(
  store: Store,
  made: NewObject,
  check: (etag: string | undefined) => void,
): StoredObject {
  requireBucket(store, made.bucket);
  const old = store.rows.findObject(made.bucket, made.key);
  check(old?.etag);
  // An object keeps its place for as long as it lives, so that it never lies in two.
  const path = old?.path ?? freePath(join(store.folder, made.bucket), made.key);
  // S3 tells times in whole seconds.
  const modifiedMs = Math.floor(Date.now() / 1000) * 1000;
  const object = { ...made, path, modifiedMs };
  store.rows.saveObject(object);
  try {
    placeBody(store, object);
  } catch (error) {
    // The disk refused the file: the object is what it was, and the writer is told.
    if (old) store.rows.saveObject(old);
    else store.rows.deleteObject(made.bucket, made.key);
    throw error;
  }
  return object;
}

/** Removes objects that may or may not be there. */
export function removeObjects(store: Store, bucket: string, keys: readonly string[]): void {
  requireBucket(store, bucket);
  const paths: string[] = [];
  inTransaction(store, () => {
    for (const key of keys) {
      const object = store.rows.findObject(bucket, key);
      if (!object) continue;
      store.rows.noteRemoved(bucket, object.path);
      store.rows.deleteObject(bucket, key);
      paths.push(object.path);
    }
  });
  for (const path of paths) removeBody(store, bucket, path);
  inTransaction(store, () => {
    for (const path of paths) store.rows.forgetRemoved(bucket, path);
  });
}

/** The object, or the error S3 answers when it or its bucket is not there. */
export function requireObject(store: Store, bucket: string, key: string): StoredObject {
  requireBucket(store, bucket);
  const object = store.rows.findObject(bucket, key);
  if (!object) throw new S3Error('NoSuchKey', 'The specified key does not exist.', { Key: key });
  return object;
}

export function requireBucket(store: Store, bucket: string): void {
  if (store.rows.hasBucket(bucket)) return;
  throw new S3Error('NoSuchBucket', 'The specified bucket does not exist', { BucketName: bucket });
}

/**
 * Opens an object's body. Done in the same step as the row was read, the file is the one the row tells of,
 * and stays so for this reader when the object is overwritten or deleted.
 */
export function openBody(store: Store, object: StoredObject): number {
  return openSync(bodyFile(store, object.bucket, object.path), 'r');
}

export function makeBucket(store: Store, bucket: string): void {
  if (store.rows.hasBucket(bucket)) {
    throw new S3Error(
      'BucketAlreadyOwnedByYou',
      'Your previous request to create the named bucket succeeded and you already own it.',
      { BucketName: bucket },
    );
  }
  mkdirSync(join(store.folder, bucket), { recursive: true });
  store.rows.saveBucket(bucket, Date.now());
}

export function removeBucket(store: Store, bucket: string): void {
  requireBucket(store, bucket);
  if (store.rows.listFrom(bucket, '', 1).length > 0) {
    throw new S3Error('BucketNotEmpty', 'The bucket you tried to delete is not empty', {
      BucketName: bucket,
    });
  }
  store.rows.deleteBucket(bucket);
  removeIfEmpty(join(store.folder, bucket));
}

function placeBody(store: Store, object: StoredObject): void {
  const file = bodyFile(store, object.bucket, object.path);
  mkdirSync(dirname(file), { recursive: true });
  renameSync(join(store.folder, '.tmp', object.upload), file);
}

function removeBody(store: Store, bucket: string, path: string): void {
  const file = bodyFile(store, bucket, path);
  if (existsSync(file)) unlinkSync(file);
  const segments = path.split('/');
  for (let count = segments.length - 1; count > 0; count -= 1) {
    if (!removeIfEmpty(join(store.folder, bucket, ...segments.slice(0, count)))) return;
  }
}

function removeIfEmpty(folder: string): boolean {
  if (!existsSync(folder) || readdirSync(folder).length > 0) return false;
  rmdirSync(folder);
  return true;
}

function bodyFile(store: Store, bucket: string, path: string): string {
  return join(store.folder, bucket, ...path.split('/'));
}

function inTransaction(store: Store, work: () => void): void {
  store.database.exec('BEGIN IMMEDIATE');
  try {
    work();
  } catch (error) {
    store.database.exec('ROLLBACK');
    throw error;
  }
  store.database.exec('COMMIT');
}
