import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import writeExcelFile, { type Row, type Sheet } from 'write-excel-file/node';
import type { Database } from '../../../forms/derived/columns.ts';
import type { DescribedColumn } from '../../../forms/derived/dictionary/columns.ts';
import type { DescribedTable } from '../../../forms/derived/dictionary/tables.ts';
import type { Words } from '../../../forms/grammar/words.ts';
import { type Completeness, requireRows } from './completeness.ts';
import { charactersMax, excelText, rowsMax, sheetNames } from './excel-text.ts';
import { rowsIn } from './source.ts';
import { statement } from './statement.ts';

/** What a reader of the workbooks has to know. */
export const excelNotes: readonly Words[] = [
  {
    sv: 'Koder och nummer som inte är antal är text, så att 0123 och 1880 står som de är. Inget är en formel. En tom cell betyder att värde saknas.',
    en: 'Codes, and numbers that count nothing, are text, so that 0123 and 1880 stand as they are. Nothing is a formula. An empty cell is a missing value.',
  },
  {
    sv: 'Tider är UTC, om kolumnen inte säger svensk tid. Flera koder i en cell skiljs åt av komma och blanksteg.',
    en: 'Times are UTC unless the column says Swedish time. Several codes in a cell have a comma and a blank between.',
  },
];

const readMe = 'Läs mig';

/** A workbook is made in memory: with so many cells it takes about 2 GB. */
export const cellsMax = 5_000_000;

/** Writes a workbook for each database with a sheet for each table; gives the names of the files. */
export async function writeExcel(
  connection: DuckDBConnection,
  folder: string,
  tables: readonly DescribedTable[],
  facts: Completeness,
): Promise<string[]> {
  requireRoom(tables, facts);
  await mkdir(folder);
  const names: string[] = [];
  for (const zone of facts.zones) {
    const name = `${zone}.xlsx`;
    await writeWorkbook(connection, join(folder, name), zone, tables, facts);
    names.push(name);
  }
  return names;
}

/** Refuses before anything is written what no workbook takes. */
function requireRoom(tables: readonly DescribedTable[], facts: Completeness): void {
  const instead = 'use --csv or --duckdb';
  const cells = new Map<Database, number>();
  for (const [index, { database, name, columns }] of tables.entries()) {
    const rows = facts.tables[index]?.rows ?? 0;
    if (rows >= rowsMax) {
      throw new Error(
        `expected fewer than ${rowsMax} rows of ${database}.${name} for Excel, got ${rows}; ${instead}`,
      );
    }
    cells.set(database, (cells.get(database) ?? 0) + rows * columns.length);
  }
  for (const [database, count] of cells) {
    if (count <= cellsMax) continue;
    throw new Error(
      `expected at most ${cellsMax} cells of ${database} for a workbook, got ${count}; ${instead}`,
    );
  }
}

async function writeWorkbook(
  connection: DuckDBConnection,
  path: string,
  zone: Database,
  tables: readonly DescribedTable[],
  facts: Completeness,
): Promise<void> {
  const own = tables.filter(({ database }) => database === zone);
  const names = sheetNames(
    own.map(({ name }) => name),
    [readMe],
  );
  const sheets: Sheet<never>[] = [];
  for (const [index, table] of own.entries()) {
    const { data, widths } = await sheetOf(connection, table);
    const said = facts.tables.find(({ database, name }) => database === zone && name === table.name);
    if (said !== undefined) requireRows(said, data.length - 1);
    sheets.push({
      sheet: names[index],
      data,
      stickyRowsCount: 1,
      columns: widths.map((width) => ({ width })),
    });
  }
  const first = readMeSheet(own, names, facts);
  await writeExcelFile([first, ...sheets]).toFile(path);
}

interface FilledSheet {
  readonly data: Row[];
  readonly widths: readonly number[];
}

const widthMin = 8;
const widthMax = 60;

async function sheetOf(connection: DuckDBConnection, table: DescribedTable): Promise<FilledSheet> {
  const { database, name, columns } = table;
  const data: Row[] = [columns.map((column) => ({ ...text(column.name), fontWeight: 'bold' as const }))];
  const lengths = columns.map((column) => column.name.length);
  for await (const rows of rowsIn(connection, table, asCell)) {
    for (const row of rows) {
      data.push(
        columns.map((column, index) => {
          const value = row[index] ?? null;
          if (typeof value === 'string' && value.length > charactersMax) {
            throw new Error(
              `expected texts of at most ${charactersMax} characters for Excel, got ${value.length} in ${database}.${name}, column ${column.name}; use --csv or --duckdb`,
            );
          }
          lengths[index] = Math.max(lengths[index] ?? 0, lengthOf(value, column));
          return cellOf(value, column);
        }),
      );
    }
  }
  return { data, widths: lengths.map((length) => Math.min(Math.max(length + 2, widthMin), widthMax)) };
}

/** Values as JavaScript has them: dates and times as milliseconds, arrays joined. */
function asCell({ type }: DescribedColumn, column: string): string {
  switch (type) {
    case 'date':
    case 'timestamp':
      return `epoch_ms(cast(${column} as timestamp))`;
    case 'array<string>':
      return `array_to_string(${column}, ', ')`;
    case 'int':
    case 'bigint':
      return `cast(${column} as bigint)`;
    case 'string':
    case 'boolean':
      return column;
    default:
      return `cast(${column} as double)`;
  }
}

const formats = { date: 'yyyy-mm-dd', timestamp: 'yyyy-mm-dd hh:mm:ss' } as const;

/** Before March 1900 Excel's days are off by one, and before 1900 there are none. */
const daysFrom = Date.UTC(1900, 2, 1);
/** Excel keeps fifteen digits of a number. */
const digitsMax = 999_999_999_999_999n;

function cellOf(value: DuckDBValue, { type }: DescribedColumn): Row[number] {
  if (typeof value === 'string') return text(value);
  if (typeof value === 'boolean') return { value, type: Boolean };
  if (typeof value === 'number') return { value, type: Number, ...decimals(type) };
  if (typeof value !== 'bigint') return null;
  if (type === 'date' || type === 'timestamp') {
    const moment = new Date(Number(value));
    if (moment.getTime() >= daysFrom) return { value: moment, type: Date, format: formats[type] };
    return text(
      moment
        .toISOString()
        .slice(0, type === 'date' ? 10 : 19)
        .replace('T', ' '),
    );
  }
  const size = value < 0n ? -value : value;
  return size > digitsMax ? text(String(value)) : { value: Number(value), type: Number };
}

function decimals(type: DescribedColumn['type']): { readonly format?: string } {
  const [, scale] = /^decimal\(18,(\d)\)$/.exec(type) ?? [];
  return scale === undefined ? {} : { format: `0.${'0'.repeat(Number(scale))}` };
}

/** Longer texts in cells of the format Text are shown as hash signs by older Excel. */
const textFormatMax = 255;

/** A text that stays one, also when somebody edits the cell. */
function text(value: string) {
  return { value: excelText(value), type: String, ...(value.length <= textFormatMax && { format: '@' }) };
}

/** About how wide a value is shown. */
function lengthOf(value: DuckDBValue, { type }: DescribedColumn): number {
  if (value === null) return 0;
  if (type === 'date' || type === 'timestamp') return formats[type].length;
  return Math.max(
    ...String(value)
      .split('\n')
      .map(({ length }) => length),
  );
}

/** The first sheet: what is in the workbook and what is not, and what each column means. */
function readMeSheet(
  tables: readonly DescribedTable[],
  names: readonly string[],
  facts: Completeness,
): Sheet<never> {
  const bold = (words: string) => ({ ...text(words), fontWeight: 'bold' as const });
  const data: Row[] = [];
  for (const lang of ['sv', 'en'] as const) {
    for (const { title, sentences, table } of statement(facts, excelNotes, lang)) {
      data.push([bold(title)], ...sentences.map((sentence) => [text(sentence)]));
      if (table !== undefined) {
        data.push(table.head.map(bold));
        for (const row of table.rows)
          data.push(row.map((each) => (typeof each === 'number' ? each : text(each))));
      }
      data.push([]);
    }
  }
  data.push([bold('Kolumner / Columns')]);
  data.push(['Blad / Sheet', 'Kolumn / Column', 'Typ / Type', 'Betydelse', 'Meaning'].map(bold));
  for (const [index, table] of tables.entries()) {
    for (const { name, type, meaning } of table.columns) {
      data.push([names[index] ?? '', name, type, meaning.sv, meaning.en].map(text));
    }
  }
  return { sheet: readMe, data, columns: [30, 34, 18, 50, 50].map((width) => ({ width })) };
}
