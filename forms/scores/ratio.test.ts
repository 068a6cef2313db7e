import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partOfSum, v1 as partOfSum1 } from './part-of-sum.ts';
import { ratio, v1 as ratio1 } from './ratio.ts';
import { share, v1 as share1 } from './share.ts';

describe('ratio@1', () => {
  test.each([
    [{ a: 25, b: 2 }, 12.5],
    [{ a: 0, b: 2 }, 0],
    [{ a: -3, b: 2 }, -1.5],
    [{ a: 25, b: 0 }, undefined],
    [{ a: 0, b: 0 }, undefined],
    [{ a: 25 }, undefined],
    [{ b: 2 }, undefined],
    [{ a: 25, b: 'na' }, undefined],
    [{ a: Number.NaN, b: 2 }, undefined],
    [{ a: 1e300, b: 1e-300 }, undefined],
  ])('%j gives %s', (answers, value) => {
    expect(ratio1(answers, ratio('a', 'b'))).toBe(value);
  });
});

describe('share@1', () => {
  test.each([
    [{ a: 20, b: 80 }, 0.25],
    [{ a: 80, b: 80 }, 1],
    [{ a: 0, b: 80 }, 0],
    [{ a: 81, b: 80 }, undefined],
    [{ a: -1, b: 80 }, undefined],
    [{ a: 0, b: 0 }, undefined],
    [{ b: 80 }, undefined],
  ])('%j gives %s', (answers, value) => {
    expect(share1(answers, share('a', 'b'))).toBe(value);
  });
});

describe('part-of-sum@1', () => {
  test.each([
    [{ a: 25, b: 75, c: 0 }, 0.25],
    [{ a: 25, b: 0, c: 0 }, 1],
    [{ a: 0, b: 0, c: 0 }, undefined],
    [{ a: 25, b: 75 }, undefined],
  ])('%j gives %s', (answers, value) => {
    expect(partOfSum1(answers, partOfSum('a', 'b', 'c'))).toBe(value);
  });
});

test('parts of a sum are 1 together', () => {
  const count = fc.integer({ min: 0, max: 1_000_000 });
  fc.assert(
    fc.property(count, count, fc.integer({ min: 1, max: 1_000_000 }), (a, b, c) => {
      const names = ['a', 'b', 'c'];
      const parts = names.map((name) =>
        partOfSum1({ a, b, c }, partOfSum(name, ...names.filter((other) => other !== name))),
      );
      expect(parts.reduce<number>((sum, part) => sum + (part ?? Number.NaN), 0)).toBeCloseTo(1, 12);
    }),
  );
});
