import type { PublishedField, PublishedForm } from '../grammar/published.ts';

/**
 * What the script of a page needs of its form: how answers are read, and what is said when they are wrong. Labels
 * and hints stand on the page; zones and shards are the server's.
 */
export function pageData({ sections, rules, id, version }: PublishedForm) {
  return {
    id,
    version,
    sections: sections.map(({ title, step, fields }) => ({ title, step, fields: fieldsFor(fields) })),
    rules,
  };
}
export type PageData = ReturnType<typeof pageData>;

function fieldsFor(fields: Readonly<Record<string, PublishedField>>): Record<string, PublishedField> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, { hint: _, short, label, fields: cells, ...field }]) => [
      name,
      {
        ...field,
        label: short ?? label,
        zone: 'personal',
        ...(cells !== undefined && { fields: fieldsFor(cells) }),
      },
    ]),
  );
}
