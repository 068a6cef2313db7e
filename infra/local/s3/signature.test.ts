import { describe, expect, test } from 'vitest';
import { decodeChunked } from './chunked.ts';
import { type SignedCall, verifyRequest } from './signature.ts';

// The examples of the S3 API reference, "Authenticating Requests (AWS Signature Version 4)".
const credentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};
const now = new Date('2013-05-24T00:00:00Z');
const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

function exampleCall(
  method: string,
  path: string,
  query: [string, string][],
  headers: Record<string, string>,
  signature: string,
): SignedCall {
  const all = { host: 'examplebucket.s3.amazonaws.com', 'x-amz-date': '20130524T000000Z', ...headers };
  const credential = `${credentials.accessKeyId}/20130524/us-east-1/s3/aws4_request`;
  const signed = Object.keys(all).sort().join(';');
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential},SignedHeaders=${signed},Signature=${signature}`;
  return { method, path, query, headers: new Map(Object.entries({ ...all, authorization })) };
}

const ranged = exampleCall(
  'GET',
  '/test.txt',
  [],
  { range: 'bytes=0-9', 'x-amz-content-sha256': emptyHash },
  'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
);
const put = exampleCall(
  'PUT',
  '/test$file.text',
  [],
  {
    date: 'Fri, 24 May 2013 00:00:00 GMT',
    'x-amz-storage-class': 'REDUCED_REDUNDANCY',
    'x-amz-content-sha256': '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072',
  },
  '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
);
const lifecycle = exampleCall(
  'GET',
  '/',
  [['lifecycle', '']],
  { 'x-amz-content-sha256': emptyHash },
  'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
);
const list = exampleCall(
  'GET',
  '/',
  [
    ['prefix', 'J'],
    ['max-keys', '2'],
  ],
  { 'x-amz-content-sha256': emptyHash },
  '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
);
const streamed = exampleCall(
  'PUT',
  '/examplebucket/chunkObject.txt',
  [],
  {
    host: 's3.amazonaws.com',
    'x-amz-storage-class': 'REDUCED_REDUNDANCY',
    'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
    'content-encoding': 'aws-chunked',
    'x-amz-decoded-content-length': '66560',
    'content-length': '66824',
  },
  '4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9',
);
const presigned: SignedCall = {
  method: 'GET',
  path: '/test.txt',
  query: [
    ['X-Amz-Algorithm', 'AWS4-HMAC-SHA256'],
    ['X-Amz-Credential', 'AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request'],
    ['X-Amz-Date', '20130524T000000Z'],
    ['X-Amz-Expires', '86400'],
    ['X-Amz-SignedHeaders', 'host'],
    ['X-Amz-Signature', 'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404'],
  ],
  headers: new Map([['host', 'examplebucket.s3.amazonaws.com']]),
};

describe('a signature from the API reference', () => {
  test.each([
    { name: 'a GET with a range', call: ranged },
    { name: 'a PUT of a key that must be encoded', call: put },
    { name: 'a GET of a subresource', call: lifecycle },
    { name: 'a listing', call: list },
    { name: 'a presigned GET', call: presigned },
    { name: 'the seed of a streamed PUT', call: streamed },
  ])('$name is accepted, and refused with another secret', ({ call }) => {
    expect(verifyRequest(call, credentials, now).scope).toBe('20130524/us-east-1/s3/aws4_request');
    const other = { ...credentials, secretAccessKey: 'another' };
    expect(() => verifyRequest(call, other, now)).toThrow(
      expect.objectContaining({ code: 'SignatureDoesNotMatch' }),
    );
  });
});

describe('the chunks of a streamed PUT from the API reference', () => {
  const chunks = [
    ['a'.repeat(65536), 'ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648'],
    ['a'.repeat(1024), '0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497'],
    ['', 'b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9'],
  ];
  const wire = chunks
    .map(
      ([body = '', signature]) => `${body.length.toString(16)};chunk-signature=${signature}\r\n${body}\r\n`,
    )
    .join('');

  async function decode(text: string): Promise<string> {
    // Pieces of 1000 bytes, so that headers are cut in two.
    const source = (async function* () {
      for (let at = 0; at < text.length; at += 1000) yield Buffer.from(text.slice(at, at + 1000));
    })();
    let body = '';
    for await (const bytes of decodeChunked(source, verifyRequest(streamed, credentials, now), new Map())) {
      body += bytes.toString();
    }
    return body;
  }

  test('give the body', async () => {
    expect(await decode(wire)).toBe('a'.repeat(66560));
  });

  test.each([
    { name: 'with one letter changed', text: wire.replace('aaaa\r\n0;', 'aaab\r\n0;') },
    { name: 'without the second', text: wire.replace(/\r\n400;.*\r\na{1024}/, '') },
  ])('are refused $name', async ({ text }) => {
    expect(text).not.toBe(wire);
    await expect(decode(text)).rejects.toMatchObject({ code: 'SignatureDoesNotMatch' });
  });

  test('are refused when they end early', async () => {
    await expect(decode(wire.slice(0, -20))).rejects.toMatchObject({ code: 'IncompleteBody' });
  });
});
