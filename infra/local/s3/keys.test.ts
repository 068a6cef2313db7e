import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { afterAll, describe, expect, test } from 'vitest';
import { objectPath } from './paths.ts';
import { refusal, startTestS3 } from './test-client.ts';

const { top, folder, client, text, put, list, signed, send, stop } = await startTestS3();

afterAll(stop);

describe('a key', () => {
  const odd = [
    'c',
    'c/d',
    'c/d/e',
    'd/e',
    'd',
    '/leading',
    'trailing/',
    'trailing',
    'double//slash',
    '.',
    '..',
    '../up',
    '../../../../etc/passwd',
    'a/../b',
    'a/./b',
    'å ä ö/日本語/🙂',
    'plus+and space',
    '%2e%2e/%2f',
    'quote"\'<>&;=?#[]{}|^`~!*()$@:,',
    'back\\slash',
    'CON',
    'nul.txt',
    'ends.with.dot.',
    '%aside/x',
    'A',
    'a',
    'long/'.padEnd(1024, 'x'),
    '/'.repeat(500),
    'ö'.repeat(512),
    'é',
    'e\u0301',
    'control\u0001\r\n\ttab',
  ];
  const prefix = 'odd';

  test('may be odd: each has its own body inside the bucket, and is listed as it is', async () => {
    await client.send(new CreateBucketCommand({ Bucket: prefix }));
    const before = readdirSync(top);
    for (const Key of odd)
      await client.send(new PutObjectCommand({ Bucket: prefix, Key, Body: `body of ${Key}` }));
    for (const Key of odd) {
      expect(await text(Key, { Bucket: prefix })).toBe(`body of ${Key}`);
      const path = objectPath(folder, prefix, Key);
      expect(path.startsWith(join(folder, prefix, '/'))).toBe(true);
      expect(readFileSync(path, 'utf8')).toBe(`body of ${Key}`);
    }
    expect(readdirSync(top)).toEqual(before);
    const page = await list({ Bucket: prefix, EncodingType: 'url' });
    const listed = page.Contents?.map(({ Key = '' }) => decodeURIComponent(Key.replaceAll('+', ' ')));
    expect(listed).toEqual(
      [...odd].sort((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right))),
    );
  });

  test('leaves no file and no folder when it is deleted', async () => {
    const Objects = odd.map((Key) => ({ Key }));
    await client.send(new DeleteObjectsCommand({ Bucket: prefix, Delete: { Objects: Objects.slice(3) } }));
    for (const Key of odd.slice(0, 3)) expect(await text(Key, { Bucket: prefix })).toBe(`body of ${Key}`);
    await client.send(new DeleteObjectsCommand({ Bucket: prefix, Delete: { Objects } }));
    expect(readdirSync(join(folder, prefix))).toEqual([]);
    await client.send(new DeleteBucketCommand({ Bucket: prefix }));
    expect(existsSync(join(folder, prefix))).toBe(false);
  });

  test('that lies aside stays there when its own place becomes free, until it is deleted', async () => {
    await put('e', 'a file');
    await put('e/f', 'aside');
    const aside = objectPath(folder, 'lake', 'e/f');
    await client.send(new DeleteObjectCommand({ Bucket: 'lake', Key: 'e' }));
    await put('e/f', 'written again');
    expect(objectPath(folder, 'lake', 'e/f')).toBe(aside);
    expect(readFileSync(aside, 'utf8')).toBe('written again');
    await client.send(new DeleteObjectCommand({ Bucket: 'lake', Key: 'e/f' }));
    await put('e/f', 'in its place');
    expect(readFileSync(join(folder, 'lake', 'e', 'f'), 'utf8')).toBe('in its place');
  });

  test.each([
    '/lake/../../outside',
    '/lake/%2e%2e/%2e%2e/outside',
    '/lake/..%2f..%2foutside',
    '/../outside',
    '/..%2foutside/x',
  ])('cannot leave the folder as the raw path %s', async (wirePath) => {
    const raw = signed({ method: 'PUT', path: decodeURIComponent(wirePath), body: 'x' });
    const answer = await send(raw, wirePath);
    expect([200, 400]).toContain(answer.status);
    expect(readdirSync(top)).toEqual(['s3']);
    expect(readdirSync(folder).filter((name) => !name.startsWith('.meta'))).toEqual(['.tmp', 'lake']);
  });

  test('is at most 1024 bytes and valid UTF-8', async () => {
    await expect(put('x'.repeat(1025), 'x')).rejects.toMatchObject(refusal('KeyTooLongError', 400));
    expect((await send(signed({ method: 'GET', path: '/lake/x' }), '/lake/%ff')).code).toBe('InvalidURI');
  });
});
