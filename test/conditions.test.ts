import fc from 'fast-check';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readerOf } from '../forms/derived/answers.ts';
import { questions, typedCarried } from '../forms/derived/page.ts';
import { conditionStyle } from '../forms/derived/style.ts';
import { holds } from '../forms/grammar/conditions.ts';
import { fieldsOf } from '../forms/grammar/form-parts.ts';
import { loadForm, type PublishedForm } from '../forms/grammar/published.ts';
import type { Typed, TypedFields } from '../forms/grammar/typed.ts';
import { checks, controls, inputs } from '../forms/kinds/all.ts';
import { publications } from '../forms/published/index.ts';
import { rules } from '../forms/rules/all.ts';
import { scores } from '../forms/scores/all.ts';
import { startBrowser, type TestBrowser } from './browser.ts';
import { publishedEverything } from './everything-form.ts';

vi.setConfig({ testTimeout: 120_000 });

let browser: TestBrowser;
let page: Page;
beforeAll(async () => {
  browser = await startBrowser();
  page = await browser.open();
});
afterAll(() => browser?.stop());

async function published(id: string): Promise<PublishedForm> {
  const form = await loadForm(publications, id);
  if (form === undefined) throw new Error(`expected ${id} to be published`);
  return form;
}

/** The form as one page, every question on it that depends on the page, and the style that hides some. */
function pageOf(form: PublishedForm, typed: TypedFields): string {
  const answers = readerOf(form, { checks, scores, rules }).soFar(typed);
  const state = { lang: 'sv', typed, answers, problems: [] } as const;
  const step = { title: form.title, sections: form.sections, fields: fieldsOf(form) };
  const parts = [typedCarried(form, state, step), questions(step, { inputs, controls }, state)];
  const html = renderToString(h('form', { id: 'page-form' }, parts));
  return `<style>${conditionStyle(form)}</style>${html}`;
}

/** Options and texts as a page sends them, for every field that can have one of few. */
function typedFor(form: PublishedForm): fc.Arbitrary<TypedFields> {
  const choices = fieldsOf(form).flatMap(([name, field]): [string, fc.Arbitrary<Typed>][] => {
    const { options } = field;
    const codes = Array.isArray(options) ? options.map(({ code }: { code: string }) => code) : [];
    switch (field.kind) {
      case 'choice':
        return [[name, fc.constantFrom('', ...codes)]];
      case 'choices':
        return [[name, fc.subarray(codes)]];
      case 'yes-no':
        return [[name, fc.constantFrom('', 'yes', 'no')]];
      case 'scale':
        return [[name, fc.constantFrom('', String(field.from), String(field.to))]];
      case 'email':
        return [[name, fc.constantFrom('', 'anna@exempel.se')]];
      case 'url':
        return [[name, fc.constantFrom('', 'https://exempel.se')]];
      case 'organisationsnummer':
        return [[name, fc.constantFrom('', '556036-0793')]];
      default:
        return [];
    }
  });
  return fc.record(Object.fromEntries(choices));
}

/** Questions that the evaluator asks, in the order of the form. */
function askedIn(form: PublishedForm, typed: TypedFields): string[] {
  const answers = readerOf(form, { checks, scores, rules }).soFar(typed);
  return fieldsOf(form)
    .filter(
      ([, { shownWhen, unseen, fromLink }]) =>
        !unseen && !fromLink && (shownWhen === undefined || holds(shownWhen, answers)),
    )
    .map(([name]) => name);
}

function shownOn(): Promise<string[]> {
  return page.$$eval('[data-asks]:not(.row *)', (all) =>
    all
      .filter((each) => each.getClientRects().length > 0)
      .map((each) => each.getAttribute('data-asks') ?? ''),
  );
}

test.each(['participants', 'evaluation', 'needs-analysis'])(
  'in %s the browser shows exactly the questions that the evaluator asks',
  async (id) => {
    const form = await published(id);
    await fc.assert(
      fc.asyncProperty(typedFor(form), async (typed) => {
        await page.setContent(pageOf(form, typed));
        const links = fieldsOf(form).flatMap(([name, { fromLink }]) => (fromLink ? [name] : []));
        const shown = (await shownOn()).filter((name) => !links.includes(name));
        expect(shown).toEqual(askedIn(form, typed));
      }),
      { numRuns: 60 },
    );
  },
);

test('what a style sheet cannot see is shown, and nothing that is asked is hidden', async () => {
  const form = publishedEverything;
  await fc.assert(
    fc.asyncProperty(typedFor(form), fc.constantFrom('', '3'), async (few, number) => {
      const typed = { ...few, n_old: number };
      await page.setContent(pageOf(form, typed));
      const shown = await shownOn();
      expect(shown).toEqual(expect.arrayContaining(askedIn(form, typed)));
      if (few.colour === 'red') expect(shown).toContain('share');
    }),
    { numRuns: 60 },
  );
});
