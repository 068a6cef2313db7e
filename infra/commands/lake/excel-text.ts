/** The most characters that Excel takes in a cell, and rows in a sheet, the header's among them. */
export const charactersMax = 32_767;
export const rowsMax = 1_048_576;

// What XML cannot hold, or what its readers and the writer of the file drop or change.
const unwritable = /[^\P{Cc}\t\n]|[\p{Cs}\p{Noncharacter_Code_Point}\ufffd]/gu;

/**
 * A text as it has to be given to the writer of the file, so that Excel shows it as it is. What cannot stand in XML is
 * written `_x0000_` (ECMA-376 part 1, 22.9.2.19), and so is what only looks as if it were.
 */
export function excelText(text: string): string {
  const written = text
    // Excel breaks lines with LF alone.
    .replace(/\r\n?/g, '\n')
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(unwritable, (character) =>
      Array.from({ length: character.length }, (_, at) => unit(character, at)).join(''),
    );
  // The writer looks texts up in an object, which has some names before any text is put in; the zero is dropped.
  return written in {} ? `${written}\u0000` : written;
}

function unit(text: string, at: number): string {
  return `_x${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}_`;
}

const sheetNameMax = 31;

/** A name for each sheet: the table's own, cut and numbered where it is longer than Excel takes. */
export function sheetNames(tables: readonly string[], taken: readonly string[]): string[] {
  const names = [...taken];
  return tables.map((table) => {
    let name = table.slice(0, sheetNameMax);
    for (let number = 2; names.includes(name); number += 1) {
      const end = `~${number}`;
      name = `${table.slice(0, sheetNameMax - end.length)}${end}`;
    }
    names.push(name);
    return name;
  });
}
