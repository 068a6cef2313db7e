import { setTimeout as pause } from 'node:timers/promises';
import {
  type AthenaClient,
  GetQueryResultsCommand,
  StartQueryExecutionCommand,
  StopQueryExecutionCommand,
} from '@aws-sdk/client-athena';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, buckets, connect, ending, failure, makeLake, start, table, view } from './sample-lake.ts';
import { type RunningAthena, startAthena } from './server.ts';

const lake = makeLake();
const everyType = {
  s: 'string',
  i: 'int',
  b: 'bigint',
  d: 'double',
  kronor: 'decimal(18,2)',
  t: 'boolean',
  day: 'date',
  moment: 'timestamp',
  list: 'array<string>',
} as const;
const tables = [
  table('no_rows', everyType),
  table('grown', { a: 'int', added: 'string', b: 'bigint' }),
  table('numbers', { n: 'int' }),
  table('never_exported', { n: 'int' }),
  table('lost', { n: 'int' }),
  table('this_side', { run: 'int' }),
  table('that_side', { run: 'int' }),
];
const views = [
  view('analytic', 'halves', "-- A comment, and 'words'.\nselect n, n / 2 as half from analytic.numbers\n"),
  view('open', 'quarters', 'select n, half / 2 as quarter from analytic.halves'),
  view(
    'confidential',
    'both_sides',
    'select a.run as this_run, b.run as that_run from analytic.this_side a cross join analytic.that_side b',
  ),
  view('analytic', 'of_nothing', 'select n from analytic.never_exported'),
];
let athena: RunningAthena;
let strict: RunningAthena;
/** One that gives a query little time; whatever is slow only makes it right sooner. */
let hasty: RunningAthena;
let client: AthenaClient;
let strictClient: AthenaClient;

const endless = 'select count(*) from numbers a, numbers b, numbers c, numbers d where a.n + b.n = c.n * d.n';

beforeAll(async () => {
  lake.point('no_rows', []);
  await lake.object('grown/1.parquet', 'select 2::int b, 1::int a');
  await lake.object('grown/2.parquet', "select 3::int a, 'ny' added, 4::bigint b, 'x' retired");
  lake.point('grown', ['grown/1.parquet', 'grown/2.parquet']);
  await lake.object('numbers/1.parquet', 'select n::int n from range(2500) t(n)');
  lake.point('numbers', ['numbers/1.parquet']);
  lake.point('lost', ['lost/gone.parquet']);
  for (const run of [1, 2]) {
    await lake.object(`this_side/${run}.parquet`, `select ${run}::int run`);
    await lake.object(`that_side/${run}.parquet`, `select ${run}::int run`);
  }
  publish(1);
  const shared = { port: 0, lakeFolder: lake.folder, buckets, tables, views };
  athena = await startAthena(shared);
  strict = await startAthena({ ...shared, limits: { pointersMs: 100, rowsMax: 2000 } });
  hasty = await startAthena({ ...shared, limits: { queryMs: 400 } });
  client = connect(athena.url);
  strictClient = connect(strict.url);
});

afterAll(async () => {
  await athena.stop();
  await strict.stop();
  await hasty.stop();
  lake.remove();
});

/** Publishes the objects of a number, as a run: no run has the number of an earlier one. */
function publish(objects: number, run = objects): void {
  lake.pointers(run, 'moving');
  lake.point('this_side', [`this_side/${objects}.parquet`]);
  lake.point('that_side', [`that_side/${objects}.parquet`]);
  lake.pointers(run, 'done');
}

describe('the lake', () => {
  test('a table with an empty pointer has its columns and no rows', async () => {
    const { names, types, rows } = await ask(client, 'select * from analytic.no_rows');
    expect([names, types.length, rows]).toEqual([Object.keys(everyType), 9, []]);
  });

  test('a column that an older object lacks is null, and one that is not declared is not there', async () => {
    const { names, types, rows } = await ask(client, 'select * from grown order by a');
    expect([names, types]).toEqual([
      ['a', 'added', 'b'],
      ['integer', 'varchar', 'bigint'],
    ]);
    expect(rows).toEqual([
      ['1', null, '2'],
      ['3', 'ny', '4'],
    ]);
  });

  test('a table without a pointer is an error that names it, and bothers no other table', async () => {
    expect(await failure(client, 'select * from never_exported')).toMatch(
      /analytic\.never_exported has no pointer s3:\/\/lake-analytic\/never_exported\/_symlink\/manifest/,
    );
  });

  test('an object that is gone is an error', async () => {
    expect(await failure(client, 'select * from lost')).toMatch(
      /^HIVE_CANNOT_OPEN_SPLIT: .*lost\/gone\.parquet does not exist$/,
    );
  });

  test('a database that does not exist is an error', async () => {
    const Database = 'personal';
    const { QueryExecutionId = '' } = await client.send(
      new StartQueryExecutionCommand({ QueryString: 'select 1', QueryExecutionContext: { Database } }),
    );
    expect((await ending(client, QueryExecutionId)).reason).toMatch(/^SCHEMA_NOT_FOUND: .*"personal"/);
  });

  test('all declared tables and views are listed in information_schema', async () => {
    const { rows } = await ask(
      client,
      "select table_schema, table_name from information_schema.tables where table_catalog = 'awsdatacatalog' order by 1, 2",
    );
    const declared = [...tables, ...views].map(({ database, name }) => [database, name]);
    expect(rows).toEqual(declared.toSorted());
  });

  test('a view is answered with everything it reads, in the dialect of a query', async () => {
    const { rows } = await ask(client, 'select half from analytic.halves where n = 7');
    expect(rows).toEqual([['3']]);
    expect((await ask(client, 'select quarter from open.quarters where n = 7')).rows).toEqual([['1']]);
    expect(
      (await ask(client, 'with x as (select half from halves where n = 9) select half from x')).rows,
    ).toEqual([['4']]);
  });

  test('a view beside the tables it reads, and one that is not named bothers no query', async () => {
    const { rows } = await ask(
      client,
      'select max(q.n), count(*) from open.quarters q join analytic.numbers t on t.n = q.n',
    );
    expect(rows).toEqual([['2499', '2500']]);
    expect(await failure(client, 'select n from analytic.of_nothing')).toMatch(
      /analytic\.never_exported has no pointer/,
    );
    expect(await failure(client, 'select n from quarters')).toMatch(/^TABLE_NOT_FOUND/);
  });

  test('what a view reads is all that a query of it can read', async () => {
    expect(await failure(client, "select n from analytic.halves, read_csv('/etc/passwd')")).toMatch(
      /^FUNCTION_NOT_FOUND/,
    );
    expect(await failure(client, 'drop view analytic.halves')).toMatch(/^NOT_SUPPORTED/);
  });

  test('a query that meets moving pointers waits for the run they move to', async () => {
    lake.pointers(2, 'moving');
    const id = await start(client, 'select a.run, b.run from this_side a, that_side b');
    await pause(200);
    publish(2);
    expect((await ending(client, id)).state).toBe('SUCCEEDED');
    const { ResultSet } = await client.send(new GetQueryResultsCommand({ QueryExecutionId: id }));
    expect(ResultSet?.Rows?.[1]?.Data).toEqual([{ VarCharValue: '2' }, { VarCharValue: '2' }]);
  });

  test('a query gives up on pointers that do not stop moving', async () => {
    lake.pointers(3, 'moving');
    expect(await failure(strictClient, 'select * from numbers')).toMatch(/the lake is moving to run 3/);
    publish(2);
  });

  test('tables that are read while pointers move are of one run', async () => {
    let reading = true;
    const moving = (async () => {
      for (let run = 10; reading; run += 1) {
        publish((run % 2) + 1, run);
        // On a busy machine too there is time between two runs to read what is there.
        await pause(40);
      }
    })();
    for (let count = 0; count < 20; count += 1) {
      const { rows } = await ask(client, 'select a.run = b.run from this_side a, that_side b');
      expect(rows).toEqual([['true']]);
      const seen = await ask(client, 'select this_run = that_run from confidential.both_sides');
      expect(seen.rows).toEqual([['true']]);
    }
    reading = false;
    await moving;
  });
});

describe('an execution', () => {
  test('whose result is too large fails with the limit in the sentence', async () => {
    expect(await failure(strictClient, 'select n from numbers')).toMatch(/^RESULT_TOO_LARGE: .*2000 rows/);
  });

  test('is cancelled by a stop, at once, and the next query runs', async () => {
    const id = await start(client, endless);
    await pause(300);
    const results = new GetQueryResultsCommand({ QueryExecutionId: id });
    await expect(client.send(results)).rejects.toThrow('Query has not yet finished. Current state: RUNNING');
    await client.send(new StopQueryExecutionCommand({ QueryExecutionId: id }));
    expect((await ending(client, id)).state).toBe('CANCELLED');
    await expect(client.send(results)).rejects.toThrow('Final query state: CANCELLED');
    expect((await ask(client, 'select 1')).rows).toEqual([['1']]);
  });

  test('ends when its time is over', async () => {
    expect(await failure(connect(hasty.url), endless)).toBe('Query timeout after 400 ms');
  });

  test('is started once however often the same token asks for it', async () => {
    const same = { QueryString: 'select 1', ClientRequestToken: 'a'.repeat(32) };
    const first = await client.send(new StartQueryExecutionCommand(same));
    const second = await client.send(new StartQueryExecutionCommand(same));
    expect(second.QueryExecutionId).toBe(first.QueryExecutionId);
    const other = new StartQueryExecutionCommand({ ...same, QueryString: 'select 2' });
    await expect(client.send(other)).rejects.toThrow('Idempotent parameters do not match');
  });

  test('that nobody started is not found', async () => {
    const results = new GetQueryResultsCommand({ QueryExecutionId: 'none' });
    await expect(client.send(results)).rejects.toThrow('QueryExecution none was not found');
  });

  test('is stopped with the endpoint', async () => {
    const passing = await startAthena({ port: 0, lakeFolder: lake.folder, buckets, tables, views });
    const passingClient = connect(passing.url);
    for (let count = 0; count < 3; count += 1) await start(passingClient, endless);
    await pause(200);
    await passing.stop();
    await expect(start(passingClient, 'select 1')).rejects.toThrow();
  });
});
