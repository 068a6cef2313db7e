import * as z from 'zod/mini';
import { demand } from '../grammar/check.ts';
import { oneColumn } from '../grammar/column.ts';
import type { Ref } from '../grammar/conditions.ts';
import type { Field, FieldOptions, Wanted } from '../grammar/field.ts';
import { groupOfControls, type JsonSchema, type Slot } from '../grammar/kind.ts';
import { type Complaint, problemCodes } from '../grammar/problem.ts';
import type { PublishedField } from '../grammar/published.ts';
import type { Lang } from '../grammar/words.ts';
import { radios } from './choice.ts';

/** Yes or no, kept as true or false. */
export function yesNo<Want extends Wanted, R extends Ref = never>(
  options: FieldOptions<Want, R>,
): Field<boolean, Want, R> {
  return { kind: 'yes-no', ...options };
}

const yes = { code: 'yes', sv: 'Ja', en: 'Yes' };
const no = { code: 'no', sv: 'Nej', en: 'No' };

const yesOrNo: Complaint = {
  code: problemCodes.wrongType,
  message: { sv: 'Svara Ja eller Nej (true eller false).', en: 'Answer Yes or No (true or false).' },
};

const typedAnswers = new Map<unknown, boolean>([
  [yes.code, true],
  [no.code, false],
]);

export function check(_field: PublishedField) {
  return z.pipe(
    z.transform((input: unknown) => typedAnswers.get(input) ?? input),
    z.unknown().check(demand((answer) => typeof answer === 'boolean', yesOrNo)),
  );
}

function optionOf(value: unknown) {
  return value === true ? yes : no;
}

export function write(value: unknown): string {
  return optionOf(value).code;
}

export function show(_field: PublishedField, value: unknown, lang: Lang): string {
  return optionOf(value)[lang];
}

export const control = groupOfControls;

export function input(field: PublishedField, slot: Slot) {
  return radios(slot, [yes, no], field);
}

export const columns = oneColumn('boolean');

export function jsonSchema(): JsonSchema {
  return { type: 'boolean' };
}
