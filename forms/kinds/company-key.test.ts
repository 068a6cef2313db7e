import { expect, test } from 'vitest';
import { complaintOf } from '../grammar/check.ts';
import { check } from './company-key.ts';

const words = { sv: 'Företag', en: 'Company' };
const schema = check({ kind: 'company-key', label: words, wanted: 'optional', zone: 'analytic' });

test.each([
  ['556036-0793', '556036-0793'],
  ['SE556036079301', '556036-0793'],
  ['EF-000001', 'EF-000001'],
  [' ef 000001 ', 'EF-000001'],
  ['Ef1234567', 'EF-1234567'],
])('%s is read as %s', (typed, stored) => {
  expect(schema.safeParse(typed)).toEqual({ success: true, data: stored });
});

test.each([
  ['811228-9874', '422.9', 'EF-'],
  ['19811228-9874', '422.9', 'EF-'],
  ['559999-9999', '422.8', 'kontrollsiffra'],
  ['EF-1', '422.7', 'EF-000001'],
  ['Verkstaden AB', '422.7', 'EF-000001'],
])('%s is refused with %s and told of %s', (typed, code, words) => {
  const complaint = complaintOf(schema.safeParse(typed).error?.issues[0]);
  expect(complaint).toEqual({
    code,
    message: { sv: expect.stringContaining(words), en: expect.stringMatching(/\S/) },
  });
  expect(JSON.stringify(complaint)).not.toContain(typed);
});
