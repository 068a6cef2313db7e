import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, expect, test } from 'vitest';
import { hostile, stranger } from './answers.ts';
import { parseCsv } from './readers.ts';
import { allZones, inOrder, itemsIn, nameOf, ownLake, siblings, tables, written } from './world.ts';

const lake = ownLake();
let bySql: Awaited<ReturnType<typeof lake.rows>>;
let csv: string;
let said: string;
beforeAll(async () => {
  await lake.fill();
  bySql = await lake.rows();
  csv = lake.place('csv');
  const { code, text } = await lake.run('--csv', csv, ...allZones);
  expect([code, text]).toEqual([0, expect.stringContaining('run 1, T = ')]);
  said = text;
});

test('has a file for each table and view, a statement and a description, and nothing beside it', () => {
  expect(readdirSync(csv).sort()).toEqual(
    [...tables.map((table) => `${nameOf(table)}.csv`), 'COMPLETENESS.md', 'datapackage.json'].sort(),
  );
  expect(siblings(csv)).toEqual(['csv']);
  expect(statSync(csv).mode & 0o077, 'for others to read').toBe(0);
  expect(statSync(join(csv, 'analytic.participants.csv')).mode & 0o077).toBe(0);
  const { resources } = JSON.parse(readFileSync(join(csv, 'datapackage.json'), 'utf8'));
  expect(resources.map(({ path }: { path: string }) => path).sort()).toEqual(
    tables.map((table) => `${nameOf(table)}.csv`).sort(),
  );
});

test('has the rows that SQL has, written as Swedish Excel reads them', async () => {
  for (const table of tables) {
    const { head, records } = parseCsv(readFileSync(join(csv, `${nameOf(table)}.csv`), 'utf8'));
    expect(head).toEqual(table.columns.map(({ name }) => name));
    const expected = written(table, bySql.get(table) ?? [], (text, type) => {
      if (type === 'timestamp') return text.slice(0, 19);
      if (type.startsWith('decimal') || type === 'double') return text.replace('.', ',');
      if (type !== 'string' && type !== 'array<string>') return text;
      const plain = type === 'string' ? text : itemsIn(text);
      return /^[=+\-@\t\r\n＝＋－＠]/.test(plain) ? `'${plain}` : plain;
    });
    expect([nameOf(table), inOrder(records)]).toEqual([nameOf(table), expected]);
  }
});

test('has no cell that a spreadsheet would compute, and every text whole', () => {
  const { head, records } = parseCsv(readFileSync(join(csv, 'confidential.participants.csv'), 'utf8'));
  const activities = records.map((row) => row[head.indexOf('activity')]);
  for (const text of [...hostile, ...stranger]) {
    expect(activities).toContain(/^[=+@\-\t\r＝]/.test(text) ? `'${text}` : text);
  }
  for (const record of records) for (const field of record) expect(field ?? '').not.toMatch(/^[=+@\t\r-]/);
});

test('is understood by DuckDB without being told how it is written', async () => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  for (const name of ['analytic.participants', 'confidential.participants', 'open.municipalities']) {
    const file = join(csv, `${name}.csv`);
    const sniffed = await connection.runAndReadAll(
      `select Delimiter, Quote, HasHeader from sniff_csv('${file}')`,
    );
    const [[delimiter, quote, hasHeader] = []] = sniffed.getRows();
    expect([name, delimiter, hasHeader]).toEqual([name, ';', true]);
    // Where no field needs quotes there are none to be found.
    expect(quote).toBe(readFileSync(file, 'utf8').includes('"') ? '"' : '(empty)');
    const found = await connection.runAndReadAll(`from read_csv('${file}')`);
    const { head, records } = parseCsv(readFileSync(file, 'utf8'));
    expect([name, found.columnNames(), found.currentRowCount]).toEqual([name, head, records.length]);
  }
  connection.closeSync();
  instance.closeSync();
});

test('says what is in it and what is not', async () => {
  const text = readFileSync(join(csv, 'COMPLETENESS.md'), 'utf8');
  const { asOf } = JSON.parse(await lake.readObject(JSON.parse(await lake.readObject('_pointers')).manifest));
  const local = new Date(asOf).toLocaleString('sv-SE', { timeZone: 'Europe/Stockholm' });
  expect(text).toContain(`${local} svensk tid (${new Date(asOf).toISOString()}): körning 1.`);
  expect(text).toContain('| participants | 24 | 23 | 0 | 0 | 1 |');
  expect(text).toContain('| needs-analysis | 1 | 1 | 0 | 0 | 0 |');
  expect(text).toContain('| analytic.participants | 23 | 23 |');
  expect(text).toContain('| analytic.submission_log | 25 | 25 |');
  for (const words of [
    'Zoner som är med: open, analytic, confidential. Zoner som inte är med: ingen.',
    'Personuppgifter (zonen personal) är aldrig med',
    'Radera den när den är använd',
    'Delete it when it has been used',
    'Times are UTC',
  ]) {
    expect(text).toContain(words);
  }
  expect(said).toContain('confidential: names, free text and business details leave the lake');
  expect(said).toContain('delete it when it has been used');
});

test('is replaced by the next, unless there is something in it that the command did not write', async () => {
  expect((await lake.run('--csv', csv)).code).toBe(0);
  expect(readdirSync(csv).filter((name) => name.startsWith('confidential'))).toEqual([]);
  expect(siblings(csv)).toEqual(['csv']);

  writeFileSync(join(csv, 'mine.txt'), 'mine');
  const more = await lake.run('--csv', csv);
  expect([more.code, more.text]).toEqual([1, expect.stringContaining('it has mine.txt; move that first')]);
  rmSync(join(csv, 'mine.txt'));
  const edited = join(csv, 'open.codes.csv');
  writeFileSync(edited, `${readFileSync(edited, 'utf8')}mine`);
  const changed = await lake.run('--csv', csv);
  expect([changed.code, changed.text]).toEqual([1, expect.stringContaining('it was changed since')]);
  expect(readFileSync(edited, 'utf8')).toMatch(/mine$/);
});
