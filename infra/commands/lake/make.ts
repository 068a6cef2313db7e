import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Database } from '../../../forms/derived/columns.ts';
import { dataPackage } from '../../../forms/derived/dictionary/package.ts';
import { type Dictionary, dictionaryOf } from '../../../forms/derived/dictionary.ts';
import { lakeTables } from '../../../forms/derived/lake-tables.ts';
import { loadAll } from '../../../forms/grammar/published.ts';
import { columns, jsonSchemas as schemas } from '../../../forms/kinds/all.ts';
import { publications } from '../../../forms/published/index.ts';
import { lakeViews } from '../../../functions/reports/views.ts';
import { neededBy } from '../../local/athena/database.ts';
import type { Completeness, TableRows } from './completeness.ts';
import { csvNotes, writeCsv, writeDescription } from './csv.ts';
import { writeDuckDb } from './duckdb.ts';
import { excelNotes, writeExcel } from './excel.ts';
import { countsByForm, objectsOf, type Run } from './run.ts';
import { countOf, nameOf, withSource } from './source.ts';
import { statementDocument } from './statement.ts';
import { takeLake } from './take.ts';
import { draftOf, fileList, statementFile } from './target.ts';

export interface Asked {
  readonly format: 'duckdb' | 'csv' | 'xlsx';
  /** The file or folder that is made. */
  readonly place: string;
  readonly zones: readonly Database[];
}

/**
 * Makes a file or folder of one run of the lake. It stands in its place when it is whole, and only then; nothing else
 * is left behind, however it ends. Gives what is in it.
 */
export async function makeLakeFile(
  env: Readonly<Record<string, string>>,
  { format, place, zones }: Asked,
  tell: (line: string) => void,
): Promise<Completeness> {
  const published = await loadAll(publications);
  const views = lakeViews(published, columns);
  const all = dictionaryOf(published, { columns, schemas }, views);
  const dictionary = { ...all, tables: all.tables.filter(({ database }) => zones.includes(database)) };
  const needed = neededBy(
    dictionary.tables.map(({ database, name }) => ({ catalog: '', schema: database, name })),
    { tables: lakeTables(published, columns), views },
    undefined,
  );
  // What is taken is for whoever asked, and nobody else on this machine.
  process.umask(0o077);
  const folder = await mkdtemp(join(tmpdir(), 'lake-'));
  const clear = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', clear);
  const draft = draftOf(place);
  await mkdir(dirname(place), { recursive: true });
  try {
    const { run, files } = await takeLake(env, needed.tables, folder, tell);
    return await withSource(files, needed.views, folder, async (connection) => {
      const facts = await completenessOf(connection, run, dictionary, zones);
      if (format === 'duckdb') await writeDuckDb(connection, draft.path, dictionary.tables, facts);
      else await writeFolder(connection, format, draft.path, dictionary, facts);
      draft.keep();
      return facts;
    });
  } finally {
    draft.discard();
    clear();
  }
}

async function completenessOf(
  connection: DuckDBConnection,
  run: Run,
  dictionary: Dictionary,
  zones: readonly Database[],
): Promise<Completeness> {
  const tables: TableRows[] = [];
  for (const table of dictionary.tables) {
    const { database, name } = table;
    const rows = await countOf(connection, nameOf(table));
    const inRun = table.isView
      ? undefined
      : objectsOf(run, table).reduce((sum, object) => sum + object.rows, 0);
    if (inRun !== undefined && inRun !== rows) {
      throw new Error(
        `expected ${database}.${name} to have ${inRun} rows, as run ${run.run} says, got ${rows}; nothing is kept`,
      );
    }
    tables.push({ database, name, rows, ...(inRun !== undefined && { inRun }) });
  }
  return {
    run: run.run,
    asOf: run.asOf,
    madeAt: Date.now(),
    zones,
    forms: countsByForm(run),
    stale: run.stale,
    tables,
  };
}

/** Writes the tables into a folder, with the statement beside them. */
async function writeFolder(
  connection: DuckDBConnection,
  format: 'csv' | 'xlsx',
  folder: string,
  dictionary: Dictionary,
  facts: Completeness,
): Promise<void> {
  const isCsv = format === 'csv';
  const names = isCsv
    ? await writeCsv(connection, folder, dictionary.tables, facts)
    : await writeExcel(connection, folder, dictionary.tables, facts);
  if (isCsv) names.push(await writeDescription(folder, dataPackage(dictionary)));
  const document = statementDocument(facts, isCsv ? csvNotes : excelNotes);
  await writeFile(join(folder, statementFile), `${document}\n\n${await fileList(folder, names)}`);
}
