/** A result as Athena gives it: names, Athena's types, and every value as text or null. */
export interface TableResult {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** How a result can be written: lines, each with its end. */
export const formats = { table: tableLines, csv: csvLines, json: jsonLines } as const;

const wholeNumbers: readonly string[] = ['tinyint', 'smallint', 'integer', 'bigint'];
const numbers: readonly string[] = [...wholeNumbers, 'float', 'double', 'decimal'];

/** Aligned columns for a person at a terminal; numbers stand to the right, null is nothing. */
export function* tableLines({ columns, rows }: TableResult): Generator<string> {
  const names = columns.map(({ name }) => visible(name));
  const texts = rows.map((row) => row.map((value) => visible(value ?? '')));
  const widths = names.map((name) => widthOf(name));
  for (const row of texts) {
    for (const [index, text] of row.entries()) {
      widths[index] = Math.max(widths[index] ?? 0, widthOf(text));
    }
  }
  const right = columns.map(({ type }) => numbers.includes(type));
  const line = (row: readonly string[]) =>
    `${row
      .map((text, index) => pad(text, widths[index] ?? 0, right[index] ?? false))
      .join('  ')
      .trimEnd()}\n`;
  yield line(names);
  yield line(widths.map((width) => '-'.repeat(width)));
  for (const row of texts) yield line(row);
  yield `(${rows.length} ${rows.length === 1 ? 'row' : 'rows'})\n`;
}

/** RFC 4180. Null is an empty field; an empty text is a quoted one, so that they can be told apart. */
export function* csvLines({ columns, rows }: TableResult): Generator<string> {
  yield `${columns.map(({ name }) => csvField(name)).join(',')}\r\n`;
  for (const row of rows) yield `${row.map(csvField).join(',')}\r\n`;
}

/** An array with one object a row. A whole number JavaScript cannot hold exactly stays text. */
export function* jsonLines({ columns, rows }: TableResult): Generator<string> {
  if (rows.length === 0) {
    yield '[]\n';
    return;
  }
  const names = distinct(columns.map(({ name }) => name));
  for (const [index, row] of rows.entries()) {
    const values = columns.map(({ type }, column) => [
      names[column] ?? '',
      jsonValue(row[column] ?? null, type),
    ]);
    const start = index === 0 ? '[\n' : '';
    const end = index === rows.length - 1 ? '\n]\n' : ',\n';
    yield `${start}  ${JSON.stringify(Object.fromEntries(values))}${end}`;
  }
}

function csvField(text: string | null): string {
  if (text === null) return '';
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function jsonValue(text: string | null, type: string): string | number | boolean | null {
  if (text === null) return null;
  if (type === 'boolean') return text === 'true';
  return numbers.includes(type) && isExact(text, type) ? Number(text) : text;
}

function isExact(text: string, type: string): boolean {
  if (wholeNumbers.includes(type)) return Number.isSafeInteger(Number(text));
  // Fifteen digits survive the way through a double; a double has come that way already.
  if (type === 'decimal') return text.replace(/^-?0*|\D/g, '').length <= 15;
  return Number.isFinite(Number(text));
}

// An object has a name once; SQL may give it to two columns.
function distinct(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.map((name) => {
    let free = name;
    for (let count = 2; seen.has(free); count += 1) free = `${name}_${count}`;
    seen.add(free);
    return free;
  });
}

function pad(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(width - widthOf(text));
  return right ? space + text : text + space;
}

// Control characters would move the cursor or colour the screen, and directional marks reorder the line.
function visible(text: string): string {
  return text.replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (control) => {
    const code = control.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
  });
}

const narrow = /^[\u0020-\u02ff]*$/;
const graphemes = new Intl.Segmenter('sv', { granularity: 'grapheme' });
const wide =
  /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|\p{Regional_Indicator}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}])/u;
const empty = /^(?:\p{Mark}|\p{Default_Ignorable_Code_Point})+$/u;

/** How many places of a terminal a text takes. */
export function widthOf(text: string): number {
  if (narrow.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes.segment(text)) {
    if (wide.test(segment)) width += 2;
    else if (!empty.test(segment)) width += 1;
  }
  return width;
}
