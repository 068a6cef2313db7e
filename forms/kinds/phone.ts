import * as z from 'zod/mini';
import { demand, trimmed } from '../grammar/check.ts';
import { oneColumn } from '../grammar/column.ts';
import type { Ref } from '../grammar/conditions.ts';
import type { Field, FieldOptions, Wanted } from '../grammar/field.ts';
import { type JsonSchema, oneControl, type Slot } from '../grammar/kind.ts';
import { beginsWithBirthday, passesLuhn } from '../grammar/personnummer.ts';
import { type Complaint, problemCodes } from '../grammar/problem.ts';
import type { PublishedField } from '../grammar/published.ts';
import { textInput } from '../grammar/text-input.ts';
import { personnummer } from './text.ts';

interface PhoneField<Want extends Wanted, R extends Ref> extends Field<string, Want, R> {
  readonly own?: true;
}

/**
 * A telephone number, Swedish or international, stored as in E.164: `+` and 7 to 15 digits. `own`: people
 * give their own, which their browser may fill in.
 */
export function phone<Want extends Wanted, R extends Ref = never>(
  options: FieldOptions<Want, R> & { readonly own?: true },
): PhoneField<Want, R> {
  return { kind: 'phone', ...options };
}

const settings = z.object({ own: z.optional(z.literal(true)) });

const format: Complaint = {
  code: problemCodes.format,
  message: {
    sv: 'Skriv ett telefonnummer med riktnummer, till exempel 019-21 10 00, eller med + och landsnummer.',
    en: 'Enter a phone number with its area code, for example 019-21 10 00, or with + and the country code.',
  },
};

// Ten digits alone may be either, and 070 123 45 67 begins with a birthday: only the sign before the last
// four digits tells a personnummer from a telephone number.
const writtenAsPersonnummer = /(?<!\d)(?:18|19|20)?(\d{6})\s?[\p{Pd}−+/]{1,2}\s?(\d{4})(?!\d)/u;

function isPersonnummer(typed: string): boolean {
  const [, birthday = '', rest = ''] = writtenAsPersonnummer.exec(typed) ?? [];
  const digits = birthday + rest;
  return digits !== '' && beginsWithBirthday(digits) && passesLuhn(digits);
}

/** As E.164 has it; what does not begin with `+`, `00` or an area code comes back without its separators. */
function international(typed: string): string {
  return (
    typed
      .replace(/[\s\p{Pd}−().·/]/gu, '')
      .replace(/^00/, '+')
      .replace(/^0/, '+46')
      // The 0 of the area code is not dialled from abroad, but many write it: +46 (0)19.
      .replace(/^\+460/, '+46')
  );
}

export function check(_field: PublishedField) {
  return z.pipe(
    trimmed(),
    z.pipe(
      z.string().check(demand((typed) => !isPersonnummer(typed), personnummer)),
      z.pipe(
        z.transform(international),
        z.string().check(demand((number) => /^\+[1-9]\d{6,14}$/.test(number), format)),
      ),
    ),
  );
}

export { asText as write, shownAsText as show } from '../grammar/text-input.ts';

export const control = oneControl;

export function input(field: PublishedField, slot: Slot) {
  const { own } = settings.parse(field);
  return textInput(slot, {
    inputMode: 'tel',
    autocomplete: own ? 'tel' : 'off',
    class: 'narrow',
  });
}

export const columns = oneColumn('string');

export function jsonSchema(): JsonSchema {
  return { type: 'string', pattern: '^\\+[1-9][0-9]{6,14}$' };
}
