import * as z from 'zod/mini';
import { demand, trimmed } from '../grammar/check.ts';
import { oneColumn } from '../grammar/column.ts';
import type { Ref } from '../grammar/conditions.ts';
import type { Field, FieldOptions, Wanted } from '../grammar/field.ts';
import { type JsonSchema, oneControl, type Slot } from '../grammar/kind.ts';
import { passesLuhn } from '../grammar/personnummer.ts';
import { type Complaint, problemCodes } from '../grammar/problem.ts';
import type { PublishedField } from '../grammar/published.ts';
import { digitsInput } from '../grammar/text-input.ts';

/**
 * A legal person's organisationsnummer, stored as `NNNNNN-NNNN`.
 *
 * Ten digits of which the last is Luhn's check digit; the third is never below 2, so that the number cannot
 * be taken for a personnummer, where it is part of the month (Skatteverket SKV 709; lag 1974:174). Also read: the
 * twelve-digit form with prefix 16, and the VAT number `SE` + ten digits + `01`. A sole trader's number is
 * the owner's personnummer and is refused: it must never be stored.
 */
export function organisationsnummer<Want extends Wanted, R extends Ref = never>(
  options: FieldOptions<Want, R>,
): Field<string, Want, R> {
  return { kind: 'organisationsnummer', ...options };
}

const format: Complaint = {
  code: problemCodes.format,
  message: {
    sv: 'Skriv organisationsnumret med tio siffror, till exempel 556036-0793.',
    en: 'Enter the organisationsnummer with ten digits, for example 556036-0793.',
  },
};
const checkDigit: Complaint = {
  code: problemCodes.checkDigit,
  message: {
    sv: 'Kontrollera siffrorna – de stämmer inte, och den sista är en kontrollsiffra.',
    en: 'Check the digits – they do not fit together, and the last one is a check digit.',
  },
};
const person: Complaint = {
  code: problemCodes.personnummer,
  message: {
    sv: 'Numret ser ut som ett personnummer, och det sparar vi inte. Lämna fältet tomt och välj Enskild firma i nästa fråga.',
    en: 'This looks like a Swedish personal identity number, which we do not keep. Leave the field empty and choose Sole trader in the next question.',
  },
};

/** Where the number may be left out, nothing else asks why. */
const personOptional: Complaint = {
  code: problemCodes.personnummer,
  message: {
    sv: 'Numret ser ut som ett personnummer, och det sparar vi inte. Lämna fältet tomt.',
    en: 'This looks like a Swedish personal identity number, which we do not keep. Leave the field empty.',
  },
};

/** The ten digits of whatever way the number was written; other input comes back without its separators. */
function withoutForm(typed: string): string {
  const [, ofVat] = /^SE(\d{10})01$/i.exec(typed.replace(/[\s.-]/g, '')) ?? [];
  if (ofVat !== undefined) return ofVat;
  const digits = typed.replace(/[\s\u00a0.+–-]/g, '');
  return /^16\d{10}$/.test(digits) ? digits.slice(2) : digits;
}

/** With its century, a person's number has twelve digits. */
const withCentury = /^(?:18|19|20)\d{10}$/;

/** The month of a personnummer or samordningsnummer stands where a legal person has 20 or more. */
function hasMonth(digits: string): boolean {
  const month = Number(digits.slice(2, 4));
  return month >= 1 && month <= 12;
}

export function check({ wanted }: PublishedField) {
  const isPerson = wanted === 'optional' ? personOptional : person;
  return z.pipe(
    z.pipe(
      trimmed(),
      z.transform((typed: unknown) => (typeof typed === 'string' ? withoutForm(typed) : typed)),
    ),
    z.pipe(
      z.string().check(
        demand((digits) => !withCentury.test(digits), isPerson),
        demand((digits) => /^\d{10}$/.test(digits), format),
        demand(passesLuhn, checkDigit),
        demand((digits) => !hasMonth(digits), isPerson),
        demand((digits) => digits.charAt(2) >= '2', format),
      ),
      z.transform((digits: string) => `${digits.slice(0, 6)}-${digits.slice(6)}`),
    ),
  );
}

export { asText as write, shownAsText as show } from '../grammar/text-input.ts';

export const control = oneControl;

export function input(_field: PublishedField, slot: Slot) {
  return digitsInput(slot);
}

export const columns = oneColumn('string');

export function jsonSchema(): JsonSchema {
  return { type: 'string', pattern: '^[0-9]{2}[2-9][0-9]{3}-[0-9]{4}$' };
}
