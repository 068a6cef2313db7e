import * as z from 'zod/mini';
import { trimmed } from '../grammar/check.ts';
import type { Column } from '../grammar/column.ts';
import type { Ref } from '../grammar/conditions.ts';
import type { Field, FieldOptions, Wanted } from '../grammar/field.ts';
import { type JsonSchema, oneControl, type Slot } from '../grammar/kind.ts';
import type { PublishedField } from '../grammar/published.ts';
import { shownNumber } from '../grammar/text-input.ts';
import type { Lang, Words } from '../grammar/words.ts';
import * as decimal from './decimal.ts';

interface MoneyField<Want extends Wanted, R extends Ref> extends Field<number, Want, R> {
  readonly min: number;
  readonly max: number;
  /** Behind the control, as that of any number. */
  readonly unit: Words;
}

const kronor = { sv: 'kr', en: 'kr' };

/** An amount in Swedish kronor, with öre when there are some. */
export function money<Want extends Wanted, R extends Ref = never>(
  options: FieldOptions<Want, R> & { readonly min: number; readonly max: number },
): MoneyField<Want, R> {
  return { kind: 'money', unit: kronor, ...options };
}

/** An amount is a number of two decimals with a unit, and is read and kept as one. */
function asDecimal(field: PublishedField): PublishedField {
  return { ...field, decimals: 2, unit: kronor };
}

const withoutCurrency = z.transform((typed: unknown) =>
  typeof typed === 'string' ? typed.replace(/(?:kr\.?|kronor|SEK|:-)$/i, '') : typed,
);

export function check(field: PublishedField) {
  return z.pipe(z.pipe(trimmed(), withoutCurrency), decimal.check(asDecimal(field)));
}

export { asText as write } from '../grammar/text-input.ts';

export function show(_field: PublishedField, value: unknown, lang: Lang): string {
  const shown = shownNumber(Number(value), lang);
  const isTenOre = /[,.]\d$/.test(shown);
  return `${shown}${isTenOre ? '0' : ''}\u00a0kr`;
}

export const control = oneControl;

export function input(field: PublishedField, slot: Slot) {
  return decimal.input(asDecimal(field), slot);
}

export function columns(field: PublishedField): readonly Column[] {
  return decimal.columns(asDecimal(field));
}

export function jsonSchema(field: PublishedField): JsonSchema {
  return decimal.jsonSchema(asDecimal(field));
}
