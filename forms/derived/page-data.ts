import { fieldsIn } from '../grammar/conditions.ts';
import { fieldsOf } from '../grammar/form-parts.ts';
import type { PublishedField, PublishedForm } from '../grammar/published.ts';
import { isValues } from '../grammar/reading.ts';
import type { Lang } from '../grammar/words.ts';

/**
 * What the script of a page needs of its form, in the language of the page: how answers are read, and what is said when
 * they are wrong. What stands on the page is not sent twice, and zones are the server's. So is what stands on no page,
 * and what the link gives: those who came without it are told by the server.
 */
export function pageData(form: PublishedForm, lang: Lang): Pick<PublishedForm, 'sections' | 'rules'> {
  const needed = neededIn(form);
  return {
    sections: form.sections.map(({ step, fields }) => ({
      title: { sv: '', en: '' },
      step,
      fields: fieldsFor(
        Object.entries(fields).filter(([name]) => needed.has(name)),
        lang,
      ),
    })),
    rules: form.rules.map((rule) => ({ ...rule, message: withWords(rule.message, lang) })),
  };
}
export type PageData = ReturnType<typeof pageData>;

/** The names of what is asked on a page, and of what that looks at. */
function neededIn(form: PublishedForm): Set<string> {
  const fields = new Map(fieldsOf(form));
  const asked = [...fields].filter(([, { unseen, fromLink }]) => !unseen && !fromLink);
  const needed = new Set([...asked.map(([name]) => name), ...form.rules.flatMap((rule) => rule.fields)]);
  for (const name of needed) for (const other of lookedAtBy(fields.get(name))) needed.add(other);
  return needed;
}

function lookedAtBy({ shownWhen, wanted, given = {}, of }: Partial<PublishedField> = {}): string[] {
  return [
    ...(shownWhen === undefined ? [] : fieldsIn(shownWhen)),
    ...(typeof wanted === 'object' ? fieldsIn(wanted.requiredWhen) : []),
    ...Object.values(given).flatMap((sources) => Object.values(sources)),
    ...(Array.isArray(of) ? of.map(String) : []),
  ];
}

function fieldsFor(fields: readonly (readonly [string, PublishedField])[], lang: Lang) {
  return Object.fromEntries(fields.map(([name, field]) => [name, fieldFor(field, lang)]));
}

/** What only the page shows, and nothing is read by. */
const shown = ['hint', 'expected', 'list', 'labels', 'ends'];
/** What the script says itself, of every field that has it; the rest of its words stand on the page. */
const told = ['missing', 'format', 'unit', 'items', 'rowTitle'];

function fieldFor({ short, label, fields, ...field }: PublishedField, lang: Lang): PublishedField {
  const { kind, wanted } = field;
  const read = Object.entries(field).filter(([name]) => !shown.includes(name));
  const kept = read.map(([name, value]) => {
    if (name === 'options') return [name, optionsFor(value, field, lang)];
    // Of what is computed, the unit stands on the page, beside the number.
    const isTold = told.includes(name) && !(name === 'unit' && kind === 'computed');
    return [name, withWords(value, isTold ? lang : 'none')];
  });
  return {
    ...Object.fromEntries(kept),
    kind,
    wanted,
    label: withWords(short ?? label, lang),
    zone: 'personal',
    ...(fields !== undefined && { fields: fieldsFor(Object.entries(fields), lang) }),
  };
}

/** Options keep their codes; they are named where they rule out others, or are what was computed. */
function optionsFor(
  options: unknown,
  { kind, alone }: { readonly kind: string; readonly alone?: unknown },
  lang: Lang,
): unknown {
  const isNamed = (code: unknown) => kind === 'computed' || (Array.isArray(alone) && alone.includes(code));
  return Array.isArray(options)
    ? options.map((option) => withWords(option, isValues(option) && isNamed(option.code) ? lang : 'none'))
    : options;
}

/** The same, with its words in this language only. */
function withWords<Value>(value: Value, lang: Lang | 'none'): Value;
function withWords(value: unknown, lang: Lang | 'none'): unknown {
  if (Array.isArray(value)) return value.map((part) => withWords(part, lang));
  if (!isValues(value)) return value;
  const areWords = 'sv' in value && 'en' in value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => {
      const isOther = areWords && (name === 'sv' || name === 'en') && name !== lang;
      return [name, isOther ? '' : withWords(part, lang)];
    }),
  );
}
