import * as z from 'zod/mini';
import { demand, wrongType } from '../grammar/check.ts';
import { oneColumn } from '../grammar/column.ts';
import type { Ref } from '../grammar/conditions.ts';
import type { Field, FieldOptions, Wanted } from '../grammar/field.ts';
import { type JsonSchema, oneControl, type Slot } from '../grammar/kind.ts';
import { type Complaint, problemCodes } from '../grammar/problem.ts';
import type { PublishedField } from '../grammar/published.ts';
import { digitsInput, shownNumber } from '../grammar/text-input.ts';
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

const int32 = z.int().check(z.minimum(-(2 ** 31)), z.maximum(2 ** 31 - 1));
const settings = z.object({ min: int32, max: int32 });

// As people and spreadsheets write whole numbers: `1 200`, `12,0`. A comma or point before three digits could
// be either a thousand or a fraction, so it is asked about.
const wholeNumber = /^([-−]?\d{1,3}(?:[\s\u00a0\u202f]?\d{3})*)(?:[.,]0{1,2})?$/;

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
      sv: `Skriv ett heltal, utan decimaler, från ${shownNumber(min, 'sv')} till ${shownNumber(max, 'sv')}.`,
      en: `Enter a whole number, without decimals, from ${shownNumber(min, 'en')} to ${shownNumber(max, 'en')}.`,
    },
  };
  return z.pipe(
    z.pipe(
      fromTyped,
      z.unknown().check(
        demand((value) => typeof value === 'number', wrongType),
        demand(
          (value) => Number.isInteger(value) && Number(value) >= min && Number(value) <= max,
          outOfRange,
        ),
      ),
    ),
    // JSON and JavaScript know a negative zero, the store does not: a repeat would differ from what is kept.
    z.transform((value: unknown) => Number(value) + 0),
  );
}

export { asText as write } from '../grammar/text-input.ts';

export function show(_field: PublishedField, value: unknown, lang: Lang): string {
  return shownNumber(Number(value), lang);
}

export const control = oneControl;

export function input(_field: PublishedField, slot: Slot) {
  return digitsInput(slot);
}

export const columns = oneColumn('int');

export function jsonSchema(field: PublishedField): JsonSchema {
  const { min, max } = settings.parse(field);
  return { type: 'integer', minimum: min, maximum: max };
}
