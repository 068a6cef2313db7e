import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import {
  CopyObjectCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  DeleteObjectTaggingCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  PutBucketVersioningCommand,
  PutObjectAclCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { objectPath } from '../infra/local/s3/paths.ts';
import { clientOf, refusal, startTestS3 } from '../infra/local/s3/test-client.ts';
import { hash, region } from '../infra/local/s3/test-signer.ts';

// Written from the S3 API reference, not from the server, and sent by the unmodified client. What the client
// does not send is tested beside the server's parts: infra/local/s3/*.test.ts.

const { folder, url, client, get, text, put, list, signed, send, stop } = await startTestS3();

afterAll(stop);

function crc32Base64(bytes: Buffer | string): string {
  const value = Buffer.alloc(4);
  value.writeUInt32BE(crc32(bytes));
  return value.toString('base64');
}

describe('a body', () => {
  test('comes back byte for byte, with its MD5 as ETag, and lies as a file at its path', async () => {
    const body = randomBytes(1_500_001);
    const key = `participants/participants.2026-09.0.${hash('sha256', body)}.parquet`;
    const { ETag } = await put(key, body);
    expect(ETag).toBe(`"${hash('md5', body)}"`);
    expect((await get(key)).equals(body)).toBe(true);
    expect(objectPath(folder, 'lake', key)).toBe(join(folder, 'lake', ...key.split('/')));
    expect(readFileSync(objectPath(folder, 'lake', key)).equals(body)).toBe(true);
  });

  test('may be empty', async () => {
    await put('empty', '');
    expect(await text('empty')).toBe('');
    expect((await client.send(new HeadObjectCommand({ Bucket: 'lake', Key: 'empty' }))).ContentLength).toBe(
      0,
    );
  });

  test('that is streamed is stored without its chunks and with the CRC32 of its trailer', async () => {
    const body = randomBytes(700_000);
    const sent: Record<string, string>[] = [];
    const watching = clientOf(url);
    watching.middlewareStack.add(
      (next) => (args) => {
        const { request } = args;
        if (typeof request === 'object' && request !== null && 'headers' in request) {
          sent.push(Object.fromEntries(Object.entries(request.headers ?? {})));
        }
        return next(args);
      },
      { step: 'finalizeRequest', priority: 'low' },
    );
    const pieces = Readable.from([body.subarray(0, 100_000), body.subarray(100_000)]);
    const input = { Bucket: 'lake', Key: 'streamed', Body: pieces, ContentLength: body.length };
    await watching.send(new PutObjectCommand({ ...input, ContentEncoding: 'br' }));
    watching.destroy();
    expect(sent).toMatchObject([
      { 'x-amz-trailer': 'x-amz-checksum-crc32', 'content-encoding': 'br,aws-chunked' },
    ]);
    const answer = await client.send(
      new GetObjectCommand({ Bucket: 'lake', Key: 'streamed', ChecksumMode: 'ENABLED' }),
    );
    expect(answer).toMatchObject({ ChecksumCRC32: crc32Base64(body), ContentEncoding: 'br' });
    expect(Buffer.from((await answer.Body?.transformToByteArray()) ?? []).equals(body)).toBe(true);
  });

  test('keeps its type, its metadata and its other headers', async () => {
    const kept = {
      ContentType: 'text/csv; charset=utf-8',
      CacheControl: 'no-store',
      ContentDisposition: 'attachment; filename="a b.csv"',
      ContentLanguage: 'sv',
      Metadata: { run: '17', 'two-words': 'a  b' },
    };
    await put('kept', 'x', { ...kept, Tagging: 'zone=open&a%20b=c%26d' });
    const head = await client.send(new HeadObjectCommand({ Bucket: 'lake', Key: 'kept' }));
    expect(head).toMatchObject({ ...kept, TagCount: 2, ServerSideEncryption: 'AES256' });
    const age = Date.now() - (head.LastModified?.getTime() ?? 0);
    expect(age).toBeGreaterThanOrEqual(0);
    expect(age).toBeLessThan(10_000);
  });

  test.each<{ name: string; headers: Record<string, string>; code: string }>([
    { name: 'metadata over 2 kB', headers: { 'x-amz-meta-a': 'x'.repeat(2048) }, code: 'MetadataTooLarge' },
    {
      name: 'a declared size over 5 GB',
      headers: { 'content-length': String(5 * 1024 ** 3 + 1) },
      code: 'EntityTooLarge',
    },
    { name: 'a copy source', headers: { 'x-amz-copy-source': '/lake/kept' }, code: 'NotImplemented' },
    { name: 'a public access list', headers: { 'x-amz-acl': 'public-read' }, code: 'NotImplemented' },
  ])('with $name is refused and not stored', async ({ headers, code }) => {
    const answer = await send(signed({ method: 'PUT', path: '/lake/refused', headers }));
    expect(answer.code).toBe(code);
    await expect(get('refused')).rejects.toMatchObject(refusal('NoSuchKey', 404));
  });
});

describe('a conditional write', () => {
  test('of twenty at once with If-None-Match: * has one winner, and its body is the one stored', async () => {
    const bodies = Array.from({ length: 20 }, (_, index) => `${index}`.repeat(50_000));
    const results = await Promise.allSettled(bodies.map((body) => put('once', body, { IfNoneMatch: '*' })));
    const winners = bodies.filter((_, index) => results[index]?.status === 'fulfilled');
    expect(winners).toEqual([await text('once')]);
    const losers = results.filter((result) => result.status === 'rejected');
    expect(losers).toHaveLength(19);
    for (const { reason } of losers) expect(reason).toMatchObject(refusal('PreconditionFailed', 412));
  });

  test('with If-Match replaces only what the writer has seen', async () => {
    const { ETag: first } = await put('pointer', 'one');
    await put('pointer', 'two', { IfMatch: first });
    await expect(put('pointer', 'three', { IfMatch: first })).rejects.toMatchObject(
      refusal('PreconditionFailed', 412),
    );
    expect(await text('pointer')).toBe('two');
    await expect(put('no-pointer', 'x', { IfMatch: first })).rejects.toMatchObject(refusal('NoSuchKey', 404));
  });

  test('with If-Match from twenty at once has one winner', async () => {
    const { ETag: IfMatch } = await put('race', 'start');
    const writes = Array.from({ length: 20 }, (_, index) => put('race', `${index}`, { IfMatch }));
    const results = await Promise.allSettled(writes);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  });

  test('can be made again once the object is deleted', async () => {
    await put('again', 'one', { IfNoneMatch: '*' });
    await client.send(new DeleteObjectCommand({ Bucket: 'lake', Key: 'again' }));
    await put('again', 'two', { IfNoneMatch: '*' });
    expect(await text('again')).toBe('two');
  });

  test('with If-None-Match of an ETag is not implemented, as in S3', async () => {
    await expect(put('etag', 'x', { IfNoneMatch: '"abc"' })).rejects.toMatchObject(
      refusal('NotImplemented', 501),
    );
  });
});

describe('a read', () => {
  let etag: string | undefined;
  beforeAll(async () => {
    etag = (await put('digits', '0123456789')).ETag;
  });

  test.each([
    { range: 'bytes=0-3', body: '0123', content: 'bytes 0-3/10' },
    { range: 'bytes=4-6', body: '456', content: 'bytes 4-6/10' },
    { range: 'bytes=7-', body: '789', content: 'bytes 7-9/10' },
    { range: 'bytes=7-99', body: '789', content: 'bytes 7-9/10' },
    { range: 'bytes=-3', body: '789', content: 'bytes 7-9/10' },
    { range: 'bytes=-99', body: '0123456789', content: 'bytes 0-9/10' },
    { range: 'bytes=9-9', body: '9', content: 'bytes 9-9/10' },
  ])('of $range gives $body', async ({ range, body, content }) => {
    const answer = await client.send(new GetObjectCommand({ Bucket: 'lake', Key: 'digits', Range: range }));
    expect(answer.$metadata.httpStatusCode).toBe(206);
    expect(answer).toMatchObject({ ContentRange: content, ContentLength: body.length });
    expect(await answer.Body?.transformToString()).toBe(body);
  });

  test.each(['bytes=10-', 'bytes=10-20', 'bytes=-0'])('of %s is outside', async (range) => {
    await expect(text('digits', { Range: range })).rejects.toMatchObject(refusal('InvalidRange', 416));
  });

  test.each(['bytes=3-1', 'bytes=a-b', 'lines=1-2', 'bytes=0-1,3-4'])('of %s gives all', async (range) => {
    expect(await text('digits', { Range: range })).toBe('0123456789');
  });

  test('of a middle of a large object gives just that', async () => {
    const body = randomBytes(2_000_000);
    await put('large', body);
    expect((await get('large', { Range: 'bytes=1000-1500000' })).equals(body.subarray(1000, 1_500_001))).toBe(
      true,
    );
  });

  test('is conditional', async () => {
    const past = new Date(Date.now() - 3_600_000);
    const future = new Date(Date.now() + 3_600_000);
    expect(await text('digits', { IfMatch: etag, IfUnmodifiedSince: past })).toBe('0123456789');
    expect(await text('digits', { IfNoneMatch: '"other"', IfModifiedSince: future })).toBe('0123456789');
    const failed = refusal('PreconditionFailed', 412);
    await expect(text('digits', { IfMatch: '"other"' })).rejects.toMatchObject(failed);
    await expect(text('digits', { IfUnmodifiedSince: past })).rejects.toMatchObject(failed);
    const same = { $metadata: { httpStatusCode: 304 } };
    await expect(text('digits', { IfNoneMatch: etag })).rejects.toMatchObject(same);
    await expect(text('digits', { IfModifiedSince: future })).rejects.toMatchObject(same);
  });

  test('of what is not there says so', async () => {
    await expect(get('missing')).rejects.toMatchObject(refusal('NoSuchKey', 404));
    const head = client.send(new HeadObjectCommand({ Bucket: 'lake', Key: 'missing' }));
    await expect(head).rejects.toMatchObject(refusal('NotFound', 404));
    const other = client.send(new GetObjectCommand({ Bucket: 'no-bucket', Key: 'x' }));
    await expect(other).rejects.toMatchObject(refusal('NoSuchBucket', 404));
  });

  test('under way keeps its object when that is overwritten or deleted', async () => {
    const body = randomBytes(8_000_000);
    await put('moving', body);
    const slow = await client.send(new GetObjectCommand({ Bucket: 'lake', Key: 'moving' }));
    await put('moving', 'other');
    await client.send(new DeleteObjectCommand({ Bucket: 'lake', Key: 'moving' }));
    expect(Buffer.from((await slow.Body?.transformToByteArray()) ?? []).equals(body)).toBe(true);
  });
});

describe('tags', () => {
  test('are written, read and deleted, and the object stays what it was', async () => {
    const { ETag } = await put('tagged', 'body');
    const TagSet = [
      { Key: 'zone', Value: 'open' },
      { Key: 'å & <ö>', Value: '' },
    ];
    const address = { Bucket: 'lake', Key: 'tagged' };
    await client.send(new PutObjectTaggingCommand({ ...address, Tagging: { TagSet } }));
    expect((await client.send(new GetObjectTaggingCommand(address))).TagSet).toEqual(TagSet);
    expect(await text('tagged')).toBe('body');
    expect(await client.send(new HeadObjectCommand(address))).toMatchObject({
      ETag,
      TagCount: 2,
      ContentLength: 4,
    });
    await client.send(new DeleteObjectTaggingCommand(address));
    expect((await client.send(new GetObjectTaggingCommand(address))).TagSet).toEqual([]);
    expect(await text('tagged')).toBe('body');
  });

  test.each([
    { name: 'eleven', TagSet: Array.from({ length: 11 }, (_, index) => ({ Key: `${index}`, Value: '' })) },
    {
      name: 'two of the same name',
      TagSet: [
        { Key: 'a', Value: '1' },
        { Key: 'a', Value: '2' },
      ],
    },
    { name: 'one of 129 letters', TagSet: [{ Key: 'a'.repeat(129), Value: '' }] },
  ])('are refused when they are $name', async ({ TagSet }) => {
    await put('tagged', 'body');
    const wrong = client.send(
      new PutObjectTaggingCommand({ Bucket: 'lake', Key: 'tagged', Tagging: { TagSet } }),
    );
    await expect(wrong).rejects.toMatchObject(refusal('InvalidTag', 400));
  });

  test('of what is not there are an error', async () => {
    const wrong = client.send(new GetObjectTaggingCommand({ Bucket: 'lake', Key: 'missing' }));
    await expect(wrong).rejects.toMatchObject(refusal('NoSuchKey', 404));
  });
});

describe('a deletion', () => {
  test('of what is not there succeeds', async () => {
    const answer = await client.send(new DeleteObjectCommand({ Bucket: 'lake', Key: 'missing' }));
    expect(answer.$metadata.httpStatusCode).toBe(204);
  });

  test('of many names them all, or none when it is quiet', async () => {
    await put('del/1', 'x');
    await put('del/<2>&', 'x');
    const Objects = [{ Key: 'del/1' }, { Key: 'del/<2>&' }, { Key: 'del/missing' }];
    const loud = await client.send(new DeleteObjectsCommand({ Bucket: 'lake', Delete: { Objects } }));
    expect(loud.Deleted).toEqual(Objects);
    expect((await list({ Prefix: 'del/' })).KeyCount).toBe(0);
    const quiet = await client.send(
      new DeleteObjectsCommand({ Bucket: 'lake', Delete: { Objects, Quiet: true } }),
    );
    expect(quiet.Deleted).toBeUndefined();
  });

  test('of many under a condition is refused whole', async () => {
    await put('del/kept', 'x');
    const Objects = [{ Key: 'del/kept', ETag: '"other"' }];
    const wrong = client.send(new DeleteObjectsCommand({ Bucket: 'lake', Delete: { Objects } }));
    await expect(wrong).rejects.toMatchObject(refusal('NotImplemented', 501));
    expect(await text('del/kept')).toBe('x');
  });

  test('of many without a checksum, and with a malformed document, is refused', async () => {
    const raw = { method: 'POST', path: '/lake', query: { delete: '' } };
    expect((await send(signed({ ...raw, body: '<Delete/>' }))).code).toBe('InvalidRequest');
    for (const body of ['<Delete/>', '<Delete><Object><Key>a</Key></Object>', '<Delete><Object/></Delete>']) {
      const headers = { 'content-md5': hash('md5', body, 'base64') };
      expect((await send(signed({ ...raw, headers, body }))).code).toBe('MalformedXML');
    }
  });
});

describe('a bucket', () => {
  test('is made, found, listed and deleted once it is empty', async () => {
    const address = { Bucket: 'short-lived' };
    await client.send(
      new CreateBucketCommand({ ...address, CreateBucketConfiguration: { LocationConstraint: region } }),
    );
    const again = client.send(new CreateBucketCommand(address));
    await expect(again).rejects.toMatchObject(refusal('BucketAlreadyOwnedByYou', 409));
    expect((await client.send(new HeadBucketCommand(address))).BucketRegion).toBe(region);
    const { Buckets } = await client.send(new ListBucketsCommand({}));
    expect(Buckets?.map(({ Name }) => Name)).toContain('short-lived');
    await client.send(new PutObjectCommand({ ...address, Key: 'x', Body: 'x' }));
    const full = client.send(new DeleteBucketCommand(address));
    await expect(full).rejects.toMatchObject(refusal('BucketNotEmpty', 409));
    await client.send(new DeleteObjectCommand({ ...address, Key: 'x' }));
    await client.send(new DeleteBucketCommand(address));
    await expect(client.send(new HeadBucketCommand(address))).rejects.toMatchObject(refusal('NotFound', 404));
    const write = client.send(new PutObjectCommand({ ...address, Key: 'x', Body: 'x' }));
    await expect(write).rejects.toMatchObject(refusal('NoSuchBucket', 404));
  });

  test('must have a name S3 allows', async () => {
    expect((await send(signed({ method: 'PUT', path: '/Not_Allowed' }))).code).toBe('InvalidBucketName');
  });
});

describe('what this S3 does not do', () => {
  test('is refused, and changes no object', async () => {
    await put('safe', 'safe');
    const address = { Bucket: 'lake', Key: 'safe' };
    const notImplemented = refusal('NotImplemented', 501);
    const multipart = client.send(new CreateMultipartUploadCommand(address));
    await expect(multipart).rejects.toThrow('multipart uploads: send the object in one PUT');
    await expect(multipart).rejects.toMatchObject(notImplemented);
    const acl = client.send(new PutObjectAclCommand({ ...address, ACL: 'private' }));
    await expect(acl).rejects.toMatchObject(notImplemented);
    const copy = client.send(new CopyObjectCommand({ ...address, CopySource: '/lake/digits' }));
    await expect(copy).rejects.toMatchObject(notImplemented);
    const VersioningConfiguration = { Status: 'Enabled' } as const;
    const versions = client.send(new PutBucketVersioningCommand({ Bucket: 'lake', VersioningConfiguration }));
    await expect(versions).rejects.toMatchObject(notImplemented);
    const old = client.send(new DeleteObjectCommand({ ...address, VersionId: 'x' }));
    await expect(old).rejects.toMatchObject(notImplemented);
    const conditional = client.send(new DeleteObjectCommand({ ...address, IfMatch: '"x"' }));
    await expect(conditional).rejects.toMatchObject(notImplemented);
    expect(await text('safe')).toBe('safe');
    expect((await send(signed({ method: 'PATCH', path: '/lake/safe' }))).code).toBe('MethodNotAllowed');
  });
});

describe('a connection', () => {
  test('can be used again after a body was refused half-way', async () => {
    const one = clientOf(url);
    const body = Buffer.alloc(3_000_000);
    for (let round = 0; round < 5; round += 1) {
      const wrong = one.send(new PutObjectCommand({ Bucket: 'no-bucket', Key: 'x', Body: body }));
      await expect(wrong).rejects.toMatchObject(refusal('NoSuchBucket', 404));
      const chunked = { Bucket: 'lake', Key: 'x', Body: Readable.from([body]), ContentLength: 10 };
      await expect(one.send(new PutObjectCommand(chunked))).rejects.toMatchObject({ name: 'IncompleteBody' });
      await one.send(new PutObjectCommand({ Bucket: 'lake', Key: 'x', Body: 'ok' }));
    }
    one.destroy();
    expect(await text('x')).toBe('ok');
  });

  test('may break while a body comes or goes, and harms nothing', async () => {
    const body = randomBytes(20_000_000);
    await put('broken', body);
    const { hostname, port } = new URL(url);
    const whole = signed({ method: 'PUT', path: '/lake/broken', body });
    const reading = signed({ method: 'GET', path: '/lake/broken' });
    for (const { method, headers } of [whole, reading, whole, reading]) {
      const length = method === 'PUT' ? { 'content-length': body.length } : {};
      const broken = request({
        hostname,
        port,
        method,
        path: '/lake/broken',
        headers: { ...headers, ...length },
      });
      const gone = new Promise((resolve) => broken.on('error', resolve).on('close', resolve));
      broken.write(method === 'PUT' ? body.subarray(0, 1_000_000) : '');
      if (method === 'PUT') setTimeout(() => broken.destroy(), 50);
      else broken.on('response', (response) => response.once('data', () => response.destroy()));
      await gone;
    }
    expect((await get('broken')).equals(body)).toBe(true);
    await expect.poll(() => readdirSync(join(folder, '.tmp'))).toEqual([]);
  });
});
