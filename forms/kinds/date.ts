import * as z from 'zod/mini';
import { demand, trimmed } from '../grammar/check.ts';
import { oneColumn } from '../grammar/column.ts';
import type { Condition, Ref } from '../grammar/conditions.ts';
import type { Field, FieldOptions, Wanted } from '../grammar/field.ts';
import { type JsonSchema, oneControl, type Slot } from '../grammar/kind.ts';
import { type Complaint, problemCodes } from '../grammar/problem.ts';
import type { PublishedField } from '../grammar/published.ts';
import { digitsInput } from '../grammar/text-input.ts';

interface DateField<Want extends Wanted, R extends Ref> extends Field<string, Want, R> {
  readonly earliest: string;
  readonly latest: string;
  readonly happened?: Happened<R>;
}

/** Of what has happened, always or when a condition holds: the day is not after the one on which it is told. */
type Happened<R extends Ref> = true | Condition<R>;

/** A calendar date (ISO 8601, Europe/Stockholm) from `earliest` to `latest`. */
export function date<Want extends Wanted, R extends Ref = never>(
  options: FieldOptions<Want, R> & {
    readonly earliest: string;
    readonly latest: string;
    readonly happened?: Happened<R>;
  },
): DateField<Want, R> {
  return { kind: 'date', ...options };
}

const settings = z.object({ earliest: z.string(), latest: z.string() });

const notADate: Complaint = {
  code: problemCodes.format,
  message: {
    sv: 'Skriv en dag som finns, som år-månad-dag, till exempel 2026-09-10.',
    en: 'Enter a day that there is, as year-month-day, for example 2026-09-10.',
  },
};

/** Whether the text names a day that exists in the (proleptic Gregorian) calendar. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}

// `20260910` is how a Swedish keyboard without dash, and many spreadsheets, give a date; `2026-9-1` how people do.
const inFull = z.transform((typed: unknown) =>
  typeof typed === 'string'
    ? typed.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3').replace(/-(\d)(?!\d)/g, '-0$1')
    : typed,
);

export function check(field: PublishedField) {
  const { earliest, latest } = settings.parse(field);
  const outOfRange: Complaint = {
    code: problemCodes.outOfRange,
    message: {
      sv: `Ange ett datum från ${earliest} till ${latest}.`,
      en: `Enter a date from ${earliest} to ${latest}.`,
    },
  };
  return z.pipe(
    z.pipe(trimmed(), inFull),
    z.string().check(
      demand(isDay, notADate),
      demand((day) => day >= earliest && day <= latest, outOfRange),
    ),
  );
}

export { asText as write, shownAsText as show } from '../grammar/text-input.ts';

export const control = oneControl;

export function input(_field: PublishedField, slot: Slot) {
  return digitsInput(slot);
}

export const columns = oneColumn('date');

export function jsonSchema(field: PublishedField): JsonSchema {
  const { earliest, latest } = settings.parse(field);
  return { type: 'string', format: 'date', 'x-earliest': earliest, 'x-latest': latest };
}
