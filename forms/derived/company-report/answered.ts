import * as z from 'zod/mini';
import { fieldsOf, shortName } from '../../grammar/form-parts.ts';
import { type KindPart, ofKind } from '../../grammar/kind.ts';
import type { PublishedField, PublishedForm } from '../../grammar/published.ts';
import type { Values } from '../../grammar/reading.ts';
import type { Lang, Words } from '../../grammar/words.ts';
import type { Named } from './model.ts';
import { shortened } from './shortened.ts';

const missing = { sv: 'saknas', en: 'missing' };

/** More of one line than this is not read, and would not fit. */
const lineMax = 70;

/** The answers to a form as a report asks for them, by the field's name and in the words of one language. */
export interface Answered {
  readonly form: PublishedForm;
  readonly answers: Values;
  readonly lang: Lang;
  /** The field; throws where this version of the form does not have it. */
  readonly field: (name: string) => PublishedField;
  readonly number: (name: string) => number | undefined;
  /** The answer as the form shows it, in one line, or that it is missing. */
  readonly shown: (name: string) => string;
  /** A value as the form would show it as a field's answer; nothing is missing. */
  readonly shownAs: (field: PublishedField, value: unknown) => string;
  /** Names, and what was answered or that it is missing. */
  readonly named: (...names: readonly string[]) => Named[];
  /** The same of those that are answered. */
  readonly namedIfThere: (...names: readonly string[]) => Named[];
}

export function answersTo(
  form: PublishedForm,
  answers: Values,
  lang: Lang,
  shows: KindPart<'show'>,
): Answered {
  const fields = new Map(fieldsOf(form));

  function field(name: string): PublishedField {
    const found = fields.get(name);
    if (found === undefined) throw new Error(`expected ${form.id} to have a field ${name}`);
    return found;
  }
  function number(name: string): number | undefined {
    const answer = answers[name];
    return typeof answer === 'number' ? answer : undefined;
  }
  function shownAs(of: PublishedField, value: unknown): string {
    return value === undefined ? missing[lang] : ofKind(shows, of.kind)(of, value, lang, shows);
  }
  function shown(name: string): string {
    return shortened(shownAs(field(name), answers[name]), lineMax);
  }
  function named(...names: readonly string[]): Named[] {
    return names.map((name) => ({ name: shortName(field(name))[lang], value: shown(name) }));
  }
  function namedIfThere(...names: readonly string[]): Named[] {
    return named(...names.filter((name) => answers[name] !== undefined));
  }
  return { form, answers, lang, field, number, shown, shownAs, named, namedIfThere };
}

const options = z.array(z.object({ code: z.string(), sv: z.string(), en: z.string() }));
const listed = z.object({ options: z.optional(options), items: z.optional(options) });

/** The code list of a field: its options, or what its rows are called by. */
export function listOf(field: PublishedField): readonly (Words & { readonly code: string })[] {
  const { options = [], items = options } = listed.parse(field);
  return items;
}

/** The first of these, by how large a number is; in their order where that is the same. */
export function largest<T>(all: readonly T[], sizeOf: (one: T) => number, most = 3): T[] {
  return all.toSorted((one, other) => sizeOf(other) - sizeOf(one)).slice(0, most);
}

/** So much out of so much, on one line. */
export function outOf(some: number | string, all: number, lang: Lang): string {
  return [some, { sv: 'av', en: 'of' }[lang], all].join('\u00a0');
}
