import { h, type JSX } from 'preact';
import * as z from 'zod/mini';
import { complain, wrongType } from '../grammar/check.ts';
import { oneColumn } from '../grammar/column.ts';
import type { Ref } from '../grammar/conditions.ts';
import type { Field, FieldOptions, Wanted } from '../grammar/field.ts';
import { groupOfControls, type JsonSchema, type Slot } from '../grammar/kind.ts';
import { type Complaint, problemCodes } from '../grammar/problem.ts';
import type { PublishedField } from '../grammar/published.ts';
import { isValues } from '../grammar/reading.ts';
import { partsOf, type Typed } from '../grammar/typed.ts';
import type { Lang } from '../grammar/words.ts';
import { type List, notInList, type Option, optionList, select } from './choice.ts';

interface RankedField<Code extends string, Want extends Wanted, R extends Ref>
  extends Field<readonly Code[], Want, R> {
  readonly list: string;
  readonly options: readonly Option[];
  readonly max: number;
}

/** From one to `max` options of a code list, each once, the most important first. */
export function ranked<const L extends List, Want extends Wanted, R extends Ref = never>(
  list: L,
  options: FieldOptions<Want, R> & { readonly max: number },
): RankedField<L['options'][number]['code'], Want, R> {
  return { kind: 'ranked', list: list.id, options: list.options, ...options };
}

const settings = z.object({ options: optionList, max: z.int().check(z.positive()) });

const count = (max: number): Complaint => ({
  code: problemCodes.outOfRange,
  message: {
    sv: `Välj minst ett och högst ${max} alternativ.`,
    en: `Choose at least one and at most ${max} options.`,
  },
});
const twice: Complaint = {
  code: problemCodes.together,
  message: {
    sv: 'Välj varje alternativ bara en gång.',
    en: 'Choose each option only once.',
  },
};

export function check(field: PublishedField) {
  const { options, max } = settings.parse(field);
  const codes = new Set<unknown>(options.map(({ code }) => code));
  return z.transform((sent: unknown, { issues }) => {
    const places = placesIn(sent, max);
    if (places === undefined) complain(issues, [], wrongType);
    else if (places.length === 0 || places.length > max) complain(issues, [], count(max));
    const chosen = new Set<unknown>();
    for (const [place, code] of places?.slice(0, max) ?? []) {
      if (!codes.has(code)) complain(issues, [place], notInList);
      else if (chosen.has(code)) complain(issues, [place], twice);
      chosen.add(code);
    }
    return [...chosen];
  });
}

/** What was sent for each place: a program sends a list, a page parts from 1, of which some may be empty. */
function placesIn(sent: unknown, max: number): (readonly [place: string, code: unknown])[] | undefined {
  if (Array.isArray(sent)) return sent.map((code, index) => [String(index), code]);
  if (!isValues(sent)) return undefined;
  const places = Array.from({ length: max }, (_, index) => String(index + 1));
  if (!Object.keys(sent).every((part) => places.includes(part))) return undefined;
  return places.map((place) => [place, sent[place] ?? ''] as const).filter(([, code]) => code !== '');
}

function chosenIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

export function write(value: unknown): Typed {
  return Object.fromEntries(chosenIn(value).map((code, index) => [String(index + 1), code]));
}

export function show(field: PublishedField, value: unknown, lang: Lang): string {
  const { options } = settings.parse(field);
  return chosenIn(value)
    .map((code, index) => `${index + 1}. ${options.find((option) => option.code === code)?.[lang] ?? code}`)
    .join(', ');
}

export const control = groupOfControls;

const placeNames = {
  sv: ['Viktigast', 'Näst viktigast', 'Tredje viktigast'],
  en: ['Most important', 'Second most important', 'Third most important'],
};
const placeWord = { sv: 'Plats', en: 'Place' };

export function input(field: PublishedField, slot: Slot): JSX.Element {
  const { options, max } = settings.parse(field);
  const typed = partsOf(slot.typed);
  const places = Array.from({ length: Math.min(max, options.length) }, (_, index) => {
    const place = index + 1;
    const name = `${slot.name}.${place}`;
    const invalid = slot.problems.some(({ path }) => path === name);
    return h(
      'div',
      { class: 'place' },
      h('label', { for: name }, placeNames[slot.lang][index] ?? `${placeWord[slot.lang]} ${place}`),
      select({ ...slot, id: name, name, typed: typed?.[place], invalid }, options),
    );
  });
  return h('div', { class: 'places' }, places);
}

export const columns = oneColumn('array<string>');

export function jsonSchema(field: PublishedField): JsonSchema {
  const { options, max } = settings.parse(field);
  return {
    type: 'array',
    items: { enum: options.map(({ code }) => code) },
    minItems: 1,
    maxItems: max,
    uniqueItems: true,
  };
}
