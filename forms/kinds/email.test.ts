import { expect, test } from 'vitest';
import { complaintOf } from '../grammar/check.ts';
import { check } from './email.ts';

const words = { sv: 'Fråga', en: 'Question' };
const field = { kind: 'email', label: words, wanted: 'optional', zone: 'analytic' } as const;
const schema = check(field);

test.each([
  [' anna@Foretag.SE ', 'anna@foretag.se'],
  ['Anna.B+c@foretag.se', 'Anna.B+c@foretag.se'],
  ['info@ÅKERI.se', 'info@åkeri.se'],
  ["o'brien@a-b.co.uk", "o'brien@a-b.co.uk"],
])('%s is read as %s', (typed, stored) => {
  expect(schema.safeParse(typed)).toEqual({ success: true, data: stored });
});

test.each([
  ['anna', '422.7', 'no @'],
  ['anna@foretag', '422.7', 'no dot in the domain'],
  ['anna@foretag.se@foretag.se', '422.7', 'two @'],
  ['anna b@foretag.se', '422.7', 'a blank'],
  ['Anna <anna@foretag.se>', '422.7', 'a name and an address'],
  ['anna@foretag.se, bo@foretag.se', '422.7', 'two addresses'],
  ['åsa@foretag.se', '422.7', 'a letter that mail servers seldom take'],
  ['anna..b@foretag.se', '422.7', 'two dots'],
  ['anna@-foretag.se', '422.7', 'a domain that begins with a dash'],
  ['anna@10.0.0.1', '422.7', 'a number for a domain'],
  [`${'a'.repeat(65)}@foretag.se`, '422.7', 'more than 64 characters before the @'],
  [`anna@${'a.'.repeat(130)}se`, '422.4', 'more than 254 characters'],
  ['19811228-9874@foretag.se', '422.9', 'a personnummer'],
  ['811228-9874', '422.9', 'nothing but a personnummer'],
])('%s is refused with %s: %s', (typed, code) => {
  const result = schema.safeParse(typed);
  expect(result.success).toBe(false);
  const complaint = complaintOf(result.error?.issues[0]);
  expect(complaint.code).toBe(code);
  expect(JSON.stringify(complaint)).not.toContain(`"${typed}"`);
});
