import { expect, test } from 'vitest';
import { instrumentVersion, v1 } from './instrument-version.ts';

test('the version is what is declared, whatever is answered', () => {
  expect(v1({}, instrumentVersion('pmm30-1.0'))).toBe('pmm30-1.0');
});
