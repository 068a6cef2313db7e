import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CellObject, read as readWorkbook, type WorkBook } from '@e965/xlsx';
import { beforeAll, expect, test } from 'vitest';
import { letters, unzipped } from './readers.ts';
import {
  allZones,
  inOrder,
  itemsIn,
  type LakeTable,
  nameOf,
  ownLake,
  siblings,
  tables,
  tablesIn,
  written,
} from './world.ts';

const lake = ownLake();
let bySql: Awaited<ReturnType<typeof lake.rows>>;
let xlsx: string;
let workbooks: Record<'open' | 'analytic' | 'confidential', WorkBook>;
beforeAll(async () => {
  await lake.fill();
  bySql = await lake.rows();
  xlsx = lake.place('xlsx');
  const { code, text } = await lake.run('--xlsx', xlsx, ...allZones);
  expect([code, text]).toEqual([0, expect.stringContaining(`${xlsx}\n`)]);
  const read = (zone: string) => readWorkbook(readFileSync(join(xlsx, `${zone}.xlsx`)), { cellNF: true });
  workbooks = { open: read('open'), analytic: read('analytic'), confidential: read('confidential') };
});

test('has a workbook for each zone, with a sheet for each table after one to read first', () => {
  expect(siblings(xlsx)).toEqual(['xlsx']);
  expect(readdirSync(xlsx).sort()).toEqual([
    'COMPLETENESS.md',
    'analytic.xlsx',
    'confidential.xlsx',
    'open.xlsx',
  ]);
  for (const [zone, { SheetNames }] of Object.entries(workbooks)) {
    const [first, ...others] = SheetNames;
    expect(first).toBe('Läs mig');
    expect(others).toHaveLength(tablesIn(zone).length);
    expect(new Set(SheetNames.map((name) => name.toLowerCase())).size).toBe(SheetNames.length);
    for (const [index, name] of others.entries()) {
      expect(name.length).toBeLessThanOrEqual(31);
      expect(tablesIn(zone)[index]?.name.slice(0, 28)).toBe(name.slice(0, 28));
    }
  }
});

const excelDay = (text: string) => Date.parse(`${text.replace(' ', 'T')}Z`) / 86_400_000 + 25_569;
const cellsOf = (table: LakeTable): (CellObject | undefined)[][] => {
  const workbook = workbooks[table.database];
  const sheet = workbook.Sheets[workbook.SheetNames[tablesIn(table.database).indexOf(table) + 1] ?? ''];
  const last = Number(/\d+$/.exec(sheet?.['!ref'] ?? '')?.[0]);
  return Array.from({ length: last }, (_, row) =>
    table.columns.map((_column, index): CellObject | undefined => sheet?.[`${letters(index)}${row + 1}`]),
  );
};

test('has the rows that SQL has: numbers and days as such, everything else as text', async () => {
  for (const table of tables) {
    const [head, ...rows] = cellsOf(table);
    expect(head?.map((cell) => cell?.v)).toEqual(table.columns.map(({ name }) => name));
    const seen = rows.map((row) => row.map((cell) => (cell === undefined ? null : `${cell.t} ${cell.v}`)));
    const expected = written(table, bySql.get(table) ?? [], (text, type) => {
      if (type === 'string') return `s ${text.replace(/\r\n?/g, '\n')}`;
      // Excel knows no empty text: the cell is left out.
      if (type === 'array<string>') return itemsIn(text) === '' ? null : `s ${itemsIn(text)}`;
      if (type === 'boolean') return `b ${text}`;
      if (type === 'date' || type === 'timestamp') return `n ${excelDay(text)}`;
      return `n ${Number(text)}`;
    });
    expect([nameOf(table), inOrder(seen)]).toEqual([nameOf(table), expected]);
  }
});

test('has no formula, and texts stay texts when they are edited', () => {
  for (const table of tables) {
    for (const row of cellsOf(table)) {
      for (const cell of row) {
        expect(cell?.f).toBeUndefined();
        if (cell?.t === 's' && String(cell.v).length <= 255) expect(cell.z).toBe('@');
      }
    }
  }
  for (const zone of ['open', 'analytic', 'confidential'] as const) {
    for (const [name, xml] of unzipped(join(xlsx, `${zone}.xlsx`))) {
      if (name.startsWith('xl/worksheets/sheet')) expect(xml, name).not.toMatch(/<f[ >]/);
      if (/sheet[2-9]\.xml$/.test(name))
        expect(xml, name).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    }
  }
});

test('begins with what is in it, what is not, and what the columns mean', () => {
  const sheet = workbooks.confidential.Sheets['Läs mig'] ?? {};
  const texts = Object.values(sheet).flatMap((cell: CellObject) => (cell.t === 's' ? [String(cell.v)] : []));
  expect(texts).toContain('Radera efter användning');
  expect(texts.some((text) => text.includes('körning 1.'))).toBe(true);
  expect(texts).toContain('Organisationens namn');
  expect(texts).toContain('Name of the organisation');
  expect(readFileSync(join(xlsx, 'COMPLETENESS.md'), 'utf8')).toContain(
    '| analytic.participants | 23 | 23 |',
  );
});
