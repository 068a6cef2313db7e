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

/** The text in every control; where several options can be chosen, sometimes all of them. */
function typedAll(fields: readonly (readonly [string, PublishedField])[], text: string): Values {
  const asked = fields.filter(([, { kind }]) => kind !== 'computed');
  return Object.fromEntries(asked.map(([name, field]) => [name, typedIn(field, text)]));
}

function typedIn({ kind, fields, items, options }: PublishedField, text: string): unknown {
  if (fields !== undefined) {
    const rows = items?.slice(0, 2).map(({ code }) => code) ?? ['0', '1'];
    return Object.fromEntries(rows.map((row) => [row, typedAll(Object.entries(fields), text)]));
  }
  const isAll = kind === 'choices' && text === 'x' && Array.isArray(options);
  return isAll ? options.map(({ code }: { readonly code: string }) => code) : text;
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

  test('shows a computed code in words, and leaves the unit of a number to the page', () => {
    const form = formOf('production-analysis');
    // No form shows a computed code yet: here the class of the effectiveness is.
    const sections = form.sections.map((section) => ({
      ...section,
      fields: Object.fromEntries(
        Object.entries(section.fields).map(([name, field]) => [name, { ...field, unseen: undefined }]),
      ),
    }));
    const fields = new Map(fieldsOf(pageData({ ...form, sections }, lang)));
    const shown = (name: string, value: unknown) => {
      const field = fields.get(name);
      return field && show(field, value, lang);
    };
    expect(shown('oee_class', 'ge85')).toBe({ sv: '85 % eller mer', en: '85% or more' }[lang]);
    expect(shown('takt_min', 0.6)).toBe({ sv: '0,6', en: '0.6' }[lang]);
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
