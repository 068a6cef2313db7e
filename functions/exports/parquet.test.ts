import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { tableFromIPC } from 'apache-arrow';
import { readParquet } from 'parquet-wasm';
import { afterAll, describe, expect, test } from 'vitest';
import type { TableColumn } from '../../forms/derived/columns.ts';
import type { Row } from '../../forms/derived/rows.ts';
import { type ColumnType, columnTypes } from '../../forms/grammar/kind.ts';
import { cellsOf, openParquet } from './parquet.ts';

const folder = mkdtempSync(join(tmpdir(), 'parquet-'));
afterAll(() => rmSync(folder, { recursive: true }));

const column = (name: string, type: ColumnType, statistics = true): TableColumn => ({
  name,
  type,
  comment: name,
  statistics,
});
const columns = [
  column('text', 'string'),
  column('free_text', 'string', false),
  column('whole', 'int'),
  column('large', 'bigint'),
  column('real', 'double'),
  column('yes', 'boolean'),
  column('day', 'date'),
  column('moment', 'timestamp'),
  column('many', 'array<string>'),
];

/** Everything that has ever gone wrong in somebody's export, a row each. */
const rows: readonly Row[] = [
  {
    text: 'Åäö ÅÄÖ é',
    free_text: '🧑‍🔧 👩🏽‍🚀',
    whole: 0,
    large: 0,
    real: 0,
    yes: true,
    day: '1970-01-01',
    moment: 0,
    many: [],
  },
  {
    text: '',
    free_text: 'a\nb\tc',
    whole: -1,
    large: -1,
    real: -0.5,
    yes: false,
    day: '1969-12-31',
    moment: -1,
    many: [''],
  },
  {
    text: 'e\u0301',
    whole: 2_147_483_647,
    large: 9_007_199_254_740_991,
    real: 1e300,
    day: '1900-01-01',
    many: ['å', '🧑‍🔧'],
  },
  { text: '"\'<&>;,', whole: -2_147_483_648, large: -9_007_199_254_740_991, real: 5e-324, day: '9999-12-31' },
  {},
  { moment: Date.parse('1899-12-31T23:59:59.999Z'), day: '2024-02-29', many: ['x', 'x'] },
];

function write(name: string, given: readonly Row[]) {
  const file = openParquet(join(folder, name), columns);
  for (const row of given) file.add(cellsOf(columns, row));
  return file.finish();
}

/** What every reader should give: null for what is not there. */
const expected = rows.map((row) => Object.fromEntries(columns.map(({ name }) => [name, row[name] ?? null])));

async function readByDuckDb(path: string) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run("set TimeZone='UTC'");
  const reader =
    await connection.runAndReadAll(`select text, free_text, whole, large::varchar as large, real, yes,
    day::varchar as day, epoch_ms(moment)::varchar as moment, many from read_parquet('${path}')`);
  return reader.getRowObjectsJson().map((row) => ({
    ...row,
    large: row.large === null ? null : Number(row.large),
    moment: row.moment === null ? null : Number(row.moment),
  }));
}

function readByArrow(path: string) {
  const table = tableFromIPC(readParquet(readFileSync(path)).intoIPCStream());
  return table.toArray().map((row) => ({
    ...Object.fromEntries(columns.map(({ name }) => [name, row[name]])),
    large: row.large === null ? null : Number(row.large),
    day: row.day === null ? null : new Date(row.day).toISOString().replace(/^\+0*|T.*/g, ''),
    moment: row.moment === null ? null : Number(row.moment),
    many: row.many === null ? null : [...row.many],
  }));
}

describe('what is written is read back, value for value', () => {
  const file = write('edges.parquet', rows);

  test('by DuckDB', async () => {
    expect(await readByDuckDb(file.path)).toEqual(expected);
  });

  test('by parquet-wasm and Arrow', () => {
    expect(readByArrow(file.path)).toEqual(expected);
  });
});

test('the file’s profile is the one that Athena reads without doubt', async () => {
  const { path } = write('profile.parquet', rows);
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const ask = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJson();
  const schema = await ask(
    `select name, type, converted_type, repetition_type, logical_type from parquet_schema('${path}')`,
  );
  const moment = schema.find(({ name }) => name === 'moment');
  expect(moment).toMatchObject({
    type: 'INT64',
    converted_type: 'TIMESTAMP_MILLIS',
    repetition_type: 'OPTIONAL',
  });
  expect(String(moment?.logical_type)).toMatch(/isAdjustedToUTC=1.*MILLIS/);

  const chunks = await ask(`select path_in_schema, compression, encodings, stats_min_value, stats_max_value
    from parquet_metadata('${path}')`);
  expect(new Set(chunks.map(({ compression }) => compression))).toEqual(new Set(['ZSTD']));
  const chunk = (name: string) =>
    chunks.find(({ path_in_schema }) => String(path_in_schema).startsWith(name));
  expect(chunk('yes')?.encodings).toBe('PLAIN');
  expect(chunk('free_text')).toMatchObject({ stats_min_value: null, stats_max_value: null });
  expect(chunk('day')?.stats_min_value).not.toBeNull();
});

test('the same rows give the same bytes, and other rows another name', () => {
  const one = write('one.parquet', rows);
  const same = write('same.parquet', rows);
  const other = write('other.parquet', rows.slice(1));
  expect(same.sha256).toBe(one.sha256);
  expect(readFileSync(same.path).equals(readFileSync(one.path))).toBe(true);
  expect(other.sha256).not.toBe(one.sha256);
  expect(one.bytes).toBe(readFileSync(one.path).length);
});

test('many rows become groups of 10 000, and none is lost at a border', async () => {
  const many = Array.from({ length: 20_001 }, (_, whole) => ({ whole, text: `rad ${whole}` }));
  const { path } = write('many.parquet', many);
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const result = await connection.runAndReadAll(`select count(*)::int as n, count(distinct whole)::int as d,
    max(whole) as m, bool_and(text = 'rad ' || whole) as same from read_parquet('${path}')`);
  expect(result.getRowObjectsJson()).toEqual([{ n: 20_001, d: 20_001, m: 20_000, same: true }]);
  const groups = await connection.runAndReadAll(
    `select distinct row_group_num_rows::int as n from parquet_metadata('${path}') order by 1`,
  );
  expect(groups.getRows()).toEqual([[1], [10_000]]);
});

test.each<[ColumnType, Row[string]]>([
  ['string', 1],
  ['int', 1.5],
  ['int', 2_147_483_648],
  ['int', '1'],
  ['bigint', 2 ** 53],
  ['double', Number.NaN],
  ['boolean', 'true'],
  ['date', '2026-9-1'],
  ['date', 20_260_910],
  ['timestamp', '2026-09-10'],
  ['array<string>', 'a'],
])('a column of type %s refuses %j', (type, value) => {
  expect(() => cellsOf([column('a', type)], { a: value })).toThrow(`column of type ${type}`);
});

test('every column type is among the columns tested here', () => {
  expect(new Set(columns.map(({ type }) => type))).toEqual(new Set(columnTypes));
});
