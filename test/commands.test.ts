import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, test, vi } from 'vitest';
import { rowsOf } from './lake-files.ts';
import { rightAnswers } from './local-product.ts';
import { ownFolders } from './own-folders.ts';
import {
  create,
  dynamodbOf,
  enginesOn,
  exported,
  kill,
  processesOn,
  runExport,
  send,
  serve,
  start,
  until,
} from './serve.ts';

// Each starts processes or sends thousands of requests, and other test files may have the other core.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

const newFolder = ownFolders();

const cutoffIn = (text: string) => /T = (\S+)/.exec(text)?.[1] ?? '';
const all = (count: number) =>
  `received ${count} = current ${count} + superseded 0 + erased 0 + quarantined 0`;

describe('npm start', () => {
  test('tells of every part and an address, and is ready within ten seconds', async () => {
    const dataDir = newFolder();
    const program = start(['start'], { DATA_DIR: dataDir, PORT: '0' }, 'npm');
    const address = () =>
      /^Starkare industri: (http:\/\/127\.0\.0\.1:\d+)$/m.exec(program.printed())?.[1] ?? '';
    await until(() => address() !== '', 'the address', 10_000);
    expect((await send(address(), { method: 'GET', path: '/healthz' })).status).toBe(200);
    for (const part of ['DynamoDB', 'S3', 'Athena', 'functions', 'Step Functions', 'schedules']) {
      expect(program.printed()).toMatch(new RegExp(`^${part}  +\\S`, 'm'));
    }
    // To the whole group, as Ctrl+C in a terminal does.
    process.kill(-program.pid, 'SIGINT');
    await program.ended;
    await until(() => processesOn(dataDir).length === 0, 'everything to be gone', 5000);
  });

  test.each(['SIGTERM', 'SIGKILL'] as const)('is over when npm alone gets a %s', async (signal) => {
    const dataDir = newFolder();
    const program = start(['start'], { DATA_DIR: dataDir, PORT: '0' }, 'npm');
    await until(() => program.printed().includes('Starkare industri: '), 'the address');
    process.kill(program.pid, signal);
    await program.ended;
    await until(() => processesOn(dataDir).length === 0, 'everything to be gone', 5000);
  });

  test('says at the start that a setting is wrong, whoever reads it', async () => {
    const env = { DATA_DIR: newFolder(), PORT: '0', CLOCK: 'tomorrow' };
    const program = start(['infra/commands/start.ts'], env);
    expect(await program.ended).toBe(1);
    expect(program.printed()).toMatch(/^expected the setting CLOCK \(.*\), got "tomorrow"$/m);
  });

  test('ends with a sentence when its engine dies', async () => {
    const dataDir = newFolder();
    const program = start(['infra/commands/start.ts'], { DATA_DIR: dataDir, PORT: '0' });
    await until(() => program.printed().includes('Starkare industri: '), 'the address');
    const engines = enginesOn(dataDir);
    expect(engines).toHaveLength(1);
    for (const pid of engines) kill(pid);
    expect(await program.ended).toBe(1);
    expect(program.printed()).toContain('the DynamoDB engine ended');
    await until(() => processesOn(dataDir).length === 0, 'everything to be gone', 5000);
  });
});

describe('npm run export', () => {
  test('starts what it needs and stops it again, or uses the product that runs', async () => {
    const dataDir = newFolder();
    expect(await exported(dataDir)).toContain('run 1, ');
    expect(processesOn(dataDir)).toEqual([]);
    expect(readdirSync(dataDir)).not.toContain('running.json');

    await serve(dataDir);
    expect(await exported(dataDir)).toContain('run 2, ');
    const logged = readFileSync(join(dataDir, 'functions.log'), 'utf8');
    expect(logged).toMatch(/"export published","run":2/);
  });

  test('shows the lake as of a moment, and the whole again when none is named', async () => {
    const dataDir = newFolder();
    const product = await serve(dataDir);
    const first = await create(product.url, rightAnswers);
    await create(product.url, rightAnswers);
    const then = await exported(dataDir, ['--as-of', first]);
    expect([cutoffIn(then), then]).toEqual([first, expect.stringContaining(all(1))]);
    expect(await rowsOf(dataDir, 'analytic', 'participants')).toHaveLength(1);
    expect(await exported(dataDir)).toContain(all(2));
    expect(await rowsOf(dataDir, 'confidential', 'participants')).toHaveLength(2);
  });

  test('refuses a moment that has not been, and makes no run', async () => {
    const dataDir = newFolder();
    const { url } = await serve(dataDir);
    const later = new Date(Date.now() + 3_600_000).toISOString();
    const { code, text } = await runExport(dataDir, ['--as-of', later]);
    expect([code, text]).toEqual([
      1,
      expect.stringMatching(/^expected a cut-off of at most \S+Z, got a later one\n$/),
    ]);
    expect(JSON.parse((await send(url, { method: 'GET', path: '/healthz' })).body).lake).toBeUndefined();
    expect(await exported(dataDir)).toContain('run 1, ');
  });

  test('tells how it is used when it does not understand', async () => {
    const dataDir = newFolder();
    const moments = ['', 'rubbish', 'rubbish 1', '1', '2026-02-31', '2026-13-01T00:00:00Z'];
    const seconds = ['', '-1', 'x', '1.5', '0x10', '1e3'];
    const wrong = [
      ...moments.map((moment) => [`--as-of=${moment}`]),
      ...seconds.map((grace) => [`--grace=${grace}`]),
      ['--as-of'],
      ['--ful'],
      ['everything'],
    ];
    for (const args of wrong) {
      const { code, text } = await runExport(dataDir, args);
      expect([args, code, text]).toEqual([args, 2, expect.stringMatching(/^usage: npm run export/)]);
    }
    expect(readdirSync(dataDir), 'nothing was started').toEqual([]);
  });

  test('holds the lake alone: another one meanwhile is told to wait', async () => {
    const dataDir = newFolder();
    const { env } = await serve(dataDir);
    const client = dynamodbOf(env);
    const Key = marshall({ pk: 'lake', sk: 'lease' });
    const Item = { ...Key, ...marshall({ holder: 'another', expiresAt: Date.now() + 600_000 }) };
    await client.send(new PutItemCommand({ TableName: env.SUBMISSIONS_TABLE, Item }));
    const { code, text } = await runExport(dataDir);
    expect([code, text]).toEqual([
      2,
      expect.stringMatching(
        /^another export or sweep holds the lake until \S+Z, or was interrupted while it did; try again after that\n$/,
      ),
    ]);
    await client.send(new DeleteItemCommand({ TableName: env.SUBMISSIONS_TABLE, Key }));
    client.destroy();

    const both = await Promise.all([runExport(dataDir), runExport(dataDir)]);
    const made = both.filter(({ text: said }) => said.includes('objects written'));
    for (const each of both)
      if (each.code !== 0)
        expect([each.code, each.text]).toEqual([2, expect.stringContaining('holds the lake')]);
    expect(made.length).toBeGreaterThanOrEqual(1);
    expect(await exported(dataDir)).toContain(`run ${made.length + 1}, `);
  });
});
