import type { IncomingMessage, ServerResponse } from 'node:http';
import { S3Error } from './errors.ts';
import { isBucketName } from './paths.ts';
import type { Verified } from './signature.ts';
import type { Store } from './store.ts';

/** A request, read: where it goes, and what it says. An empty key is the bucket, an empty bucket the service. */
export type Address = {
  method: string;
  path: string;
  bucket: string;
  key: string;
  queryPairs: readonly (readonly [string, string])[];
  query: ReadonlyMap<string, string>;
  /** The headers as they came: what a signature covers. */
  sentHeaders: ReadonlyMap<string, string>;
  /** Those and the ones a presigned URL carries as parameters. */
  headers: ReadonlyMap<string, string>;
};

/** A request whose signature has been checked, with what it takes to carry it out. */
export type Call = Address & {
  store: Store;
  request: IncomingMessage;
  response: ServerResponse;
  verified: Verified;
};

const keyBytesMax = 1024;

/** Reads the address of a request; only path style, as an address that is a number always gives. */
export function readAddress(request: IncomingMessage): Address {
  const url = request.url ?? '';
  const question = url.indexOf('?');
  const path = decode(question < 0 ? url : url.slice(0, question));
  if (!path.startsWith('/')) throw new S3Error('InvalidURI', "Couldn't parse the specified URI.");
  const slash = path.indexOf('/', 1);
  const bucket = slash < 0 ? path.slice(1) : path.slice(1, slash);
  const key = slash < 0 ? '' : path.slice(slash + 1);
  checkKey(key);
  if (bucket !== '' && !isBucketName(bucket)) {
    throw new S3Error('InvalidBucketName', 'The specified bucket is not valid.', { BucketName: bucket });
  }
  const queryPairs = readQuery(question < 0 ? '' : url.slice(question + 1));
  const query = new Map(queryPairs);
  if (query.size < queryPairs.length) {
    throw new S3Error('InvalidArgument', 'A query parameter is given more than once.');
  }
  const sentHeaders = new Map<string, string>();
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    sentHeaders.set(name, values?.join(',') ?? '');
  }
  const headers = new Map([...headersInQuery(queryPairs), ...sentHeaders]);
  return { method: request.method ?? '', path, bucket, key, queryPairs, query, sentHeaders, headers };
}

export function checkKey(key: string): void {
  if (Buffer.byteLength(key) <= keyBytesMax) return;
  throw new S3Error('KeyTooLongError', 'Your key is too long', { MaxSizeAllowed: String(keyBytesMax) });
}

function readQuery(text: string): [string, string][] {
  const parts = text.split('&').filter((part) => part !== '');
  return parts.map((part) => {
    const equals = part.indexOf('=');
    const name = equals < 0 ? part : part.slice(0, equals);
    return [plusDecode(name), equals < 0 ? '' : plusDecode(part.slice(equals + 1))];
  });
}

// A presigned URL carries x-amz- headers as parameters, and they count as headers; only not the checksum,
// which the SDK makes over the empty body it has when it signs, and which S3 therefore ignores.
function headersInQuery(pairs: Address['queryPairs']): Address['queryPairs'] {
  return pairs.filter(([name]) => name.startsWith('x-amz-') && !name.includes('checksum'));
}

function plusDecode(text: string): string {
  return decode(text.replaceAll('+', ' '));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new S3Error('InvalidURI', "Couldn't parse the specified URI: it is not percent-encoded UTF-8.");
  }
}

/**
 * Lends a request's body. What is left unread when it comes back flows away, so that the client, who may
 * still be sending, reads the answer and can use the connection again.
 */
export async function withBody<Result>(
  request: IncomingMessage,
  use: (source: AsyncIterable<Buffer>) => Promise<Result>,
): Promise<Result> {
  const source = request.iterator({ destroyOnReturn: false });
  try {
    return await use(source);
  } finally {
    await source.return?.();
    request.resume();
  }
}

/** Answers with a document, or with nothing. */
export function answer(response: ServerResponse, status: number, document = ''): void {
  if (document !== '') response.setHeader('content-type', 'application/xml');
  if (status !== 204 && status !== 304) response.setHeader('content-length', Buffer.byteLength(document));
  response.writeHead(status);
  response.end(document);
}
