import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startS3 } from '../../infra/local/s3/server.ts';
import { putFile } from './lake.ts';
import { openParquet } from './parquet.ts';
import { mustForget, shortfalls } from './reconcile.ts';
import type { Counts, LakeObject, Rendered, Run } from './runs.ts';

const folder = mkdtempSync(join(tmpdir(), 'reconcile-'));
const key = { accessKeyId: 'local', secretAccessKey: 'secret' };
const s3 = await startS3({ folder: join(folder, 's3'), port: 0, ...key });

beforeAll(async () => {
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_S3: s3.url,
    AWS_REGION: 'eu-north-1',
    AWS_ACCESS_KEY_ID: key.accessKeyId,
    AWS_SECRET_ACCESS_KEY: key.secretAccessKey,
    ANALYTIC_BUCKET: 'analytic',
  });
  await new S3Client({}).send(new CreateBucketCommand({ Bucket: 'analytic' }));
});
afterAll(async () => {
  await s3.stop();
  rmSync(folder, { recursive: true });
});

const columns = Array.from({ length: 300 }, (_, n) => ({
  name: `column_${n}`,
  type: 'int' as const,
  comment: `column ${n}`,
  statistics: true,
}));

/** An object with so many rows; with all its columns its footer is larger than the first read. */
async function objectOf(table: string, rows: number, width = 1): Promise<LakeObject> {
  const file = openParquet(join(folder, `${randomUUID()}.parquet`), columns.slice(0, width));
  for (let row = 0; row < rows; row += 1) file.add(Array.from({ length: width }, () => row));
  const finished = file.finish();
  const name = `${table}/${finished.sha256}.parquet`;
  await putFile('analytic', name, finished);
  return { database: 'analytic', table, key: name, rows, bytes: finished.bytes };
}

const partition = 'participants#2026-09#0';
const tables = (['participants', 'participants__rows'] as const).map((name) => ({
  database: 'analytic' as const,
  name,
  comment: name,
  columns: [],
}));
const forms = [{ id: 'participants', shards: [], versions: [], recipe: 'r', tables }];
const counts: Counts = { received: 3, current: 2, superseded: 1, erased: 0, quarantined: 0 };

async function right(): Promise<Rendered> {
  const objects = [await objectOf('participants', 2, 300), await objectOf('submission_log', 3)];
  return { form: 'participants', recipe: 'r', counts, forgotten: [], objects };
}

/** As an earlier run of T = 5 has it. */
const keptAs = (made: Rendered) => ({ ...made, most: { received: made.counts.received, asOf: 5 }, run: 1 });

async function reasons(
  made: Rendered | undefined,
  before?: Partial<Run>,
  asOf = 10,
  again = false,
  acceptLoss = false,
): Promise<string[]> {
  const earlier = before && {
    run: 1,
    startedAt: 0,
    reconciledAt: 0,
    asOf: 5,
    rendered: 1,
    written: 2,
    partitions: {},
    stale: {},
    declared: [],
    accessLog: {},
    ...before,
  };
  const rendered: Record<string, Rendered> = made === undefined ? {} : { [partition]: made };
  const found = await shortfalls({
    forms,
    dirty: [partition],
    rendered,
    before: earlier,
    asOf,
    again,
    acceptLoss,
  });
  return found.map(({ form, reason }) => `${form}: ${reason}`);
}

test('a partition whose counts and objects agree is published', async () => {
  expect(await reasons(await right())).toEqual([]);
});

test('a partition that was not rendered is not', async () => {
  expect(await reasons(undefined)).toEqual(['participants: not rendered']);
});

test('nothing may be missing from the equation, or be in it twice', async () => {
  const made = await right();
  expect(await reasons({ ...made, counts: { ...counts, received: 4 } })).toEqual(['participants: equation']);
  expect(await reasons({ ...made, counts: { ...counts, superseded: 2 } })).toEqual([
    'participants: equation',
  ]);
});

test('what the footer of an object says is held against what its worker said', async () => {
  const made = await right();
  const [first, ...others] = made.objects;
  const lied = { ...(await objectOf('participants', 1)), rows: 2 };
  expect(first?.rows).toBe(lied.rows);
  expect(await reasons({ ...made, objects: [lied, ...others] })).toEqual([
    'participants: rows in the objects',
  ]);
});

test('every table has the current ones, the log every received one', async () => {
  const made = await right();
  const [table] = made.objects;
  const short = await objectOf('submission_log', 2);
  expect(await reasons({ ...made, objects: table ? [table, short] : [] })).toEqual([
    'participants: rows in the objects',
  ]);
});

test('a table that should have rows and has no object is missing them', async () => {
  const made = await right();
  const [table, log] = made.objects;
  for (const objects of [[], table ? [table] : [], log ? [log] : []]) {
    expect(await reasons({ ...made, objects })).toEqual(['participants: rows in the objects']);
  }
  const none = { ...counts, current: 0, superseded: 3 };
  expect(await reasons({ ...made, counts: none, objects: log ? [log] : [] })).toEqual([]);
});

test('a child table may have any number of rows', async () => {
  const made = await right();
  const child = await objectOf('participants__rows', 7);
  expect(await reasons({ ...made, objects: [...made.objects, child] })).toEqual([]);
});

test('never fewer received than there were at an earlier T', async () => {
  const made = await right();
  const more = { ...made, counts: { ...counts, received: 4, current: 3 } };
  expect(await reasons(made, { partitions: { [partition]: keptAs(more) } })).toEqual([
    'participants: fewer than before',
  ]);
  expect(await reasons(made, { partitions: { [partition]: keptAs(more) } }, 4)).toEqual([]);
  // After a restore somebody decides that what is gone is gone.
  expect(await reasons(made, { partitions: { [partition]: keptAs(more) } }, 10, false, true)).toEqual([]);
});

test('objects that the last run named are read again only when asked; a missing one has no rows', async () => {
  const made = await right();
  const ghost = {
    ...made,
    objects: made.objects.map((object) => ({ ...object, key: `gone/${object.key}` })),
  };
  expect(await reasons(ghost, { partitions: { [partition]: keptAs(ghost) } })).toEqual([]);
  const lost = ['participants: rows in the objects'];
  expect(await reasons(ghost)).toEqual(lost);
  expect(await reasons(ghost, { partitions: { [partition]: keptAs(ghost) } }, 10, true)).toEqual(lost);
});

test('what newly is forgotten is published whatever fell short, but for broken objects; a loss alone is not', async () => {
  const made = await right();
  const before = { ...made, forgotten: ['a path', 'another', 'a lost one'] };
  const short = ['fewer than before'];
  // A submission with two forgotten answers was lost, and one of another is forgotten: fewer than before, and new.
  expect(mustForget({ ...made, forgotten: ['a new path'] }, before, short)).toBe(true);
  expect(mustForget({ ...made, forgotten: ['a path', 'another'] }, before, short)).toBe(false);
  expect(mustForget({ ...made, forgotten: ['a new path'] }, before, ['rows in the objects'])).toBe(false);
  expect(mustForget({ ...made, forgotten: ['a path'] }, undefined, short)).toBe(true);
});
