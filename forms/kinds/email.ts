import * as z from 'zod/mini';
import { demand, trimmed } from '../grammar/check.ts';
import { oneColumn } from '../grammar/column.ts';
import type { Ref } from '../grammar/conditions.ts';
import type { Field, FieldOptions, Wanted } from '../grammar/field.ts';
import { type JsonSchema, oneControl, type Slot } from '../grammar/kind.ts';
import { containsPersonnummer } from '../grammar/personnummer.ts';
import { type Complaint, problemCodes } from '../grammar/problem.ts';
import type { PublishedField } from '../grammar/published.ts';
import { textInput } from '../grammar/text-input.ts';
import { personnummer, tooLong } from './text.ts';

interface EmailField<Want extends Wanted, R extends Ref> extends Field<string, Want, R> {
  readonly own?: true;
}

/** One e-mail address. `own`: people give their own, which their browser may fill in. */
export function email<Want extends Wanted, R extends Ref = never>(
  options: FieldOptions<Want, R> & { readonly own?: true },
): EmailField<Want, R> {
  return { kind: 'email', ...options };
}

const settings = z.object({ own: z.optional(z.literal(true)) });

/** RFC 5321 section 4.5.3.1.3: a path of 256 characters, less its angle brackets. */
const lengthMax = 254;

const format: Complaint = {
  code: problemCodes.format,
  message: {
    sv: 'Skriv hela e-postadressen, till exempel namn@foretag.se. Använd inte å, ä eller ö före @.',
    en: 'Enter the whole e-mail address, for example name@company.com. Do not use å, ä or ö before @.',
  },
};

// Quoted names and letters outside ASCII before the @ are allowed by the letter (RFC 5321, RFC 6531), but few
// mail servers take them: what is typed so is nearly always a mistake.
const mailbox = /^(?=.{1,64}$)[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const domain =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+\p{L}[\p{L}\p{M}\p{N}-]{1,62}$/u;

/** Whether the text can be a domain: names with dots between, letters of any language. */
export function isDomain(text: string): boolean {
  return domain.test(text);
}

function isAddress(text: string): boolean {
  const [name = '', host = '', ...more] = text.split('@');
  return more.length === 0 && mailbox.test(name) && isDomain(host);
}

export function check(_field: PublishedField) {
  return z.pipe(
    trimmed(),
    z.pipe(
      z.string().check(
        demand((typed) => typed.length <= lengthMax, tooLong(lengthMax)),
        demand((typed) => !containsPersonnummer(typed), personnummer),
        demand(isAddress, format),
      ),
      // Servers may tell capitals apart before the @, but not after it (RFC 5321 section 2.4).
      z.transform((address: string) => address.replace(/@.*$/, (host) => host.toLowerCase())),
    ),
  );
}

export { asText as write, shownAsText as show } from '../grammar/text-input.ts';

export const control = oneControl;

/** Text, not `email`: a browser would judge it by rules of its own, in its own language. */
export function input(field: PublishedField, slot: Slot) {
  const { own } = settings.parse(field);
  return textInput(slot, { inputMode: 'email', autocomplete: own ? 'email' : 'off' });
}

export const columns = oneColumn('string');

export function jsonSchema(): JsonSchema {
  return { type: 'string', format: 'idn-email', maxLength: lengthMax };
}
