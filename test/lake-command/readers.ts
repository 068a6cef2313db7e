import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect } from 'vitest';

// What `npm run lake` wrote, read without anything of ours.

/** RFC 4180 with semicolons, and nothing that is not: a BOM first, CRLF after every line, quotes only where they must. */
export function parseCsv(text: string): { head: (string | null)[]; records: (string | null)[][] } {
  expect(text.charAt(0)).toBe('\ufeff');
  const rows: (string | null)[][] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r\n)/y;
  field.lastIndex = 1;
  let row: (string | null)[] = [];
  while (field.lastIndex < text.length) {
    const at = field.lastIndex;
    const found = field.exec(text);
    if (found === null)
      throw new Error(`expected a field at ${at}, got ${JSON.stringify(text.slice(at, at + 40))}`);
    const [, quoted, plain = '', end] = found;
    row.push(quoted === undefined ? plain || null : quoted.replaceAll('""', '"'));
    if (end === ';') continue;
    rows.push(row);
    row = [];
  }
  expect(row).toEqual([]);
  const [head = [], ...records] = rows;
  return { head, records };
}

/** Asks a database of DuckDB's, which is open for that long. */
export async function inDuckDb<T>(
  path: string,
  use: (ask: (sql: string) => Promise<unknown[][]>) => Promise<T>,
  options: Record<string, string> = { access_mode: 'READ_ONLY' },
): Promise<T> {
  const instance = await DuckDBInstance.create(path, options);
  const connection = await instance.connect();
  try {
    return await use(async (sql) => (await connection.runAndReadAll(sql)).getRowsJson());
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** What a spreadsheet calls a column. */
export function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${letters(Math.floor(index / 26) - 1)}${last}`;
}

/** The files of a ZIP archive, by its central directory. */
export function unzipped(path: string): [name: string, text: string][] {
  const bytes = readFileSync(path);
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  let at = bytes.readUInt32LE(end + 16);
  return Array.from({ length: bytes.readUInt16LE(end + 10) }, (): [string, string] => {
    const [size, name, extra, comment] = [20, 28, 30, 32].map((offset, index) =>
      index === 0 ? bytes.readUInt32LE(at + offset) : bytes.readUInt16LE(at + offset),
    );
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const title = bytes.toString('utf8', at + 46, at + 46 + (name ?? 0));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
    return [title, inflateRawSync(bytes.subarray(from, from + (size ?? 0))).toString('utf8')];
  });
}
