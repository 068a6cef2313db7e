import { describe, expect, test } from 'vitest';
import { fieldsOf } from '../grammar/form-parts.ts';
import { fieldOfPath } from '../grammar/problem.ts';
import { loadAll, type PublishedField, type PublishedForm } from '../grammar/published.ts';
import type { Values } from '../grammar/reading.ts';
import { checks } from '../kinds/all.ts';
import { show } from '../kinds/computed.ts';
import { publications } from '../published/index.ts';
import { rules } from '../rules/all.ts';
import { scores } from '../scores/all.ts';
import { readerOf } from './answers.ts';
import { pageData } from './page-data.ts';

const forms = (await loadAll(publications)).flat();
const parts = { checks, scores, rules };
const langs = ['sv', 'en'] as const;

/** Texts that are wrong to one kind or another, each typed wherever something is asked. */
const wrongTexts = [
  '',
  'x',
  '0',
  '-1',
  '1',
  '99999999999999',
  '2026-02-30',
  '2026-09-10',
  'Ring 811228-9874',
];

/** The text in every control: once where it is typed, and twice where options are chosen with one that stands alone. */
function typedAll(fields: readonly (readonly [string, PublishedField])[], text: string): Values {
  return Object.fromEntries(
    fields.flatMap(([name, field]) => {
      if (field.kind === 'computed') return [];
      const cells = Object.entries(field.fields ?? {});
      if (field.items !== undefined) {
        return [
          [
            name,
            Object.fromEntries(field.items.slice(0, 2).map(({ code }) => [code, typedAll(cells, text)])),
          ],
        ];
      }
      if (field.fields !== undefined) return [[name, { 0: typedAll(cells, text), 1: typedAll(cells, text) }]];
      return [[name, text === 'x' ? chosenAll(field, text) : text]];
    }),
  );
}

function chosenAll({ kind, options }: PublishedField, text: string): string | string[] {
  if (kind !== 'choices' || !Array.isArray(options)) return text;
  return options.map(({ code }: { readonly code: string }) => code);
}

function formOf(id: string): PublishedForm {
  const form = forms.find((each) => each.id === id);
  if (form === undefined) throw new Error(`expected ${id} to be published, it is not`);
  return form;
}

/** What is said of what was typed, in one language: by path. */
function saidOf(form: Pick<PublishedForm, 'sections' | 'rules'>, typed: Values, lang: 'sv' | 'en') {
  const reading = readerOf(form, parts).read(typed, 'page');
  return 'problems' in reading
    ? reading.problems.map(({ path, message }) => `${path}: ${message[lang]}`)
    : [];
}

describe.each(langs)('the script of a page in %s', (lang) => {
  test.each(forms.map((form) => [form.id, form.version, form] as const))(
    'says of %s %i what the server would',
    (_, __, form) => {
      const data = pageData(form, lang);
      const known = new Set(fieldsOf(data).map(([name]) => name));
      for (const text of wrongTexts) {
        const typed = typedAll(
          fieldsOf(form).filter(([name]) => known.has(name)),
          text,
        );
        const ofServer = saidOf(form, typed, lang).filter((said) =>
          known.has(fieldOfPath(said.split(':')[0] ?? '')),
        );
        expect(saidOf(data, typed, lang)).toEqual(ofServer);
        for (const said of ofServer) expect(said).toMatch(/: ./);
      }
    },
  );

  test('shows a computed code in words, and leaves its unit to the page', () => {
    const codes = fieldsOf(pageData(formOf('production-analysis'), lang)).filter(
      ([name]) => name === 'oee_class',
    );
    expect(codes.map(([, field]) => show(field, 'ge85', lang))).toEqual([
      { sv: '85 % eller mer', en: '85% or more' }[lang],
    ]);
    const takt = fieldsOf(pageData(formOf('production-analysis'), lang)).filter(
      ([name]) => name === 'takt_min',
    );
    expect(takt.map(([, field]) => show(field, 0.6, lang))).toEqual([{ sv: '0,6', en: '0.6' }[lang]]);
  });

  test('has no word of the other language, and none of what stands on the page', () => {
    const other = lang === 'sv' ? 'en' : 'sv';
    for (const form of forms) {
      const text = JSON.stringify(pageData(form, lang));
      expect(text).not.toMatch(new RegExp(`"${other}":"[^"]`));
      expect(text).not.toContain(form.intro[lang]);
    }
  });
});
