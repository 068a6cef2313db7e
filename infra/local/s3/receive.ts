import { type ChecksumName, checksumBytes, checksumNamed, checksumNames, startDigest } from './checksums.ts';
import { decodeChunked } from './chunked.ts';
import { S3Error } from './errors.ts';
import { incompleteBody } from './reader.ts';
import type { Verified } from './signature.ts';

export type Checksum = { name: ChecksumName; value: string };

/** What a body turned out to be. */
export type Received = { sizeBytes: number; md5Hex: string; checksum: Checksum | undefined };

export type Sink = (bytes: Buffer) => Promise<void> | void;

type Expected = { name: ChecksumName; value: string | undefined };

const streamingPayloads = [
  'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
  'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
  'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER',
];

/** Reads a signed request's body into the sink; it throws when the body is not what the headers say. */
export async function receiveBody(
  source: AsyncIterable<Buffer>,
  headers: ReadonlyMap<string, string>,
  verified: Verified,
  bytesMax: number,
  sink: Sink,
): Promise<Received> {
  const streaming = streamingPayloads.includes(verified.payload);
  const length = streaming ? headers.get('x-amz-decoded-content-length') : headers.get('content-length');
  if (length === undefined || !/^\d{1,15}$/.test(length)) {
    throw new S3Error('MissingContentLength', 'You must provide the Content-Length HTTP header.');
  }
  checkSize(Number(length), bytesMax);
  const sha256 = payloadHash(verified.payload, streaming);
  const trailers = new Map<string, string>();
  const body = streaming ? decodeChunked(source, verified, trailers) : source;
  const expected = expectedChecksum(headers, streaming);
  const bounded = async function* () {
    let left = Number(length);
    for await (const bytes of body) {
      left -= bytes.length;
      if (left < 0) throw incompleteBody();
      yield bytes;
    }
    if (left > 0) throw incompleteBody();
  };
  return receiveStream(bounded(), { headers, trailers, expected, sha256 }, sink);
}

/** Reads a stream into the sink, holding it against Content-MD5 and the checksums that came with it. */
export async function receiveStream(
  source: AsyncIterable<Buffer>,
  claims: {
    headers: ReadonlyMap<string, string>;
    trailers: ReadonlyMap<string, string>;
    expected: Expected | undefined;
    sha256: string | undefined;
  },
  sink: Sink,
): Promise<Received> {
  const md5 = startDigest('md5');
  const payload = claims.sha256 === undefined ? undefined : startDigest('sha256');
  const own = claims.expected && startDigest(claims.expected.name);
  let sizeBytes = 0;
  for await (const bytes of source) {
    sizeBytes += bytes.length;
    md5.update(bytes);
    payload?.update(bytes);
    own?.update(bytes);
    await sink(bytes);
  }
  const md5Base64 = md5.base64();
  checkMd5(claims.headers.get('content-md5'), md5Base64);
  if (payload && Buffer.from(payload.base64(), 'base64').toString('hex') !== claims.sha256) {
    throw new S3Error(
      'XAmzContentSHA256Mismatch',
      "The provided 'x-amz-content-sha256' header does not match what was computed.",
    );
  }
  const checksum = checkChecksum(claims.expected, claims.trailers, own?.base64());
  return { sizeBytes, md5Hex: Buffer.from(md5Base64, 'base64').toString('hex'), checksum };
}

/** Reads a small body whole, for documents. */
export async function receiveText(
  source: AsyncIterable<Buffer>,
  headers: ReadonlyMap<string, string>,
  verified: Verified,
  bytesMax: number,
): Promise<string> {
  const pieces: Buffer[] = [];
  await receiveBody(source, headers, verified, bytesMax, (bytes) => void pieces.push(bytes));
  return Buffer.concat(pieces).toString('utf8');
}

export function checkSize(sizeBytes: number, bytesMax: number): void {
  if (sizeBytes <= bytesMax) return;
  throw new S3Error('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', {
    ProposedSize: String(sizeBytes),
    MaxSizeAllowed: String(bytesMax),
  });
}

function payloadHash(payload: string, streaming: boolean): string | undefined {
  if (streaming || payload === 'UNSIGNED-PAYLOAD') return undefined;
  if (payload.startsWith('STREAMING-')) {
    throw new S3Error('NotImplemented', `This local S3 does not read ${payload}.`);
  }
  if (/^[0-9a-f]{64}$/.test(payload)) return payload;
  throw new S3Error(
    'InvalidArgument',
    'x-amz-content-sha256 must be UNSIGNED-PAYLOAD, a STREAMING- value or a valid sha256 value.',
  );
}

/** The checksum a request promises, in a header or in a trailer: one at most. */
export function expectedChecksum(
  headers: ReadonlyMap<string, string>,
  trailing: boolean,
): Expected | undefined {
  const found: Expected[] = [];
  for (const name of checksumNames) {
    const value = headers.get(`x-amz-checksum-${name}`);
    if (value !== undefined) found.push({ name, value });
  }
  const trailer = trailing ? headers.get('x-amz-trailer') : undefined;
  if (trailer !== undefined) {
    const name = checksumNamed(trailer.toLowerCase().replace(/^x-amz-checksum-/, ''));
    if (!name) {
      throw new S3Error('InvalidRequest', `The value specified in the x-amz-trailer header is not supported`);
    }
    found.push({ name, value: undefined });
  }
  if (found.length > 1) {
    throw new S3Error(
      'InvalidRequest',
      'Expecting a single x-amz-checksum- header. Multiple are not allowed.',
    );
  }
  const named = headers.get('x-amz-sdk-checksum-algorithm')?.toLowerCase();
  if (named !== undefined && named !== found[0]?.name) {
    throw new S3Error(
      'InvalidRequest',
      'x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.',
    );
  }
  return found[0];
}

function checkMd5(expected: string | undefined, got: string): void {
  if (expected === undefined) return;
  if (!isBase64(expected, 16))
    throw new S3Error('InvalidDigest', 'The Content-MD5 you specified was invalid.');
  if (expected === got) return;
  throw new S3Error('BadDigest', 'The Content-MD5 you specified did not match what we received.', {
    ExpectedDigest: expected,
    CalculatedDigest: got,
  });
}

function checkChecksum(
  expected: Expected | undefined,
  trailers: ReadonlyMap<string, string>,
  got: string | undefined,
): Checksum | undefined {
  if (!expected || got === undefined) return undefined;
  const header = `x-amz-checksum-${expected.name}`;
  const value = expected.value ?? trailers.get(header);
  if (value === undefined) {
    throw new S3Error(
      'MalformedTrailerError',
      `The request promised the trailer ${header}, which did not come.`,
    );
  }
  if (!isBase64(value, checksumBytes[expected.name])) {
    throw new S3Error('InvalidRequest', `Value for ${header} header is invalid.`);
  }
  if (value !== got) {
    const name = expected.name.toUpperCase();
    throw new S3Error('BadDigest', `The ${name} you specified did not match the calculated checksum.`);
  }
  return { name: expected.name, value };
}

function isBase64(text: string, bytes: number): boolean {
  const decoded = Buffer.from(text, 'base64');
  return decoded.length === bytes && decoded.toString('base64') === text;
}
