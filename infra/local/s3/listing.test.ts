import { CreateBucketCommand, type ListObjectsV2CommandInput, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusal, startTestS3 } from './test-client.ts';
import { hash } from './test-signer.ts';

const { client, put, list, signed, send, stop } = await startTestS3();

afterAll(stop);

describe('a listing', () => {
  const keys = Array.from(
    { length: 2500 },
    (_, index) => `many/${index % 25}/${String(index).padStart(4, '0')}`,
  ).sort();

  beforeAll(async () => {
    await client.send(new CreateBucketCommand({ Bucket: 'many' }));
    const left = [...keys, 'many.txt', 'other'];
    const worker = async () => {
      for (let Key = left.pop(); Key !== undefined; Key = left.pop()) {
        await client.send(new PutObjectCommand({ Bucket: 'many', Key, Body: Key }));
      }
    };
    await Promise.all(Array.from({ length: 16 }, worker));
  }, 60_000);

  async function pages(more: Partial<ListObjectsV2CommandInput>) {
    const sizes: number[] = [];
    const found: (string | undefined)[] = [];
    const groups: (string | undefined)[] = [];
    let token: string | undefined;
    do {
      const page = await list({ Bucket: 'many', ...more, ContinuationToken: token });
      sizes.push(page.KeyCount ?? -1);
      found.push(...(page.Contents ?? []).map(({ Key }) => Key));
      groups.push(...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix));
      expect(page.IsTruncated).toBe(page.NextContinuationToken !== undefined);
      token = page.NextContinuationToken;
    } while (token !== undefined && sizes.length < 100);
    return { sizes, found, groups };
  }

  test('of 2500 keys comes in pages of 1000, in order', async () => {
    expect(await pages({ Prefix: 'many/' })).toEqual({ sizes: [1000, 1000, 500], found: keys, groups: [] });
    expect((await pages({})).found).toEqual(['many.txt', ...keys, 'other']);
  });

  test('ends without a token when the last page is full', async () => {
    expect((await pages({ Prefix: 'many/', MaxKeys: 500 })).sizes).toEqual([500, 500, 500, 500, 500]);
  });

  test('with a delimiter gives folders once, also over pages', async () => {
    const folders = [...new Set(keys.map((key) => key.replace(/\d+$/, '')))];
    expect(await pages({ Prefix: 'many/', Delimiter: '/' })).toEqual({
      sizes: [25],
      found: [],
      groups: folders,
    });
    const small = await pages({ Prefix: 'many/', Delimiter: '/', MaxKeys: 10 });
    expect(small).toEqual({ sizes: [10, 10, 5], found: [], groups: folders });
    const mixed = await pages({ Delimiter: '/', MaxKeys: 1 });
    expect(mixed).toEqual({ sizes: [1, 1, 1], found: ['many.txt', 'other'], groups: ['many/'] });
  });

  test('starts after a key', async () => {
    const after = keys[1200];
    expect((await pages({ Prefix: 'many/', StartAfter: after })).found).toEqual(keys.slice(1201));
    const inside = await pages({ Prefix: 'many/', Delimiter: '/', StartAfter: 'many/9/9' });
    expect(inside.groups).toEqual([]);
  });

  test('of nothing is empty, and of no keys too', async () => {
    expect((await pages({ Prefix: 'none' })).sizes).toEqual([0]);
    expect((await pages({ MaxKeys: 0 })).sizes).toEqual([0]);
  });

  test('is in the order of bytes, which is not that of JavaScript, and continues in it', async () => {
    // U+1F642 is two units beginning with D83D in a text, and four bytes beginning with F0 on the wire.
    const order = ['a/\uffee', 'a/\uffef', 'a/\u{1f642}', 'b'];
    for (const Key of order) await put(Key, 'x');
    const contents = async (more: Partial<ListObjectsV2CommandInput>) =>
      (await list(more)).Contents?.map(({ Key }) => Key) ?? [];
    expect(await contents({})).toEqual(order);
    expect(await contents({ StartAfter: order[0] })).toEqual(order.slice(1));
    expect(await contents({ StartAfter: 'a/', Prefix: 'b' })).toEqual(['b']);
    expect(await contents({ StartAfter: order[0], Prefix: order[2] })).toEqual([order[2]]);
    expect(await contents({ StartAfter: order[2], Prefix: order[0] })).toEqual([]);
  });

  test('gives a folder once even when its keys go on with the last character there is', async () => {
    const keys = ['last/\u{10ffff}', 'last/\u{10ffff}\u{10ffff}', 'last/a'];
    for (const Key of keys) await put(Key, 'x');
    const whole = { Bucket: 'lake', Prefix: 'last', Delimiter: '/' };
    expect((await pages(whole)).groups).toEqual(['last/']);
    expect((await pages({ ...whole, MaxKeys: 1 })).groups).toEqual(['last/']);
  });

  test('tells size, ETag and time', async () => {
    const page = await list({ Bucket: 'many', Prefix: 'other', FetchOwner: true });
    expect(page.Contents).toMatchObject([
      { Key: 'other', Size: 5, ETag: `"${hash('md5', 'other')}"`, StorageClass: 'STANDARD' },
    ]);
    expect(page.Contents?.[0]?.LastModified?.getTime()).toBeGreaterThan(Date.now() - 60_000);
    expect(page.Contents?.[0]?.Owner?.ID).toBeDefined();
  });

  test('refuses a token it did not give, a count that is none and the old kind', async () => {
    await expect(list({ ContinuationToken: 'AAAA' })).rejects.toMatchObject(refusal('InvalidArgument', 400));
    await expect(list({ MaxKeys: -1 })).rejects.toMatchObject(refusal('InvalidArgument', 400));
    expect((await send(signed({ method: 'GET', path: '/lake' }))).code).toBe('NotImplemented');
  });
});
