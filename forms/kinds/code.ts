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
import type { Words } from '../grammar/words.ts';
import { personnummer } from './text.ts';

interface Form {
  /** What the whole code is like, as a regular expression (ECMA-262, `u`); digits are written `[0-9]`. */
  readonly pattern: string;
  /** What to say of anything else: a sentence of its own. */
  readonly format: Words;
}
interface CodeField<Want extends Wanted, R extends Ref> extends Field<string, Want, R>, Form {}

/** A code of a fixed form, such as somebody else's register has: no free text. Kept as it was typed. */
export function code<Want extends Wanted, R extends Ref = never>(
  options: FieldOptions<Want, R> & Form,
): CodeField<Want, R> {
  return { kind: 'code', ...options };
}

const settings = z.object({ pattern: z.string(), format: z.object({ sv: z.string(), en: z.string() }) });

/** Longer than any code, and short enough for any pattern. */
const lengthMax = 40;

function whole(pattern: string): string {
  return `^(?:${pattern})$`;
}

export function check(field: PublishedField) {
  const { pattern, format } = settings.parse(field);
  const shape = new RegExp(whole(pattern), 'u');
  const misshapen: Complaint = { code: problemCodes.format, message: format };
  return z.pipe(
    trimmed(),
    z.string().check(
      demand((typed) => typed.length <= lengthMax, misshapen),
      demand((typed) => !containsPersonnummer(typed), personnummer),
      demand((typed) => shape.test(typed), misshapen),
    ),
  );
}

export { asText as write, shownAsText as show } from '../grammar/text-input.ts';

export const control = oneControl;

export function input(_field: PublishedField, slot: Slot) {
  return textInput(slot, { class: 'narrow' });
}

export const columns = oneColumn('string');

export function jsonSchema(field: PublishedField): JsonSchema {
  return { type: 'string', pattern: whole(settings.parse(field).pattern), maxLength: lengthMax };
}
