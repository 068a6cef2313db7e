import type { PublishedForm } from '../grammar/published.ts';
import type { Words } from '../grammar/words.ts';
import { type CodeList, codeLists, codesTable } from './codes.ts';
import { accessLog, type Database, submissionLog, type Table, type TableColumn } from './columns.ts';
import { type DescribingKinds, ownColumn, type Question } from './dictionary/columns.ts';
import { formTables, neverExported } from './dictionary/form-tables.ts';
import type { DescribedTable } from './dictionary/tables.ts';
import { inBoth } from './dictionary/words.ts';
import { firstSettingsTable, firstValuesTable } from './projects.ts';

/** A view, as whoever wrote its SQL describes it. */
export interface View {
  readonly database: Database;
  readonly name: string;
  readonly comment: Words;
  readonly columns: readonly (Pick<TableColumn, 'name' | 'type'> & { readonly comment: Words })[];
}

export interface Dictionary {
  readonly tables: readonly DescribedTable[];
  /** The questions whose answers are kept in the operational store only. */
  readonly neverExported: readonly Question[];
  readonly codeLists: readonly CodeList[];
}

/**
 * What an analyst has to know of every table of the lake, in the order of `lakeTables`, and of the views after them.
 * It follows from the published versions alone.
 */
export function dictionaryOf(
  published: readonly (readonly PublishedForm[])[],
  kinds: DescribingKinds,
  views: readonly View[] = [],
): Dictionary {
  const codeColumns = codesTable.columns.map(({ name }) => name);
  return {
    tables: [
      ...published.flatMap((versions) => formTables(versions, kinds)),
      ownTable(submissionLog, logRow, [], ['form', 'status', 'partition']),
      ownTable(codesTable, codeRow, ['list', 'code'], codeColumns),
      ownTable(firstSettingsTable, projectRow, [], ['project', 'is_ordinary']),
      ownTable(firstValuesTable, projectValueRow, [], ['project', 'what', 'code']),
      ownTable(accessLog, accessRow, [], ['at', 'who', 'what']),
      ...views.map(viewTable),
    ],
    neverExported: published.flatMap(neverExported),
    codeLists: codeLists(published),
  };
}

const logRow: Words = {
  sv: 'Ett mottaget inskick, vad som än har hänt med det. Inskick av anonyma formulär har inget id här.',
  en: 'One submission received, whatever has happened to it. Those of anonymous forms have no id here.',
};
const codeRow: Words = { sv: 'En kod i en kodlista.', en: 'One code of a code list.' };

const projectRow: Words = {
  sv: 'Ett projekts inställningar från början. En rad med en dag säger bara vem som äger projektet från och med den.',
  en: 'What a project began with. A row with a day only says who owns the project from that day on.',
};
const projectValueRow: Words = {
  sv: 'Ett värde som ett projekt började med.',
  en: 'One value that a project began with.',
};

const accessRow: Words = {
  sv: 'En gång som någon läste personuppgifter. Vad som stod där är inte med.',
  en: 'One time that somebody read personal data. What it said is not in it.',
};

function ownTable(
  { database, name, comment, columns }: Table,
  row: Words,
  key: readonly string[],
  required: readonly string[],
): DescribedTable {
  const described = columns.map((column) => ownColumn(column, required.includes(column.name)));
  return { database, name, isView: false, title: inBoth(comment), row, key, columns: described };
}

function viewTable({ database, name, comment, columns }: View): DescribedTable {
  const described = columns.map(({ comment: meaning, ...column }) => ({
    ...column,
    meaning,
    isRequired: false,
  }));
  return { database, name, isView: true, title: comment, row: comment, key: [], columns: described };
}
