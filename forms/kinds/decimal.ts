import * as z from 'zod/mini';
import { demand, trimmed, wrongType } from '../grammar/check.ts';
import { type Column, cell } from '../grammar/column.ts';
import type { Ref } from '../grammar/conditions.ts';
import type { Field, FieldOptions, Wanted } from '../grammar/field.ts';
import { type JsonSchema, oneControl, type Slot } from '../grammar/kind.ts';
import { containsPersonnummer } from '../grammar/personnummer.ts';
import { type Complaint, problemCodes } from '../grammar/problem.ts';
import type { PublishedField } from '../grammar/published.ts';
import { shownNumber, textInput } from '../grammar/text-input.ts';
import type { Lang, Words } from '../grammar/words.ts';
import { personnummer } from './text.ts';

interface Limits {
  readonly min: number;
  readonly max: number;
  readonly decimals: 1 | 2 | 3 | 4;
  /** Stands after the number: `timmar`. */
  readonly unit?: Words;
}
interface DecimalField<Want extends Wanted, R extends Ref> extends Field<number, Want, R>, Limits {}

/** A number from `min` to `max` with at most so many decimals, kept exactly as it was typed. */
export function decimal<Want extends Wanted, R extends Ref = never>(
  options: FieldOptions<Want, R> & Limits,
): DecimalField<Want, R> {
  return { kind: 'decimal', ...options };
}

const settings = z
  .object({
    min: z.number(),
    max: z.number(),
    decimals: z.literal([1, 2, 3, 4]),
    unit: z.optional(z.object({ sv: z.string(), en: z.string() })),
  })
  .check(
    z.refine(
      ({ min, max, decimals }) => [min, max].every((limit) => isExact(limit, decimals)),
      'expected limits within which every number with these decimals is exact',
    ),
  );

/**
 * Up to here a JavaScript number tells every step of the last decimal apart. Numbers next to each other are at
 * most 2^-52 of their size apart (IEEE 754).
 */
function isExact(limit: number, decimals: number): boolean {
  return Math.abs(limit) < 1e12 && Math.abs(limit) * 10 ** decimals <= 2 ** 52;
}

/** More decimals than declared are asked about: `1.000` could be a thousand as well as one. */
function unreadable(decimals: number): Complaint {
  const most = decimals === 1 ? { sv: '1 decimal', en: '1 decimal place' } : several(decimals);
  return {
    code: problemCodes.format,
    message: {
      sv: `Skriv ett tal med högst ${most.sv}, utan punkt eller komma mellan tusental, till exempel 1234,5.`,
      en: `Enter a number with at most ${most.en} and no thousands separator, for example 1234.5.`,
    },
  };
}

function several(decimals: number): Words {
  return { sv: `${decimals} decimaler`, en: `${decimals} decimal places` };
}

/** As people and spreadsheets write: blanks between thousands, a comma or a point before the fraction. */
function fromTyped(decimals: number) {
  const written = new RegExp(`^([-−]?)(\\d{1,3}(?:\\s\\d{3})+|\\d+)(?:[.,](\\d{1,${decimals}}))?$`);
  return z.transform((input: unknown) => {
    if (typeof input !== 'string') return input;
    const [, sign, whole, fraction = '0'] = written.exec(input) ?? [];
    return whole === undefined ? Number.NaN : Number(`${sign && '-'}${whole.replace(/\s/g, '')}.${fraction}`);
  });
}

export function check(field: PublishedField) {
  const { min, max, decimals, unit } = settings.parse(field);
  const outOfRange: Complaint = {
    code: problemCodes.outOfRange,
    message: {
      sv: `Skriv ett tal från ${shownNumber(min, 'sv')} till ${withUnit(max, 'sv', unit)}.`,
      en: `Enter a number from ${shownNumber(min, 'en')} to ${withUnit(max, 'en', unit)}.`,
    },
  };
  // The shortest text that reads back as the number: 0.1 + 0.2 has seventeen decimals.
  const written = new RegExp(`^-?\\d+(?:\\.\\d{1,${decimals}})?$`);
  return z.pipe(
    z.pipe(
      z.pipe(trimmed(), fromTyped(decimals)),
      z.unknown().check(
        demand((value) => typeof value === 'number', wrongType),
        demand((value) => written.test(String(value)), unreadable(decimals)),
        demand((value) => Number(value) >= min && Number(value) <= max, outOfRange),
        demand((value) => !containsPersonnummer(String(value)), personnummer),
      ),
    ),
    // JSON and JavaScript know a negative zero, the store does not: a repeat would differ from what is kept.
    z.transform((value: unknown) => Number(value) + 0),
  );
}

export { asText as write } from '../grammar/text-input.ts';

export function show(field: PublishedField, value: unknown, lang: Lang): string {
  return withUnit(Number(value), lang, settings.parse(field).unit);
}

function withUnit(value: number, lang: Lang, unit: Words | undefined): string {
  return shownNumber(value, lang) + (unit === undefined ? '' : `\u00a0${unit[lang]}`);
}

export const control = oneControl;

/** A phone's keypad for decimals may lack the minus sign. */
export function input(field: PublishedField, slot: Slot) {
  const { min } = settings.parse(field);
  return textInput(slot, { class: 'narrow', ...(min >= 0 && { inputMode: 'decimal' }) });
}

export function columns(field: PublishedField): readonly Column[] {
  const { decimals, unit } = settings.parse(field);
  const type = `decimal(18,${decimals})` as const;
  return [{ suffix: '', type, freeText: false, cell, ...(unit && { comment: unit.sv }) }];
}

/** No `multipleOf`: validators divide, and 0.07 / 0.01 is not whole in binary fractions. */
export function jsonSchema(field: PublishedField): JsonSchema {
  const { min, max } = settings.parse(field);
  return { type: 'number', minimum: min, maximum: max };
}
