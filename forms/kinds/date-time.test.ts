import { expect, test } from 'vitest';
import { complaintOf } from '../grammar/check.ts';
import { check, columns, show } from './date-time.ts';

const words = { sv: 'Fråga', en: 'Question' };
const field = {
  kind: 'date-time',
  label: words,
  wanted: 'optional',
  zone: 'analytic',
  earliest: '2021-01-01',
  latest: '2026-12-31',
} as const;
const schema = check(field);

test.each([
  ['2026-09-10 13:30', '2026-09-10T13:30'],
  ['2026-09-10T13:30', '2026-09-10T13:30'],
  ['2026-09-10 13.30', '2026-09-10T13:30'],
  ['2026-09-10 kl. 13.30', '2026-09-10T13:30'],
  ['20260910 1330', '2026-09-10T13:30'],
  [' 2026-09-10  9:05 ', '2026-09-10T09:05'],
  ['2026-12-31 23:59', '2026-12-31T23:59'],
])('%s is read as %s', (typed, stored) => {
  expect(schema.safeParse(typed)).toEqual({ success: true, data: stored });
});

test.each([
  ['2026-09-10', '422.7', 'no time'],
  ['13:30', '422.7', 'no day'],
  ['2026-02-29 13:30', '422.7', 'no such day'],
  ['2026-09-10 24:00', '422.7', 'no such hour'],
  ['2026-09-10 13:60', '422.7', 'no such minute'],
  ['2026-09-10T13:30:00Z', '422.7', 'a zone'],
  ['2020-12-31 23:59', '422.6', 'before'],
  ['2027-01-01 00:00', '422.6', 'after'],
  [1_789_047_000_000, '422.3', 'no text'],
] as const)('%s is refused with %s: %s', (typed, code, _why) => {
  const result = schema.safeParse(typed);
  expect(result.success).toBe(false);
  const complaint = complaintOf(result.error?.issues[0]);
  expect(complaint.code).toBe(code);
  expect(JSON.stringify(complaint)).not.toContain(`"${typed}"`);
});

test('is shown as each language writes the time, and the Swedish way is read back', () => {
  expect(show(field, '2026-09-10T13:30', 'sv')).toBe('2026-09-10 kl. 13.30');
  expect(show(field, '2026-09-10T13:30', 'en')).toBe('2026-09-10 13:30');
});

test('is in the lake by the clock on the wall', () => {
  expect(columns()[0]?.cell('2026-07-01T13:30')).toBe(Date.UTC(2026, 6, 1, 13, 30));
});
