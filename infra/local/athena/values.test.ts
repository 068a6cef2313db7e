import { type AthenaClient, GetQueryResultsCommand } from '@aws-sdk/client-athena';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, buckets, connect, ending, makeLake, start, table } from './sample-lake.ts';
import { type RunningAthena, startAthena } from './server.ts';

const lake = makeLake();
const everyType = {
  s: 'string',
  i: 'int',
  b: 'bigint',
  d: 'double',
  tenths: 'decimal(18,1)',
  kronor: 'decimal(18,2)',
  thousandths: 'decimal(18,3)',
  parts: 'decimal(18,4)',
  t: 'boolean',
  day: 'date',
  moment: 'timestamp',
  list: 'array<string>',
} as const;
let athena: RunningAthena;
let client: AthenaClient;

beforeAll(async () => {
  await lake.object(
    'every_type/1.parquet',
    `select 'åäö 😀, "citat"' s, 2147483647::int i, 9223372036854775807 b, 12345678.5::double d,
       0.5::decimal(18,1) tenths, 1.15::decimal(18,2) kronor, -0.001::decimal(18,3) thousandths,
       99999999999.9999::decimal(18,4) parts, true t,
       date '1931-02-03' as day, timestamptz '1969-12-31 23:59:59.999+00' as moment, ['a', null, 'ö'] list
     union all select null, null, null, null, null, null, null, null, null, null, null, null
     union all select '', -1, -1, 0.1::double, -0.1, -0.01, 0, 0.0001, false, date '2026-09-30', timestamptz '2026-03-29 02:30:00+02', []`,
  );
  lake.point('every_type', ['every_type/1.parquet']);
  await lake.object('grown/1.parquet', 'select 1::int a, 2::int b');
  lake.point('grown', ['grown/1.parquet']);
  await lake.object('numbers/1.parquet', 'select n::int n from range(2500) t(n)');
  lake.point('numbers', ['numbers/1.parquet']);
  const tables = [
    table('every_type', everyType),
    table('grown', { a: 'int', b: 'int' }),
    table('numbers', { n: 'int' }),
  ];
  athena = await startAthena({ port: 0, lakeFolder: lake.folder, buckets, tables, views: [] });
  client = connect(athena.url);
});

afterAll(async () => {
  await athena.stop();
  lake.remove();
});

test('a result has the declared columns in their order, with Athena’s types and texts', async () => {
  const { header, names, types, rows } = await ask(client, 'select * from every_type');
  expect(names).toEqual(Object.keys(everyType));
  expect(header).toEqual(names);
  expect(types).toEqual([
    ...['varchar', 'integer', 'bigint', 'double', 'decimal', 'decimal', 'decimal', 'decimal'],
    ...['boolean', 'date', 'timestamp', 'array'],
  ]);
  const decimals = ['-0.1', '-0.01', '0.000', '0.0001'];
  expect(rows).toEqual([
    [
      'åäö 😀, "citat"',
      '2147483647',
      '9223372036854775807',
      '1.23456785E7',
      '0.5',
      '1.15',
      '-0.001',
      '99999999999.9999',
      'true',
      '1931-02-03',
      '1969-12-31 23:59:59.999',
      '[a, null, ö]',
    ],
    Array.from({ length: 12 }, () => null),
    ['', '-1', '-1', '0.1', ...decimals, 'false', '2026-09-30', '2026-03-29 00:30:00.000', '[]'],
  ]);
});

test.each([
  ['1.50', 'decimal', '1.50'],
  ['cast(-0.05 as decimal(10, 2))', 'decimal', '-0.05'],
  ['1e0', 'double', '1.0'],
  ['1e7', 'double', '1.0E7'],
  ['1.25e-4', 'double', '1.25E-4'],
  ['-0.001e0', 'double', '-0.001'],
  ['cast(0.1 as real)', 'float', '0.1'],
  ['count(*)', 'bigint', '3'],
  ['sum(i)', 'bigint', '2147483646'],
  ['max(kronor)', 'decimal', '1.15'],
  ['sum(kronor)', 'decimal', '1.14'],
  ['sum(kronor) filter (where kronor > 0)', 'decimal', '1.15'],
  ['sum(parts)', 'decimal', '100000000000.0000'],
  ['sum(kronor * b) filter (where b < 0)', 'decimal', '0.01'],
  ['max(moment)', 'timestamp', '2026-03-29 00:30:00.000'],
  ["timestamp '1931-02-03 04:05:06.0004'", 'timestamp', '1931-02-03 04:05:06.000'],
  ["time '01:02:03'", 'time', '01:02:03.000'],
  ["map(array['a'], array[1])", 'map', '{a=1}'],
])('%s is the %s %s', async (expression, type, text) => {
  const { types, rows } = await ask(client, `select ${expression} from every_type`);
  expect([types[0], rows[0]?.[0]]).toEqual([type, text]);
});

test.each([
  ['cast(1 as decimal(12, 2))', 12, 2],
  ['kronor', 18, 2],
  ['parts', 18, 4],
  ['sum(kronor)', 38, 2],
])('a result tells the precision and scale of %s', async (expression, Precision, Scale) => {
  const { columns } = await ask(client, `select ${expression} as kr from every_type`);
  expect(columns[0]).toMatchObject({ Name: 'kr', Type: 'decimal', Precision, Scale });
});

test('a result names what the query did not name as Trino does', async () => {
  const { names } = await ask(client, 'select 1, n, n + 1, count(*) as c from numbers group by n limit 1');
  expect(names).toEqual(['_col0', 'n', '_col2', 'c']);
  expect((await ask(client, "values (1, 'a')")).names).toEqual(['_col0', '_col1']);
  expect((await ask(client, 'select *, a + 1 from grown')).names).toEqual(['a', 'b', '_col2']);
});

test('a result is given in pages of at most 1000 rows, the header first', async () => {
  const QueryExecutionId = await start(client, 'select n from numbers order by n');
  await ending(client, QueryExecutionId);
  const sizes: number[] = [];
  const values: string[] = [];
  let NextToken: string | undefined;
  do {
    const page = await client.send(
      new GetQueryResultsCommand({ QueryExecutionId, MaxResults: 1000, NextToken }),
    );
    const rows = page.ResultSet?.Rows ?? [];
    sizes.push(rows.length);
    values.push(...rows.map(({ Data }) => Data?.[0]?.VarCharValue ?? 'null'));
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  expect(sizes).toEqual([1000, 1000, 501]);
  expect(values).toEqual(['n', ...Array.from({ length: 2500 }, (_, n) => String(n))]);
  const tooMany = new GetQueryResultsCommand({ QueryExecutionId, MaxResults: 1001 });
  await expect(client.send(tooMany)).rejects.toMatchObject({ name: 'InvalidRequestException' });
});
