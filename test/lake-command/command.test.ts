import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { lakeTables } from '../../forms/derived/lake-tables.ts';
import { loadAll } from '../../forms/grammar/published.ts';
import { columns } from '../../forms/kinds/all.ts';
import { publications } from '../../forms/published/index.ts';
import { takeLake } from '../../infra/commands/lake/take.ts';
import { rightAnswers, uuidv7 } from '../local-product.ts';
import { until } from '../serve.ts';
import { month, secret } from './answers.ts';
import { inDuckDb, unzipped } from './readers.ts';
import { allZones, ownLake, siblings } from './world.ts';

const lake = ownLake();

test('before the first export it says what to do, and makes nothing', async () => {
  const path = lake.place('lake.duckdb');
  const { code, text } = await lake.run('--duckdb', path);
  expect([code, text]).toEqual([
    1,
    'expected the lake to have a run, it has none yet: npm run export makes one\n',
  ]);
  expect(siblings(path)).toEqual([]);
});

test('tells how it is used when it does not understand', async () => {
  const wrong = [
    [],
    ['--csv', ''],
    ['--csv', 'a', '--xlsx', 'b'],
    ['--duckdb', 'a', '--zone', 'personal'],
    ['--parquet', 'a'],
  ];
  for (const args of wrong) {
    const { code, text } = await lake.run(...args);
    expect([args, code, text]).toEqual([args, 2, expect.stringMatching(/^usage: npm run lake/)]);
  }
});

describe('of a lake with rows', () => {
  beforeAll(() => lake.fill());

  test('without being asked for, nothing confidential is taken, and personal data never', async () => {
    const places = { csv: lake.place('csv'), xlsx: lake.place('xlsx'), duckdb: lake.place('lake.duckdb') };
    for (const [format, path] of Object.entries(places)) {
      const { code, text } = await lake.run(`--${format}`, path);
      expect([code, text.includes('confidential')]).toEqual([0, false]);
    }
    const all = lake.place('all.duckdb');
    await lake.run('--duckdb', all, ...allZones);
    const texts = [
      ...readdirSync(places.csv).map((name) => readFileSync(join(places.csv, name), 'utf8')),
      ...readdirSync(places.xlsx)
        .filter((name) => name.endsWith('.xlsx'))
        .flatMap((name) => unzipped(join(places.xlsx, name)).map(([, xml]) => xml)),
    ];
    for (const text of texts) {
      expect(text).not.toContain('Mekaniska verkstaden');
      expect(text).not.toContain(secret);
    }
    for (const path of [places.duckdb, all]) {
      const dumped = await inDuckDb(path, async (ask) => {
        const names = await ask('select schema_name, table_name from duckdb_tables()');
        const rows: unknown[] = [];
        for (const [schema, name] of names) rows.push(await ask(`from "${schema}"."${name}"`));
        return JSON.stringify(rows, (_key, value) => (typeof value === 'bigint' ? String(value) : value));
      });
      expect(dumped).not.toContain(secret);
      expect(dumped.includes('Mekaniska verkstaden')).toBe(path === all);
    }
  });

  test('one zone alone is taken whole, also what its views read in others', async () => {
    const path = lake.place('lake.duckdb');
    const { code, text } = await lake.run('--duckdb', path, '--zone', 'confidential');
    expect([code, text]).toEqual([0, expect.stringContaining('confidential.participants_whole: 23 rows')]);
    const found = await inDuckDb(path, (ask) =>
      ask("select distinct schema_name from duckdb_tables() where schema_name <> 'main'"),
    );
    expect(found).toEqual([['confidential']]);
  });

  test('waits while the pointers are moving', async () => {
    const done = await lake.readObject('_pointers');
    await lake.putObject('_pointers', JSON.stringify({ ...JSON.parse(done), state: 'moving' }));
    const path = lake.place('lake.duckdb');
    const program = lake.begin('--duckdb', path);
    await until(() => program.printed().includes('is moving to run 1; waiting'), 'the command to wait');
    expect(siblings(path)).toEqual([]);
    await lake.putObject('_pointers', done);
    expect(await program.ended).toBe(0);
    expect(siblings(path)).toEqual(['lake.duckdb']);
  });

  test('is stopped by Ctrl+C without leaving anything', async () => {
    const done = await lake.readObject('_pointers');
    await lake.putObject('_pointers', JSON.stringify({ ...JSON.parse(done), state: 'moving' }));
    const path = lake.place('lake.duckdb');
    const program = lake.begin('--duckdb', path);
    await until(() => program.printed().includes('waiting'), 'the command to wait');
    process.kill(program.pid, 'SIGINT');
    expect(await program.ended).toBe(130);
    await lake.putObject('_pointers', done);
    expect([siblings(path), readdirSync(program.temporary)]).toEqual([[], []]);
  });

  test('is taken again when the lake moves on meanwhile, so that all is of one run', async () => {
    let moved = false;
    const { hostname, port } = new URL(lake.env().AWS_ENDPOINT_URL_S3 ?? '');
    const between = createServer(async (incoming, outgoing) => {
      if (!moved && incoming.url?.includes('.parquet')) {
        moved = true;
        await lake.send('participants', uuidv7(month + 500), rightAnswers);
        await lake.exported();
        // As when a sweep took it, too.
        outgoing.writeHead(404, { 'content-type': 'application/xml' });
        outgoing.end('<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>gone</Message></Error>');
        return;
      }
      const { method, url: path, headers } = incoming;
      const asked = request({ hostname, port, method, path, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(outgoing);
      });
      incoming.pipe(asked);
    });
    await new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve));
    const address = between.address();
    if (address === null || typeof address === 'string') throw new Error('expected a port, got none');
    const told: string[] = [];
    const files = lake.place('files');
    const env = { ...lake.env(), AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${address.port}` };
    const declared = lakeTables(await loadAll(publications), columns);
    const { run } = await takeLake(env, declared, files, (line) => told.push(line));
    between.close();
    expect([run.run, told]).toEqual([
      2,
      ['the lake moved on from run 1 to run 2 meanwhile; it is taken again'],
    ]);
    expect(readdirSync(files)).toEqual(['2']);
  });

  test('that does not have the rows its run says makes nothing', async () => {
    const done = await lake.readObject('_pointers');
    const { manifest, ...state } = JSON.parse(done);
    const run = JSON.parse(await lake.readObject(manifest));
    const [partition] = Object.values<{ objects: { table: string; database: string; rows: number }[] }>(
      run.partitions,
    );
    const log = partition?.objects.find(({ table }) => table === 'submission_log');
    if (log === undefined) throw new Error('expected a partition with a log, got none');
    log.rows += 1;
    await lake.putObject('_runs/false.json', JSON.stringify(run));
    await lake.putObject('_pointers', JSON.stringify({ ...state, manifest: '_runs/false.json' }));
    for (const format of ['duckdb', 'csv', 'xlsx']) {
      const path = lake.place('lake');
      const { code, text } = await lake.run(`--${format}`, path);
      expect([code, text]).toEqual([
        1,
        expect.stringMatching(
          /^expected analytic\.submission_log to have 27 rows, as run 2 says, got 26; nothing is kept$/m,
        ),
      ]);
      expect(siblings(path)).toEqual([]);
    }
    await lake.putObject('_pointers', done);
  });

  test('a folder with something else is refused before anything is taken', async () => {
    const path = lake.place('csv');
    mkdirSync(path);
    writeFileSync(join(path, 'letter.txt'), 'mine');
    for (const [format, target] of [
      ['csv', path],
      ['xlsx', path],
      ['csv', join(path, 'letter.txt')],
    ] as const) {
      const { code, text } = await lake.run(`--${format}`, target);
      expect([code, text]).toEqual([
        1,
        expect.stringMatching(/^expected \S+ to be (?:empty or written|a folder)/),
      ]);
    }
    expect(readFileSync(join(path, 'letter.txt'), 'utf8')).toBe('mine');
    expect(existsSync(join(path, 'COMPLETENESS.md'))).toBe(false);
  });
});
