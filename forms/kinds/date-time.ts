import * as z from 'zod/mini';
import { demand, trimmed } from '../grammar/check.ts';
import type { Cell, Column } from '../grammar/column.ts';
import type { Ref } from '../grammar/conditions.ts';
import type { Field, FieldOptions, Wanted } from '../grammar/field.ts';
import { type JsonSchema, oneControl, type Slot } from '../grammar/kind.ts';
import { type Complaint, problemCodes } from '../grammar/problem.ts';
import type { PublishedField } from '../grammar/published.ts';
import { asText, textInput } from '../grammar/text-input.ts';
import type { Lang } from '../grammar/words.ts';
import { isDay } from './date.ts';

interface DateTimeField<Want extends Wanted, R extends Ref> extends Field<string, Want, R> {
  readonly earliest: string;
  readonly latest: string;
}

/**
 * A day from `earliest` to `latest` and a time by the clock on a Swedish wall, stored `YYYY-MM-DDTHH:MM`
 * without a zone: a meeting at half past one is at half past one whatever becomes of summer time.
 */
export function dateTime<Want extends Wanted, R extends Ref = never>(
  options: FieldOptions<Want, R> & { readonly earliest: string; readonly latest: string },
): DateTimeField<Want, R> {
  return { kind: 'date-time', ...options };
}

const settings = z.object({ earliest: z.string(), latest: z.string() });

const format: Complaint = {
  code: problemCodes.format,
  message: {
    sv: 'Skriv datum och klockslag som år-månad-dag timme.minut, till exempel 2026-09-10 13.30.',
    en: 'Enter date and time as year-month-day hour:minute, for example 2026-09-10 13:30.',
  },
};

const written = /^(\d{4})-?(\d\d)-?(\d\d)(?:T|\s+(?:kl\.?\s*)?)(\d{1,2})[.:]?(\d\d)$/i;

const inOneForm = z.transform((typed: unknown) => {
  if (typeof typed !== 'string') return typed;
  const [, year, month, day, hour, minute] = written.exec(typed) ?? [];
  return hour === undefined ? typed : `${year}-${month}-${day}T${hour.padStart(2, '0')}:${minute}`;
});

function isDayAndTime(text: string): boolean {
  const [day = '', time = ''] = text.split('T');
  return isDay(day) && /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time);
}

export function check(field: PublishedField) {
  const { earliest, latest } = settings.parse(field);
  const outOfRange: Complaint = {
    code: problemCodes.outOfRange,
    message: {
      sv: `Ange en dag från ${earliest} till ${latest}.`,
      en: `Enter a day from ${earliest} to ${latest}.`,
    },
  };
  return z.pipe(
    z.pipe(trimmed(), inOneForm),
    z.string().check(
      demand(isDayAndTime, format),
      demand((text) => text.slice(0, 10) >= earliest && text.slice(0, 10) <= latest, outOfRange),
    ),
  );
}

export { asText as write } from '../grammar/text-input.ts';

/** Swedish has a point between hour and minute (Svenska skrivregler). */
export function show(_field: PublishedField, value: unknown, lang: Lang): string {
  const [day = '', time = ''] = asText(value).split('T');
  return lang === 'sv' ? `${day} kl. ${time.replace(':', '.')}` : `${day} ${time}`;
}

export const control = oneControl;

/** A keypad of digits has no colon. */
export function input(_field: PublishedField, slot: Slot) {
  return textInput(slot, { class: 'narrow' });
}

/** The lake's timestamps have no zone either: the clock on the wall is written as if it were UTC. */
function cell(answer: unknown): Cell {
  return answer === undefined ? undefined : Date.parse(`${asText(answer)}:00Z`);
}

const column: Column = { suffix: '', type: 'timestamp', freeText: false, comment: 'svensk tid', cell };

export function columns(): readonly Column[] {
  return [column];
}

export function jsonSchema(): JsonSchema {
  return { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]$' };
}
