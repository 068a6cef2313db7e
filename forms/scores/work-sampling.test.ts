import { describe, expect, test } from 'vitest';
import { v1, workSampling } from './work-sampling.ts';

const counts = ['va', 'sup', 'nva'] as const;

function found(answers: Readonly<Record<string, unknown>>) {
  return (['ws_va_share', 'ws_ci95', 'low_n'] as const).map((result) =>
    v1(answers, workSampling(result, counts)),
  );
}

describe('work-sampling@1', () => {
  test('171 of 300 add value: 0.570 ± 0.056', () => {
    const [share, interval, isLow] = found({ va: 171, sup: 60, nva: 69 });
    expect(share).toBe(0.57);
    expect(interval).toBeCloseTo(0.056, 3);
    expect(isLow).toBe(false);
  });

  test.each([
    ['99 observations are few', { va: 0, sup: 0, nva: 99 }, [0, 0, true]],
    ['100 are not', { va: 100, sup: 0, nva: 0 }, [1, 0, false]],
    ['none were made', { va: 0, sup: 0, nva: 0 }, [undefined, undefined, undefined]],
    ['a count is missing', { va: 10, sup: 3 }, [undefined, undefined, undefined]],
  ])('%s', (_, answers, values) => {
    expect(found(answers)).toEqual(values);
  });

  test('four times as many observations halve the interval', () => {
    const [, one] = found({ va: 50, sup: 25, nva: 25 });
    const [, four] = found({ va: 200, sup: 100, nva: 100 });
    expect(Number(one) / Number(four)).toBeCloseTo(2, 12);
  });
});
