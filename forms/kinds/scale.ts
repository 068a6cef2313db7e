import { Fragment, h, type JSX } from 'preact';
import * as z from 'zod/mini';
import { demand, wrongType } from '../grammar/check.ts';
import type { Column } from '../grammar/column.ts';
import type { Ref } from '../grammar/conditions.ts';
import type { Field, FieldOptions, Wanted } from '../grammar/field.ts';
import { groupOfControls, type JsonSchema, type Slot } from '../grammar/kind.ts';
import { type Complaint, problemCodes } from '../grammar/problem.ts';
import type { PublishedField } from '../grammar/published.ts';
import { isValues } from '../grammar/reading.ts';
import type { Lang, Words } from '../grammar/words.ts';
import { type Option, optionList, radio, radios } from './choice.ts';

interface Steps {
  readonly from: number;
  readonly to: number;
  /** What each step means; without them the numbers stand in one row. */
  readonly labels?: Readonly<Record<number, Words>>;
  /** What the lowest and the highest step mean, where the others have no words. */
  readonly ends?: { readonly low: Words; readonly high: Words };
}
interface ScaleField<Code extends string, Want extends Wanted, R extends Ref>
  extends Field<number | Code, Want, R>,
    Steps {
  readonly none?: readonly Option[] | undefined;
}

/** A step of a scale, or one of the reasons in `none` why there is none, such as `Ej relevant`. */
export function scale<
  Want extends Wanted,
  R extends Ref = never,
  const None extends readonly Option[] = readonly [],
>(
  options: FieldOptions<Want, R> & Steps & { readonly none?: None },
): ScaleField<None[number]['code'], Want, R> {
  return { kind: 'scale', ...options };
}

const words = z.object({ sv: z.string(), en: z.string() });
const settings = z.object({
  from: z.int(),
  to: z.int(),
  labels: z.optional(z.custom<Steps['labels']>(isValues)),
  ends: z.optional(z.object({ low: words, high: words })),
  none: z.optional(optionList),
});

export function check(field: PublishedField) {
  const { from, to, none = [] } = settings.parse(field);
  const codes = new Set<unknown>(none.map(({ code }) => code));
  const others = { sv: ' eller ett av de andra alternativen', en: ' or one of the other options' };
  const notOnScale: Complaint = {
    code: problemCodes.outOfRange,
    message: {
      sv: `Välj ett steg från ${from} till ${to}${codes.size > 0 ? others.sv : ''}.`,
      en: `Choose a step from ${from} to ${to}${codes.size > 0 ? others.en : ''}.`,
    },
  };
  const isStep = (answer: unknown) =>
    Number.isInteger(answer) && Number(answer) >= from && Number(answer) <= to;
  return z.pipe(
    z.transform((input: unknown) =>
      typeof input === 'string' && /^-?\d{1,9}$/.test(input) ? Number(input) : input,
    ),
    z.pipe(
      z.unknown().check(
        demand((answer) => typeof answer === 'number' || typeof answer === 'string', wrongType),
        demand((answer) => isStep(answer) || codes.has(answer), notOnScale),
      ),
      // There is a negative zero in JSON, but not in the store.
      z.transform((answer: unknown) => (typeof answer === 'number' ? answer + 0 : answer)),
    ),
  );
}

export { asText as write } from '../grammar/text-input.ts';

const of = { sv: 'av', en: 'of' };

export function show(field: PublishedField, value: unknown, lang: Lang): string {
  const { to, labels, none = [] } = settings.parse(field);
  if (typeof value !== 'number') return none.find(({ code }) => code === value)?.[lang] ?? String(value);
  const label = labels?.[value];
  return label === undefined ? `${value} ${of[lang]} ${to}` : `${value} – ${label[lang]}`;
}

export const control = groupOfControls;

export function input(field: PublishedField, slot: Slot): JSX.Element {
  const { from, to, labels, ends, none = [] } = settings.parse(field);
  const steps = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  if (labels !== undefined)
    return radios(slot, [...steps.map((step) => labelled(step, labels[step])), ...none], field);
  const numbers = steps.map((step) => {
    const end = step === from ? ends?.low : step === to ? ends?.high : undefined;
    return h('label', null, radio(slot, String(step)), h('span', null, step), spoken(end, slot.lang));
  });
  return h(
    Fragment,
    null,
    h('div', { class: 'scale' }, seen(ends?.low, slot.lang), numbers, seen(ends?.high, slot.lang)),
    (none.length > 0 || field.wanted !== 'required') && radios(slot, none, field),
  );
}

function labelled(step: number, label: Words | undefined): Option {
  const code = String(step);
  return { code, sv: label ? `${step} – ${label.sv}` : code, en: label ? `${step} – ${label.en}` : code };
}

/** The words at an end belong to the radio there: heard with it, and seen beside the row. */
function spoken(end: Words | undefined, lang: Lang) {
  return end && h('span', { class: 'unseen-text' }, ` – ${end[lang]}`);
}

function seen(end: Words | undefined, lang: Lang) {
  return end && h('span', { class: 'end', 'aria-hidden': 'true' }, end[lang]);
}

const step: Column = {
  suffix: '',
  type: 'int',
  freeText: false,
  cell: (answer) => (typeof answer === 'number' ? answer : undefined),
};
const missingReason: Column = {
  suffix: '_missing_reason',
  type: 'string',
  freeText: false,
  comment: 'varför värdet saknas',
  cell: (answer) => (typeof answer === 'string' ? answer : undefined),
};

/** The reasons have a column of their own, so that a mean over the steps leaves them out. */
export function columns(field: PublishedField): readonly Column[] {
  return settings.parse(field).none !== undefined ? [step, missingReason] : [step];
}

export function jsonSchema(field: PublishedField): JsonSchema {
  const { from, to, none = [] } = settings.parse(field);
  const steps = { type: 'integer', minimum: from, maximum: to };
  return none.length > 0 ? { anyOf: [steps, { enum: none.map(({ code }) => code) }] } : steps;
}
