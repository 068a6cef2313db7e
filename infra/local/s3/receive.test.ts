import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { HeadObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, describe, expect, test } from 'vitest';
import { startTestS3 } from './test-client.ts';
import { hash, hmac, type Raw, scopeOf, signingKey } from './test-signer.ts';

const { folder, client, text, put, signed, send, stop } = await startTestS3();

afterAll(stop);

function crc32Base64(bytes: Buffer | string): string {
  const value = Buffer.alloc(4);
  value.writeUInt32BE(crc32(bytes));
  return value.toString('base64');
}

describe('a checksum', () => {
  const body = Buffer.from('123456789');
  const values = {
    'x-amz-checksum-crc32': 'y/Q5Jg==',
    'x-amz-checksum-crc32c': '4waSgw==',
    'x-amz-checksum-crc64nvme': 'rosUhgp5mIg=',
    'x-amz-checksum-sha1': hash('sha1', body, 'base64'),
    'x-amz-checksum-sha256': hash('sha256', body, 'base64'),
    'content-md5': hash('md5', body, 'base64'),
  };

  test.each(Object.entries(values))('%s is held against the body', async (header, value) => {
    const key = `checksums/${header}`;
    const right = signed({ method: 'PUT', path: `/lake/${key}`, headers: { [header]: value }, body });
    expect((await send(right)).status).toBe(200);
    const wrong = { method: 'PUT', path: `/lake/${key}`, headers: { [header]: value }, body: '123456780' };
    expect(await send(signed(wrong))).toMatchObject({ status: 400, code: 'BadDigest' });
    const senseless = signed({ ...wrong, headers: { [header]: 'AAAA' } });
    expect((await send(senseless)).code).toBe(header === 'content-md5' ? 'InvalidDigest' : 'InvalidRequest');
    expect(await text(key)).toBe('123456789');
  });

  test('is computed by the client for each algorithm it has, and read back', async () => {
    for (const ChecksumAlgorithm of ['CRC32', 'CRC32C', 'SHA1', 'SHA256'] as const) {
      await put('algorithm', body, { ChecksumAlgorithm });
      const head = new HeadObjectCommand({ Bucket: 'lake', Key: 'algorithm', ChecksumMode: 'ENABLED' });
      const value = values[`x-amz-checksum-${lowerCase(ChecksumAlgorithm)}`];
      expect(await client.send(head)).toMatchObject({ [`Checksum${ChecksumAlgorithm}`]: value });
    }
  });

  test('of two kinds is one too many', async () => {
    const { 'x-amz-checksum-crc32': one, 'x-amz-checksum-sha1': other } = values;
    const headers = { 'x-amz-checksum-crc32': one, 'x-amz-checksum-sha1': other };
    expect((await send(signed({ method: 'PUT', path: '/lake/two', headers, body }))).code).toBe(
      'InvalidRequest',
    );
  });

  test('in the signature is held against the body', async () => {
    const raw = signed({ method: 'PUT', path: '/lake/hashed', body });
    expect((await send(raw)).status).toBe(200);
    const answer = await send({ ...raw, body: '123456780' });
    expect(answer).toMatchObject({ status: 400, code: 'XAmzContentSHA256Mismatch' });
    expect(await text('hashed')).toBe('123456789');
  });

  function lowerCase<Name extends string>(name: Name): Lowercase<Name>;
  function lowerCase(name: string): string {
    return name.toLowerCase();
  }
});

describe('a body in AWS chunks', () => {
  const body = 'x'.repeat(70_000);

  function chunked(more: { trailer?: string; length?: number; end?: string }): Raw {
    const trailer = `x-amz-checksum-crc32:${more.trailer ?? crc32Base64(body)}\r\n`;
    const chunks = [body.slice(0, 65_536), body.slice(65_536)];
    const wire = chunks.map((chunk) => `${chunk.length.toString(16)}\r\n${chunk}\r\n`).join('');
    const headers = {
      'content-encoding': 'aws-chunked',
      'x-amz-decoded-content-length': String(more.length ?? body.length),
      'x-amz-trailer': 'x-amz-checksum-crc32',
    };
    const raw = {
      method: 'PUT',
      path: '/lake/chunked',
      headers,
      body: `${wire}${more.end ?? `0\r\n${trailer}\r\n`}`,
    };
    return signed(raw, { payload: 'STREAMING-UNSIGNED-PAYLOAD-TRAILER' });
  }

  test('is taken apart', async () => {
    expect((await send(chunked({}))).status).toBe(200);
    expect(await text('chunked')).toBe(body);
    const head = await client.send(new HeadObjectCommand({ Bucket: 'lake', Key: 'chunked' }));
    expect(head.ContentEncoding).toBeUndefined();
  });

  test.each([
    { name: 'a wrong trailer', more: { trailer: crc32Base64('y') }, code: 'BadDigest' },
    {
      name: 'no trailer although one was promised',
      more: { end: '0\r\n\r\n' },
      code: 'MalformedTrailerError',
    },
    { name: 'no last chunk', more: { end: '' }, code: 'IncompleteBody' },
    { name: 'less than was declared', more: { length: 70_001 }, code: 'IncompleteBody' },
    { name: 'more than was declared', more: { length: 69_999 }, code: 'IncompleteBody' },
    { name: 'a size that is none', more: { end: 'zz\r\n\r\n' }, code: 'InvalidRequest' },
  ])('with $name is refused and leaves nothing', async ({ more, code }) => {
    await put('chunked', 'before');
    expect(await send(chunked(more))).toMatchObject({ status: 400, code });
    expect(await text('chunked')).toBe('before');
    expect(readdirSync(join(folder, '.tmp'))).toEqual([]);
  });

  // The signed stream with a signed trailer, from the API reference's description of it.
  function signedChunks(tamper: (wire: string) => string): Raw {
    const headers = {
      'content-encoding': 'aws-chunked',
      'x-amz-decoded-content-length': String(body.length),
      'x-amz-trailer': 'x-amz-checksum-crc32',
    };
    const raw = { method: 'PUT', path: '/lake/signed-chunks', headers };
    const seed = signed(raw, { payload: 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER' });
    let link = seed.signature;
    const sign = (kind: string, ...hashes: string[]) => {
      const parts = [`AWS4-HMAC-SHA256-${kind}`, seed.date, scopeOf(seed.date), link, ...hashes];
      link = hmac(signingKey(seed.date), parts.join('\n')).toString('hex');
      return link;
    };
    const chunks = [body.slice(0, 65_536), body.slice(65_536), ''].map((chunk) => {
      const signature = sign('PAYLOAD', hash('sha256', ''), hash('sha256', chunk));
      return `${chunk.length.toString(16)};chunk-signature=${signature}\r\n${chunk}${chunk && '\r\n'}`;
    });
    const trailer = `x-amz-checksum-crc32:${crc32Base64(body)}`;
    const end = `${trailer}\r\nx-amz-trailer-signature:${sign('TRAILER', hash('sha256', `${trailer}\n`))}\r\n\r\n`;
    return { ...seed, body: tamper(chunks.join('') + end) };
  }

  test('that are signed one after the other is taken, and refused when one is changed', async () => {
    expect((await send(signedChunks((wire) => wire))).status).toBe(200);
    expect(await text('signed-chunks')).toBe(body);
    const changes = [
      (wire: string) => wire.replace('xxx\r\n', 'xxy\r\n'),
      (wire: string) =>
        wire.replace(/(x-amz-trailer-signature:)(.)/, (_, name, digit) => name + (digit === '0' ? '1' : '0')),
      (wire: string) => wire.replace(/x-amz-trailer-signature:.*\r\n/, ''),
    ];
    for (const change of changes) {
      expect(await send(signedChunks(change))).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' });
    }
    expect(await text('signed-chunks')).toBe(body);
  });
});
