import { S3Error } from './errors.ts';

/** A stream that is read by lines, counts and delimiters while no more than a piece of it is held. */
export type Reader = { iterator: AsyncIterator<Buffer>; rest: Buffer };

/** Opens a reader on a stream of buffers. */
export function openReader(source: AsyncIterable<Buffer>): Reader {
  return { iterator: source[Symbol.asyncIterator](), rest: Buffer.alloc(0) };
}

/** The next line without its end; longer than the limit is an error. */
export async function readLine(reader: Reader, bytesMax: number): Promise<string> {
  let end = reader.rest.indexOf('\n');
  while (end < 0 && reader.rest.length <= bytesMax) {
    await readMore(reader);
    end = reader.rest.indexOf('\n');
  }
  if (end < 0 || end > bytesMax) throw new S3Error('InvalidRequest', `A line exceeds ${bytesMax} bytes.`);
  const line = reader.rest.toString('utf8', 0, end);
  reader.rest = reader.rest.subarray(end + 1);
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

/** The next bytes, at least one, at most so many. */
export async function readSome(reader: Reader, bytesMax: number): Promise<Buffer> {
  while (reader.rest.length === 0) await readMore(reader);
  const taken = reader.rest.subarray(0, bytesMax);
  reader.rest = reader.rest.subarray(taken.length);
  return taken;
}

/** The bytes before the delimiter, which is taken away. */
export async function* readUntil(reader: Reader, delimiter: Buffer): AsyncGenerator<Buffer, void> {
  let found = reader.rest.indexOf(delimiter);
  while (found < 0) {
    // The last bytes may be the beginning of a delimiter whose end has not come yet.
    const safe = Math.max(0, reader.rest.length - delimiter.length + 1);
    if (safe > 0) yield reader.rest.subarray(0, safe);
    reader.rest = reader.rest.subarray(safe);
    await readMore(reader);
    found = reader.rest.indexOf(delimiter);
  }
  if (found > 0) yield reader.rest.subarray(0, found);
  reader.rest = reader.rest.subarray(found + delimiter.length);
}

async function readMore(reader: Reader): Promise<void> {
  const next = await reader.iterator.next();
  if (next.done) throw incompleteBody();
  reader.rest = reader.rest.length === 0 ? next.value : Buffer.concat([reader.rest, next.value]);
}

export function incompleteBody(): S3Error {
  return new S3Error(
    'IncompleteBody',
    'You did not provide the number of bytes specified by the Content-Length HTTP header.',
  );
}
