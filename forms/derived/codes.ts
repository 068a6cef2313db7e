import * as z from 'zod/mini';
import { fieldsOf } from '../grammar/form-parts.ts';
import type { PublishedField, PublishedForm } from '../grammar/published.ts';
import { column, type Table } from './columns.ts';
import type { Row } from './rows.ts';

/** Every code that an answer can be, in words: what joins to a column of codes by its list. */
export const codesTable: Table = {
  database: 'open',
  name: 'codes',
  comment: 'Alla kodlistor: vad varje kod betyder',
  columns: [
    column('list', 'string', 'Kodlista'),
    column('code', 'string', 'Kod, som den står i tabellerna'),
    column('position', 'int', 'Ordning i listan, från 1'),
    column('sv', 'string', 'På svenska'),
    column('en', 'string', 'På engelska'),
    column('current', 'boolean', 'Går att välja i formulärens nyaste version'),
  ],
};

const options = z.array(z.object({ code: z.string(), sv: z.string(), en: z.string() }));
const listed = z.object({ list: z.string(), options: z.optional(options), items: z.optional(options) });

export interface CodeList {
  readonly list: string;
  readonly codes: readonly {
    readonly code: string;
    readonly sv: string;
    readonly en: string;
    readonly current: boolean;
  }[];
}

/**
 * The code lists of all forms. A code that was ever published stays, so that an old answer can always be told in
 * words; the newest version that has it says which.
 */
export function codeLists(published: readonly (readonly PublishedForm[])[]): CodeList[] {
  const lists = new Map<string, Map<string, CodeList['codes'][number]>>();
  const newestFirst = [
    ...published.flatMap((versions) => versions.slice(-1).map((form) => ({ form, current: true }))),
    ...published.flatMap((versions) =>
      versions
        .slice(0, -1)
        .reverse()
        .map((form) => ({ form, current: false })),
    ),
  ];
  for (const { form, current } of newestFirst) {
    for (const { list, codes } of fieldsOf(form).flatMap(([, field]) => listsIn(field))) {
      const found = lists.get(list) ?? new Map();
      for (const code of codes) if (!found.has(code.code)) found.set(code.code, { ...code, current });
      lists.set(list, found);
    }
  }
  return [...lists]
    .map(([list, codes]) => ({ list, codes: [...codes.values()] }))
    .toSorted((one, other) => (one.list < other.list ? -1 : 1));
}

/** The list a field is answered with, and those of its cells. */
function listsIn(
  field: PublishedField,
): { readonly list: string; readonly codes: z.infer<typeof options> }[] {
  const { success, data } = listed.safeParse(field);
  const own = success ? [{ list: data.list, codes: data.options ?? data.items ?? [] }] : [];
  return [...own, ...Object.values(field.fields ?? {}).flatMap(listsIn)];
}

/** The rows of `codesTable`. */
export function codeRows(published: readonly (readonly PublishedForm[])[]): Row[] {
  return codeLists(published).flatMap(({ list, codes }) =>
    codes.map(({ code, sv, en, current }, index) => ({ list, code, position: index + 1, sv, en, current })),
  );
}
