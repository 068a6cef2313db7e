import { h } from 'preact';
import * as z from 'zod/mini';
import { demand } from '../grammar/check.ts';
import { oneColumn } from '../grammar/column.ts';
import type { Ref } from '../grammar/conditions.ts';
import type { Field, FieldOptions, Wanted } from '../grammar/field.ts';
import { groupOfControls, type JsonSchema, type Slot } from '../grammar/kind.ts';
import { type Complaint, problemCodes } from '../grammar/problem.ts';
import type { PublishedField } from '../grammar/published.ts';
import { textsOf } from '../grammar/typed.ts';
import type { Lang } from '../grammar/words.ts';
import { type List, type Option, optionList } from './choice.ts';

interface ChoicesField<Code extends string, Want extends Wanted, R extends Ref>
  extends Field<readonly Code[], Want, R> {
  readonly list: string;
  readonly options: readonly Option[];
  readonly alone?: readonly Code[] | undefined;
}

/** Any number of options of a code list, at least one when answered; kept in the order of the list. */
export function choices<const L extends List, Want extends Wanted, R extends Ref = never>(
  list: L,
  options: FieldOptions<Want, R> & {
    /** Options that rule out every other, such as `Inget`. */
    readonly alone?: readonly L['options'][number]['code'][];
  },
): ChoicesField<L['options'][number]['code'], Want, R> {
  return { kind: 'choices', list: list.id, options: list.options, ...options };
}

const settings = z.object({ options: optionList, alone: z.optional(z.array(z.string())) });

const notInList: Complaint = {
  code: problemCodes.notInList,
  message: { sv: 'Välj bland alternativen i listan.', en: 'Choose among the options in the list.' },
};

const notTogether = (names: { readonly sv: string; readonly en: string }): Complaint => ({
  code: problemCodes.together,
  message: {
    sv: `Välj antingen ”${names.sv}” eller något av de andra alternativen, inte båda.`,
    en: `Choose either “${names.en}” or among the other options, not both.`,
  },
});

/** A page sends one ticked box as a text, and a box that is not ticked not at all. */
const several = z.transform((input: unknown) => (typeof input === 'string' ? [input] : input));

export function check(field: PublishedField) {
  const { options, alone = [] } = settings.parse(field);
  const codes = options.map(({ code }) => code);
  const loners = options.filter(({ code }) => alone.includes(code));
  return z.pipe(
    z.pipe(
      several,
      z.array(z.string()).check(
        demand((chosen) => isChosenFrom(chosen, codes), notInList),
        ...loners.map((loner) =>
          demand<string[]>(
            (chosen) => !chosen.includes(loner.code) || new Set(chosen).size === 1,
            notTogether(loner),
          ),
        ),
      ),
    ),
    z.transform((chosen: string[]) => codes.filter((code) => chosen.includes(code))),
  );
}

function isChosenFrom(chosen: readonly string[], codes: readonly string[]): boolean {
  return chosen.length > 0 && chosen.length <= codes.length && chosen.every((code) => codes.includes(code));
}

export function write(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

export function show(field: PublishedField, value: unknown, lang: Lang): string {
  const chosen = write(value);
  return settings
    .parse(field)
    .options.filter(({ code }) => chosen.includes(code))
    .map((option) => option[lang])
    .join(', ');
}

export const control = groupOfControls;

export function input(field: PublishedField, slot: Slot) {
  const typed = textsOf(slot.typed);
  const boxes = settings
    .parse(field)
    .options.map(({ code, ...label }) =>
      h(
        'label',
        null,
        h('input', { type: 'checkbox', name: slot.name, value: code, checked: typed.includes(code) }),
        label[slot.lang],
      ),
    );
  return h('div', { class: 'options' }, boxes);
}

export const columns = oneColumn('array<string>');

export function jsonSchema(field: PublishedField): JsonSchema {
  const { options, alone = [] } = settings.parse(field);
  const codes = options.map(({ code }) => code);
  const schema = { type: 'array', items: { enum: codes }, minItems: 1, maxItems: codes.length };
  const loners = alone.map((code) => ({
    if: { contains: { const: code } },
    // The same once more is the same.
    then: { items: { const: code } },
  }));
  return loners.length === 0 ? schema : { ...schema, allOf: loners };
}
