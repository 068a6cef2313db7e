import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import type { DescribedColumn } from '../../../forms/derived/dictionary/columns.ts';
import type { DescribedTable } from '../../../forms/derived/dictionary/tables.ts';
import type { Words } from '../../../forms/grammar/words.ts';
import { type Completeness, requireRows } from './completeness.ts';
import { rowsIn } from './source.ts';

/** What a reader of the CSV files has to know. */
export const csvNotes: readonly Words[] = [
  {
    sv: 'CSV: UTF-8 med BOM, semikolon mellan fälten, decimalkomma, CRLF. Tomt fält betyder att värde saknas.',
    en: 'CSV: UTF-8 with BOM, semicolons between fields, decimal comma, CRLF. An empty field is a missing value.',
  },
  {
    sv: 'Tider är UTC i hela sekunder, om kolumnen inte säger svensk tid. Flera koder i ett fält skiljs åt av komma och blanksteg.',
    en: 'Times are UTC in whole seconds, unless the column says Swedish time. Several codes in a field have a comma and a blank between.',
  },
  {
    sv: 'En text som börjar med = + - @, tabb eller radbyte har fått en apostrof framför sig, så att inget kalkylprogram räknar ut den.',
    en: 'A text that begins with = + - @, a tab or a line break has an apostrophe before it, so that no spreadsheet computes it.',
  },
  {
    sv: 'När en CSV-fil öppnas i Excel görs koder som 0123 och 1880 om till tal. I filerna från --xlsx är de text.',
    en: 'When a CSV file is opened in Excel, codes such as 0123 and 1880 are made numbers. In the files of --xlsx they are text.',
  },
];

/** Writes a file for each table, so that Swedish Excel opens it right; gives the names of the files. */
export async function writeCsv(
  connection: DuckDBConnection,
  folder: string,
  tables: readonly DescribedTable[],
  facts: Completeness,
): Promise<string[]> {
  await mkdir(folder);
  const names: string[] = [];
  for (const [index, table] of tables.entries()) {
    const name = `${table.database}.${table.name}.csv`;
    let written = 0;
    const lines = async function* (): AsyncGenerator<string> {
      yield `\ufeff${table.columns.map((column) => csvField(column.name)).join(';')}\r\n`;
      for await (const rows of rowsIn(connection, table, asText)) {
        written += rows.length;
        yield rows.map((row) => csvLine(row, table.columns)).join('');
      }
    };
    await pipeline(Readable.from(lines()), createWriteStream(join(folder, name)));
    const said = facts.tables[index];
    if (said !== undefined) requireRows(said, written);
    names.push(name);
  }
  return names;
}

/** Every value as the text that stands in the file, but for quotes and apostrophes. */
function asText({ type }: DescribedColumn, column: string): string {
  switch (type) {
    case 'string':
      return column;
    case 'timestamp':
      return `strftime(${column}, '%Y-%m-%d %H:%M:%S')`;
    case 'array<string>':
      return `array_to_string(${column}, ', ')`;
    case 'int':
    case 'bigint':
    case 'boolean':
    case 'date':
      return `cast(${column} as varchar)`;
    default:
      return `replace(cast(${column} as varchar), '.', ',')`;
  }
}

function csvLine(row: readonly DuckDBValue[], columns: readonly DescribedColumn[]): string {
  const fields = row.map((value, index) => {
    if (typeof value !== 'string') return '';
    const type = columns[index]?.type;
    return csvField(type === 'string' || type === 'array<string>' ? harmless(value) : value);
  });
  return `${fields.join(';')}\r\n`;
}

/**
 * A text that a spreadsheet would take for a formula begins with an apostrophe instead (OWASP, CSV injection). A number
 * may begin with a minus: it is no text.
 */
function harmless(text: string): string {
  return /^[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text;
}

/** RFC 4180, with a semicolon between fields; an empty text is told from a missing one by its quotes. */
function csvField(text: string): string {
  return text === '' || /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Writes a description of the files for programs that know Data Packages. */
export async function writeDescription(folder: string, description: object): Promise<string> {
  const name = 'datapackage.json';
  await writeFile(join(folder, name), `${JSON.stringify(description, null, 2)}\n`);
  return name;
}
