import { S3Error } from './errors.ts';

type Headers = ReadonlyMap<string, string>;

/** The first and the last byte that were asked for. */
export type ByteRange = { first: number; last: number };

/** Decides If-Match and If-None-Match of a write against the object that is there now, if any. */
export function checkWrite(headers: Headers, etag: string | undefined): void {
  const noneMatch = headers.get('if-none-match');
  const match = headers.get('if-match');
  if (noneMatch !== undefined && (noneMatch !== '*' || match !== undefined)) {
    throw new S3Error(
      'NotImplemented',
      'A header you provided implies functionality that is not implemented: a write takes If-None-Match: * or If-Match.',
      { Header: 'If-None-Match' },
    );
  }
  if (noneMatch !== undefined && etag !== undefined) throw preconditionFailed('If-None-Match');
  if (match === undefined) return;
  if (etag === undefined) throw new S3Error('NoSuchKey', 'The specified key does not exist.');
  if (!matches(match, etag)) throw preconditionFailed('If-Match');
}

/** Decides the conditions of a read in the order of RFC 9110, section 13.2.2. */
export function checkRead(headers: Headers, etag: string, modifiedMs: number): void {
  const match = headers.get('if-match');
  const unmodifiedSince = readDate(headers.get('if-unmodified-since'));
  if (match !== undefined) {
    if (!matches(match, etag)) throw preconditionFailed('If-Match');
  } else if (unmodifiedSince !== undefined && modifiedMs > unmodifiedSince) {
    throw preconditionFailed('If-Unmodified-Since');
  }
  const noneMatch = headers.get('if-none-match');
  const modifiedSince = readDate(headers.get('if-modified-since'));
  const same =
    noneMatch === undefined
      ? modifiedSince !== undefined && modifiedMs <= modifiedSince
      : matches(noneMatch, etag);
  if (same) throw new S3Error('NotModified', 'Not Modified', { ETag: `"${etag}"` });
}

/**
 * The bytes a Range header asks for; undefined is all of them. S3 serves one range: a header with several,
 * or one it does not understand, is as if it were not there.
 */
export function readRange(headers: Headers, sizeBytes: number, etag: string): ByteRange | undefined {
  const header = headers.get('range');
  const ifRange = headers.get('if-range');
  if (ifRange !== undefined && ifRange !== `"${etag}"`) return undefined;
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return undefined;
  if (from !== '' && to !== '' && Number(to) < Number(from)) return undefined;
  const first = from === '' ? Math.max(0, sizeBytes - Number(to)) : Number(from);
  const last = from === '' || to === '' ? sizeBytes - 1 : Math.min(Number(to), sizeBytes - 1);
  if (first < sizeBytes) return { first, last };
  throw new S3Error('InvalidRange', 'The requested range is not satisfiable', {
    RangeRequested: header ?? '',
    ActualObjectSize: String(sizeBytes),
  });
}

function matches(header: string, etag: string): boolean {
  const wanted = header.split(',').map((part) => part.trim().replace(/^"|"$/g, ''));
  return wanted.includes('*') || wanted.includes(etag);
}

// A date that cannot be read is no condition (RFC 9110, section 13.1.3).
function readDate(header: string | undefined): number | undefined {
  const milliseconds = Date.parse(header ?? '');
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}

function preconditionFailed(condition: string): S3Error {
  return new S3Error('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', {
    Condition: condition,
  });
}
