import * as z from 'zod/mini';
import { demand, isNormalizable, trimmed } from '../grammar/check.ts';
import { oneColumn } from '../grammar/column.ts';
import type { Ref } from '../grammar/conditions.ts';
import type { Field, FieldOptions, Wanted } from '../grammar/field.ts';
import { type JsonSchema, oneControl, type Slot } from '../grammar/kind.ts';
import { containsPersonnummer } from '../grammar/personnummer.ts';
import { type Complaint, problemCodes } from '../grammar/problem.ts';
import type { PublishedField } from '../grammar/published.ts';
import { textInput } from '../grammar/text-input.ts';

interface TextField<Want extends Wanted, R extends Ref> extends Field<string, Want, R> {
  readonly max: number;
}

/** One line of free text, at most `max` characters. */
export function text<Want extends Wanted, R extends Ref = never>(
  options: FieldOptions<Want, R> & { readonly max: number },
): TextField<Want, R> {
  return { kind: 'text', ...options };
}

const settings = z.object({ max: z.number() });

export const tooLong = (max: number): Complaint => ({
  code: problemCodes.tooLong,
  message: {
    sv: `Korta texten till högst ${max} tecken.`,
    en: `Shorten the text to at most ${max} characters.`,
  },
});

export const personnummer: Complaint = {
  code: problemCodes.personnummer,
  message: {
    sv: 'Texten ser ut att innehålla ett personnummer. Ta bort det och skriv om texten.',
    en: 'The text seems to contain a Swedish personal identity number. Remove it and rewrite the text.',
  },
};

const characters: Complaint = {
  code: problemCodes.characters,
  message: {
    sv: 'Texten innehåller tecken som inte går att spara. Skriv om den för hand i stället för att klistra in.',
    en: 'The text contains characters that cannot be kept. Type it by hand instead of pasting.',
  },
};

// Control and lone-surrogate code units cannot be read back by every program that opens the lake. U+FFFD
// stands where a character was lost on the way, as when Latin-1 is sent for UTF-8: that is to be mended.
const unprintable = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\ufffd]/u;

/** A text of nothing but what nobody sees is none. */
function isVisible(typed: string): boolean {
  return typed === '' || /[^\p{C}\p{Z}\u3164\u115f\u1160\u2800]/u.test(typed);
}

/** What every free text is held to, after it has been trimmed. */
export function freeText(max: number, forbidden: RegExp) {
  return z.string().check(
    demand((typed) => !forbidden.test(typed) && isVisible(typed), characters),
    demand(isNormalizable, tooLong(max)),
    demand((typed) => [...typed].length <= max, tooLong(max)),
    demand((typed) => !containsPersonnummer(typed), personnummer),
  );
}

export function check(field: PublishedField) {
  return z.pipe(trimmed(), freeText(settings.parse(field).max, unprintable));
}

export { asText as write, shownAsText as show } from '../grammar/text-input.ts';

export const control = oneControl;

export function input(_field: PublishedField, slot: Slot) {
  return textInput(slot);
}

export const columns = oneColumn('string', true);

export function jsonSchema(field: PublishedField): JsonSchema {
  return { type: 'string', maxLength: settings.parse(field).max };
}
