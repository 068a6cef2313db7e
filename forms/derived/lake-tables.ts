import type { KindPart } from '../grammar/kind.ts';
import type { PublishedForm } from '../grammar/published.ts';
import type { Project } from '../projects/project.ts';
import { codeRows, codesTable } from './codes.ts';
import { accessLog, submissionLog, type Table, tablesOf } from './columns.ts';
import { firstSettingsRows, firstSettingsTable, firstValuesRows, firstValuesTable } from './projects.ts';
import type { Row } from './rows.ts';

/** Every table of the lake, whether or not it has rows yet. */
export function lakeTables(
  published: readonly (readonly PublishedForm[])[],
  columns: KindPart<'columns'>,
): Table[] {
  return [
    ...published.flatMap((versions) => tablesOf(versions, columns)),
    submissionLog,
    codesTable,
    firstSettingsTable,
    firstValuesTable,
    accessLog,
  ];
}

/** A table with all its rows, which follow from what is declared alone. */
export interface DeclaredTable {
  readonly table: Table;
  readonly rows: readonly Row[];
}

export function declaredTables(
  published: readonly (readonly PublishedForm[])[],
  projects: readonly Project[],
): DeclaredTable[] {
  return [
    { table: codesTable, rows: codeRows(published) },
    { table: firstSettingsTable, rows: firstSettingsRows(projects) },
    { table: firstValuesTable, rows: firstValuesRows(projects) },
  ];
}
