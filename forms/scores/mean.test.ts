import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mean, v1 } from './mean.ts';

const of = ['a', 'b', 'c'] as const;

describe('mean@1', () => {
  test.each([
    ['of them all', { a: 3, b: 2, c: 3 }, mean(of, 2), 8 / 3],
    [
      'of those with a number, the reason why there is none left out',
      { a: 1, b: 1, c: 'na' },
      mean(of, 2),
      1,
    ],
    ['with 0 as a number', { a: 0, b: 0, c: 'dk' }, mean(of, 2), 0],
    ['of too few', { a: 2, b: 'dk', c: 'na' }, mean(of, 2), undefined],
    ['of too few, as the others are not answered', { a: 2 }, mean(of, 2), undefined],
    ['of nothing', {}, mean(of, 0), undefined],
    ['by weight', { a: 1, b: 2, c: 6 }, mean(of, 3, [1, 1, 2]), 3.75],
    ['by the weights of those with a number', { a: 1, b: 'na', c: 6 }, mean(of, 2, [1, 7, 4]), 5],
    ['of what weighs nothing', { a: 1, b: 2, c: 3 }, mean(of, 2, [0, 0, 0]), undefined],
  ])('%s', (_, answers, settings, value) => {
    expect(v1(answers, settings)).toEqual(value);
  });

  test('lies between the lowest and the highest, and does not fall when one rises', () => {
    const step = fc.integer({ min: 0, max: 5 });
    fc.assert(
      fc.property(fc.tuple(step, step, step), fc.integer({ min: 0, max: 2 }), ([a, b, c], raised) => {
        const before = v1({ a, b, c }, mean(of, 3)) ?? Number.NaN;
        const after = v1({ a, b, c, [of[raised] ?? 'a']: 5 }, mean(of, 3)) ?? Number.NaN;
        expect(before).toBeGreaterThanOrEqual(Math.min(a, b, c));
        expect(before).toBeLessThanOrEqual(Math.max(a, b, c));
        expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});
