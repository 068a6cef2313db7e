import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeRows, codesTable } from '../../forms/derived/codes.ts';
import type { PublishedForm } from '../../forms/grammar/published.ts';
import { putFile } from './lake.ts';
import { cellsOf, openParquet } from './parquet.ts';
import type { LakeObject } from './runs.ts';

/** Writes the object of the code lists, which follows from the declaration alone; one that is there stays. */
export async function putDeclared(published: readonly (readonly PublishedForm[])[]): Promise<LakeObject[]> {
  const { database, name: table, columns } = codesTable;
  const file = openParquet(join(tmpdir(), `${randomUUID()}.parquet`), columns);
  try {
    for (const row of codeRows(published)) file.add(cellsOf(columns, row));
    if (file.rows === 0) return [];
    const finished = file.finish();
    const key = `${table}/${table}.${finished.sha256}.parquet`;
    await putFile(database, key, finished);
    return [{ database, table, key, rows: file.rows, bytes: finished.bytes }];
  } finally {
    file.discard();
  }
}
