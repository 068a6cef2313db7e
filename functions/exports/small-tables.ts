import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessLog, type Table } from '../../forms/derived/columns.ts';
import type { DeclaredTable } from '../../forms/derived/lake-tables.ts';
import type { Row } from '../../forms/derived/rows.ts';
import { putFile } from './lake.ts';
import { cellsOf, openParquet } from './parquet.ts';
import type { LakeObject, Run } from './runs.ts';

/** Writes the objects of what is declared; those that are there stay. */
export async function putDeclared(all: readonly DeclaredTable[]): Promise<LakeObject[]> {
  const objects: LakeObject[] = [];
  for (const { table, rows } of all) objects.push(...(await putTable(table, table.name, rows)));
  return objects;
}

/** What `putAccessLog` needs to know of the notes of reads. */
export interface Reads {
  /** The first day with a read (`yyyy-mm-dd`), if there is one. */
  readonly first: () => Promise<string | undefined>;
  readonly on: (day: string) => Promise<readonly (Row & { readonly at: number })[]>;
}

/**
 * Writes the reads up to T, an object a month. A month that is over and has its object is not read again: notes are
 * made when a read is, and stay as they are.
 */
export async function putAccessLog(
  before: Run['accessLog'] | undefined,
  asOf: number,
  reads: Reads,
): Promise<Run['accessLog']> {
  const over = Object.entries(before ?? {}).filter(([, { isOver }]) => isOver);
  const done = new Map(over);
  const first = await reads.first();
  for (const month of first === undefined ? [] : monthsFrom(first.slice(0, 7), asOf)) {
    if (done.has(month)) continue;
    const rows = (await Promise.all(daysOf(month).map(reads.on))).flat().filter(({ at }) => at <= asOf);
    const objects = await putTable(accessLog, `access_log.${month}`, rows);
    done.set(month, { isOver: Date.parse(nextMonth(month)) + dayMs <= asOf, objects });
  }
  return Object.fromEntries(done);
}

/** Writes a table's rows as one object; none where there are no rows. */
async function putTable(
  { database, name: table, columns }: Table,
  name: string,
  rows: readonly Row[],
): Promise<LakeObject[]> {
  if (rows.length === 0) return [];
  const file = openParquet(join(tmpdir(), `${randomUUID()}.parquet`), columns);
  try {
    for (const row of rows) file.add(cellsOf(columns, row));
    const finished = file.finish();
    const key = `${table}/${name}.${finished.sha256}.parquet`;
    await putFile(database, key, finished);
    return [{ database, table, key, rows: file.rows, bytes: finished.bytes }];
  } finally {
    file.discard();
  }
}

const dayMs = 24 * 60 * 60 * 1000;

function monthsFrom(first: string, until: number): string[] {
  const last = new Date(until).toISOString().slice(0, 7);
  const months: string[] = [];
  for (let month = first; month <= last; month = nextMonth(month)) months.push(month);
  return months;
}

function nextMonth(month: string): string {
  return new Date(Date.parse(`${month}-01`) + 32 * dayMs).toISOString().slice(0, 7);
}

function daysOf(month: string): string[] {
  const count = Math.round((Date.parse(nextMonth(month)) - Date.parse(month)) / dayMs);
  return Array.from({ length: count }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`);
}
