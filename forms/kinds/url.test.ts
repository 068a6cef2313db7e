import { expect, test } from 'vitest';
import { complaintOf } from '../grammar/check.ts';
import { check } from './url.ts';

const words = { sv: 'Fråga', en: 'Question' };
const field = { kind: 'url', label: words, wanted: 'optional', zone: 'analytic' } as const;
const schema = check(field);

test.each([
  ['foretag.se', 'https://foretag.se'],
  ['Www.Foretag.se/Om', 'https://www.foretag.se/Om'],
  ['HTTP://foretag.se', 'http://foretag.se'],
  ['foretag.se:8080/om', 'https://foretag.se:8080/om'],
  ['åkeri.se/våra-bilar?a=b#c', 'https://åkeri.se/våra-bilar?a=b#c'],
  ['https://foretag.se/@anna', 'https://foretag.se/@anna'],
])('%s is read as %s', (typed, stored) => {
  expect(schema.safeParse(typed)).toEqual({ success: true, data: stored });
});

test.each([
  ['ftp://foretag.se', '422.7', 'another scheme'],
  ['javascript:alert(1)', '422.7', 'a script'],
  ['https:////foretag.se', '422.7', 'no host'],
  ['localhost', '422.7', 'no domain'],
  ['http://10.0.0.1/', '422.7', 'a number for a domain'],
  ['foretag.se/om oss', '422.7', 'a blank'],
  ['https://foretag.se\\@bank.se', '422.7', 'a backslash'],
  ['https://anna:hemligt@foretag.se', '422.7', 'a password'],
  ['anna@foretag.se', '422.7', 'an e-mail address'],
  [`foretag.se/${'a'.repeat(500)}`, '422.4', 'more than 500 characters'],
  ['foretag.se/811228-9874', '422.9', 'a personnummer'],
  ['foretag.se/?p=811228%2D9874', '422.9', 'a personnummer with an escaped dash'],
])('%s is refused with %s: %s', (typed, code) => {
  const result = schema.safeParse(typed);
  expect(result.success).toBe(false);
  const complaint = complaintOf(result.error?.issues[0]);
  expect(complaint.code).toBe(code);
  expect(JSON.stringify(complaint)).not.toContain(`"${typed}"`);
});
