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
import { isDomain } from './email.ts';
import { personnummer } from './text.ts';

/** The address of a web page, stored with its scheme and otherwise as it was typed. */
export function url<Want extends Wanted, R extends Ref = never>(
  options: FieldOptions<Want, R>,
): Field<string, Want, R> {
  return { kind: 'url', ...options };
}

const lengthMax = 500;

const format: Complaint = {
  code: problemCodes.format,
  message: {
    sv: 'Skriv en webbadress, till exempel https://www.foretag.se/om-oss, utan blanksteg.',
    en: 'Enter a web address, for example https://www.company.com/about, without blanks.',
  },
};
const tooLong: Complaint = {
  code: problemCodes.tooLong,
  message: {
    sv: `Ange en adress med högst ${lengthMax} tecken, till exempel den till webbplatsens startsida.`,
    en: `Enter an address of at most ${lengthMax} characters, for example that of the site’s first page.`,
  },
};
const credentials: Complaint = {
  code: problemCodes.format,
  message: {
    sv: 'Ta bort det som står före @ – en webbadress här får inte innehålla användarnamn eller lösenord.',
    en: 'Remove what stands before the @ – a web address here may not contain a user name or password.',
  },
};

/** Phones begin with a capital, and few type the scheme. */
function withScheme(typed: string): string {
  const whole = /^[a-z][a-z\d+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  return whole.replace(/^[^/]+\/\/[^/?#]*/, (schemeAndHost) => schemeAndHost.toLowerCase());
}

function hasCredentials(address: string): boolean {
  return /^[^/]*\/\/[^/?#]*@/.test(address);
}

// A backslash, a quotation mark or what nobody sees makes one program read another address than the next.
const misread = /[\s\p{Cc}\p{Cf}\p{Cs}\ufffd"<>\\]/u;

function isWebAddress(address: string): boolean {
  if (misread.test(address) || !/^https?:\/\/[^/]/.test(address)) return false;
  return URL.canParse(address) && isDomain(new URL(address).hostname);
}

/** Also when its dash is written `%2D`. */
function holdsPersonnummer(address: string): boolean {
  const decoded = address.replace(/%([2-7][\da-f])/gi, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return containsPersonnummer(address) || containsPersonnummer(decoded);
}

export function check(_field: PublishedField) {
  return z.pipe(
    z.pipe(
      trimmed(),
      z.transform((typed: unknown) => (typeof typed === 'string' ? withScheme(typed) : typed)),
    ),
    z.string().check(
      demand((address) => address.length <= lengthMax, tooLong),
      demand((address) => !holdsPersonnummer(address), personnummer),
      demand((address) => !hasCredentials(address), credentials),
      demand(isWebAddress, format),
    ),
  );
}

export { asText as write, shownAsText as show } from '../grammar/text-input.ts';

export const control = oneControl;

export function input(_field: PublishedField, slot: Slot) {
  return textInput(slot, { inputMode: 'url' });
}

export const columns = oneColumn('string');

/** No `format`: å, ä and ö are kept as they were typed, which `uri` does not allow. */
export function jsonSchema(): JsonSchema {
  return { type: 'string', pattern: '^https?://[^/?#@\\s]+([/?#]\\S*)?$', maxLength: lengthMax };
}
