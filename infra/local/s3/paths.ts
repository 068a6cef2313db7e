import { createHash } from 'node:crypto';
import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';

// File systems allow 255 bytes in a name and 4096 in a path.
const segmentMax = 200;
const pathMax = 1500;

// No escaped key can begin with this: an escape is `%` and two hexadecimal digits.
const asideFolder = '%aside';

const plainByte = /[a-z0-9._=+,@~-]/;
const plainCapital = /[A-Z]/;
// Windows and macOS take `A` and `a` for the same file, so there capitals are escaped as well.
const capitalsArePlain = process.platform === 'linux';
const windowsDevice = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * Where the body of an object lies, for programs that read the files themselves.
 *
 * A key of letters, digits and `._=+,@~-` is its own path: `a/b.parquet` is `<folder>/<bucket>/a/b.parquet`.
 * Every other byte is `%` and two hexadecimal digits; so is a last dot of a segment (`..` becomes `.%2E`)
 * and the first letter of a name Windows reserves. An empty segment is `%`. A key that is too long for a
 * file name, and one whose place is taken because a shorter or longer key made it a file or a folder
 * (`c` beside `c/d`), lies in `<bucket>/%aside/` under the SHA-256 of the key.
 */
export function objectPath(folder: string, bucket: string, key: string): string {
  if (!isBucketName(bucket)) throw new Error(`objectPath expected the name of a bucket, got "${bucket}".`);
  const aside = join(folder, bucket, asidePath(key));
  const plain = plainPath(key);
  return plain === undefined || existsSync(aside) ? aside : join(folder, bucket, plain);
}

/** The rule for names of buckets; it also keeps them from being paths. */
export function isBucketName(name: string): boolean {
  return /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) && !name.includes('..') && !/^[\d.]+$/.test(name);
}

/** A path, relative to its bucket's folder, where a new object can be put; see objectPath for the rule. */
export function freePath(bucketFolder: string, key: string): string {
  const plain = plainPath(key);
  if (plain === undefined) return asidePath(key);
  const segments = plain.split('/');
  for (let count = 1; count < segments.length; count += 1) {
    const parent = lstatSync(join(bucketFolder, ...segments.slice(0, count)), { throwIfNoEntry: false });
    if (!parent) return plain;
    if (!parent.isDirectory()) return asidePath(key);
  }
  const own = lstatSync(join(bucketFolder, plain), { throwIfNoEntry: false });
  return own?.isDirectory() ? asidePath(key) : plain;
}

function asidePath(key: string): string {
  return `${asideFolder}/${createHash('sha256').update(key).digest('hex')}`;
}

function plainPath(key: string): string | undefined {
  const segments = key.split('/').map(escapeSegment);
  const path = segments.join('/');
  if (path.length > pathMax || segments.some((segment) => segment.length > segmentMax)) return undefined;
  return path;
}

function escapeSegment(segment: string): string {
  if (segment === '') return '%';
  const device = windowsDevice.test(segment);
  let escaped = '';
  const bytes = Buffer.from(segment);
  for (const [index, byte] of bytes.entries()) {
    const character = String.fromCharCode(byte);
    const lastDot = character === '.' && index === bytes.length - 1;
    const firstOfDevice = device && index === 0;
    const plain = plainByte.test(character) || (capitalsArePlain && plainCapital.test(character));
    escaped += plain && !lastDot && !firstOfDevice ? character : escapeByte(byte);
  }
  return escaped;
}

function escapeByte(byte: number): string {
  return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}
