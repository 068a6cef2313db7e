import { holds } from '../grammar/conditions.ts';
import { stricter, zoneOf } from '../grammar/field.ts';
import { fieldsOf } from '../grammar/form-parts.ts';
import { type KindPart, ofKind } from '../grammar/kind.ts';
import type { PublishedField, PublishedForm } from '../grammar/published.ts';
import { isValues, type NamedFields, rowsIn, type Values } from '../grammar/reading.ts';

/** Whether a text names the person that is looked for. */
export type Matcher = (text: string) => boolean;

/** Digits enough that what lies between them does not matter, as in a telephone number. */
const digitsMin = 8;
/** What a telephone number has at least, without what stands for its country or for any area. */
const ownDigitsMin = 7;

/**
 * A matcher for what a person is called or reached by (name, e-mail address, telephone number …): any of the words,
 * however it is written in upper or lower case, and numbers however they are grouped, with or without country code.
 */
export function matcherOf(words: readonly string[]): Matcher {
  const wanted = words.map(plain).filter((word) => word !== '');
  const numbers = words.filter((word) => digits(word).length >= digitsMin).map(ownDigits);
  return (text) => {
    const found = plain(text);
    return wanted.some((word) => found.includes(word)) || numbers.some((word) => digits(text).includes(word));
  };
}

function plain(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

function digits(text: string): string {
  return text.replaceAll(/\D/g, '');
}

/** Those that every writing of a telephone number has: `019-21 10 00` is kept as `+4619211000`. */
function ownDigits(word: string): string {
  const own = word.replaceAll(/[^\d+]/g, '').replace(/^(?:\+46|0046|00|0)0?/, '');
  return digits(own).length < ownDigitsMin ? digits(word) : digits(own);
}

/** Every text and number in a value, however deep it lies. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsIn);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint'
    ? [String(value)]
    : [];
}

/**
 * The paths of the answers that go when a person is to be forgotten: what somebody wrote that names them and, where
 * a value of the personal zone does, all such values beside it (the same row of a table, or the form itself), since
 * they are about the same person. What a later version holds to be personal is so in every one: of all
 * `versions`, oldest first, the last that has a field counts. A path is `field`, or `field.row.cell` in a table.
 */
export function pathsNaming(
  form: PublishedForm,
  answers: Values,
  names: Matcher,
  columns: KindPart<'columns'>,
  versions: readonly PublishedForm[] = [form],
): string[] {
  const isPerson = form.soleTrader !== undefined && holds(form.soleTrader, answers);

  function pathsIn(fields: NamedFields, last: ReadonlyMap<string, PublishedField>, values: Values): string[] {
    const isPersonal = ([name, { zone }]: NamedFields[number]) =>
      stricter(zoneOf(zone, isPerson), zoneOf((last.get(name) ?? { zone }).zone, isPerson)) === 'personal';
    const given = fields.filter(([name, field]) => field.fields === undefined && values[name] !== undefined);
    const naming = given.filter(
      ([name, field]) => isWritten(field, columns) && textsIn(values[name]).some(names),
    );
    const isAbout = naming.some(isPersonal);
    const gone = given.filter((each) => naming.includes(each) || (isAbout && isPersonal(each)));
    return gone.map(([name]) => name);
  }

  const fields = fieldsOf(form);
  const last = new Map(versions.flatMap(fieldsOf));
  const inTables = fields.flatMap(([name, field]) => {
    const cellsLast = new Map(Object.entries(last.get(name)?.fields ?? {}));
    return rowsIn(field, answers[name]).flatMap(([row, cells]) =>
      pathsIn(Object.entries(field.fields ?? {}), cellsLast, cells).map((cell) => `${name}.${row}.${cell}`),
    );
  });
  return [...pathsIn(fields, last, answers), ...inTables];
}

/** Whether somebody writes the answer: a code that is chosen names nobody, whatever letters are in it. */
function isWritten(field: PublishedField, columns: KindPart<'columns'>): boolean {
  const isChosen = ['options', 'none', 'compute'].some((setting) => field[setting] !== undefined);
  return !isChosen && ofKind(columns, field.kind)(field).some(({ type }) => type === 'string');
}

/** The answers without those at the paths, and what was there, by path. */
export function withoutPaths(
  answers: Values,
  paths: readonly string[],
): { readonly answers: Values; readonly removed: Values } {
  const left: Record<string, unknown> = structuredClone({ ...answers });
  const removed: Record<string, unknown> = {};
  for (const path of paths) {
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    const holder = steps.reduce<unknown>((within, step) => childOf(within, step), left);
    if (!isHolder(holder) || !Object.hasOwn(holder, last)) continue;
    removed[path] = holder[last];
    delete holder[last];
  }
  return { answers: left, removed };
}

function childOf(within: unknown, step: string): unknown {
  return typeof within === 'object' && within !== null && Object.hasOwn(within, step)
    ? Object.entries(within).find(([name]) => name === step)?.[1]
    : undefined;
}

function isHolder(value: unknown): value is Record<string, unknown> {
  return isValues(value);
}
