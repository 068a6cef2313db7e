import { holds } from '../grammar/conditions.ts';
import { zoneOf } from '../grammar/field.ts';
import { fieldsOf } from '../grammar/form-parts.ts';
import { type KindPart, ofKind } from '../grammar/kind.ts';
import type { PublishedField, PublishedForm } from '../grammar/published.ts';
import { isValues, type NamedFields, rowsIn, type Values } from '../grammar/reading.ts';

/** Whether a text names the person that is looked for. */
export type Matcher = (text: string) => boolean;

/** Digits enough that what lies between them does not matter, as in a telephone number. */
const digitsMin = 8;

/**
 * A matcher for what a person is called or reached by (name, e-mail address, telephone number …): any of the words,
 * however it is written in upper or lower case, and numbers however they are grouped.
 */
export function matcherOf(words: readonly string[]): Matcher {
  const wanted = words.map(plain).filter((word) => word !== '');
  const numbers = words.map(digits).filter((word) => word.length >= digitsMin);
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

/**
 * The paths of the answers that go when a person is to be forgotten: free text that names them and, where a value of
 * the personal zone does, all such values beside it (the same row of a table, or the form itself), since they are
 * about the same person. A path is `field`, or `field.row.cell` in a table.
 */
export function pathsNaming(
  form: PublishedForm,
  answers: Values,
  names: Matcher,
  columns: KindPart<'columns'>,
): string[] {
  const isPerson = form.soleTrader !== undefined && holds(form.soleTrader, answers);
  const isPersonal = ({ zone }: PublishedField) => zoneOf(zone, isPerson) === 'personal';
  const isFree = (field: PublishedField) =>
    ofKind(columns, field.kind)(field).some(({ freeText }) => freeText);

  function pathsIn(fields: NamedFields, values: Values): string[] {
    const given = fields.filter(([name, field]) => field.fields === undefined && values[name] !== undefined);
    const naming = given.filter(
      ([name, field]) => (isFree(field) || isPersonal(field)) && names(String(values[name])),
    );
    const isAbout = naming.some(([, field]) => isPersonal(field));
    const gone = given.filter((each) => naming.includes(each) || (isAbout && isPersonal(each[1])));
    return gone.map(([name]) => name);
  }

  const fields = fieldsOf(form);
  const inTables = fields.flatMap(([name, field]) =>
    rowsIn(field, answers[name]).flatMap(([row, cells]) =>
      pathsIn(Object.entries(field.fields ?? {}), cells).map((cell) => `${name}.${row}.${cell}`),
    ),
  );
  return [...pathsIn(fields, answers), ...inTables];
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
