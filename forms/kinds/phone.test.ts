import { expect, test } from 'vitest';
import { complaintOf } from '../grammar/check.ts';
import { check } from './phone.ts';

const words = { sv: 'Fråga', en: 'Question' };
const field = { kind: 'phone', label: words, wanted: 'optional', zone: 'analytic' } as const;
const schema = check(field);

test.each([
  ['019-21 10 00', '+4619211000'],
  ['070-123 45 67', '+46701234567'],
  ['0701234567', '+46701234567'],
  ['070 123 45 67', '+46701234567'],
  ['(019) 21 10 00', '+4619211000'],
  ['019\u201321\u00a010\u00a000', '+4619211000'],
  ['+46 (0)19-21 10 00', '+4619211000'],
  ['0046 19 21 10 00', '+4619211000'],
  ['+358 40 123 4567', '+358401234567'],
])('%s is read as %s', (typed, stored) => {
  expect(schema.safeParse(typed)).toEqual({ success: true, data: stored });
});

test.each([
  ['21 10 00', '422.7', 'no area code'],
  ['112', '422.7', 'a number that only works in Sweden'],
  ['+46 19', '422.7', 'too few digits'],
  ['+46 19 21 10 00 21 10 00 21', '422.7', 'too many digits'],
  ['+0 19 21 10 00', '422.7', 'a country code that begins with 0'],
  ['019-21 10 00 ankn 12', '422.7', 'an extension'],
  ['ring växeln', '422.7', 'words'],
  ['811228-9874', '422.9', 'a personnummer'],
  ['19811228-9874', '422.9', 'a personnummer with its century'],
  ['811228+9874', '422.9', 'a personnummer of somebody over a hundred'],
  ['811228 – 9874', '422.9', 'a personnummer with another dash'],
  ['000101-0008', '422.9', 'a personnummer that begins as a telephone number does'],
])('%s is refused with %s: %s', (typed, code) => {
  const result = schema.safeParse(typed);
  expect(result.success).toBe(false);
  const complaint = complaintOf(result.error?.issues[0]);
  expect(complaint.code).toBe(code);
  expect(JSON.stringify(complaint)).not.toContain(`"${typed}"`);
});
