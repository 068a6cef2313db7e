import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CreateBucketCommand, DeleteObjectCommand, HeadObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, describe, expect, test } from 'vitest';
import { startTestS3 } from './test-client.ts';
import { amzDate, hash, hmac, type Raw, scopeOf, signingKey } from './test-signer.ts';

const { folder, url, client, get, text, list, send, stop } = await startTestS3();

afterAll(stop);

describe("a browser's form", () => {
  type FormChange = {
    fields?: Record<string, string>;
    file?: string;
    secret?: string;
    expired?: boolean;
    untyped?: boolean;
    after?: string;
    bucket?: string;
  };

  function formFields(change: FormChange): Record<string, string> {
    const date = amzDate(new Date());
    const expiration = new Date(Date.now() + (change.expired ? -1000 : 60_000)).toISOString();
    const own = {
      'x-amz-algorithm': 'AWS4-HMAC-SHA256',
      'x-amz-credential': `local/${scopeOf(date)}`,
      'x-amz-date': date,
    };
    const type: Record<string, string> = change.untyped ? {} : { 'Content-Type': 'text/plain' };
    const conditions = [
      { bucket: 'lake' },
      ['starts-with', '$key', 'uploads/'],
      ['content-length-range', 5, 100_000],
      ['starts-with', '$success_action_status', ''],
      ['starts-with', '$success_action_redirect', ''],
      ['starts-with', '$x-amz-meta-note', ''],
      ...Object.entries(type).map(([name, value]) => ['eq', `$${name}`, value]),
      ...Object.entries(own).map(([name, value]) => ({ [name]: value })),
    ];
    const policy = Buffer.from(JSON.stringify({ expiration, conditions })).toString('base64');
    const signature = hmac(signingKey(date, { secret: change.secret }), policy);
    return {
      // biome-ignore lint/suspicious/noTemplateCurlyInString: this is what S3 has pages write.
      key: 'uploads/${filename}',
      ...type,
      ...own,
      policy,
      ...change.fields,
      'x-amz-signature': signature.toString('hex'),
    };
  }

  function form(change: FormChange): Raw {
    const parts = Object.entries(formFields(change)).map(
      ([name, value]) => `--B0und\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const file = `--B0und\r\nContent-Disposition: form-data; name="file"; filename="f å.txt"\r\nContent-Type: text/html\r\n\r\n`;
    const body = `${parts.join('')}${file}${change.file ?? 'the\r\n--B0 file'}\r\n${change.after ?? '--B0und--\r\n'}`;
    return {
      method: 'POST',
      path: `/${change.bucket ?? 'lake'}`,
      headers: { 'content-type': 'multipart/form-data; boundary=B0und' },
      body,
    };
  }

  test('uploads its file under a policy', async () => {
    const answer = await send(form({ fields: { 'x-amz-meta-note': 'å'.normalize('NFC') } }));
    expect(answer).toMatchObject({ status: 204, body: '' });
    expect(await text('uploads/f å.txt')).toBe('the\r\n--B0 file');
    const head = await client.send(new HeadObjectCommand({ Bucket: 'lake', Key: 'uploads/f å.txt' }));
    expect(head.ContentType).toBe('text/plain');
  });

  test("uploads its file as the platform's own FormData sends it, whose type of the file is not the object's", async () => {
    const data = new FormData();
    for (const [name, value] of Object.entries(formFields({ untyped: true }))) data.append(name, value);
    const bytes = randomBytes(90_000);
    data.append('file', new Blob([bytes], { type: 'image/png' }), 'å "1".png');
    expect((await fetch(`${url}/lake`, { method: 'POST', body: data })).status).toBe(204);
    expect((await get('uploads/å "1".png')).equals(bytes)).toBe(true);
    const head = await client.send(new HeadObjectCommand({ Bucket: 'lake', Key: 'uploads/å "1".png' }));
    expect(head.ContentType).toBe('binary/octet-stream');
    await client.send(new DeleteObjectCommand({ Bucket: 'lake', Key: 'uploads/å "1".png' }));
  });

  test('for another bucket than its policy names is refused', async () => {
    await client.send(new CreateBucketCommand({ Bucket: 'another' }));
    expect((await send(form({ bucket: 'another' }))).code).toBe('AccessDenied');
    expect((await send(form({ bucket: 'another', fields: { bucket: 'lake' } }))).code).toBe('AccessDenied');
    expect((await list({ Bucket: 'another' })).KeyCount).toBe(0);
  });

  test('may be as large as its policy says, and comes in pieces', async () => {
    const file = `${'line\r\n--B0un\r\n'.repeat(7000)}`;
    expect((await send(form({ file }))).status).toBe(204);
    expect(await text('uploads/f å.txt')).toBe(file);
  });

  test('is answered as it asks', async () => {
    const created = await send(form({ fields: { success_action_status: '201' } }));
    expect(created.status).toBe(201);
    expect(created.body).toContain(
      `<Bucket>lake</Bucket><Key>uploads/f å.txt</Key><ETag>&quot;${hash('md5', 'the\r\n--B0 file')}&quot;</ETag>`,
    );
    const moved = await send(form({ fields: { success_action_redirect: 'https://example.org/done?a=1' } }));
    expect(moved.status).toBe(303);
    expect(moved.headers.location).toMatch(/^https:\/\/example\.org\/done\?a=1&bucket=lake&key=uploads%2F/);
  });

  test.each<FormChange & { name: string; code: string; says?: string }>([
    { name: 'too large a file', file: 'x'.repeat(100_001), code: 'EntityTooLarge' },
    { name: 'too small a file', file: 'four', code: 'EntityTooSmall' },
    {
      name: 'a key outside the policy',
      fields: { key: 'other/x' },
      code: 'AccessDenied',
      says: '[&quot;starts-with&quot;,&quot;$key&quot;,&quot;uploads/&quot;]',
    },
    { name: 'another type', fields: { 'Content-Type': 'text/html' }, code: 'AccessDenied' },
    {
      name: 'a field the policy does not name',
      fields: { 'x-amz-meta-other': 'x' },
      code: 'AccessDenied',
      says: 'Extra input fields: x-amz-meta-other',
    },
    { name: 'an expired policy', expired: true, code: 'AccessDenied', says: 'Policy expired' },
    { name: 'another secret', secret: 'x', code: 'SignatureDoesNotMatch' },
    {
      name: 'a changed policy',
      fields: {
        policy: Buffer.from('{"expiration":"2099-01-01T00:00:00Z","conditions":[]}').toString('base64'),
      },
      code: 'SignatureDoesNotMatch',
    },
    { name: 'no policy', fields: { policy: '' }, code: 'AccessDenied' },
    { name: 'no key', fields: { key: '' }, code: 'InvalidArgument' },
    {
      name: 'too long fields',
      fields: { 'x-amz-meta-note': 'x'.repeat(21_000) },
      code: 'MaxPostPreDataLengthExceeded',
    },
    { name: 'no end', after: '', code: 'IncompleteBody' },
  ])('with $name is refused and stores nothing', async ({ code, says, ...change }) => {
    await client.send(new DeleteObjectCommand({ Bucket: 'lake', Key: 'uploads/f å.txt' }));
    const answer = await send(form(change));
    expect(answer.code).toBe(code);
    expect(answer.body).toContain(says ?? code);
    expect((await list({ Prefix: 'uploads/' })).KeyCount).toBe(0);
    expect(readdirSync(join(folder, '.tmp'))).toEqual([]);
  });
});
