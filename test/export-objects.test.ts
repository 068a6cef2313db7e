import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { describe, expect, test, vi } from 'vitest';
import { lakeTables } from '../forms/derived/lake-tables.ts';
import { loadAll } from '../forms/grammar/published.ts';
import { columns } from '../forms/kinds/all.ts';
import { publications } from '../forms/published/index.ts';
import { bytesOf, lakeOf, objectsIn, rowsOf } from './lake-files.ts';
import { rightAnswers } from './local-product.ts';
import { ownFolders } from './own-folders.ts';
import { create, exported, serve } from './serve.ts';

// Each starts processes or sends thousands of requests, and other test files may have the other core.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

const newFolder = ownFolders();

const cutoffIn = (text: string) => /T = (\S+)/.exec(text)?.[1] ?? '';

/** The age of an object is the store's to tell, and nobody can wait a day: its note of it is put back. */
function makeOlder(dataDir: string, key: string, ms: number): void {
  const database = new DatabaseSync(join(dataDir, 's3/.meta.db'));
  const { changes } = database
    .prepare('update objects set modified_ms = modified_ms - ? where key = ?')
    .run(ms, key);
  database.close();
  expect(changes).toBe(1);
}

describe('an export', () => {
  const past = Date.now() - 3 * 60 * 60 * 1000;
  const months = [Date.parse('2025-02-03T04:05:06Z'), Date.parse('2026-01-02T03:04:05Z')] as const;

  /** How many partitions a run looked through, as it logged it. */
  function plannedIn(dataDir: string, run: number): unknown {
    const lines = readFileSync(join(dataDir, 'functions.log'), 'utf8').trim().split('\n');
    const planned = lines
      .map((line) => JSON.parse(line))
      .find((line) => line.message === 'export planned' && line.run === run);
    return planned?.count;
  }

  test('with nothing new moves T and writes nothing, also when it renders everything', async () => {
    const dataDir = newFolder();
    // Received long enough ago to be no news to the second run, which looks back for an hour.
    const earlier = await serve(dataDir, { env: { CLOCK: new Date(past).toISOString() } });
    for (const time of months) await create(earlier.url, rightAnswers, time);
    process.kill(earlier.pid, 'SIGTERM');
    await earlier.ended;
    await serve(dataDir);
    const first = await exported(dataDir);
    const before = lakeOf(dataDir);
    // Two months in three tables, the code lists and two tables of the projects; every table has a pointer.
    const tables = lakeTables(await loadAll(publications), columns);
    expect(objectsIn(dataDir)).toHaveLength(9);
    expect(Object.keys(before)).toHaveLength(9 + tables.length);

    const second = await exported(dataDir);
    const third = await exported(dataDir, ['--full']);
    expect(lakeOf(dataDir)).toEqual(before);
    for (const text of [second, third]) expect(text).toContain('0 objects written, 0 pointers moved');
    const moments = [first, second, third].map(cutoffIn);
    expect(new Set(moments).size).toBe(3);
    expect(moments).toEqual(moments.toSorted());
    expect([1, 2, 3].map((run) => plannedIn(dataDir, run))).toEqual([2, 0, 2]);
  });

  test('writes only the objects of the month in which something is new', async () => {
    const dataDir = newFolder();
    const product = await serve(dataDir);
    for (const time of months) await create(product.url, rightAnswers, time);
    await exported(dataDir);
    const before = lakeOf(dataDir);
    await create(product.url, rightAnswers, months[1]);
    expect(await exported(dataDir)).toContain('3 objects written, 3 pointers moved');
    const after = lakeOf(dataDir);
    const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
    expect(changed.map((path) => path.replace(/[0-9a-f]{64}/, '…'))).toEqual([
      'analytic/participants/_symlink/manifest',
      'analytic/participants/participants.2026-01.0.….parquet',
      'analytic/submission_log/_symlink/manifest',
      'analytic/submission_log/participants.2026-01.0.….parquet',
      'confidential/participants/_symlink/manifest',
      'confidential/participants/participants.2026-01.0.….parquet',
    ]);
    expect(Object.keys(before).filter((path) => !(path in after))).toEqual([]);
  });

  test('is followed by a sweep, which keeps what may still be read', async () => {
    const dataDir = newFolder();
    const product = await serve(dataDir);
    await create(product.url, rightAnswers);
    await exported(dataDir);
    const old = objectsIn(dataDir);
    const stray = `participants/participants.2026-01.0.${'0'.repeat(64)}.parquet`;
    await putObject(product.env, stray);

    await create(product.url, rightAnswers);
    expect(await exported(dataDir)).toContain('sweep: 0 objects deleted');
    expect(objectsIn(dataDir)).toEqual(expect.arrayContaining(old));
    expect(await exported(dataDir, ['--grace', '0'])).toContain('sweep: 3 objects deleted');
    const left = objectsIn(dataDir);
    expect(left).not.toEqual(expect.arrayContaining([old[0]]));
    expect([left.length, left.includes(`analytic/${stray}`)]).toEqual([7, true]);

    process.kill(product.pid, 'SIGTERM');
    await product.ended;
    makeOlder(dataDir, stray, 25 * 60 * 60 * 1000);
    expect(await exported(dataDir, ['--grace', '0'])).toContain('sweep: 1 objects deleted');
    expect(objectsIn(dataDir)).toEqual(left.filter((path) => !path.endsWith(stray)));
    expect(await rowsOf(dataDir, 'analytic', 'participants')).toHaveLength(2);
  });

  test('leaves what is personal where it was kept, and free text out of the analytic zone', async () => {
    const dataDir = newFolder();
    const product = await serve(dataDir);
    const { organisationsnummer: _, ...person } = rightAnswers;
    const own = { organisationsnummer_missing_reason: 'sole_trader', company_name: 'Qxvjwzperson firma' };
    await create(product.url, { ...person, ...own, activity: 'Qxvjwzact one', note: 'Qxvjwznote one' });
    await create(product.url, {
      ...rightAnswers,
      company_name: 'Qxvjwzcompany AB',
      activity: 'Qxvjwzact two',
      note: 'Qxvjwznote two',
    });
    await exported(dataDir);

    const [analytic, confidential] = await Promise.all([
      bytesOf(dataDir, 'analytic'),
      bytesOf(dataDir, 'confidential'),
    ]);
    const rows = {
      analytic: await rowsOf(dataDir, 'analytic', 'participants'),
      confidential: await rowsOf(dataDir, 'confidential', 'participants'),
    };
    for (const known of ['Qxvjwzact one', 'Qxvjwzact two', 'Qxvjwzcompany']) {
      for (const text of [confidential, JSON.stringify(rows.confidential)]) expect(text).toContain(known);
    }
    for (const personal of ['Qxvjwzperson', 'Qxvjwznote']) {
      for (const text of [confidential, JSON.stringify(rows)]) expect(text).not.toContain(personal);
    }
    for (const text of [analytic, JSON.stringify(rows.analytic)]) expect(text).not.toContain('Qxvjwz');
    expect(rows.analytic.map((row) => [row.company_name_length, row.note_length])).toEqual([
      [18, 14],
      [16, 14],
    ]);
    const columns = Object.keys(rows.analytic[0] ?? {});
    expect(columns.filter((name) => ['activity', 'company_name', 'note'].includes(name))).toEqual([]);
  });
});

async function putObject(env: Readonly<Record<string, string>>, Key: string): Promise<void> {
  const { AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '' } = env;
  const client = new S3Client({
    region: env.AWS_REGION,
    endpoint: env.AWS_ENDPOINT_URL_S3,
    forcePathStyle: true,
    credentials: { accessKeyId, secretAccessKey },
  });
  await client.send(
    new PutObjectCommand({ Bucket: env.ANALYTIC_BUCKET, Key, Body: 'of a step that was interrupted' }),
  );
  client.destroy();
}
