import { h } from 'preact';
import * as z from 'zod/mini';
import { demand } from '../grammar/check.ts';
import type { Ref } from '../grammar/conditions.ts';
import type { Field, FieldOptions, Wanted } from '../grammar/field.ts';
import type { Column, JsonSchema, Slot } from '../grammar/kind.ts';
import { type Complaint, problemCodes } from '../grammar/problem.ts';
import type { PublishedField } from '../grammar/published.ts';
import type { Lang } from '../grammar/words.ts';

interface IntegerField<Want extends Wanted, R extends Ref> extends Field<number, Want, R> {
  readonly min: number;
  readonly max: number;
}

/** A whole number from `min` to `max`, both within 32 bits. */
export function integer<Want extends Wanted, R extends Ref = never>(
  options: FieldOptions<Want, R> & { readonly min: number; readonly max: number },
): IntegerField<Want, R> {
  return { kind: 'integer', ...options };
}

const settings = z.object({ min: z.int(), max: z.int() });

// As people and spreadsheets write whole numbers: `1 200`, `12,0`. Anything more is not a whole number.
const wholeNumber = /^([-−]?\d{1,3}(?:[\s\u00a0\u202f]?\d{3})*)(?:[.,]0+)?$/;

const fromTyped = z.transform((input: unknown) => {
  if (typeof input !== 'string') return input;
  const [, digits] = wholeNumber.exec(input.trim()) ?? [];
  return digits === undefined
    ? Number.NaN
    : Number(digits.replace(/[\s\u00a0\u202f]/g, '').replace('−', '-'));
});

export function check(field: PublishedField) {
  const { min, max } = settings.parse(field);
  const outOfRange: Complaint = {
    code: problemCodes.outOfRange,
    message: {
      sv: `Skriv ett heltal från ${grouped(min, 'sv')} till ${grouped(max, 'sv')}.`,
      en: `Write a whole number from ${grouped(min, 'en')} to ${grouped(max, 'en')}.`,
    },
  };
  return z.pipe(
    z.pipe(
      fromTyped,
      z
        .union([z.number(), z.nan()])
        .check(demand((value) => Number.isInteger(value) && value >= min && value <= max, outOfRange)),
    ),
    // JSON and JavaScript know a negative zero, the store does not: a repeat would differ from what is kept.
    z.transform((value: number) => value + 0),
  );
}

/** Swedish groups thousands by a non-breaking blank, English by a comma. */
function grouped(value: number, lang: Lang): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, lang === 'sv' ? '\u00a0' : ',');
}

export function write(value: unknown): string {
  return String(value);
}

export function show(_field: PublishedField, value: unknown, lang: Lang): string {
  return grouped(Number(value), lang);
}

export function input(_field: PublishedField, slot: Slot) {
  // Not type=number: it changes by scrolling, and hides what was typed from the server when it is wrong.
  return h('input', {
    type: 'text',
    inputMode: 'numeric',
    class: 'narrow',
    id: slot.id,
    name: slot.name,
    value: slot.value,
    autocomplete: 'off',
    'aria-describedby': slot.describedBy,
    'aria-invalid': slot.invalid || undefined,
  });
}

export const column: Column = { type: 'int', freeText: false };

export function jsonSchema(field: PublishedField): JsonSchema {
  const { min, max } = settings.parse(field);
  return { type: 'integer', minimum: min, maximum: max };
}
