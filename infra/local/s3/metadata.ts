import { S3Error } from './errors.ts';
import type { StoredObject } from './rows.ts';

type Tags = readonly (readonly [string, string])[];

const kept = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
  'x-amz-server-side-encryption',
  'x-amz-server-side-encryption-aws-kms-key-id',
  'x-amz-server-side-encryption-bucket-key-enabled',
  'x-amz-storage-class',
];
const metadataBytesMax = 2048;
const tagsMax = 10;

/** The headers of a write that come back with every read. */
export function keptHeaders(headers: ReadonlyMap<string, string>): Record<string, string> {
  const result: Record<string, string> = {
    'content-type': 'binary/octet-stream',
    'x-amz-server-side-encryption': 'AES256',
  };
  let metadataBytes = 0;
  for (const [name, value] of headers) {
    const metadata = name.startsWith('x-amz-meta-');
    if (metadata) metadataBytes += Buffer.byteLength(name) - 'x-amz-meta-'.length + Buffer.byteLength(value);
    if (!metadata && !kept.includes(name)) continue;
    checkHeader(name, value);
    result[name] = value;
  }
  if (metadataBytes > metadataBytesMax) {
    throw new S3Error('MetadataTooLarge', 'Your metadata headers exceed the maximum allowed metadata size', {
      Size: String(metadataBytes),
      MaxSizeAllowed: String(metadataBytesMax),
    });
  }
  return withoutChunked(result);
}

// `aws-chunked` says how the body travelled and is no property of the object.
function withoutChunked(headers: Record<string, string>): Record<string, string> {
  const { 'content-encoding': encoding, ...others } = headers;
  if (encoding === undefined) return headers;
  const left = encoding.split(',').map((part) => part.trim());
  const value = left.filter((part) => part !== 'aws-chunked' && part !== '').join(',');
  return value === '' ? others : { ...others, 'content-encoding': value };
}

/** The headers that tell how an object is encrypted. */
export function encryptionHeaders(object: StoredObject): Map<string, string> {
  return new Map(
    Object.entries(object.headers).filter(([name]) => name.startsWith('x-amz-server-side-encryption')),
  );
}

/** The headers that tell an object's checksum, if it came with one. */
export function checksumHeaders({ checksum }: StoredObject): Map<string, string> {
  if (!checksum) return new Map();
  return new Map([
    [`x-amz-checksum-${checksum.name}`, checksum.value],
    ['x-amz-checksum-type', 'FULL_OBJECT'],
  ]);
}

/** Refuses what could not be sent as a header again; forms and presigned URLs can carry any text. */
export function checkHeader(name: string, value: string): void {
  if (/^[a-z0-9!#$%&'*+.^_`|~-]+$/.test(name) && /^[\t\x20-\x7e\x80-\xff]*$/.test(value)) return;
  throw new S3Error('InvalidArgument', `The value of ${name} cannot be sent as a header.`, {
    ArgumentName: name,
  });
}

/** Reads the tags of an x-amz-tagging header: written like a query. */
export function readTagHeader(headers: ReadonlyMap<string, string>): Tags {
  const header = headers.get('x-amz-tagging');
  return header === undefined ? [] : checkTags([...new URLSearchParams(header)]);
}

export function checkTags(tags: Tags): Tags {
  if (tags.length > tagsMax) throw new S3Error('InvalidTag', 'Object tags cannot be greater than 10');
  for (const [name, value] of tags) {
    if (name === '' || name.length > 128) {
      throw new S3Error('InvalidTag', 'The TagKey you have provided is invalid', { TagKey: name });
    }
    if (value.length > 256) {
      throw new S3Error('InvalidTag', 'The TagValue you have provided is invalid', { TagValue: value });
    }
  }
  if (new Set(tags.map(([name]) => name)).size < tags.length) {
    throw new S3Error('InvalidTag', 'Cannot provide multiple Tags with the same key');
  }
  return tags;
}
