import { expect, test } from 'vitest';
import { startDigest } from './checksums.ts';

// The catalogue of parametrised CRC algorithms gives every CRC by its value for "123456789".
test.each([
  { name: 'crc32', hex: 'cbf43926' },
  { name: 'crc32c', hex: 'e3069283' },
  { name: 'crc64nvme', hex: 'ae8b14860a799888' },
  { name: 'sha1', hex: 'f7c3bc1d808e04732adf679965ccc34ca7ae3441' },
  { name: 'sha256', hex: '15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225' },
  { name: 'md5', hex: '25f9e794323b453885f5181f1b624d0b' },
] as const)('$name of 123456789 is $hex, in one piece or in two', ({ name, hex }) => {
  const whole = startDigest(name);
  whole.update(Buffer.from('123456789'));
  const halves = startDigest(name);
  halves.update(Buffer.from('1234'));
  halves.update(Buffer.from('56789'));
  const expected = Buffer.from(hex, 'hex').toString('base64');
  expect([whole.base64(), halves.base64()]).toEqual([expected, expected]);
});
