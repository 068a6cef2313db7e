import type { HTTPResponse, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startBrowser, type TestBrowser } from './browser.ts';
import { startTestProduct, type TestProduct, uuidv7 } from './local-product.ts';
import { type Look, lookAt } from './page-looks.ts';
import { press } from './participant-pages.ts';
import { nameOf, registerMany } from './registered-companies.ts';

let product: TestProduct;
let browser: TestBrowser;
let page: Page;
const long = `${'Värmebehandlingsanläggningen i Östansjö och Hällabrottet '.repeat(2)}AB`;
const root = uuidv7();
beforeAll(async () => {
  product = await startTestProduct();
  browser = await startBrowser();
  await registerMany(product.env, { count: 30, at: () => Date.now() });
  const common = { municipality_code: '1880', company_name: long };
  await send(root, { ...common, organisationsnummer_missing_reason: 'sole_trader' });
  await send(uuidv7(), { ...common, organisationsnummer: '556036-0793' }, root);
});
afterAll(() => Promise.all([browser?.stop(), product?.stop()]));
beforeEach(async () => {
  page = await browser.open();
});
afterEach(() => page.browserContext().close());

async function send(id: string, answers: object, supersedes?: string): Promise<void> {
  const { status } = await fetch(`${product.url}/v1/forms/company/submissions/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ version: 1, supersedes, answers }),
  });
  expect(status).toBe(201);
}

const words = {
  sv: {
    path: '/personal/foretag',
    open: 'Hitta ett företag',
    search: 'Sök',
    other: 'In English',
    correct: `Rätta uppgifter – ${long}, 556036-0793`,
    about: `Fyll i något om företaget – ${long}, 556036-0793`,
    contact: 'Uppsökande kontakt',
    visit: 'Företagsbesök och behovsanalys',
    register: 'Registrera ett nytt företag',
    hits: '1 träff',
  },
  en: {
    path: '/en/personal/foretag',
    open: 'Find a company',
    search: 'Search',
    other: 'På svenska',
    correct: `Correct details – ${long}, 556036-0793`,
    about: `Fill in something about the company – ${long}, 556036-0793`,
    contact: 'Outreach contact',
    visit: 'Company visit and needs analysis',
    register: 'Register a new company',
    hits: '1 hit',
  },
};

/** Opens the page and searches, as somebody does who types and presses Enter. */
async function search(lang: 'sv' | 'en', typed: string): Promise<HTTPResponse> {
  await page.goto(`${product.url}${words[lang].path}`);
  await page.type('#search', typed);
  const [response] = await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  if (response === null) throw new Error('expected a page with what was found');
  return response;
}

const typedNow = () =>
  page.$eval('#search', (input) => (input instanceof HTMLInputElement ? input.value : ''));
const textOf = (selector: string) => page.$eval(selector, ({ textContent }) => textContent);
const items = () => page.$$eval('main .forms > li', (all) => all.map((each) => each.innerText));

describe.each(['sv', 'en'] as const)('staff who look for a company in %s', (lang) => {
  const { path, open, other, correct, about, contact, visit, register, hits } = words[lang];

  test('come from the start page, and go on to correct it or to register another', async () => {
    await page.goto(`${product.url}${lang === 'sv' ? '/' : '/en'}`);
    await press(page, open);
    expect(new URL(page.url()).pathname).toBe(path);
    const response = await search(lang, 'varmebehandling');
    expect([response.status(), await textOf('h2')]).toEqual([200, hits]);
    expect(await page.title()).toMatch(new RegExp(`^${hits} – ${open} – `));
    expect(await items()).toEqual([expect.stringContaining(`${long}\n\n556036-0793, Örebro`)]);
    expect((await items())[0]).toMatch(/EF-000001/);

    await press(page, correct);
    expect(await page.$eval('#company_name', (input) => 'value' in input && input.value)).toBe(long);
    await search(lang, 'finns inte');
    await press(page, register);
    expect(new URL(page.url()).pathname).toBe(lang === 'sv' ? '/f/company' : '/en/f/company');
  });

  test('go on to a form about it, which knows which company it is', async () => {
    await search(lang, 'varmebehandling');
    await page.click('main details summary');
    expect(
      await page.$$eval('main details a', (links) => links.map(({ textContent }) => textContent)),
    ).toEqual(expect.arrayContaining([contact, visit]));
    await press(page, contact);
    expect(new URL(page.url()).pathname).toMatch(/\/f\/outreach$/);
    expect(await page.$eval('#company_key', (input) => 'value' in input && input.value)).toBe('556036-0793');
  });

  test('have no word of it in an address', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await search(lang, 'varmebehandling');
    expect(asked.length).toBeGreaterThan(2);
    expect(asked.filter((url) => /varme/i.test(url))).toEqual([]);
  });

  test('see the first twenty of many, and that there are more', async () => {
    await search(lang, 'svets');
    expect((await items()).length).toBeLessThan(20);
    await search(lang, 'ab');
    expect(await items()).toHaveLength(20);
    expect((await items())[0]).toContain(nameOf(19));
  });

  test('keep what they typed when they change the language', async () => {
    await search(lang, 'varmebehandling');
    await press(page, other);
    expect(new URL(page.url()).pathname).toBe(words[lang === 'sv' ? 'en' : 'sv'].path);
    expect([await typedNow(), (await items()).length]).toEqual(['varmebehandling', 1]);
  });

  test('are told what to do when nothing fits or the search is wrong, and see no personnummer again', async () => {
    expect((await search(lang, 'finns inte')).status()).toBe(200);
    expect(await textOf('main')).toContain(register);
    expect(await typedNow()).toBe('finns inte');

    const short = await search(lang, 'x');
    expect([short.status(), await typedNow()]).toEqual([422, 'x']);
    expect(await page.title()).toMatch(lang === 'sv' ? /^Fel: / : /^Error: /);
    const person = await search(lang, '640823-3234');
    expect([person.status(), await typedNow()]).toEqual([422, '']);
    expect(await page.content()).not.toContain('640823');
    const describedBy = await page.$eval('#search', (input) => input.getAttribute('aria-describedby'));
    expect(describedBy).toBe('search-hint search-problem');
    expect(await textOf('#search-problem')).toMatch(/EF[ -]/);
  });

  test('meet pages that everybody can use', async () => {
    const looks: Look[] = [];
    const first = await page.goto(`${product.url}${path}`);
    if (first === null) throw new Error('expected a page');
    looks.push(await lookAt(page, 'empty', first));
    for (const typed of ['x', '640823-3234', 'finns inte', 'varmebehandling', 'ab']) {
      looks.push(await lookAt(page, typed, await search(lang, typed)));
    }
    const all = (fact: (look: Look) => readonly string[]) =>
      looks.flatMap((look) => fact(look).map((each) => `${look.state}: ${each}`));
    expect(all(({ violations }) => violations)).toEqual([]);
    expect(all(({ sideways }) => sideways)).toEqual([]);
    expect(all(({ smallTargets }) => smallTargets)).toEqual([]);
    expect(all(({ inline }) => inline)).toEqual([]);
    expect(looks.map(({ languages }) => languages)).toEqual(looks.map(() => [lang, lang]));
    for (const { policy } of looks) expect(policy).toMatch(/^default-src 'none';/);
  });

  test('reach everything with Tab in the order it is read', async () => {
    await search(lang, 'varmebehandling');
    const reached: (string | null)[] = [];
    for (let tabs = 0; tabs < 8; tabs += 1) {
      await page.keyboard.press('Tab');
      reached.push(
        await page.evaluate(() => document.activeElement?.id || (document.activeElement?.textContent ?? '')),
      );
    }
    expect(reached.slice(2, 8)).toEqual([other, 'search', words[lang].search, correct, about, register]);
  });
});

test('a page that something else put together is refused', async () => {
  const post = (body: string, type: string) =>
    fetch(`${product.url}/personal/foretag`, { method: 'POST', headers: { 'content-type': type }, body });
  expect((await post('{"search":"x"}', 'application/json')).status).toBe(415);
  expect((await post('other=x', 'application/x-www-form-urlencoded')).status).toBe(422);
});
