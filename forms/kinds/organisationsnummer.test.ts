import { expect, test } from 'vitest';
import { complaintOf } from '../grammar/check.ts';
import { check } from './organisationsnummer.ts';

const words = { sv: 'Nummer', en: 'Number' };
const schema = check({ kind: 'organisationsnummer', label: words, wanted: 'optional', zone: 'analytic' });

test.each([
  ['212000-0142', '212000-0142'],
  ['212000-1355', '212000-1355'],
  ['556036-0793', '556036-0793'],
  ['212000-1967', '212000-1967'],
  ['232100-0164', '232100-0164'],
  ['5560360793', '556036-0793'],
  [' 556036 0793 ', '556036-0793'],
  ['556036–0793', '556036-0793'],
  ['165560360793', '556036-0793'],
  ['16556036-0793', '556036-0793'],
  ['SE556036079301', '556036-0793'],
  ['se 556036-0793 01', '556036-0793'],
  ['559900-0006', '559900-0006'],
  ['559900-0014', '559900-0014'],
  ['559900-0022', '559900-0022'],
  ['559900-0030', '559900-0030'],
])('%s is read as %s', (typed, stored) => {
  expect(schema.safeParse(typed)).toEqual({ success: true, data: stored });
});

test('whose personnummer it is is told to leave it out, and to say why only where that is asked', () => {
  const told = (wanted: 'optional' | 'required') => {
    const field = { kind: 'organisationsnummer', label: words, wanted, zone: 'analytic' } as const;
    return complaintOf(check(field).safeParse('811228-9874').error?.issues[0]).message.sv;
  };
  expect(told('optional')).toMatch(/Lämna fältet tomt\.$/);
  expect(told('required')).toMatch(/välj Enskild firma i nästa fråga\.$/);
});

test.each([
  ['811228-9874', '422.9', 'a personnummer'],
  ['19811228-9874', '422.9', 'a personnummer with its century'],
  ['198112289874', '422.9', 'the same without dash'],
  ['811228+9874', '422.9', 'a personnummer of somebody over a hundred'],
  ['16811228-9874', '422.9', 'a personnummer with the prefix of a company'],
  ['SE811228987401', '422.9', 'the VAT number of a sole trader'],
  ['701063-2391', '422.9', 'a samordningsnummer'],
  ['181231-0000', '422.8', 'a mistyped personnummer, which is not read as one'],
  ['559999-9999', '422.8', 'a wrong check digit'],
  ['556036-0794', '422.8', 'a wrong check digit'],
  ['001900-0009', '422.7', 'a third digit below two that is no month'],
  ['55603-0793', '422.7', 'nine digits'],
  ['556036-07931', '422.7', 'eleven digits'],
  ['SE55603607930', '422.7', 'half a VAT number'],
  ['saknas', '422.7', 'words'],
  ['５５６０３６-０７９３', '422.7', 'digits of another script'],
])('%s is refused with %s: %s', (typed, code) => {
  const result = schema.safeParse(typed);
  expect(result.success).toBe(false);
  const complaint = complaintOf(result.error?.issues[0]);
  expect(complaint.code).toBe(code);
  expect(JSON.stringify(complaint)).not.toContain(typed);
});
