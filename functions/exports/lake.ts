import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { GetObjectCommand, PutObjectCommand, S3ServiceException } from '@aws-sdk/client-s3';
import type * as z from 'zod/mini';
import type { Database } from '../../forms/derived/columns.ts';
import { Fault } from '../lambda/log.ts';
import * as objects from '../lambda/objects.ts';
import { isStatus, s3, type Text } from '../lambda/objects.ts';
import { settings } from '../lambda/settings.ts';
import type { FinishedFile } from './hashed-file.ts';
import { manifestKey, type Run } from './runs.ts';

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
      await s3.send(
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

/** A small object of a zone whole, or undefined when there is none. */
export function getText(database: Database, key: string): Promise<Text | undefined> {
  return objects.getText(bucketOf(database), key);
}

/** Puts a small object of a zone, under the condition that `objects.putText` tells. */
export function putText(
  database: Database,
  key: string,
  text: string,
  replaces: Text | undefined | 'anything',
): Promise<Text | undefined> {
  return objects.putText(bucketOf(database), key, text, replaces);
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
  const { Body } = await s3.send(get);
  if (Body === undefined) throw new Error(`expected the end of ${key}, got no body`);
  return Body.transformToByteArray();
}
