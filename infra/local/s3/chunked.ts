import { createHash } from 'node:crypto';
import { S3Error } from './errors.ts';
import { incompleteBody, openReader, type Reader, readLine, readSome } from './reader.ts';
import { sha256, type Verified, verifyPiece } from './signature.ts';

const lineMax = 4096;
const trailersMax = 10;

/**
 * Takes the body out of AWS's own chunked encoding (`aws-chunked`). A signed stream carries a signature per
 * chunk and one for the trailers, each made over the one before; a chunk is given on before its signature
 * is known, so that nothing has to be held, and whoever takes the bytes keeps none of them after an error.
 */
export async function* decodeChunked(
  source: AsyncIterable<Buffer>,
  verified: Verified,
  trailers: Map<string, string>,
): AsyncGenerator<Buffer, void> {
  const signed = verified.payload.startsWith('STREAMING-AWS4-HMAC-SHA256-PAYLOAD');
  const reader = openReader(source);
  let link = verified;
  for (;;) {
    const { sizeBytes, signature } = readChunkHeader(await readLine(reader, lineMax));
    const hash = createHash('sha256');
    let left = sizeBytes;
    while (left > 0) {
      const piece = await readSome(reader, left);
      left -= piece.length;
      if (signed) hash.update(piece);
      yield piece;
    }
    if (signed) link = verifyPiece(link, 'PAYLOAD', hash.digest('hex'), signature);
    if (sizeBytes === 0) break;
    if ((await readLine(reader, 2)) !== '') throw incompleteBody();
  }
  const signature = await readTrailers(reader, trailers);
  if (verified.payload === 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER') {
    const text = [...trailers].map(([name, value]) => `${name}:${value}\n`).join('');
    verifyPiece(link, 'TRAILER', sha256(text), signature);
  }
}

function readChunkHeader(line: string): { sizeBytes: number; signature: string } {
  const [, size, signature] = /^([0-9a-fA-F]{1,10})(?:;chunk-signature=([0-9a-f]+))?$/.exec(line) ?? [];
  if (size === undefined)
    throw new S3Error('InvalidRequest', `A chunk must begin with its size, got "${line}".`);
  return { sizeBytes: Number.parseInt(size, 16), signature: signature ?? '' };
}

async function readTrailers(reader: Reader, trailers: Map<string, string>): Promise<string> {
  let signature = '';
  for (let line = await readLine(reader, lineMax); line !== ''; line = await readLine(reader, lineMax)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (colon < 1 || trailers.size >= trailersMax) {
      throw new S3Error(
        'MalformedTrailerError',
        'The request contained trailing data that was not well-formed.',
      );
    }
    if (name === 'x-amz-trailer-signature') signature = value;
    else trailers.set(name, value);
  }
  return signature;
}
