import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { capability, v1 } from './capability.ts';

const statements = ['s1', 's2', 's3', 's4', 's5', 's6', 's7', 's8', 's9'];
const fields = {
  before: statements.map((each) => `${each}_before`),
  now: statements.map((each) => `${each}_now`),
  least: 7,
};

function answering(before: readonly unknown[], now: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries([
    ...before.map((answer, index) => [fields.before[index], answer]),
    ...now.map((answer, index) => [fields.now[index], answer]),
  ]);
}
const found = (answers: Readonly<Record<string, unknown>>) =>
  (['cap_before', 'cap_now', 'cap_delta'] as const).map((result) => v1(answers, capability(result, fields)));

const before = [2, 2, 1, 2, 1, 2, 2, 1, 2];
const now = [3, 3, 2, 3, 2, 2, 3, 2, 2];

describe('capability@1', () => {
  test('nine statements with known results', () => {
    const [one, other, delta] = found(answering(before, now));
    expect(one).toBeCloseTo(1.6667, 4);
    expect(other).toBeCloseTo(2.4444, 4);
    expect(delta).toBeCloseTo(0.7778, 4);
  });

  test('seven answered both times are enough, and what was answered once is left out', () => {
    const answers = answering([5, undefined, ...before.slice(2)], [undefined, 5, ...now.slice(2)]);
    const seven = answering(
      [undefined, undefined, ...before.slice(2)],
      [undefined, undefined, ...now.slice(2)],
    );
    expect(found(answers)).toEqual(found(seven));
    expect(found(answers)[0]).toBeCloseTo(11 / 7, 12);
  });

  test.each([
    ['of six answered both times', answering(before.slice(0, 6), now)],
    ['of only one of the times', answering(before, [])],
    ['of nothing', {}],
    ['of words', answering(before.map(String), now)],
  ])('there is none %s', (_, answers) => {
    expect(found(answers)).toEqual([undefined, undefined, undefined]);
  });

  test('a higher answer now is never a smaller rise, and the same answers are no rise', () => {
    const step = fc.integer({ min: 0, max: 5 });
    const nine = fc.array(step, { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(nine, nine, fc.nat(8), (one, other, place) => {
        const [, , delta] = found(answering(one, other));
        const raised = other.map((answer, index) => (index === place ? 5 : answer));
        expect(Number(found(answering(one, raised))[2])).toBeGreaterThanOrEqual(Number(delta));
        expect(found(answering(one, one))[2]).toBe(0);
      }),
    );
  });
});
