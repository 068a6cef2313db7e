import { h, type JSX } from 'preact';
import * as z from 'zod/mini';
import { type Column, cell, columnTypes } from '../grammar/column.ts';
import type { Ref } from '../grammar/conditions.ts';
import type { Field, FieldOptions } from '../grammar/field.ts';
import { type JsonSchema, oneControl, type Slot } from '../grammar/kind.ts';
import type { PublishedField } from '../grammar/published.ts';
import { shownNumber } from '../grammar/text-input.ts';
import { textOf } from '../grammar/typed.ts';
import type { Lang, Words } from '../grammar/words.ts';
import { type List, optionList } from './choice.ts';

type Output = 'int' | 'double' | 'boolean' | 'string';

/** What a score of `forms/scores` says of itself; `F` is which fields it looks at. */
export interface Computation<Out extends Output, F extends string> {
  /** `name@version`: what is published under it never changes. */
  readonly compute: string;
  readonly of: readonly F[];
  readonly output: Out;
}
type ValueOf<Out> = Out extends 'string' ? string : Out extends 'boolean' ? boolean : number;

interface ComputedField<Out, F extends string>
  extends Field<ValueOf<Out>, 'optional', { field: F; value: never }> {
  readonly compute: string;
  readonly of: readonly F[];
  readonly output: string;
}

/**
 * A value that follows from other answers. It is never sent: the server computes and stores it, and the page
 * shows it while the others are being answered, with the same function.
 */
export function computed<Out extends Output, const F extends string>(
  computation: Computation<Out, F>,
  { codes, ...options }: ComputedOptions,
): ComputedField<Out, F> {
  const list = codes && { list: codes.id, options: codes.options };
  return { kind: 'computed', wanted: 'optional', ...computation, ...options, ...list };
}

type ComputedOptions = Omit<FieldOptions<'optional', Ref>, 'wanted' | 'shownWhen' | 'fromLink'> & {
  /** Decimals that are shown, rounded half up; what is stored is not rounded. */
  readonly decimals?: 0 | 1 | 2 | 3 | 4;
  /** A share, from 0 to 1, that is shown in per cent. */
  readonly percent?: true;
  /** Stands after the number: `minuter`. */
  readonly unit?: Words;
  /** The code list that the computed code is one of. */
  readonly codes?: List;
};

const settings = z.object({
  output: z.enum(columnTypes),
  decimals: z.optional(z.int()),
  percent: z.optional(z.literal(true)),
  options: z.optional(optionList),
});

/** What is computed is never read. */
export function check() {
  return z.custom(() => false);
}

/** … nor sent on: it is computed again. */
export function write() {
  return '';
}

export function show(field: PublishedField, value: unknown, lang: Lang): string {
  // On a page the unit stands beside the control, and its script has no words.
  const unit = field.unit?.[lang];
  return valueShown(field, value, lang) + (unit ? `\u00a0${unit}` : '');
}

const answers = { yes: { sv: 'Ja', en: 'Yes' }, no: { sv: 'Nej', en: 'No' } };

function valueShown(field: PublishedField, value: unknown, lang: Lang): string {
  const { decimals, percent, options = [] } = settings.parse(field);
  if (typeof value === 'boolean') return answers[value ? 'yes' : 'no'][lang];
  if (typeof value !== 'number') {
    return options.find(({ code }) => code === value)?.[lang] || String(value);
  }
  const number = percent ? value * 100 : value;
  const shown = shownNumber(decimals === undefined ? number : rounded(number, decimals), lang);
  return percent ? `${shown}\u00a0%` : shown;
}

/** Half up, as the decimals are read: 2.05 is a little less in binary fractions, and 2.1 with one decimal. */
function rounded(value: number, decimals: number): number {
  return Math.round(Number((value * 10 ** decimals).toPrecision(12))) / 10 ** decimals;
}

export const control = oneControl;

export function input(field: PublishedField, slot: Slot): JSX.Element {
  const text = textOf(slot.typed);
  const shown = text === '' ? '–' : valueShown(field, valueIn(field, text), slot.lang);
  return h('output', { id: slot.id, 'data-computed': slot.name }, shown);
}

/** What a page carries as text, as the score gave it. */
function valueIn(field: PublishedField, text: string): unknown {
  const { output } = settings.parse(field);
  if (output === 'boolean') return text === 'true';
  return output === 'string' || Number.isNaN(Number(text)) ? text : Number(text);
}

export function columns(field: PublishedField): readonly Column[] {
  return [{ suffix: '', type: settings.parse(field).output, freeText: false, cell }];
}

/** Programs do not send it. */
export function jsonSchema(): JsonSchema {
  return { not: {} };
}
