import { S3Error } from './errors.ts';
import { openReader, type Reader, readLine, readUntil } from './reader.ts';

export type Form = { fields: ReadonlyMap<string, string>; fileName: string; file: AsyncIterable<Buffer> };

type Part = { name: string; fileName: string };

const lineMax = 4096;
const partLinesMax = 20;
// S3's limit for everything before the file.
const fieldsBytesMax = 20 * 1024;

/** Reads a browser's form up to its file, which S3 wants last; the file can then be read as it comes. */
export async function readForm(source: AsyncIterable<Buffer>, contentType: string): Promise<Form> {
  const boundary = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType);
  if (!boundary) throw malformedForm('the content type has no boundary');
  const delimiter = Buffer.from(`\r\n--${boundary[1] ?? boundary[2]}`);
  const reader = openReader(source);
  if ((await readLine(reader, lineMax)) !== delimiter.toString().trim())
    throw malformedForm('it begins wrongly');
  const fields = new Map<string, string>();
  let bytesLeft = fieldsBytesMax;
  for (;;) {
    const part = await readPartHeaders(reader);
    if (part.name === 'file') {
      return { fields, fileName: part.fileName, file: readUntil(reader, delimiter) };
    }
    const value = await readField(reader, delimiter, bytesLeft);
    bytesLeft -= value.length + part.name.length;
    if (fields.has(part.name)) throw malformedForm(`the field ${part.name} comes twice`);
    fields.set(part.name, value.toString('utf8'));
    if ((await readLine(reader, lineMax)) !== '') throw malformedForm('it has no file');
  }
}

async function readPartHeaders(reader: Reader): Promise<Part> {
  const part = { name: '', fileName: '' };
  for (let count = 0; count < partLinesMax; count += 1) {
    const line = await readLine(reader, lineMax);
    if (line === '' && part.name !== '') return part;
    const [, header, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
    if (header === undefined || value === undefined) throw malformedForm('a part has no name');
    if (header.toLowerCase() !== 'content-disposition') continue;
    part.name = parameter(value, 'name').toLowerCase();
    part.fileName = parameter(value, 'filename');
  }
  throw malformedForm('a part has too many headers');
}

// Browsers write a quote or a line end in a name as %22, %0D and %0A (the HTML standard, multipart/form-data).
function parameter(header: string, name: string): string {
  const found = new RegExp(`;\\s*${name}="([^"]*)"`, 'i').exec(header)?.[1] ?? '';
  return found.replace(/%(22|0D|0A)/gi, (escaped) => decodeURIComponent(escaped));
}

async function readField(reader: Reader, delimiter: Buffer, bytesMax: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of readUntil(reader, delimiter)) {
    bytes += piece.length;
    if (bytes > bytesMax) {
      throw new S3Error(
        'MaxPostPreDataLengthExceeded',
        'Your POST request fields preceding the upload file were too large.',
        { MaxSizeAllowed: String(fieldsBytesMax) },
      );
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function malformedForm(why: string): S3Error {
  return new S3Error(
    'MalformedPOSTRequest',
    `The body of your POST request is not well-formed multipart/form-data: ${why}.`,
  );
}
