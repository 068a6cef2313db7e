import { h, type JSX } from 'preact';
import * as z from 'zod/mini';
import { type Column, cell, columnTypes } from '../grammar/column.ts';
import type { Ref } from '../grammar/conditions.ts';
import type { Field, FieldOptions } from '../grammar/field.ts';
import { type JsonSchema, oneControl, type Slot } from '../grammar/kind.ts';
import type { PublishedField } from '../grammar/published.ts';
import { shownNumber } from '../grammar/text-input.ts';
import { textOf } from '../grammar/typed.ts';
import type { Lang } from '../grammar/words.ts';

/** What a score of `forms/scores` says of itself; `F` is which fields it looks at. */
export interface Computation<Output extends 'int' | 'double' | 'string', F extends string> {
  /** `name@version`: what is published under it never changes. */
  readonly compute: string;
  readonly of: readonly F[];
  readonly output: Output;
}
type ValueOf<Output> = Output extends 'string' ? string : number;

interface ComputedField<Output, F extends string>
  extends Field<ValueOf<Output>, 'optional', { field: F; value: never }> {
  readonly compute: string;
  readonly of: readonly F[];
  readonly output: string;
}

/**
 * A value that follows from other answers. It is never sent: the server computes and stores it, and the page
 * shows it while the others are being answered, with the same function.
 */
export function computed<Output extends 'int' | 'double' | 'string', const F extends string>(
  computation: Computation<Output, F>,
  options: Omit<FieldOptions<'optional', Ref>, 'wanted' | 'shownWhen' | 'fromLink'> & {
    /** It stands on no page. */
    readonly unseen?: true;
  },
): ComputedField<Output, F> {
  return { kind: 'computed', wanted: 'optional', ...computation, ...options };
}

const settings = z.object({ output: z.enum(columnTypes) });

/** What is computed is never read. */
export function check() {
  return z.custom(() => false);
}

/** … nor sent on: it is computed again. */
export function write() {
  return '';
}

export function show(_field: PublishedField, value: unknown, lang: Lang): string {
  return typeof value === 'number' ? shownNumber(value, lang) : String(value);
}

export const control = oneControl;

export function input(_field: PublishedField, slot: Slot): JSX.Element {
  return h('output', { id: slot.id, 'data-computed': slot.name }, textOf(slot.typed) || '–');
}

export function columns(field: PublishedField): readonly Column[] {
  return [{ suffix: '', type: settings.parse(field).output, freeText: false, cell }];
}

/** Programs do not send it. */
export function jsonSchema(): JsonSchema {
  return { not: {} };
}
