import { h } from 'preact';
import * as z from 'zod/mini';
import { demand, trimmed } from '../grammar/check.ts';
import type { Ref } from '../grammar/conditions.ts';
import type { Field, FieldOptions, Wanted } from '../grammar/field.ts';
import type { Column, JsonSchema, Slot } from '../grammar/kind.ts';
import { containsPersonnummer } from '../grammar/personnummer.ts';
import type { PublishedField } from '../grammar/published.ts';
import { controlOf } from '../grammar/text-input.ts';
import { characters, personnummer, tooLong } from './text.ts';

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
  const { max } = settings.parse(field);
  return z.pipe(
    z.pipe(oneLineBreak, trimmed()),
    z.string().check(
      demand((typed) => !unprintable.test(typed), characters),
      demand((typed) => [...typed].length <= max, tooLong(max)),
      demand((typed) => !containsPersonnummer(typed), personnummer),
    ),
  );
}

export function write(value: unknown): string {
  return String(value);
}

export function show(_field: PublishedField, value: unknown): string {
  return write(value);
}

export function input(_field: PublishedField, slot: Slot) {
  return h('textarea', { ...controlOf(slot), value: slot.value, rows: 4, autocomplete: 'off' });
}

export const column: Column = { type: 'string', freeText: true };

export function jsonSchema(field: PublishedField): JsonSchema {
  return { type: 'string', maxLength: settings.parse(field).max };
}
