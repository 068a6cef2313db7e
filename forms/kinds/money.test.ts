import { expect, test } from 'vitest';
import { complaintOf } from '../grammar/check.ts';
import { check, show } from './money.ts';

const words = { sv: 'Fråga', en: 'Question' };
const field = {
  kind: 'money',
  label: words,
  wanted: 'optional',
  zone: 'analytic',
  min: 0,
  max: 10_000_000,
} as const;
const schema = check(field);

test.each([
  ['1 200 kr', 1200],
  ['1\u00a0200,50\u00a0KR', 1200.5],
  ['1 200 SEK', 1200],
  ['12 000:-', 12_000],
  ['500 kronor', 500],
  ['0,5', 0.5],
  [1200.25, 1200.25],
])('%s is read as %s', (typed, stored) => {
  expect(schema.safeParse(typed)).toEqual({ success: true, data: stored });
});

test.each([
  ['1.200', '422.7', 'a thousand or one'],
  ['1 200 EUR', '422.7', 'another currency'],
  ['kr', '422.7', 'no amount'],
  [0.005, '422.7', 'half an öre'],
  ['-1', '422.6', 'below'],
  ['10 000 001 kr', '422.6', 'above'],
] as const)('%s is refused with %s: %s', (typed, code, _why) => {
  const result = schema.safeParse(typed);
  expect(result.success).toBe(false);
  const complaint = complaintOf(result.error?.issues[0]);
  expect(complaint.code).toBe(code);
  expect(JSON.stringify(complaint)).not.toContain(`"${typed}"`);
});

test('is shown with öre only when there are some', () => {
  expect(show(field, 1234, 'sv')).toBe('1\u00a0234\u00a0kr');
  expect(show(field, 1234.5, 'sv')).toBe('1\u00a0234,50\u00a0kr');
  expect(show(field, 1234.05, 'en')).toBe('1\u00a0234.05\u00a0kr');
});
