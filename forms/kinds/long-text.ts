import { h } from 'preact';
import * as z from 'zod/mini';
import { trimmed } from '../grammar/check.ts';
import { oneColumn } from '../grammar/column.ts';
import type { Ref } from '../grammar/conditions.ts';
import type { Field, FieldOptions, Wanted } from '../grammar/field.ts';
import { type JsonSchema, oneControl, type Slot } from '../grammar/kind.ts';
import type { PublishedField } from '../grammar/published.ts';
import { controlOf } from '../grammar/text-input.ts';
import { textOf } from '../grammar/typed.ts';
import { freeText } from './text.ts';

interface LongTextField<Want extends Wanted, R extends Ref> extends Field<string, Want, R> {
  readonly max: number;
}

/** Free text of several lines, at most `max` characters. */
export function longText<Want extends Wanted, R extends Ref = never>(
  options: FieldOptions<Want, R> & { readonly max: number },
): LongTextField<Want, R> {
  return { kind: 'long-text', ...options };
}

const settings = z.object({ max: z.number() });

// As in a single line, but a line break and a tab are what a text of several lines is made of.
const unprintable = /[^\P{Cc}\n\t]|[\p{Cs}\p{Noncharacter_Code_Point}\ufffd]/u;

/** A browser sends CR LF; one form of line break, so that the same text is the same content. */
const oneLineBreak = z.transform((typed: unknown) =>
  typeof typed === 'string' ? typed.replace(/\r\n?/g, '\n') : typed,
);

export function check(field: PublishedField) {
  return z.pipe(z.pipe(oneLineBreak, trimmed()), freeText(settings.parse(field).max, unprintable));
}

export { asText as write, shownAsText as show } from '../grammar/text-input.ts';

export const control = oneControl;

export function input(_field: PublishedField, slot: Slot) {
  return h('textarea', {
    ...controlOf(slot),
    value: textOf(slot.typed),
    placeholder: ' ',
    rows: 4,
    autocomplete: 'off',
  });
}

export const columns = oneColumn('string', true);

export function jsonSchema(field: PublishedField): JsonSchema {
  return { type: 'string', maxLength: settings.parse(field).max };
}
