import { owner } from './buckets.ts';
import { answer, type Call } from './call.ts';
import { S3Error } from './errors.ts';
import type { StoredObject } from './rows.ts';
import { encodeStrictly } from './signature.ts';
import { requireBucket, type Store } from './store.ts';
import { textElement, xmlDocument } from './xml.ts';

const keysMax = 1000;
// The last character there is: a group's keys all sort before its prefix with this at the end.
const lastCharacter = '\u{10ffff}';

/** Where a page ended: after a key, or after a whole group of keys, which is then named. */
type Cursor = { after: string | undefined; group: string };

type Entry = { key: string; object: StoredObject | undefined };

export function listObjects(call: Call): void {
  const { store, bucket, query } = call;
  requireBucket(store, bucket);
  if (query.get('list-type') !== '2') {
    throw new S3Error('NotImplemented', 'This local S3 lists with list-type=2 (ListObjectsV2) only.');
  }
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const max = readMaxKeys(query.get('max-keys'));
  const token = query.get('continuation-token');
  const cursor = token === undefined ? { after: query.get('start-after'), group: '' } : readToken(token);
  // One more than fits tells whether there is more.
  const found = max === 0 ? [] : collect(store, bucket, { prefix, delimiter, cursor, count: max + 1 });
  const entries = found.slice(0, max);
  const next = found.length > max ? writeToken(entries.at(-1)) : undefined;
  answer(call.response, 200, xmlDocument('ListBucketResult', writeResult(call, entries, max, next)));
}

function collect(
  store: Store,
  bucket: string,
  { prefix, delimiter, cursor, count }: { prefix: string; delimiter: string; cursor: Cursor; count: number },
): Entry[] {
  const entries: Entry[] = [];
  let { after, group } = cursor;
  // Keys sort by their bytes, which is not the order in which JavaScript compares texts.
  if (after !== undefined && Buffer.compare(Buffer.from(after), Buffer.from(prefix)) < 0) after = undefined;
  for (;;) {
    // Groups are jumped over, so with a delimiter a long page is mostly read in vain.
    const wanted = delimiter === '' ? count : 50;
    const rows =
      after === undefined
        ? store.rows.listFrom(bucket, prefix, wanted)
        : store.rows.listBeyond(bucket, after, wanted);
    for (const object of rows) {
      if (!object.key.startsWith(prefix)) return entries;
      const common = groupOf(object.key, prefix, delimiter);
      after = object.key;
      if (common !== undefined && common === group) continue;
      entries.push({ key: common ?? object.key, object: common === undefined ? object : undefined });
      if (entries.length === count) return entries;
      if (common === undefined) continue;
      group = common;
      after = common + lastCharacter;
      break;
    }
    if (rows.length === 0) return entries;
  }
}

function groupOf(key: string, prefix: string, delimiter: string): string | undefined {
  const at = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
  return at < 0 ? undefined : key.slice(0, at + delimiter.length);
}

function readMaxKeys(text: string | undefined): number {
  if (text === undefined) return keysMax;
  if (/^\d{1,10}$/.test(text) && Number(text) < 2 ** 31) return Math.min(Number(text), keysMax);
  throw new S3Error('InvalidArgument', 'Provided max-keys not an integer or within integer range', {
    ArgumentName: 'max-keys',
    ArgumentValue: text,
  });
}

function writeToken(last: Entry | undefined): string | undefined {
  if (!last) return undefined;
  return Buffer.from(`${last.object ? 'k' : 'g'}${last.key}`).toString('base64');
}

function readToken(token: string): Cursor {
  const text = Buffer.from(token, 'base64').toString('utf8');
  const key = text.slice(1);
  if (text.startsWith('k')) return { after: key, group: '' };
  if (text.startsWith('g')) return { after: key + lastCharacter, group: key };
  throw new S3Error('InvalidArgument', 'The continuation token provided is incorrect', {
    ArgumentName: 'continuation-token',
  });
}

function writeResult(call: Call, entries: readonly Entry[], max: number, next: string | undefined): string {
  const { query, bucket } = call;
  const encoding = query.get('encoding-type');
  if (encoding !== undefined && encoding !== 'url') {
    throw new S3Error('InvalidArgument', 'Invalid Encoding Method specified in Request', {
      ArgumentName: 'encoding-type',
      ArgumentValue: encoding,
    });
  }
  const key = (text: string) => (encoding === 'url' ? encodeKey(text) : text);
  const withOwner = query.get('fetch-owner') === 'true';
  const parts = [textElement('Name', bucket), textElement('Prefix', key(query.get('prefix') ?? ''))];
  const delimiter = query.get('delimiter');
  const startAfter = query.get('start-after');
  const token = query.get('continuation-token');
  if (startAfter !== undefined) parts.push(textElement('StartAfter', key(startAfter)));
  if (token !== undefined) parts.push(textElement('ContinuationToken', token));
  if (next !== undefined) parts.push(textElement('NextContinuationToken', next));
  parts.push(textElement('KeyCount', entries.length), textElement('MaxKeys', max));
  if (delimiter !== undefined) parts.push(textElement('Delimiter', key(delimiter)));
  if (encoding !== undefined) parts.push(textElement('EncodingType', encoding));
  parts.push(textElement('IsTruncated', next !== undefined));
  for (const entry of entries) if (entry.object) parts.push(writeObject(entry.object, key, withOwner));
  for (const entry of entries) if (!entry.object) parts.push(writeGroup(key(entry.key)));
  return parts.join('');
}

function writeGroup(prefix: string): string {
  return `<CommonPrefixes>${textElement('Prefix', prefix)}</CommonPrefixes>`;
}

function writeObject(object: StoredObject, key: (text: string) => string, withOwner: boolean): string {
  const parts = [
    textElement('Key', key(object.key)),
    textElement('LastModified', new Date(object.modifiedMs).toISOString()),
    textElement('ETag', `"${object.etag}"`),
    textElement('Size', object.sizeBytes),
    textElement('StorageClass', object.headers['x-amz-storage-class'] ?? 'STANDARD'),
  ];
  if (object.checksum) {
    parts.push(textElement('ChecksumAlgorithm', object.checksum.name.toUpperCase()));
    parts.push(textElement('ChecksumType', 'FULL_OBJECT'));
  }
  if (withOwner) parts.push(`<Owner>${textElement('ID', owner)}</Owner>`);
  return `<Contents>${parts.join('')}</Contents>`;
}

function encodeKey(key: string): string {
  return encodeStrictly(key).replaceAll('%2F', '/').replaceAll('%20', '+');
}
