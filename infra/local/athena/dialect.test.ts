import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AthenaClient } from '@aws-sdk/client-athena';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, buckets, connect, failure, makeLake, table } from './sample-lake.ts';
import { type RunningAthena, startAthena } from './server.ts';

const lake = makeLake();
let athena: RunningAthena;
let client: AthenaClient;

beforeAll(async () => {
  await lake.object(
    't/1.parquet',
    `select 5::int i, 0::int zero, 2::bigint b, 7.5::double d, date '2026-11-22' as day,
       timestamp '2026-11-22 10:59:00' as moment, ['a', 'b'] list
     union all select null, 0, 3, null, null, null, null`,
  );
  lake.point('t', ['t/1.parquet']);
  const columns = {
    i: 'int',
    zero: 'int',
    b: 'bigint',
    d: 'double',
    day: 'date',
    moment: 'timestamp',
    list: 'array<string>',
  } as const;
  // An object that no pointer names: of a run that is not published, or of another time.
  await lake.object('t/hidden.parquet', "select 'hemlig' as s");
  athena = await startAthena({
    port: 0,
    lakeFolder: lake.folder,
    buckets,
    tables: [table('t', columns)],
    views: [],
  });
  client = connect(athena.url);
});

afterAll(async () => {
  await athena.stop();
  lake.remove();
});

test.each([
  ['7 / 2', '3'],
  ['-7 / 2', '-3'],
  ['7 / 2e0', '3.5'],
  ['i / b', '2'],
  ['d / 2', '3.75'],
  ['1e0 * i / 2', '2.5'],
  ['i / nullif(zero, 0)', null],
  ['try(i / zero)', null],
  ['if(zero = 0, null, i / zero)', null],
  ['5 % 3', '2'],
  ['mod(-5, 3)', '-2'],
  ["concat('a', null)", null],
  ["concat('å', 'ä', 'ö')", 'åäö'],
  ['greatest(1, null)', null],
  ['least(3, 1, 2)', '1'],
  ["regexp_replace('a1b2', '\\d')", 'ab'],
  ["regexp_replace('a1b2', '(\\d)', '[$1]')", 'a[1]b[2]'],
  ["regexp_like('Sörmland', 'ö')", 'true'],
  ["date_trunc('month', day)", '2026-11-01'],
  ["date_trunc('hour', moment)", '2026-11-22 10:00:00.000'],
  ["date_add('month', 3, day)", '2027-02-22'],
  ["date_add('day', -22, day)", '2026-10-31'],
  ["date_diff('hour', moment, timestamp '2026-11-22 11:01:00')", '0'],
  ["date_diff('day', date '2026-11-01', day)", '21'],
  ['extract(dow from day)', '7'],
  ['extract(year from day)', '2026'],
  ['day_of_week(day)', '7'],
  ['cardinality(list)', '2'],
  ['element_at(list, 2)', 'b'],
  ['element_at(list, 3)', null],
  ["array_join(list, ', ')", 'a, b'],
  ["array_join(array['a', null], '-', '?')", 'a-?'],
  ['sequence(1, 3)', '[1, 2, 3]'],
  ['json_extract_scalar(\'{"a": {"b": "å"}}\', \'$.a.b\')', 'å'],
  ['json_extract_scalar(\'{"a": {"b": "å"}}\', \'$.a\')', null],
])('%s is %s, as in Trino', async (expression, text) => {
  expect((await ask(client, `select ${expression} from t where i = 5`)).rows).toEqual([[text]]);
});

test.each([
  ['select sum(b) / count(*), 1e0 * count(*) / 4, approx_distinct(b) from t', [['2', '0.5', '2']]],
  ['select i from t order by i', [['5'], [null]]],
  ['select i from t order by i desc', [['5'], [null]]],
  ['select x from t cross join unnest(list) as u(x) order by x desc', [['b'], ['a']]],
  ["select date_trunc('month', max(day)), count(*) / 2 from t", [['2026-11-01', '1']]],
  ['with t as (select 1 as x) select x / 2 from t', [['0']]],
])('%s answers as in Trino', async (sql, rows) => {
  expect((await ask(client, sql)).rows).toEqual(rows);
});

test.each(['1 / 0', 'i / zero', 'b % zero', 'mod(5, 0)', 'sum(b) / 0'])('%s fails', async (expression) => {
  expect(await failure(client, `select ${expression} from t group by i, zero, b`)).toBe(
    'DIVISION_BY_ZERO: Division by zero',
  );
});

test('an integer that leaves its type fails', async () => {
  expect(await failure(client, 'select 2147483647 + i from t')).toMatch(/^NUMERIC_VALUE_OUT_OF_RANGE/);
  expect(await failure(client, 'select sum(9223372036854775807) from t')).toMatch(
    /^NUMERIC_VALUE_OUT_OF_RANGE/,
  );
});

test.each([
  ['selec 1', /^SYNTAX_ERROR: line 1:1: .*"selec"/],
  ["select 'ö' as a,\n  nope from t", /^SYNTAX_ERROR: line 2:3: .*"nope" not found/],
  ['select nope(1)', /^SYNTAX_ERROR: line 1:8: .*nope does not exist/],
  ['select * from nope', /^TABLE_NOT_FOUND: line 1:15: .*nope does not exist!$/],
  ["select cast('x' as integer)", /^INVALID_CAST_ARGUMENT: .*'x'/],
])('the mistake in %s is told with its place', async (sql, reason) => {
  expect(await failure(client, sql)).toMatch(reason);
});

const outside = join(lake.folder, 'written.csv');
const hidden = join(lake.folder, buckets.analytic, 't', 'hidden.parquet');
const refused = /^NOT_SUPPORTED: only one statement, and only SELECT, WITH or VALUES/;

test.each([
  [`copy t to '${outside}'`, refused],
  [`copy (select 1) to '${outside}'`, refused],
  [`attach '${outside}' as other`, refused],
  ['install httpfs', refused],
  ['load httpfs', refused],
  ['select 1; select 2', refused],
  [`select 1; copy t to '${outside}'`, refused],
  ['drop table t', refused],
  ['create table x as select 1', refused],
  ['insert into t values (1)', refused],
  ['delete from t', refused],
  ['set threads = 1', refused],
  ['pragma database_list', refused],
  ['call pragma_version()', refused],
  ['explain select 1', refused],
  ['describe t', refused],
  ['show tables', refused],
  ['from t', refused],
  ["execute immediate 'select 1'", /SYNTAX_ERROR|NOT_SUPPORTED/],
  ['-- select\n', refused],
  ["select * from read_csv('/etc/passwd')", /^FUNCTION_NOT_FOUND: the table function read_csv/],
  ["select (select content from read_text('/etc/passwd'))", /^FUNCTION_NOT_FOUND: .* read_text/],
  ["with x as (select * from read_blob('/etc/passwd')) select * from x", /^FUNCTION_NOT_FOUND: .* read_blob/],
  ["select * from glob('/etc/*')", /^FUNCTION_NOT_FOUND: the table function glob/],
  ["select * from query('select 1')", /^FUNCTION_NOT_FOUND: the table function query/],
  ['select * from duckdb_settings()', /^FUNCTION_NOT_FOUND: the table function duckdb_settings/],
  ["select * from '/etc/passwd'", /^TABLE_NOT_FOUND: "\/etc\/passwd" is not the name of a table/],
  [`select * from '${hidden}'`, /^TABLE_NOT_FOUND: .* is not the name of a table/],
  [`select * from read_parquet('${hidden}')`, /^FUNCTION_NOT_FOUND: the table function read_parquet/],
  ["select getenv('HOME')", /^SYNTAX_ERROR: .*getenv/],
])('%s is refused', async (sql, reason) => {
  const told = await failure(client, sql);
  expect(told).toMatch(reason);
  expect(told).not.toMatch(/root:|hemlig/);
});

test('after all that was refused nothing is written and the table is as it was', async () => {
  expect(existsSync(outside)).toBe(false);
  expect(readdirSync(lake.folder)).toEqual([buckets.analytic]);
  expect((await ask(client, 'select count(*) from t')).rows).toEqual([['2']]);
});
