import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';

/** The client says on the console what it makes of a stream's errors; ours are thrown and logged once. */
const silent = { trace() {}, debug() {}, info() {}, warn() {}, error() {} };
/** The one client of every bucket. */
export const s3 = new S3Client({ maxAttempts: 4, logger: silent });

export interface Text {
  readonly text: string;
  readonly etag: string;
}

/** A small object whole, or undefined when there is none. */
export async function getText(bucket: string, key: string): Promise<Text | undefined> {
  try {
    const { Body, ETag } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
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
  bucket: string,
  key: string,
  text: string,
  replaces: Text | undefined | 'anything',
): Promise<Text | undefined> {
  const condition =
    replaces === 'anything' ? {} : replaces === undefined ? { IfNoneMatch: '*' } : { IfMatch: replaces.etag };
  try {
    const { ETag } = await s3.send(
      new PutObjectCommand({ Bucket: bucket, Key: key, Body: Buffer.from(text), ...condition }),
    );
    return { text, etag: ETag ?? '' };
  } catch (error) {
    if (isStatus(error, 412)) return undefined;
    throw error;
  }
}

export interface Listed {
  readonly key: string;
  readonly modifiedAt: number;
}

/** Every object of a bucket whose key begins so, a page at a time. */
export async function* list(bucket: string, prefix = ''): AsyncGenerator<Listed[]> {
  let ContinuationToken: string | undefined;
  do {
    const page = await s3.send(
      new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ContinuationToken }),
    );
    yield (page.Contents ?? []).map(({ Key = '', LastModified }) => ({
      key: Key,
      modifiedAt: LastModified?.getTime() ?? 0,
    }));
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken !== undefined);
}

/** Deletes an object, if there is one. */
export async function remove(bucket: string, key: string): Promise<void> {
  await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
}

/** Whether S3 answered with this HTTP status. */
export function isStatus(error: unknown, status: number): boolean {
  return error instanceof S3ServiceException && error.$metadata.httpStatusCode === status;
}
