import type { PublishedField, PublishedForm } from '../grammar/published.ts';

/**
 * What the script of a page needs of its form: how answers are read, and what is said when they are wrong. What
 * stands on the page is not sent twice, and zones are the server's.
 */
export function pageData({ sections, rules }: PublishedForm): Pick<PublishedForm, 'sections' | 'rules'> {
  return {
    sections: sections.map(({ step, fields }) => ({ title: noWords, step, fields: fieldsFor(fields) })),
    rules,
  };
}
export type PageData = ReturnType<typeof pageData>;

const noWords = { sv: '', en: '' };

function fieldsFor(fields: Readonly<Record<string, PublishedField>>): Record<string, PublishedField> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fieldFor(field)]));
}

function fieldFor({
  hint: _,
  short,
  label,
  missing,
  fields,
  items,
  rowTitle,
  ...field
}: PublishedField): PublishedField {
  return {
    ...field,
    ...Object.fromEntries(Object.entries(field).map(([name, value]) => [name, wordless(value)])),
    label: short ?? label,
    missing,
    items,
    rowTitle,
    zone: 'personal',
    ...(fields !== undefined && { fields: fieldsFor(fields) }),
  };
}

/** The same without its words: options keep their codes. */
function wordless(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(wordless);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, part]) => [name, wordless(part)]);
  return Object.fromEntries(
    'sv' in value && 'en' in value ? [...entries, ...Object.entries(noWords)] : entries,
  );
}
