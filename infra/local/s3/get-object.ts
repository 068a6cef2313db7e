import { closeSync, createReadStream, fstatSync, readSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Call } from './call.ts';
import { type ByteRange, checkRead, readRange } from './conditions.ts';
import { checkHeader, checksumHeaders } from './metadata.ts';
import type { StoredObject } from './rows.ts';
import { openBody, requireObject } from './store.ts';

// Up to here one read is quicker than a stream, and holds little.
const oneReadBytesMax = 256 * 1024;

export async function getObject(call: Call): Promise<void> {
  const object = requireObject(call.store, call.bucket, call.key);
  const range = setReadHeaders(call, object);
  // No await between reading the row and opening the file: see openBody.
  const body = openBody(call.store, object);
  const onDisk = fstatSync(body).size;
  if (onDisk !== object.sizeBytes) {
    closeSync(body);
    throw new Error(
      `The file of ${object.bucket}/${object.key} should have ${object.sizeBytes} bytes, it has ${onDisk}.`,
    );
  }
  const { first, last } = range ?? { first: 0, last: object.sizeBytes - 1 };
  call.response.writeHead(range ? 206 : 200);
  if (last - first < oneReadBytesMax) {
    call.response.end(readOnce(body, first, last));
    return;
  }
  await pipeline(
    createReadStream('', { fd: body, start: first, end: last, highWaterMark: 1 << 18 }),
    call.response,
  );
}

export function headObject(call: Call): void {
  const object = requireObject(call.store, call.bucket, call.key);
  const range = setReadHeaders(call, object);
  call.response.writeHead(range ? 206 : 200);
  call.response.end();
}

function setReadHeaders(call: Call, object: StoredObject): ByteRange | undefined {
  const { response, headers, query } = call;
  checkRead(headers, object.etag, object.modifiedMs);
  const range = readRange(headers, object.sizeBytes, object.etag);
  for (const [name, value] of Object.entries(object.headers)) {
    if (name !== 'x-amz-storage-class' || value !== 'STANDARD') response.setHeader(name, value);
  }
  for (const [parameter, value] of query) {
    if (!parameter.startsWith('response-')) continue;
    const name = parameter.slice('response-'.length);
    checkHeader(name, value);
    response.setHeader(name, value);
  }
  response.setHeader('etag', `"${object.etag}"`);
  response.setHeader('last-modified', new Date(object.modifiedMs).toUTCString());
  response.setHeader('accept-ranges', 'bytes');
  if (object.tags.length > 0) response.setHeader('x-amz-tagging-count', object.tags.length);
  // A checksum is of the whole body, so with a part of it there is nothing to check.
  if (headers.get('x-amz-checksum-mode') === 'ENABLED' && !range) {
    response.setHeaders(checksumHeaders(object));
  }
  response.setHeader('content-length', range ? range.last - range.first + 1 : object.sizeBytes);
  if (range) response.setHeader('content-range', `bytes ${range.first}-${range.last}/${object.sizeBytes}`);
  return range;
}

function readOnce(body: number, first: number, last: number): Buffer {
  const bytes = Buffer.allocUnsafe(last - first + 1);
  try {
    let filled = 0;
    while (filled < bytes.length) {
      const got = readSync(body, bytes, filled, bytes.length - filled, first + filled);
      if (got === 0) throw new Error(`A body ended ${bytes.length - filled} bytes early.`);
      filled += got;
    }
  } finally {
    closeSync(body);
  }
  return bytes;
}
