import { GetObjectCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientOf, refusal, startTestS3 } from './test-client.ts';
import type { Raw } from './test-signer.ts';

const { url, client, text, put, signed, presigned, send, stop } = await startTestS3();

afterAll(stop);

describe('a signature in the header', () => {
  const raw = { method: 'GET', path: '/lake/guarded', query: { 'response-content-language': 'sv' } };
  beforeAll(async () => {
    await put('guarded', 'guarded');
  });

  test('is needed, and enough', async () => {
    expect(await send(raw)).toMatchObject({ status: 403, code: 'AccessDenied' });
    expect(await send(signed(raw))).toMatchObject({ status: 200, body: 'guarded' });
  });

  test('with another secret or an unknown key is refused through the client', async () => {
    const command = () => new GetObjectCommand({ Bucket: 'lake', Key: 'guarded' });
    const wrongSecret = clientOf(url, { secretAccessKey: 'wrong' }).send(command());
    await expect(wrongSecret).rejects.toMatchObject(refusal('SignatureDoesNotMatch', 403));
    const unknown = clientOf(url, { accessKeyId: 'nobody' }).send(command());
    await expect(unknown).rejects.toMatchObject(refusal('InvalidAccessKeyId', 403));
    const write = clientOf(url, { secretAccessKey: 'wrong' }).send(
      new PutObjectCommand({ Bucket: 'lake', Key: 'guarded', Body: 'x' }),
    );
    await expect(write).rejects.toMatchObject(refusal('SignatureDoesNotMatch', 403));
    expect(await text('guarded')).toBe('guarded');
  });

  test.each([
    { what: 'the method', change: (request: Raw) => ({ ...request, method: 'DELETE' }) },
    { what: 'the path', change: (request: Raw) => ({ ...request, path: '/lake/kept' }) },
    {
      what: 'the query',
      change: (request: Raw) => ({ ...request, query: { 'response-content-language': 'en' } }),
    },
    {
      what: 'an added parameter',
      change: (request: Raw) => ({ ...request, query: { ...request.query, a: '' } }),
    },
    {
      what: 'a signed header',
      change: (request: Raw) => ({ ...request, headers: { ...request.headers, 'x-amz-meta-a': 'c' } }),
    },
  ])('does not cover a change of $what', async ({ change }) => {
    const request = signed({ ...raw, headers: { 'x-amz-meta-a': 'b' } });
    expect(await send(request)).toMatchObject({ status: 200 });
    expect(await send(change(request))).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' });
  });

  test('must cover every x-amz- header', async () => {
    const request = signed(raw);
    const answer = await send({ ...request, headers: { ...request.headers, 'x-amz-meta-a': 'b' } });
    expect(answer).toMatchObject({ status: 403, code: 'AccessDenied' });
    expect(answer.body).toContain('<HeadersNotSigned>x-amz-meta-a</HeadersNotSigned>');
  });

  test.each([-16, 16])('that is %d minutes off is refused, one that is 14 off is not', async (minutes) => {
    const at = (offset: number) => ({ date: new Date(Date.now() + offset * 60_000) });
    expect(await send(signed(raw, at(minutes)))).toMatchObject({ status: 403, code: 'RequestTimeTooSkewed' });
    expect(await send(signed(raw, at(Math.sign(minutes) * 14)))).toMatchObject({ status: 200 });
  });
});

describe('a presigned URL', () => {
  test('is signed here as in the example of the API reference', () => {
    const example = presigned({ method: 'GET', path: '/test.txt' }, 86_400, {
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      region: 'us-east-1',
      host: 'examplebucket.s3.amazonaws.com',
      date: new Date('2013-05-24T00:00:00Z'),
    });
    expect(example.query?.['X-Amz-Signature']).toBe(
      'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
    );
  });

  test('reads, and gives the headers it asks for', async () => {
    await put('presigned å', 'body');
    const query = {
      'response-content-disposition': 'attachment; filename="x.csv"',
      'response-content-type': 'text/csv',
      'response-cache-control': 'no-cache',
    };
    const answer = await send(presigned({ method: 'GET', path: '/lake/presigned å', query }, 60));
    expect(answer).toMatchObject({ status: 200, body: 'body' });
    expect(answer.headers).toMatchObject({
      'content-disposition': 'attachment; filename="x.csv"',
      'content-type': 'text/csv',
      'cache-control': 'no-cache',
    });
    const split = { 'response-content-type': 'text/csv\r\nset-cookie: a=b' };
    const injected = await send(presigned({ method: 'GET', path: '/lake/presigned å', query: split }, 60));
    expect(injected).toMatchObject({ status: 400, code: 'InvalidArgument' });
  });

  test('writes, with the headers that were signed and the checksum the client makes of nothing', async () => {
    const headers = { 'content-type': 'text/plain' };
    const query = {
      'x-amz-meta-run': '7',
      'x-amz-meta-run-id': '8',
      'x-amz-checksum-crc32': 'AAAAAA==',
      'x-amz-sdk-checksum-algorithm': 'CRC32',
      'x-id': 'PutObject',
    };
    const url = presigned({ method: 'PUT', path: '/lake/presigned-put', headers, query }, 60);
    expect((await send({ ...url, body: 'uploaded' })).status).toBe(200);
    const head = await client.send(new HeadObjectCommand({ Bucket: 'lake', Key: 'presigned-put' }));
    expect(head).toMatchObject({
      ContentType: 'text/plain',
      Metadata: { run: '7', 'run-id': '8' },
      ContentLength: 8,
    });
    const other = await send({ ...url, headers: { 'content-type': 'text/html' }, body: 'x' });
    expect(other.code).toBe('SignatureDoesNotMatch');
    expect(await text('presigned-put')).toBe('uploaded');
  });

  const raw = { method: 'GET', path: '/lake/presigned-put' };
  const ago = (seconds: number) => ({ date: new Date(Date.now() - seconds * 1000) });
  test.each([
    { name: 'that has expired', url: () => presigned(raw, 60, ago(62)), code: 'AccessDenied' },
    { name: 'that is not valid yet', url: () => presigned(raw, 60, ago(-16 * 60)), code: 'AccessDenied' },
    {
      name: 'for more than a week',
      url: () => presigned(raw, 604_801),
      code: 'AuthorizationQueryParametersError',
    },
    {
      name: 'with another secret',
      url: () => presigned(raw, 60, { secret: 'x' }),
      code: 'SignatureDoesNotMatch',
    },
    {
      name: 'with another key',
      url: () => presigned(raw, 60, { accessKeyId: 'x' }),
      code: 'InvalidAccessKeyId',
    },
    {
      name: 'for another method',
      url: () => ({ ...presigned(raw, 60), method: 'DELETE' }),
      code: 'SignatureDoesNotMatch',
    },
    {
      name: 'for another key of the bucket',
      url: () => ({ ...presigned(raw, 60), path: '/lake/digits' }),
      code: 'SignatureDoesNotMatch',
    },
    {
      name: 'that was made to last',
      url: () => withParameter(presigned(raw, 60, ago(62)), 'X-Amz-Expires', '600'),
      code: 'SignatureDoesNotMatch',
    },
    {
      name: 'without its date',
      url: () => withParameter(presigned(raw, 60), 'X-Amz-Date', ''),
      code: 'AuthorizationQueryParametersError',
    },
  ])('$name is refused', async ({ url, code }) => {
    const answer = await send(url());
    expect(answer.code).toBe(code);
    expect(answer.status).toBe(code === 'AuthorizationQueryParametersError' ? 400 : 403);
  });

  test('lives until it expires', async () => {
    expect((await send(presigned(raw, 60, ago(50)))).status).toBe(200);
  });

  function withParameter(request: Raw, name: string, value: string): Raw {
    return { ...request, query: { ...request.query, [name]: value } };
  }
});
