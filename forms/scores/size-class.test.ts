import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sizeClass, v1 } from './size-class.ts';

const own = { headcount: 'staff', turnover: 'turnover', balance: 'balance' } as const;
const group = { headcount: 'g_staff', turnover: 'g_turnover', balance: 'g_balance' } as const;
/** Ten kronor to the euro: 20 million kronor are 2 million euro. */
const found = (answers: Readonly<Record<string, unknown>>) =>
  (['size_class', 'size_basis'] as const).map((result) =>
    v1(answers, sizeClass(result, own, 'in_group', group, 10)),
  );

describe('by staff, where neither turnover nor balance sheet total is known', () => {
  test.each([
    [0, 'micro'],
    [9.99, 'micro'],
    [10, 'small'],
    [49.5, 'small'],
    [50, 'medium'],
    [249.99, 'medium'],
    [250, 'large'],
  ])('%s work units are %s', (staff, code) => {
    expect(found({ staff })).toEqual([code, 'headcount_only']);
  });
});

describe('by staff and one of the two amounts', () => {
  test.each([
    ['both at the limit', { staff: 9, turnover: 20, balance: 20 }, 'micro'],
    ['the turnover over it', { staff: 9, turnover: 20.01, balance: 20 }, 'micro'],
    ['the balance over it', { staff: 9, turnover: 20, balance: 20.01 }, 'micro'],
    ['both over it', { staff: 9, turnover: 20.01, balance: 20.01 }, 'small'],
    ['the only known one over it', { staff: 9, turnover: 20.01 }, 'small'],
    ['the only known one, the balance, at it', { staff: 9, balance: 20 }, 'micro'],
    ['small at the limit', { staff: 49, turnover: 100, balance: 900 }, 'small'],
    ['small, both over', { staff: 49, turnover: 100.1, balance: 100.1 }, 'medium'],
    ['medium by balance', { staff: 249, turnover: 501, balance: 430 }, 'medium'],
    ['medium by turnover', { staff: 249, turnover: 500, balance: 431 }, 'medium'],
    ['medium, both over', { staff: 249, turnover: 500.1, balance: 430.1 }, 'large'],
    ['few people with large amounts', { staff: 3, turnover: 9000, balance: 9000 }, 'large'],
    ['staff decides first', { staff: 250, turnover: 1, balance: 1 }, 'large'],
  ])('%s', (_, answers, code) => {
    expect(found(answers)).toEqual([code, 'full']);
  });
});

describe('a company in a group', () => {
  const inGroup = { staff: 5, turnover: 10, balance: 10, in_group: true };
  test.each([
    [
      'is as large as the group',
      { ...inGroup, g_staff: 1200, g_turnover: 9000, g_balance: 8000 },
      ['large', 'full'],
    ],
    ['by the group’s staff alone', { ...inGroup, g_staff: 60 }, ['medium', 'headcount_only']],
    ['of which nothing is known', inGroup, [undefined, undefined]],
    [
      'that says it is in none has its own size',
      { ...inGroup, in_group: false, g_staff: 1200 },
      ['micro', 'full'],
    ],
    ['that does not say has its own size', { staff: 5, g_staff: 1200 }, ['micro', 'headcount_only']],
  ])('%s', (_, answers, values) => {
    expect(found(answers)).toEqual(values);
  });
});

test('without staff there is no class, and without a rate no amount', () => {
  expect(found({ turnover: 10, balance: 10 })).toEqual([undefined, undefined]);
  const answers = { staff: 9, turnover: 20.01, balance: 20.01 };
  expect(v1(answers, sizeClass('size_basis', own, 'in_group', group, 0))).toBe('headcount_only');
});

test('a company that grows never falls into a smaller class', () => {
  const order = ['micro', 'small', 'medium', 'large'];
  const size = fc.record({
    staff: fc.double({ min: 0, max: 400, noNaN: true }),
    turnover: fc.double({ min: 0, max: 700, noNaN: true }),
    balance: fc.double({ min: 0, max: 700, noNaN: true }),
  });
  fc.assert(
    fc.property(size, size, (one, more) => {
      const grown = {
        staff: one.staff + more.staff,
        turnover: one.turnover + more.turnover,
        balance: one.balance + more.balance,
      };
      const [before, after] = [one, grown].map((each) => order.indexOf(String(found(each)[0])));
      expect(before).toBeGreaterThanOrEqual(0);
      expect(after).toBeGreaterThanOrEqual(Number(before));
    }),
  );
});
