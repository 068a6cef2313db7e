import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { tableFromIPC } from 'apache-arrow';
import { readParquet } from 'parquet-wasm';
import { afterAll, describe, expect, test } from 'vitest';
import type { TableColumn } from '../../forms/derived/columns.ts';
import { type Cell, type ColumnType, columnTypes } from '../../forms/grammar/column.ts';
import { cellsOf, openParquet } from './parquet.ts';

type Row = Readonly<Record<string, Cell>>;

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
  column('tenths', 'decimal(18,1)'),
  column('hundredths', 'decimal(18,2)'),
  column('thousandths', 'decimal(18,3)'),
  column('parts', 'decimal(18,4)'),
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
    tenths: 0,
    hundredths: 0,
    thousandths: 0,
    parts: 0,
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
    tenths: -0.1,
    hundredths: -0.01,
    thousandths: -0.001,
    parts: -0.0001,
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
    tenths: 99_999_999_999_999.9,
    hundredths: 9_999_999_999_999.99,
    thousandths: 999_999_999_999.999,
    parts: 99_999_999_999.9999,
    day: '1900-01-01',
    many: ['å', '🧑‍🔧'],
  },
  {
    text: '"\'<&>;,',
    whole: -2_147_483_648,
    large: -9_007_199_254_740_991,
    real: 5e-324,
    tenths: -99_999_999_999_999.9,
    hundredths: -9_999_999_999_999.99,
    thousandths: -999_999_999_999.999,
    parts: -99_999_999_999.9999,
    day: '9999-12-31',
  },
  {},
  { moment: Date.parse('1899-12-31T23:59:59.999Z'), day: '2024-02-29', many: ['x', 'x'] },
];

function write(name: string, given: readonly Row[]) {
  const file = openParquet(join(folder, name), columns);
  for (const row of given) file.add(cellsOf(columns, row));
  return file.finish();
}

// Readers give decimals as text or as words, so that no digit is lost on the way.
const decimals = columns.flatMap(({ name, type }) => {
  const scale = /^decimal\(18,(\d)\)$/.exec(type)?.[1];
  return scale === undefined ? [] : [{ name, type, scale: Number(scale) }];
});
const decimalText = (value: Cell, scale: number) => (typeof value === 'number' ? value.toFixed(scale) : null);

/** What every reader should give: null for what is not there. */
const expected = rows.map((row) => ({
  ...Object.fromEntries(columns.map(({ name }) => [name, row[name] ?? null])),
  ...Object.fromEntries(decimals.map(({ name, scale }) => [name, decimalText(row[name], scale)])),
}));

async function readByDuckDb(path: string) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run("set TimeZone='UTC'");
  const reader =
    await connection.runAndReadAll(`select text, free_text, whole, large::varchar as large, real, yes,
    ${decimals.map(({ name }) => `${name}::varchar as ${name}`).join(', ')},
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
    ...Object.fromEntries(decimals.map(({ name, scale }) => [name, arrowDecimalText(row[name], scale)])),
    large: row.large === null ? null : Number(row.large),
    day: row.day === null ? null : new Date(row.day).toISOString().replace(/^\+0*|T.*/g, ''),
    moment: row.moment === null ? null : Number(row.moment),
    many: row.many === null ? null : [...row.many],
  }));
}

/** Arrow gives a decimal as the words of a whole number of 128 bits, of which 64 hold every value here. */
function arrowDecimalText(words: Uint32Array | null, scale: number): string | null {
  if (words === null) return null;
  const unscaled = new DataView(words.buffer, words.byteOffset).getBigInt64(0, true);
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, '0');
  return `${unscaled < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
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

test('a decimal column says so in every way a reader may look for', async () => {
  const { path } = write('decimals.parquet', rows);
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const result =
    await connection.runAndReadAll(`select name, type, converted_type, precision::int as precision,
    scale::int as scale, logical_type from parquet_schema('${path}') where converted_type = 'DECIMAL'`);
  expect(result.getRowObjectsJson()).toEqual(
    decimals.map(({ name, scale }) => ({
      name,
      type: 'INT64',
      converted_type: 'DECIMAL',
      precision: 18,
      scale,
      logical_type: `DecimalType(scale=${scale}, precision=18)`,
    })),
  );
  const described = await connection.runAndReadAll(
    `select column_name, column_type from (describe select * from read_parquet('${path}'))`,
  );
  const types = Object.fromEntries(described.getRows());
  for (const { name, type } of decimals) expect(types[name]).toBe(type.toUpperCase());
});

test('the statistics of decimals hold below zero, and lose no row that is asked for', async () => {
  const many = Array.from({ length: 30_000 }, (_, index) => ({ hundredths: (index - 15_000) / 100 }));
  const { path } = write('negative.parquet', many);
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const ask = async (sql: string) => (await connection.runAndReadAll(sql)).getRows();
  expect(
    await ask(`select stats_min_value, stats_max_value from parquet_metadata('${path}')
      where path_in_schema = 'hundredths' order by row_group_id`),
  ).toEqual([
    ['-150.00', '-50.01'],
    ['-50.00', '49.99'],
    ['50.00', '149.99'],
  ]);
  for (const [condition, count] of [
    ['< -50', 10_000],
    ['= -0.01', 1],
    ['between -0.01 and 0.01', 3],
    ['> 49.99', 10_000],
  ]) {
    expect(
      await ask(`select count(*)::int from read_parquet('${path}') where hundredths ${condition}`),
    ).toEqual([[count]]);
  }
});

test.each<[ColumnType, number, bigint]>([
  ['decimal(18,2)', 1.15, 115n],
  ['decimal(18,2)', 1.1, 110n],
  ['decimal(18,2)', -1.15, -115n],
  ['decimal(18,2)', -0, 0n],
  ['decimal(18,2)', 10_000_000.07, 1_000_000_007n],
  ['decimal(18,3)', 1.005, 1005n],
  ['decimal(18,4)', 4.0001, 40_001n],
  ['decimal(18,1)', 1e13, 100_000_000_000_000n],
  ['decimal(18,1)', 0.1 + 0.2, 3n],
  ['decimal(18,2)', 0.3 - 0.1 - 0.2, 0n],
  ['decimal(18,2)', 45_000_000.1 + 45_000_000.2, 9_000_000_030n],
])('a column of type %s keeps %d as %d', (type, value, unscaled) => {
  expect(cellsOf([column('a', type)], { a: value })).toEqual([unscaled]);
});

test('every number of two decimals is kept as it is', () => {
  const money = [column('a', 'decimal(18,2)')];
  for (const offset of [0, 1_000_000_000, 999_999_999_900_000]) {
    for (let ore = offset; ore < offset + 100_000; ore += 1) {
      if (cellsOf(money, { a: Number(`${ore}e-2`) })[0] !== BigInt(ore)) expect.fail(`${ore}`);
    }
  }
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

test.each<[ColumnType, Cell]>([
  ['string', 1],
  ['int', 1.5],
  ['int', 2_147_483_648],
  ['int', '1'],
  ['bigint', 2 ** 53],
  ['double', Number.NaN],
  ['decimal(18,1)', 1.15],
  ['decimal(18,2)', 1.005],
  ['decimal(18,2)', -0.001],
  ['decimal(18,2)', 100_000_000.001],
  ['decimal(18,4)', 1e-5],
  ['decimal(18,2)', 10_000_000_000_000],
  ['decimal(18,2)', -10_000_000_000_000],
  ['decimal(18,4)', 1e300],
  ['decimal(18,2)', Number.NaN],
  ['decimal(18,2)', Number.POSITIVE_INFINITY],
  ['decimal(18,2)', '1.15'],
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
