import * as z from 'zod/mini';
import { demand, trimmed } from '../grammar/check.ts';
import { oneColumn } from '../grammar/column.ts';
import type { Ref } from '../grammar/conditions.ts';
import type { Field, FieldOptions, Wanted } from '../grammar/field.ts';
import { type JsonSchema, oneControl, type Slot } from '../grammar/kind.ts';
import { type Complaint, problemCodes } from '../grammar/problem.ts';
import type { PublishedField } from '../grammar/published.ts';
import { textInput } from '../grammar/text-input.ts';
import { textOf } from '../grammar/typed.ts';
import { select } from './choice.ts';

interface ReferenceField<Want extends Wanted, R extends Ref> extends Field<string, Want, R> {
  readonly form?: string;
  readonly forms?: readonly string[];
}

/**
 * The id of a record of another form, or of one of several. Here only its shape is read: whether the record exists is
 * known where the records are.
 */
export function reference<Want extends Wanted, R extends Ref = never>(
  form: string | readonly string[],
  options: FieldOptions<Want, R>,
): ReferenceField<Want, R> {
  return { kind: 'reference', ...(typeof form === 'string' ? { form } : { forms: form }), ...options };
}

/** A UUIDv7 (RFC 9562 section 5.7), which every record's id is. */
const uuidv7 = '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$';

const format: Complaint = {
  code: problemCodes.format,
  message: {
    sv: 'Ange hela id:t för posten: 36 tecken, siffror och a–f med bindestreck emellan.',
    en: 'Enter the whole id of the record: 36 characters, digits and a–f with dashes between.',
  },
};

export function check(_field: PublishedField) {
  const shape = new RegExp(uuidv7);
  return z.pipe(
    z.pipe(
      trimmed(),
      z.transform((typed: unknown) => (typeof typed === 'string' ? typed.toLowerCase() : typed)),
    ),
    z.string().check(demand((id) => shape.test(id), format)),
  );
}

export { asText as write, shownAsText as show } from '../grammar/text-input.ts';

export const control = oneControl;

/** A list of the records to choose from, where the page knows some; else the id is written. */
export function input(_field: PublishedField, slot: Slot) {
  const { offered = [] } = slot;
  if (offered.length === 0) return textInput(slot);
  const typed = textOf(slot.typed);
  const isOther = typed !== '' && offered.every(({ id }) => id !== typed);
  const all = isOther ? [{ id: typed, called: typed }, ...offered] : offered;
  return select(
    slot,
    all.map(({ id, called }) => ({ code: id, sv: called, en: called })),
    // A record is called what staff wrote.
    'sv',
  );
}

export const columns = oneColumn('string');

export function jsonSchema(): JsonSchema {
  return { type: 'string', format: 'uuid', pattern: uuidv7 };
}
