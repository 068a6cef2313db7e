import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import * as z from 'zod/mini';
import { passesLuhn } from '../../forms/grammar/personnummer.ts';
import type { PublishedField } from '../../forms/grammar/published.ts';
import type { Wish } from './wishes.ts';

/** The beginning of a word, by which it is known: letters, so that it is no number of any sort. */
const beginning = /Qx[a-p]{8}/g;

/** The beginnings of all words in a text: also of one that was cut short, as a statistic may be. */
export function beginningsIn(text: string): Set<string> {
  return new Set(text.match(beginning));
}

/** By what `beginningsIn` knows a word. */
export function beginningOf(word: string): string {
  return word.slice(0, 10);
}

/** Those of the words that can be read in a text, also when only their beginning can. */
export function readIn(text: string, words: readonly string[]): string[] {
  const found = beginningsIn(text);
  return words.filter((word) => found.has(beginningOf(word)));
}

/** A word that stands nowhere else, and is always the same for the same place. */
export function markOf(place: string): string {
  const hash = createHash('sha256').update(place).digest('hex').slice(0, 16);
  return `Qx${Array.from(hash, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('')}`;
}

/** A value that is recognised wherever it turns up. */
export interface Trace {
  /** As the table keeps it, or the word in it. */
  readonly text: string;
  /** A word is looked for in bytes, a value among values. */
  readonly is: 'word' | 'value';
}

/** One answer as a program sends it, with what it is recognised by: nothing where many answers are the same. */
export interface PlantedAnswer {
  readonly sent: unknown;
  readonly traces: readonly Trace[];
}

const codes = z.array(z.object({ code: z.string() }));
const settings = z.looseObject({
  max: z.optional(z.number()),
  min: z.optional(z.number()),
  from: z.optional(z.number()),
  decimals: z.optional(z.number()),
  earliest: z.optional(z.string()),
  pattern: z.optional(z.string()),
  options: z.optional(codes),
  alone: z.optional(z.array(z.string())),
  mediaTypes: z.optional(z.array(z.string())),
  form: z.optional(z.string()),
  forms: z.optional(z.array(z.string())),
});
type Settings = z.infer<typeof settings>;

/** What a planting needs to make an answer that nobody else has. */
interface Place {
  /** Where it is planted, so that every word is another one. */
  readonly at: string;
  readonly wish: Wish;
}

/** Each number once, from one that no count, length or row number in the tests comes near. */
function numbers(): () => number {
  let last = 210;
  return () => {
    last += 1;
    return last;
  };
}
const next = {
  count: numbers(),
  amount: numbers(),
  day: numbers(),
  phone: numbers(),
  code: numbers(),
  company: numbers(),
};

/** Plants an answer to a question that is no table. */
export function plantedAnswer(field: PublishedField, place: Place): PlantedAnswer {
  const plant = planters[field.kind];
  if (plant === undefined) throw new Error(`expected a kind that can be planted, got ${field.kind}`);
  return plant(settings.parse(field), place, field.kind);
}

type Planter = (field: Settings, place: Place, kind: string) => PlantedAnswer;

const word = (text: string): Trace => ({ text, is: 'word' });
const value = (text: string): Trace => ({ text, is: 'value' });

const planters: Readonly<Record<string, Planter>> = {
  text: plantText,
  'long-text': plantText,
  email: (_field, { at }) => ({ sent: `${markOf(at)}@exempel.se`, traces: [word(markOf(at))] }),
  url: (_field, { at }) => ({ sent: `https://exempel.se/${markOf(at)}`, traces: [word(markOf(at))] }),
  phone: plantPhone,
  code: plantCode,
  organisationsnummer: plantCompany,
  'company-key': plantCompany,
  // The id of a record is in every zone, as its own.
  reference: ({ form, forms = [form] }) => untraced(recordNamed(forms[0] ?? '')),
  file: plantFile,
  integer: plantNumber,
  decimal: plantNumber,
  money: plantNumber,
  date: () => plantedAs(dayOf(next.day())),
  'date-time': () => {
    const day = dayOf(next.day());
    return { sent: `${day}T13:30`, traces: [value(`${day} 13:30:00+00`)] };
  },
  'yes-no': (_field, { wish }) => untraced(wish.is ?? !(wish.not ?? []).includes(true)),
  scale: ({ from = 0 }, { wish }) => untraced(wish.is ?? Math.max(from, wish.atLeast ?? 0)),
  choice: ({ options = [] }, { wish }) =>
    untraced(wish.is ?? options.find(({ code }) => !(wish.not ?? []).includes(code))?.code),
  choices: plantChoices,
  ranked: ({ options = [], max = 1 }) => untraced(options.slice(0, max).map(({ code }) => code)),
};

function untraced(sent: unknown): PlantedAnswer {
  return { sent, traces: [] };
}

function plantedAs(text: string): PlantedAnswer {
  return { sent: text, traces: [value(text)] };
}

function plantText({ max = 0 }: Settings, { at }: Place): PlantedAnswer {
  const mark = markOf(at);
  if (mark.length > max) throw new Error(`expected place for ${mark.length} characters, got ${max}`);
  return { sent: mark, traces: [word(mark)] };
}

function plantPhone(): PlantedAnswer {
  const own = 1_000_000 + next.phone() * 7919;
  return { sent: `070-${own}`, traces: [value(`+4670${own}`)] };
}

/** Short ones are the same as somebody's number now and then. */
function plantCode({ pattern = '' }: Settings): PlantedAnswer {
  const whole = fc.stringMatching(new RegExp(`^(?:${pattern})$`, 'u'));
  const [sent = ''] = fc.sample(whole, { seed: next.code(), numRuns: 1 });
  return { sent, traces: sent.length < 8 ? [] : [value(sent)] };
}

function plantCompany(): PlantedAnswer {
  const nine = `5560${String(10_000 + next.company()).padStart(5, '0')}`;
  const last = Array.from('0123456789').find((digit) => passesLuhn(nine + digit));
  const sent = `${nine.slice(0, 6)}-${nine.slice(6)}${last}`;
  return plantedAs(sent);
}

function plantFile({ mediaTypes = [] }: Settings, { at }: Place): PlantedAnswer {
  const sha256 = createHash('sha256').update(at).digest('hex');
  const sent = { name: `${markOf(at)}.pdf`, media_type: mediaTypes[0], bytes: 999, sha256 };
  return { sent, traces: [word(markOf(at)), value(sha256)] };
}

/** A fraction tells an amount from every count. */
function plantNumber(
  { min = 0, max = 0, decimals = 2 }: Settings,
  { wish }: Place,
  kind: string,
): PlantedAnswer {
  const number = kind === 'integer' ? next.count() : Number((next.amount() + 0.3737).toFixed(decimals));
  const isFit = wish.is === undefined && number >= Math.max(min, wish.atLeast ?? min) && number <= max;
  return isFit ? { sent: number, traces: [value(String(number))] } : untraced(wish.is ?? max);
}

function plantChoices({ options = [], alone = [] }: Settings, { wish }: Place): PlantedAnswer {
  const { includes = [] } = wish;
  const some = options.map(({ code }) => code).filter((code) => !alone.includes(code));
  return untraced(includes.length > 0 ? includes : some.slice(0, 2));
}

/** Days of their own, from 2022 on. */
function dayOf(number: number): string {
  return new Date(Date.UTC(2022, 0, number)).toISOString().slice(0, 10);
}

/** The id of the record of a form that all who name one name. */
export function recordNamed(form: string): string {
  const hex = createHash('sha256').update(form).digest('hex');
  return `0199f000-0000-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`;
}
