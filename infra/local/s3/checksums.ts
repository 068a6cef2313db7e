import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** The checksums S3 knows by header name (`x-amz-checksum-<name>`), with the length of their value. */
export const checksumBytes = { crc32: 4, crc32c: 4, crc64nvme: 8, sha1: 20, sha256: 32 } as const;

export type ChecksumName = keyof typeof checksumBytes;

type Digest = { update(bytes: Buffer): void; base64(): string };

/** The checksum a name stands for, or undefined. */
export function checksumNamed(name: string): ChecksumName | undefined {
  for (const known of checksumNames) if (known === name) return known;
  return undefined;
}

export const checksumNames: readonly ChecksumName[] = ['crc32', 'crc32c', 'crc64nvme', 'sha1', 'sha256'];

/** A checksum that is fed piece by piece; its value is base64, as in S3's headers. */
export function startDigest(name: ChecksumName | 'md5'): Digest {
  if (name === 'crc32') return startCrc((bytes, value) => crc32(bytes, value));
  if (name === 'crc32c') return startCrc(crc32c);
  if (name === 'crc64nvme') return startCrc64();
  const hash = createHash(name);
  return { update: (bytes) => void hash.update(bytes), base64: () => hash.digest('base64') };
}

function startCrc(step: (bytes: Buffer, value: number) => number): Digest {
  let value = 0;
  return {
    update(bytes) {
      value = step(bytes, value);
    },
    base64() {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(value >>> 0);
      return bytes.toString('base64');
    },
  };
}

// Castagnoli's polynomial, bit-reversed (RFC 3720, appendix B.4).
const crc32cTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1;
  return value >>> 0;
});

function crc32c(bytes: Buffer, before: number): number {
  let value = ~before;
  for (let index = 0; index < bytes.length; index += 1) {
    value = (value >>> 8) ^ (crc32cTable[(value ^ (bytes[index] ?? 0)) & 0xff] ?? 0);
  }
  return ~value >>> 0;
}

// The NVM Express polynomial, bit-reversed, as two 32-bit halves: BigInt would be fifty times slower.
const polynomialHigh = 0x9a6c9329;
const polynomialLow = 0xac4bc9b5;
const crc64High = new Uint32Array(256);
const crc64Low = new Uint32Array(256);
for (let index = 0; index < 256; index += 1) {
  let high = 0;
  let low = index;
  for (let bit = 0; bit < 8; bit += 1) {
    const odd = low & 1;
    low = ((low >>> 1) | (high << 31)) ^ (odd ? polynomialLow : 0);
    high = (high >>> 1) ^ (odd ? polynomialHigh : 0);
  }
  crc64High[index] = high;
  crc64Low[index] = low;
}

function startCrc64(): Digest {
  let high = -1;
  let low = -1;
  return {
    update(bytes) {
      for (let index = 0; index < bytes.length; index += 1) {
        const entry = (low ^ (bytes[index] ?? 0)) & 0xff;
        low = ((low >>> 8) | (high << 24)) ^ (crc64Low[entry] ?? 0);
        high = (high >>> 8) ^ (crc64High[entry] ?? 0);
      }
    },
    base64() {
      const bytes = Buffer.alloc(8);
      bytes.writeUInt32BE(~high >>> 0, 0);
      bytes.writeUInt32BE(~low >>> 0, 4);
      return bytes.toString('base64');
    },
  };
}
