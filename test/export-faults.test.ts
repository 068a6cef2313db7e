import { DeleteItemCommand, DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { execute } from '../infra/commands/execution.ts';
import { rightAnswers, startTestProduct, type TestProduct, uuidv7 } from './local-product.ts';
import { query } from './queries.ts';
import { until } from './serve.ts';

let product: TestProduct;
beforeEach(async () => {
  product = await startTestProduct({ EXPORT_LEASE_SECONDS: '1' });
});
afterEach(() => product.stop());

const month = Date.parse('2025-03-15T12:00:00Z');
const pk = 'participants#2025-03#0';

async function send(id: string): Promise<void> {
  const response = await fetch(`${product.url}/v1/forms/participants/submissions/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ version: 1, answers: rightAnswers }),
  });
  expect(response.status).toBe(201);
}

function clients() {
  const { AWS_REGION: region, AWS_ENDPOINT_URL_DYNAMODB, AWS_ENDPOINT_URL_S3, ...env } = product.env;
  const credentials = {
    accessKeyId: env.AWS_ACCESS_KEY_ID ?? '',
    secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? '',
  };
  return {
    table: new DynamoDBClient({ region, credentials, endpoint: AWS_ENDPOINT_URL_DYNAMODB }),
    objects: new S3Client({ region, credentials, endpoint: AWS_ENDPOINT_URL_S3 }),
  };
}

const pointers = [
  ['analytic', '_pointers'],
  ['analytic', 'participants/_symlink/manifest'],
  ['analytic', 'submission_log/_symlink/manifest'],
  ['confidential', 'participants/_symlink/manifest'],
] as const;

async function readPointers(): Promise<string[]> {
  const read = pointers.map(async ([Bucket, Key]) => {
    const { Body } = await clients().objects.send(new GetObjectCommand({ Bucket, Key }));
    return (await Body?.transformToString()) ?? '';
  });
  return Promise.all(read);
}

async function writePointers(texts: readonly string[]): Promise<void> {
  for (const [index, [Bucket, Key]] of pointers.entries()) {
    await clients().objects.send(
      new PutObjectCommand({ Bucket, Key, Body: Buffer.from(texts[index] ?? '') }),
    );
  }
}

async function exported(input: object = {}) {
  const ended = await execute(product.env, input);
  if ('error' in ended) throw new Error(`expected the export to succeed, got ${ended.error}: ${ended.cause}`);
  return ended.output;
}

const rows = () => query(product, 'select submission_id from analytic.participants order by 1');

test('pointers that a run left behind after its commit are finished by the sweep, which then deletes nothing', async () => {
  await send(uuidv7(month));
  await exported();
  const old = await readPointers();
  await send(uuidv7(month + 1));
  await exported();
  await writePointers(old);
  expect(await rows()).toHaveLength(1);

  const sweep = { what: 'sweep', graceSeconds: 0 };
  expect(await exported(sweep)).toEqual({ deleted: 0 });
  expect(await rows()).toHaveLength(2);
  expect(await exported(sweep)).toEqual({ deleted: 3 });
  expect(await rows()).toHaveLength(2);
});

test('pointers that a run left behind are finished by the next run, even when it has nothing new', async () => {
  await send(uuidv7(month));
  await exported();
  const old = await readPointers();
  await send(uuidv7(month + 1));
  await exported();
  await writePointers(old);
  expect(await exported()).toMatchObject({ objectsWritten: 0, pointersMoved: [] });
  expect(await rows()).toHaveLength(2);
});

test('submissions that are gone without a trace are noticed, and the lake keeps what it had', async () => {
  const ids = [uuidv7(month), uuidv7(month + 1)];
  for (const id of ids) await send(id);
  await exported();
  const { table } = clients();
  for (const sk of ids) {
    await table.send(new DeleteItemCommand({ TableName: 'submissions', Key: marshall({ pk, sk }) }));
  }
  expect(await exported({ full: true })).toMatchObject({
    shortfalls: [{ form: 'participants', partition: pk, reason: 'fewer than before' }],
  });
  expect(await rows()).toHaveLength(2);
});

test('an erasure is applied although something else of its form, and of its own partition, fell short', async () => {
  const [gone, lost, other] = [uuidv7(month), uuidv7(month + 1), uuidv7(Date.parse('2025-04-15T12:00:00Z'))];
  for (const id of [gone, lost, other]) await send(id);
  await exported();
  const { table } = clients();
  const tombstone = { submission_id: gone, root_id: gone, form: 'participants', form_version: 1 };
  const times = { received_at: month, changed_at: Date.now(), erased_at: Date.now() };
  await table.send(
    new PutItemCommand({
      TableName: 'submissions',
      Item: marshall({ pk, sk: gone, ...tombstone, ...times }),
    }),
  );
  await table.send(new DeleteItemCommand({ TableName: 'submissions', Key: marshall({ pk, sk: lost }) }));
  expect(await exported()).toMatchObject({ shortfalls: [{ partition: pk, reason: 'fewer than before' }] });
  expect(await rows()).toEqual([{ submission_id: other }]);
  // It is not forgotten that there were more, whatever T is asked for in between.
  await exported({ asOf: '2021-01-01T00:00:00Z' });
  expect(await exported()).toMatchObject({ shortfalls: [{ partition: pk, reason: 'fewer than before' }] });
});

test('a published object that was lost or damaged is noticed by a full export, and made again when it can be', async () => {
  await send(uuidv7(month));
  await exported();
  const { objects } = clients();
  const manifest = (await readPointers())[1] ?? '';
  const Key = manifest.trim().replace('s3://analytic/', '');
  await objects.send(new DeleteObjectCommand({ Bucket: 'analytic', Key }));
  await expect(rows()).rejects.toThrow();
  expect(await exported({ full: true })).toMatchObject({ objectsWritten: 1, shortfalls: [] });
  expect(await rows()).toHaveLength(1);

  await objects.send(new PutObjectCommand({ Bucket: 'analytic', Key, Body: Buffer.from('no Parquet') }));
  expect(await exported({ full: true })).toMatchObject({
    shortfalls: [{ partition: pk, reason: 'rows in the objects' }],
  });
});

test('a T that goes back shows the table as of then, whatever was exported since', async () => {
  await send(uuidv7(month));
  const between = new Date(Date.now()).toISOString();
  await until(() => Date.now() > Date.parse(between), 'the clock to move on');
  await send(uuidv7(month + 1));
  await exported();
  expect(await rows()).toHaveLength(2);
  await exported({ asOf: between });
  expect(await rows()).toHaveLength(1);
});

test('an item with a value that fits no column anywhere is quarantined, and stops nobody', async () => {
  await send(uuidv7(month));
  const { table } = clients();
  const id = uuidv7(month + 1);
  const { Items } = await table.send(
    new QueryCommand({
      TableName: 'submissions',
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: marshall({ ':pk': pk }),
      Limit: 1,
    }),
  );
  const item = { ...Items?.[0], ...marshall({ sk: id, submission_id: id, activity_date: 'undefined' }) };
  await table.send(new PutItemCommand({ TableName: 'submissions', Item: item }));
  expect(await exported()).toMatchObject({
    forms: { participants: { received: 2, current: 1, quarantined: 1 } },
    shortfalls: [],
  });
  expect(
    await query(product, "select submission_id from analytic.submission_log where status = 'quarantined'"),
  ).toEqual([{ submission_id: id }]);
});

test('a lease that somebody died with ends, and until then is said to be held', async () => {
  await send(uuidv7(month));
  const lease = { pk: 'lake', sk: 'lease', holder: 'export-somebody', expiresAt: Date.now() + 1500 };
  await clients().table.send(new PutItemCommand({ TableName: 'submissions', Item: marshall(lease) }));
  expect(await execute(product.env, {})).toMatchObject({
    error: 'LeaseHeld',
    cause: expect.stringContaining('another export or sweep holds the lake until'),
  });
  for (;;) {
    const ended = await execute(product.env, {});
    if ('output' in ended) break;
    expect([ended.error, Date.now() < lease.expiresAt + 5000]).toEqual(['LeaseHeld', true]);
  }
  expect(await rows()).toHaveLength(1);
});

test('a cut-off later than this moment is refused at once, and holds no lease', async () => {
  const asOf = new Date(Date.now() + 60_000).toISOString();
  expect(await execute(product.env, { asOf })).toMatchObject({ error: 'WrongInput' });
  await exported();
});
