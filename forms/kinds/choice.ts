import { h, type JSX } from 'preact';
import * as z from 'zod/mini';
import { demand, trimmed } from '../grammar/check.ts';
import { oneColumn } from '../grammar/column.ts';
import type { Ref } from '../grammar/conditions.ts';
import type { Field, FieldOptions, Wanted } from '../grammar/field.ts';
import type { JsonSchema, Slot } from '../grammar/kind.ts';
import { type Complaint, problemCodes } from '../grammar/problem.ts';
import type { PublishedField } from '../grammar/published.ts';
import { asText, controlOf } from '../grammar/text-input.ts';
import { textOf } from '../grammar/typed.ts';
import type { Lang } from '../grammar/words.ts';

export interface Option {
  readonly code: string;
  readonly sv: string;
  readonly en: string;
}
export interface List {
  readonly id: string;
  readonly options: readonly Option[];
}
interface ChoiceField<Code extends string, Want extends Wanted, R extends Ref> extends Field<Code, Want, R> {
  readonly list: string;
  readonly options: readonly Option[];
}

/** One option of a code list. The options are published with the form: a later list changes no old form. */
export function choice<const L extends List, Want extends Wanted, R extends Ref = never>(
  list: L,
  options: FieldOptions<Want, R>,
): ChoiceField<L['options'][number]['code'], Want, R> {
  return { kind: 'choice', list: list.id, options: list.options, ...options };
}

/** Options as they are published. */
export const optionList = z.array(z.object({ code: z.string(), sv: z.string(), en: z.string() }));

const settings = z.object({ options: optionList });

export const notInList: Complaint = {
  code: problemCodes.notInList,
  message: { sv: 'Välj ett av alternativen i listan.', en: 'Choose one of the options in the list.' },
};

export function check(field: PublishedField) {
  const codes = new Set(settings.parse(field).options.map((option) => option.code));
  return z.pipe(trimmed(), z.string().check(demand((code) => codes.has(code), notInList)));
}

export { asText as write } from '../grammar/text-input.ts';

export function show(field: PublishedField, value: unknown, lang: Lang): string {
  const option = settings.parse(field).options.find((candidate) => candidate.code === value);
  return option?.[lang] ?? asText(value);
}

const choose = { sv: 'Välj', en: 'Choose' };

/** More than these are found faster in a list that unfolds. */
const radiosMax = 7;

/** A radio cannot be taken back: a question that may be left out has a list, where `Välj` takes it back. */
export function control(field: PublishedField): 'one' | 'group' {
  const isFew = settings.parse(field).options.length <= radiosMax;
  return isFew && field.wanted !== 'optional' ? 'group' : 'one';
}

export function input(field: PublishedField, slot: Slot): JSX.Element {
  const { options } = settings.parse(field);
  return control(field) === 'group' ? radios(slot, options, field) : select(slot, options);
}

/** A list that unfolds, with nothing chosen until something is; its options in the page's language or in `lang`. */
export function select(slot: Slot, options: readonly Option[], lang?: Lang): JSX.Element {
  return h(
    'select',
    controlOf(slot),
    h('option', { value: '' }, choose[slot.lang]),
    options.map(({ code, ...label }) =>
      h('option', { value: code, selected: code === textOf(slot.typed), lang }, label[slot.lang]),
    ),
  );
}

const noAnswer = { sv: 'Inget svar', en: 'No answer' };

/** A radio for each option. A radio cannot be taken back, so an answer that may be left out has one for that, too. */
export function radios(slot: Slot, options: readonly Option[], { wanted }: PublishedField): JSX.Element {
  const labels = options.map(({ code, ...label }) => h('label', null, radio(slot, code), label[slot.lang]));
  const undo = wanted !== 'required' && h('label', { class: 'undo' }, radio(slot, ''), noAnswer[slot.lang]);
  return h('div', { class: 'options' }, labels, undo);
}

export function radio(slot: Slot, code: string): JSX.Element {
  return h('input', {
    type: 'radio',
    name: slot.name,
    value: code,
    checked: code !== '' && code === textOf(slot.typed),
  });
}

export const columns = oneColumn('string');

export function jsonSchema(field: PublishedField): JsonSchema {
  return { type: 'string', enum: settings.parse(field).options.map((option) => option.code) };
}
