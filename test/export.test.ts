import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '../infra/commands/execution.ts';
import { rightAnswers, startTestProduct, type TestProduct, uuidv7 } from './local-product.ts';
import { query } from './queries.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

const month = Date.parse('2025-03-15T12:00:00Z');

async function send(id: string, different: object = {}) {
  const response = await fetch(`${product.url}/v1/forms/participants/submissions/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ version: 1, answers: { ...rightAnswers, ...different } }),
  });
  expect(response.status).toBe(201);
}

/** Writes an item as a later correction or erasure leaves it, past the API. */
async function plant(id: string, item: object) {
  const { client, table } = store();
  const key = { pk: 'participants#2025-03#0', sk: id };
  await client.send(new PutItemCommand({ TableName: table, Item: marshall({ ...key, ...item }) }));
}

function store() {
  const { AWS_ENDPOINT_URL_DYNAMODB: endpoint, AWS_REGION: region, SUBMISSIONS_TABLE: table } = product.env;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return { client: new DynamoDBClient({ endpoint, region, credentials }), table };
}

async function exported(input: object = {}) {
  const ended = await execute(product.env, input);
  if ('error' in ended) throw new Error(`expected the export to succeed, got ${ended.error}: ${ended.cause}`);
  return ended.output;
}

test('before the first submission every table is there, without rows', async () => {
  expect(await query(product, 'select * from analytic.participants')).toEqual([]);
  expect(await query(product, 'select * from confidential.participants')).toEqual([]);
  expect(await query(product, 'select * from analytic.submission_log')).toEqual([]);
});

test('what was superseded, erased, or cannot become a row is counted, and blocks nothing', async () => {
  const envelope = { form: 'participants', form_version: 1, received_at: month, changed_at: month };
  const rest = { activity_date: '2025-03-15', channel: 'web', submitter_role: 'public', lang: 'sv' };
  const [current, old, gone, broken, ofNoVersion] = Array.from({ length: 5 }, (_, n) => uuidv7(month + n));
  const whole = (id: string) => ({
    ...envelope,
    ...rest,
    submission_id: id,
    root_id: id,
    answers: rightAnswers,
  });
  await send(current ?? '');
  await plant(old ?? '', { ...whole(old ?? ''), superseded_at: month + 1 });
  await plant(gone ?? '', { ...envelope, submission_id: gone, root_id: gone, erased_at: month + 1 });
  await plant(broken ?? '', { ...envelope, submission_id: broken, answers: 'none' });
  await plant(ofNoVersion ?? '', { ...whole(ofNoVersion ?? ''), form_version: 77 });

  expect(await exported()).toMatchObject({
    run: 1,
    forms: { participants: { received: 5, current: 1, superseded: 1, erased: 1, quarantined: 2 } },
    shortfalls: [],
  });
  expect(await query(product, 'select submission_id from analytic.participants')).toEqual([
    { submission_id: current },
  ]);
  const log = await query(
    product,
    'select submission_id, status, reason from analytic.submission_log order by 1',
  );
  expect(log).toEqual([
    { submission_id: current, status: 'current', reason: null },
    { submission_id: old, status: 'superseded', reason: null },
    { submission_id: gone, status: 'erased', reason: null },
    { submission_id: broken, status: 'quarantined', reason: 'not-a-submission' },
    { submission_id: ofNoVersion, status: 'quarantined', reason: 'unknown-version' },
  ]);
});

test('columns have their types, and a typed value comes back as it was meant', async () => {
  await send(uuidv7(month + 100), {
    activity: 'Å 🧑‍🔧',
    activity_date: '2021-01-01',
    n_women: 10_000,
    organisationsnummer: undefined,
    organisationsnummer_missing_reason: 'sole_trader',
    company_name: 'Karins Svets',
    note: 'hemligt',
  });
  await exported();
  const [row] = await query(
    product,
    `select typeof(activity_date) as day_type, typeof(n_women) as count_type, activity_date, n_women, company_key,
      organisationsnummer, company_name_length, note_length
    from analytic.participants where n_women = 10000`,
  );
  expect(row).toEqual({
    day_type: expect.stringMatching(/date/i),
    count_type: expect.stringMatching(/integer/i),
    activity_date: '2021-01-01',
    n_women: '10000',
    company_key: null,
    organisationsnummer: null,
    company_name_length: '12',
    note_length: '7',
  });
  const names = await query(
    product,
    "select activity, company_name from confidential.participants where activity like 'Å%'",
  );
  expect(names).toEqual([{ activity: 'Å 🧑‍🔧', company_name: null }]);
});

test('pointers say which run they are of, and that they are done', async () => {
  const { AWS_ENDPOINT_URL_S3: endpoint, AWS_REGION: region, ...keys } = product.env;
  const credentials = {
    accessKeyId: keys.AWS_ACCESS_KEY_ID ?? '',
    secretAccessKey: keys.AWS_SECRET_ACCESS_KEY ?? '',
  };
  const client = new S3Client({ endpoint, region, credentials });
  const read = async (Key: string) => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: keys.ANALYTIC_BUCKET, Key }));
    return (await Body?.transformToString()) ?? '';
  };
  const { run, state, manifest } = JSON.parse(await read('_pointers'));
  expect([state, manifest]).toEqual(['done', expect.stringMatching(`^_runs/${run}\\.[0-9a-f]{64}\\.json$`)]);
  const { partitions, before } = JSON.parse(await read(manifest));
  expect(before).toMatch(`_runs/${run - 1}.`);
  const [partition] = Object.values<{ objects: { key: string; table: string; database: string }[] }>(
    partitions,
  );
  const named = partition?.objects.find(
    ({ table, database }) => table === 'participants' && database === 'analytic',
  );
  expect(await read('participants/_symlink/manifest')).toBe(`s3://analytic/${named?.key}\n`);
});
