import type { Condition } from '../../grammar/conditions.ts';
import { shortName } from '../../grammar/form-parts.ts';
import type { PublishedField } from '../../grammar/published.ts';
import type { NamedFields } from '../../grammar/reading.ts';
import type { Lang, Words } from '../../grammar/words.ts';
import { optionsOf } from './options.ts';

/** A condition as a person reads it, in both languages, with the names of these fields and of their options. */
export function conditionWords(condition: Condition, fields: NamedFields): Words {
  return { sv: inWords(condition, fields, 'sv'), en: inWords(condition, fields, 'en') };
}

const said = {
  sv: {
    is: 'är',
    isNot: 'är besvarad med annat än',
    includes: 'omfattar',
    atLeast: 'är minst',
    answered: 'är besvarad',
    unanswered: 'är obesvarad',
    anyRow: 'har någon rad där',
    and: 'och',
    or: 'eller',
    yes: 'Ja',
    no: 'Nej',
    quotes: ['”', '”'],
  },
  en: {
    is: 'is',
    isNot: 'is answered with other than',
    includes: 'includes',
    atLeast: 'is at least',
    answered: 'is answered',
    unanswered: 'is unanswered',
    anyRow: 'has a row where',
    and: 'and',
    or: 'or',
    yes: 'Yes',
    no: 'No',
    quotes: ['“', '”'],
  },
} as const;

function inWords(condition: Condition, fields: NamedFields, lang: Lang): string {
  const say = said[lang];
  const oneOf = alternatives(condition);
  if (oneOf !== undefined) {
    const { name, field } = named(oneOf.field, fields, lang);
    const values = oneOf.values.map((value) => valueWords(value, field, lang));
    return `${name} ${say[oneOf.verb]} ${values.slice(0, -1).join(', ')} ${say.or} ${values.at(-1)}`;
  }
  if ('all' in condition) return together(condition.all, say.and, fields, lang);
  if ('some' in condition) return together(condition.some, say.or, fields, lang);
  const { name, field } = named(condition.field, fields, lang);
  if ('is' in condition) return `${name} ${say.is} ${valueWords(condition.is, field, lang)}`;
  if ('isNot' in condition) return `${name} ${say.isNot} ${valueWords(condition.isNot, field, lang)}`;
  if ('includes' in condition)
    return `${name} ${say.includes} ${valueWords(condition.includes, field, lang)}`;
  if ('atLeast' in condition) return `${name} ${say.atLeast} ${condition.atLeast}`;
  if ('answered' in condition) return `${name} ${condition.answered ? say.answered : say.unanswered}`;
  return `${name} ${say.anyRow} ${inWords(condition.anyRow, Object.entries(field?.fields ?? {}), lang)}`;
}

type Value = string | number | boolean;

/** One field that is one value or another, or none of several: that is said in one breath. */
function alternatives(condition: Condition) {
  const parts = 'some' in condition ? condition.some : 'all' in condition ? condition.all : [];
  const verb = 'some' in condition ? 'is' : 'isNot';
  const found = parts.flatMap((part): { field: string; value: Value }[] => {
    if (verb === 'is' && 'is' in part) return [{ field: part.field, value: part.is }];
    if (verb === 'isNot' && 'isNot' in part) return [{ field: part.field, value: part.isNot }];
    return [];
  });
  const field = found[0]?.field;
  const isOne =
    found.length > 1 && found.length === parts.length && found.every((each) => each.field === field);
  return isOne && field !== undefined
    ? ({ field, verb, values: found.map(({ value }) => value) } as const)
    : undefined;
}

function together(parts: readonly Condition[], word: string, fields: NamedFields, lang: Lang): string {
  return parts
    .map((part) => {
      const text = inWords(part, fields, lang);
      return alternatives(part) === undefined && ('all' in part || 'some' in part) ? `(${text})` : text;
    })
    .join(` ${word} `);
}

function named(id: string, fields: NamedFields, lang: Lang) {
  const field = fields.find(([name]) => name === id)?.[1];
  return { field, name: quoted(field === undefined ? id : shortName(field)[lang], lang) };
}

function valueWords(value: Value, field: PublishedField | undefined, lang: Lang): string {
  if (typeof value === 'boolean') return quoted(value ? said[lang].yes : said[lang].no, lang);
  if (typeof value === 'number') return String(value);
  const option = field && optionsOf(field).find(({ code }) => code === value);
  return quoted(option?.[lang] ?? value, lang);
}

function quoted(text: string, lang: Lang): string {
  return said[lang].quotes.join(text);
}
