import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read as readWorkbook } from '@e965/xlsx';
import { afterAll, describe, expect, test } from 'vitest';
import type { DescribedTable } from '../../../forms/derived/dictionary/tables.ts';
import type { ColumnType } from '../../../forms/grammar/column.ts';
import type { Completeness } from './completeness.ts';
import { cellsMax, writeExcel } from './excel.ts';
import { excelText, rowsMax, sheetNames } from './excel-text.ts';
import { withSource } from './source.ts';

const folder = mkdtempSync(join(tmpdir(), 'excel-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const words = { sv: 'Ord', en: 'Words' };
function tableOf(columns: Readonly<Record<string, ColumnType>>): DescribedTable {
  const described = Object.entries(columns).map(([name, type]) => ({
    name,
    type,
    meaning: words,
    isRequired: false,
  }));
  return {
    database: 'analytic',
    name: 'own',
    isView: true,
    title: words,
    row: words,
    key: [],
    columns: described,
  };
}

function factsOf(rows: number): Completeness {
  return {
    ...{ run: 1, asOf: 0, madeAt: 0, zones: ['analytic'], forms: new Map(), stale: {} },
    tables: [{ database: 'analytic', name: 'own', rows }],
  };
}

/** Writes the rows of a SELECT as a workbook and gives the cells of its sheet. */
async function written(columns: Readonly<Record<string, ColumnType>>, sql: string, rows = 1) {
  const path = mkdtempSync(join(folder, 'out-'));
  const view = { database: 'analytic', name: 'own', sql } as const;
  await withSource(new Map(), [view], path, (connection) =>
    writeExcel(connection, join(path, 'xlsx'), [tableOf(columns)], factsOf(rows)),
  );
  return readWorkbook(readFileSync(join(path, 'xlsx/analytic.xlsx')), { cellNF: true }).Sheets.own ?? {};
}

describe('a cell', () => {
  test('is a day or a time where Excel has one, and text where it has none', async () => {
    const sheet = await written(
      { day: 'date', before: 'date', moment: 'timestamp' },
      "select date '1900-03-01' as day, date '1899-12-31' as before, timestamp '2026-09-10 13:30:00' as moment",
    );
    expect(sheet.A2).toMatchObject({ t: 'n', v: 61, z: 'yyyy-mm-dd' });
    expect(sheet.B2).toMatchObject({ t: 's', v: '1899-12-31' });
    expect(sheet.C2).toMatchObject({ t: 'n', v: 46275.5625, z: 'yyyy-mm-dd hh:mm:ss' });
  });

  test('is a number where Excel keeps all its digits, with its decimals', async () => {
    const sheet = await written(
      {
        small: 'bigint',
        large: 'bigint',
        exact: 'decimal(18,2)',
        share: 'double',
        yes: 'boolean',
        none: 'int',
      },
      `select 999999999999999 as small, -1000000000000000 as large, cast(12.5 as decimal(18,2)) as exact,
        0.1 as share, true as yes, cast(null as int) as none`,
    );
    expect(sheet.A2).toMatchObject({ t: 'n', v: 999_999_999_999_999 });
    expect(sheet.B2).toMatchObject({ t: 's', v: '-1000000000000000' });
    expect(sheet.C2).toMatchObject({ t: 'n', v: 12.5, z: '0.00' });
    expect(sheet.D2).toMatchObject({ t: 'n', v: 0.1 });
    expect(sheet.E2).toMatchObject({ t: 'b', v: true });
    expect(sheet.F2).toBeUndefined();
  });

  test.each([
    'constructor',
    '__proto__',
    'toString',
    '_x0041_',
    'a_x005F_x0041_',
    '<&>"\'',
    ' with blanks ',
    'tab\tand\nline',
    '=1+1',
    '🧑‍🔧',
    'control \u0001 and \u007f',
    'lost \ufffd',
    'no character \ufdd0',
  ])('has the text %j whole', async (text) => {
    const sheet = await written({ text: 'string' }, `select '${text.replaceAll("'", "''")}' as text`);
    expect(sheet.A2).toMatchObject({ t: 's', v: text });
    expect(sheet.A2?.f).toBeUndefined();
  });
});

describe('what Excel does not take is refused, and nothing is written', () => {
  test.each([
    [
      'a text that is too long',
      "select repeat('x', 32768) as text",
      1,
      /^expected texts of at most 32767 characters/,
    ],
    [
      'too many rows',
      "select 'x' as text",
      rowsMax,
      /^expected fewer than 1048576 rows of analytic\.own for Excel/,
    ],
    [
      'fewer rows than were said',
      "select 'x' as text",
      2,
      /^expected 2 rows of analytic\.own in the file, got 1/,
    ],
  ])('%s', async (_, sql, rows, sentence) => {
    await expect(written({ text: 'string' }, sql, rows)).rejects.toThrow(sentence);
  });

  test('too many cells', async () => {
    const wide = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`c${index}`, 'int' as const]));
    const sql = `select ${Object.keys(wide)
      .map((name) => `1 as ${name}`)
      .join(', ')}`;
    await expect(written(wide, sql, cellsMax / 10 + 1)).rejects.toThrow(
      /^expected at most 5000000 cells of analytic/,
    );
    expect(readdirSync(folder).flatMap((name) => readdirSync(join(folder, name)))).not.toContain(
      'analytic.xlsx',
    );
  });
});

test('a sheet is called as its table, cut where that is too long, and no two are called the same', () => {
  const long = 'needs_analysis__support_contacts_whole';
  expect(sheetNames(['codes', long, `${long}s`, 'codes'], ['Läs mig'])).toEqual([
    'codes',
    'needs_analysis__support_contact',
    'needs_analysis__support_conta~2',
    'codes~2',
  ]);
});

test('line breaks are those of Excel', () => {
  expect(excelText('one\r\ntwo\rthree\nfour')).toBe('one\ntwo\nthree\nfour');
});
