import { expect, test } from 'vitest';
import { complaintOf } from '../grammar/check.ts';
import { check, columns, show } from './decimal.ts';

const words = { sv: 'Fråga', en: 'Question' };
const field = {
  kind: 'decimal',
  label: words,
  wanted: 'optional',
  zone: 'analytic',
  min: -1000,
  max: 99_999_999_999,
  decimals: 2,
  unit: { sv: 'timmar', en: 'hours' },
} as const;
const schema = check(field);

test.each([
  ['1,15', 1.15],
  ['1.15', 1.15],
  [' 1 234,5 ', 1234.5],
  ['1\u00a0234\u202f567,25', 1_234_567.25],
  ['−2,5', -2.5],
  ['-0', 0],
  [-0, 0],
  ['0,07', 0.07],
  [99_999_999_999.99 - 1, 99_999_999_998.99],
])('%s is read as %s', (typed, stored) => {
  expect(schema.safeParse(typed)).toEqual({ success: true, data: stored });
});

test.each([
  ['1.000', '422.7', 'a thousand or one'],
  ['1,000', '422.7', 'the same with a comma'],
  ['1.234,5', '422.7', 'two separators'],
  ['1 23', '422.7', 'a blank that parts no thousands'],
  [0.1 + 0.2, '422.7', 'what a computation gave'],
  [1e-7, '422.7', 'seven decimals'],
  ['1e3', '422.7', 'an exponent'],
  ['tre', '422.7', 'words'],
  ['-1000,01', '422.6', 'below'],
  ['100 000 000 000', '422.6', 'above'],
  ['8112289874', '422.9', 'a personnummer'],
  [true, '422.3', 'no number'],
] as const)('%s is refused with %s: %s', (typed, code, _why) => {
  const result = schema.safeParse(typed);
  expect(result.success).toBe(false);
  const complaint = complaintOf(result.error?.issues[0]);
  expect(complaint.code).toBe(code);
  expect(JSON.stringify(complaint)).not.toContain(`"${typed}"`);
});

test('is shown with its unit, as each language writes numbers', () => {
  expect(show(field, 1234.5, 'sv')).toBe('1\u00a0234,5\u00a0timmar');
  expect(show(field, -1234.5, 'en')).toBe('-1\u00a0234.5\u00a0hours');
});

test('has a column with as many decimals as it was declared with', () => {
  expect(columns(field)).toMatchObject([{ suffix: '', type: 'decimal(18,2)', comment: 'timmar' }]);
  expect(columns({ ...field, max: 1, decimals: 4 })).toMatchObject([{ type: 'decimal(18,4)' }]);
});

test('cannot be declared with limits that some of its numbers are not exact within', () => {
  expect(() => check({ ...field, max: 1e12 })).toThrow('exact');
  expect(() => check({ ...field, max: 600_000_000_000, decimals: 4 })).toThrow('exact');
});
