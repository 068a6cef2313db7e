import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type * as z from 'zod/mini';
import type { Database } from '../../forms/derived/columns.ts';
import { Fault } from '../lambda/log.ts';
import { settings } from '../lambda/settings.ts';
import type { FinishedFile } from './hashed-file.ts';
import { manifestKey, type Run } from './runs.ts';

/** The client says on the console what it makes of a stream's errors; ours are thrown and logged once. */
const silent = { trace() {}, debug() {}, info() {}, warn() {}, error() {} };
const client = new S3Client({ maxAttempts: 4, logger: silent });

const buckets = {
  open: settings.OPEN_BUCKET,
  analytic: settings.ANALYTIC_BUCKET,
  confidential: settings.CONFIDENTIAL_BUCKET,
} as const satisfies Record<Database, () => string>;

/** The bucket of a zone. */
export function bucketOf(database: Database): string {
  return buckets[database]();
}

const attempts = 4;

/**
 * Keeps a file under a key that names its content: the key is new, or the same content is already there. A
 * stream can be read once, so the client does not repeat a put by itself; each attempt here opens the file
 * anew, and one whose answer was lost finds the object there.
 */
export async function putFile(
  database: Database,
  key: string,
  file: FinishedFile,
): Promise<'written' | 'there'> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.send(
        new PutObjectCommand({
          Bucket: bucketOf(database),
          Key: key,
          Body: createReadStream(file.path),
          ContentLength: file.bytes,
          ChecksumSHA256: Buffer.from(file.sha256, 'hex').toString('base64'),
          IfNoneMatch: '*',
        }),
      );
      return 'written';
    } catch (error) {
      if (isStatus(error, 412)) return 'there';
      if (attempt === attempts || !mayPass(error)) throw error;
      await pause(50 * 2 ** attempt);
    }
  }
}

/** S3's own trouble, a request to slow down, or no answer at all; whatever else was wrong stays wrong. */
function mayPass(error: unknown): boolean {
  const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
  // 409: another put with a condition on the same key was under way.
  return status === undefined || status === 409 || status === 429 || status >= 500;
}

export interface Text {
  readonly text: string;
  readonly etag: string;
}

/** A small object whole, or undefined when there is none. */
export async function getText(database: Database, key: string): Promise<Text | undefined> {
  try {
    const { Body, ETag } = await client.send(new GetObjectCommand({ Bucket: bucketOf(database), Key: key }));
    return { text: (await Body?.transformToString()) ?? '', etag: ETag ?? '' };
  } catch (error) {
    if (isStatus(error, 404)) return undefined;
    throw error;
  }
}

/**
 * Puts a small object. With `replaces` (the text that was read) only if nobody changed it since; with
 * `undefined` only if there is none; with `anything` whatever is there. Undefined when the condition failed.
 */
export async function putText(
  database: Database,
  key: string,
  text: string,
  replaces: Text | undefined | 'anything',
): Promise<Text | undefined> {
  const condition =
    replaces === 'anything' ? {} : replaces === undefined ? { IfNoneMatch: '*' } : { IfMatch: replaces.etag };
  try {
    const { ETag } = await client.send(
      new PutObjectCommand({ Bucket: bucketOf(database), Key: key, Body: Buffer.from(text), ...condition }),
    );
    return { text, etag: ETag ?? '' };
  } catch (error) {
    if (isStatus(error, 412)) return undefined;
    throw error;
  }
}

/** A JSON object of ours, parsed; throws when it is missing or not what it should be. */
export async function getJson<S extends z.ZodMiniType>(key: string, schema: S): Promise<z.infer<S>> {
  const found = await getText('analytic', key);
  if (found === undefined) throw new Fault(`expected the object ${key} in the analytic bucket, got nothing`);
  return schema.parse(JSON.parse(found.text));
}

/** Puts a JSON object of ours, whatever was there: only for keys that one holder of the lease writes. */
export async function putJson(key: string, value: unknown): Promise<void> {
  await putText('analytic', key, `${JSON.stringify(value)}\n`, 'anything');
}

/** Keeps a run's manifest under a name that its content decides; gives the name. */
export async function putManifest(run: Run): Promise<string> {
  const text = `${JSON.stringify(run)}\n`;
  const key = manifestKey(run.run, createHash('sha256').update(text).digest('hex'));
  await putText('analytic', key, text, undefined);
  return key;
}

/** The last bytes of an object. */
export async function getEnd(database: Database, key: string, bytes: number): Promise<Uint8Array> {
  const get = new GetObjectCommand({ Bucket: bucketOf(database), Key: key, Range: `bytes=-${bytes}` });
  const { Body } = await client.send(get);
  if (Body === undefined) throw new Error(`expected the end of ${key}, got no body`);
  return Body.transformToByteArray();
}

export interface Listed {
  readonly key: string;
  readonly modifiedAt: number;
}

/** Every object of a zone, a page at a time. */
export async function* list(database: Database): AsyncGenerator<Listed[]> {
  let ContinuationToken: string | undefined;
  do {
    const page = await client.send(
      new ListObjectsV2Command({ Bucket: bucketOf(database), ContinuationToken }),
    );
    yield (page.Contents ?? []).map(({ Key = '', LastModified }) => ({
      key: Key,
      modifiedAt: LastModified?.getTime() ?? 0,
    }));
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken !== undefined);
}

/** Deletes an object; there is no older version to come back, lake buckets keep none. */
export async function remove(database: Database, key: string): Promise<void> {
  await client.send(new DeleteObjectCommand({ Bucket: bucketOf(database), Key: key }));
}

function isStatus(error: unknown, status: number): boolean {
  return error instanceof S3ServiceException && error.$metadata.httpStatusCode === status;
}
