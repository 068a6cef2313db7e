import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateBucketCommand,
  GetObjectCommand,
  type GetObjectCommandInput,
  ListObjectsV2Command,
  type ListObjectsV2CommandInput,
  PutObjectCommand,
  type PutObjectCommandInput,
  S3Client,
} from '@aws-sdk/client-s3';
import { startS3 } from './server.ts';
import { credentials, presign, type Raw, region, type Signing, sendRaw, sign } from './test-signer.ts';

// The client warns of what these tests provoke.
const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** The unmodified client, as the product uses it; it tries once, so that no failure is hidden. */
export function clientOf(
  url: string,
  { accessKeyId = credentials.accessKeyId, secretAccessKey = credentials.secretAccessKey } = {},
): S3Client {
  return new S3Client({
    endpoint: url,
    region,
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: 1,
    logger: silent,
  });
}

/** What an error of the client looks like. */
export function refusal(name: string, httpStatusCode: number) {
  return { name, $metadata: { httpStatusCode } };
}

/** For tests: an S3 of their own, with a bucket `lake`, in a folder that goes away with it. */
export async function startTestS3() {
  const top = mkdtempSync(join(tmpdir(), 's3-test-'));
  const folder = join(top, 's3');
  const { url, stop } = await startS3({ folder, port: 0, ...credentials });
  const client = clientOf(url);
  await client.send(new CreateBucketCommand({ Bucket: 'lake' }));

  async function get(Key: string, more: Partial<GetObjectCommandInput> = {}): Promise<Buffer> {
    const answer = await client.send(new GetObjectCommand({ Bucket: 'lake', Key, ...more }));
    return Buffer.from((await answer.Body?.transformToByteArray()) ?? []);
  }

  return {
    top,
    folder,
    url,
    client,
    get,
    text: async (Key: string, more: Partial<GetObjectCommandInput> = {}) => (await get(Key, more)).toString(),
    put: (Key: string, Body: PutObjectCommandInput['Body'], more: Partial<PutObjectCommandInput> = {}) =>
      client.send(new PutObjectCommand({ Bucket: 'lake', Key, Body, ...more })),
    list: (more: Partial<ListObjectsV2CommandInput>) =>
      client.send(new ListObjectsV2Command({ Bucket: 'lake', ...more })),
    signed: (raw: Raw, signing: Signing = {}) => sign(url, raw, signing),
    presigned: (raw: Raw, seconds: number, signing: Signing = {}) => presign(url, raw, seconds, signing),
    send: (raw: Raw, wirePath?: string) => sendRaw(url, raw, wirePath),
    stop: async () => {
      client.destroy();
      await stop();
      rmSync(top, { recursive: true });
    },
  };
}
