import * as z from 'zod/mini';
import { complain, complaintOf, trimmed } from '../grammar/check.ts';
import { oneColumn } from '../grammar/column.ts';
import type { Ref } from '../grammar/conditions.ts';
import type { Field, FieldOptions, Wanted } from '../grammar/field.ts';
import { type JsonSchema, oneControl, type Slot } from '../grammar/kind.ts';
import { type Complaint, problemCodes } from '../grammar/problem.ts';
import type { PublishedField } from '../grammar/published.ts';
import { textInput } from '../grammar/text-input.ts';
import * as organisationsnummer from './organisationsnummer.ts';

interface CompanyKeyField<Want extends Wanted, R extends Ref> extends Field<string, Want, R> {
  readonly form: string;
}

/**
 * The key of a company: its organisationsnummer, or the number that it got from us when it was registered without one,
 * `EF-000001`, in the form that has the companies. Here only its shape is read: whether we gave such a number is known
 * where the companies are. A company that has a number of its own can be named before it is registered.
 */
export function companyKey<Want extends Wanted, R extends Ref = never>(
  form: string,
  options: FieldOptions<Want, R>,
): CompanyKeyField<Want, R> {
  return { kind: 'company-key', form, ...options };
}

const ours = /^EF[\s\u00a0-]?(\d{6,9})$/i;

/** What to say where the organisationsnummer's own words lead nowhere: there is no next question. */
const complaints: Readonly<Record<string, Complaint>> = {
  [problemCodes.format]: {
    code: problemCodes.format,
    message: {
      sv: 'Skriv företagets organisationsnummer med tio siffror, till exempel 556036-0793, eller dess nyckel, till exempel EF-000001.',
      en: 'Enter the organisationsnummer of the company with ten digits, for example 556036-0793, or its key, for example EF-000001.',
    },
  },
  [problemCodes.personnummer]: {
    code: problemCodes.personnummer,
    message: {
      sv: 'Numret ser ut som ett personnummer, och det sparar vi inte. En enskild firma har en egen nyckel som börjar på EF- och som den får när den registreras.',
      en: 'This looks like a Swedish personal identity number, which we do not keep. A sole trader has a key of its own that begins with EF-, which it gets when it is registered.',
    },
  },
};

export function check(field: PublishedField) {
  const number = organisationsnummer.check(field);
  return z.pipe(
    trimmed(),
    z.transform((typed: unknown, { issues }) => {
      const digits = typeof typed === 'string' ? ours.exec(typed)?.[1] : undefined;
      if (digits !== undefined) return `EF-${digits}`;
      const read = z.safeParse(number, typed);
      if (read.success) return read.data;
      const complaint = complaintOf(read.error.issues[0]);
      complain(issues, [], complaints[complaint.code] ?? complaint);
      return z.NEVER;
    }),
  );
}

export { asText as write, shownAsText as show } from '../grammar/text-input.ts';

export const control = oneControl;

export function input(_field: PublishedField, slot: Slot) {
  return textInput(slot, { class: 'narrow' });
}

export const columns = oneColumn('string');

export function jsonSchema(): JsonSchema {
  return { type: 'string', pattern: '^([0-9]{2}[2-9][0-9]{3}-[0-9]{4}|EF-[0-9]{6,9})$' };
}
