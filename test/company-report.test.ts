import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HTTPResponse, Page, PDFOptions } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { publications } from '../forms/published/index.ts';
import { startProduct } from '../infra/local/product.ts';
import { startBrowser, type TestBrowser } from './browser.ts';
import { bundles } from './bundled.ts';
import { analysed, companyKey, measured, mostOf, nearlyNothing, visited } from './company-report-answers.ts';
import { startTestProduct, uuidv7 } from './local-product.ts';
import { lookAt } from './page-looks.ts';
import { press, seen } from './participant-pages.ts';
import { type InProcess, startInProcess } from './planted/in-process.ts';
import { organisationsnummerOf } from './registered-companies.ts';

const companyName = 'Värmebehandling i Östansjö AB';
/** The company with the longest name. */
const longestKey = organisationsnummerOf(1);
const forms = ['process-maturity', 'production-analysis', 'needs-analysis'] as const;
type FormId = (typeof forms)[number];
const usual = { 'process-maturity': measured, 'production-analysis': analysed, 'needs-analysis': visited };
const deliveredOn = {
  'process-maturity': 'report_delivered_on',
  'production-analysis': 'report_delivered_on',
  'needs-analysis': 'company_feedback_sent_on',
};

let product: InProcess;
let browser: TestBrowser;
let page: Page;
beforeAll(async () => {
  product = await startInProcess();
  browser = await startBrowser();
  await register(companyKey, companyName);
  await register(longestKey, 'W'.repeat(150));
});
afterAll(() => Promise.all([browser?.stop(), product?.stop()]));
beforeEach(async () => {
  page = await browser.open();
});
afterEach(() => page.browserContext().close());

const { accessesOn } = await import('../functions/access/log.ts');

function register(organisationsnummer: string, company_name: string): Promise<string> {
  return send('company', { organisationsnummer, company_name, municipality_code: '1880' });
}

/** Sends answers through the API; gives their id. */
async function send(
  form: string,
  answers: object,
  { supersedes, url = product.url, id = uuidv7() }: { supersedes?: string; url?: string; id?: string } = {},
): Promise<string> {
  const response = await fetch(`${url}/v1/forms/${form}/submissions/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ version: publications[form]?.current, supersedes, answers }),
  });
  expect(response.status, `${form} ${await response.clone().text()}`).toBe(201);
  return id;
}

const pathOf = (root: string, lang: 'sv' | 'en' = 'sv') =>
  `${lang === 'en' ? '/en' : ''}/personal/rapport/${root}`;

async function open(root: string, lang: 'sv' | 'en' = 'sv'): Promise<HTTPResponse> {
  const response = await page.goto(`${product.url}${pathOf(root, lang)}`);
  if (response === null) throw new Error('expected a page');
  return response;
}

async function historyOf(root: string) {
  const { history } = await (await fetch(`${product.url}/v1/records/${root}`)).json();
  return history;
}

const words = {
  sv: { deliver: 'Markera som överlämnad', correct: 'Rätta svaren', delivered: 'Överlämnad till företaget' },
  en: { deliver: 'Mark as delivered', correct: 'Correct the answers', delivered: 'Delivered to the company' },
};

describe.each(['sv', 'en'] as const)('the report in %s', (lang) => {
  test.each(forms)('of %s is a page that everybody can use, on a phone and on a screen', async (form) => {
    const root = await send(form, usual[form]);
    for (const width of [360, 1280]) {
      await page.setViewport({ width, height: 800 });
      const look = await lookAt(page, `${width}`, await open(root, lang));
      expect(look).toMatchObject({ violations: [], sideways: [], smallTargets: [], inline: [] });
      expect(look.languages).toEqual([lang, lang]);
      expect(look.policy).toMatch(/^default-src 'none';/);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    }
    expect(await seen(page)).toContain(companyName);
    expect(await page.$eval('footer', (footer) => footer.innerText)).toMatch(/Europeiska|European/);
  });

  test.each(forms)('of %s is wholly in it', async (form) => {
    const root = await send(form, nearlyNothing[form]);
    const { text } = await lookAt(page, 'least', await open(root, lang));
    const ours = text.replaceAll(/Örebro( län)?|Värmebehandling i Östansjö AB|Svarv 3/g, '');
    const foreign = lang === 'en' ? /[åäö]|\b(och|att|inte|det|som)\b/i : /\b(the|and|not|this|you)\b/i;
    expect(ours.match(foreign)).toBeNull();
  });
});

/** The report as the browser saves it: how many pages, and the text of the file. */
async function printed(options: PDFOptions = {}) {
  const bytes = await page.pdf({ format: 'A4', tagged: true, preferCSSPageSize: true, ...options });
  const file = Buffer.from(bytes).toString('latin1');
  return { pages: file.match(/\/Type\s*\/Page\b/g)?.length, file };
}

describe('on paper', () => {
  const sets: Readonly<Record<string, Readonly<Record<FormId, object>>>> = {
    'as usual': usual,
    'with the least': nearlyNothing,
    'with long texts': mostOf('Värmebehandlingsanläggning', longestKey),
    'with the widest letters': mostOf('W'.repeat(1000), longestKey),
  };

  test.each(Object.keys(sets).flatMap((set) => forms.map((form) => [set, form] as const)))(
    '%s, %s is one A4 page in both languages, and has room for wider fonts',
    async (set, form) => {
      const root = await send(form, sets[set]?.[form] ?? {});
      for (const lang of ['sv', 'en'] as const) {
        await open(root, lang);
        const { pages, file } = await printed({ scale: 1.03 });
        expect(pages).toBe(1);
        // Tagged, and in the page's language.
        expect(file).toMatch(/\/StructTreeRoot/);
        expect(file).toMatch(new RegExp(`/Lang\\s*\\(${lang}`));
        expect(file).toMatch(/\/MediaBox\s*\[0 0 59[45](\.\d+)? 84[12]/);
      }
      // What does not fit is seen.
      expect((await printed({ scale: 2 })).pages).toBeGreaterThan(1);
    },
  );

  test('has neither what staff do nor ways to other pages, and is light on a dark screen too', async () => {
    await open(await send('process-maturity', measured));
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    const shown = () =>
      page.$$eval('.staff, header [hreflang], .skip', (all) =>
        all.filter((each) => each.getClientRects().length > 0).map(({ className }) => className),
      );
    const colours = () =>
      page.$eval('body', (body) => [getComputedStyle(body).color, getComputedStyle(body).backgroundColor]);
    expect(await shown()).toHaveLength(3);
    expect(await colours()).not.toContain('rgb(255, 255, 255)');
    await page.emulateMediaType('print');
    expect(await shown()).toEqual([]);
    expect(await colours()).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    expect(await page.$eval('.emblem', (emblem) => emblem.getClientRects().length)).toBeGreaterThan(0);
  });
});

describe('the chart', () => {
  test('of a measurement has a point for every dimension with a mean, and its numbers are in the table', async () => {
    await open(await send('process-maturity', measured));
    expect(await page.$$eval('.chart .dot', (dots) => dots.length)).toBe(9);
    expect(await page.$$eval('.chart .axis.missing', (axes) => axes.length)).toBe(1);
    const numbers = await page.$$eval('.chart .number', (all) => all.map(({ textContent }) => textContent));
    expect(numbers).toEqual(
      await page.$$eval('tbody .mark', (all) => all.map(({ textContent }) => textContent)),
    );
    const points = await page.$$eval('.chart .dot', (all) =>
      all.map((dot) =>
        Math.hypot(Number(dot.getAttribute('cx')) - 160, Number(dot.getAttribute('cy')) - 160),
      ),
    );
    const means = [2.6667, 1.6667, 2.6667, 2.6667, 1.6667, 1.6667, 1.6667, 1, 2.6667];
    for (const [index, mean] of means.entries()) expect(points[index]).toBeCloseTo((mean / 5) * 122, 0);
  });

  test('of an analysis has the losses and the good time beside each other within the planned time', async () => {
    await open(await send('production-analysis', analysed));
    const bars = await page.$$eval('.chart .bar', (all) =>
      all.map((bar) => [Number(bar.getAttribute('x')), Number(bar.getAttribute('width'))] as const),
    );
    const [whole, ...parts] = bars;
    expect(whole).toEqual([0, 320]);
    // Other stops took no time, and have no bar.
    expect(parts).toHaveLength(7);
    const sum = parts.reduce((length, [, width]) => length + width, 0);
    expect(sum).toBeCloseTo(320, 0);
  });
});

describe('a report', () => {
  test('is led to by the receipt, and leads to the correction of what it reports', async () => {
    const root = await send('process-maturity', measured);
    const [{ reference }] = await historyOf(root);
    await page.goto(`${product.url}/kvitto/${reference}?form=process-maturity&id=${root}`);
    await press(page, 'Öppna rapporten till företaget');
    expect(new URL(page.url()).pathname).toBe(pathOf(root));
    await press(page, words.sv.correct);
    expect(page.url()).toContain(`/f/process-maturity?supersedes=${root}`);
  });

  test('is of some forms only, and by the first id of a record', async () => {
    const company = {
      company_name: 'Mekan AB',
      municipality_code: '1880',
      organisationsnummer: '556016-0680',
    };
    const other = await send('company', company);
    const [{ reference }] = await historyOf(other);
    await page.goto(`${product.url}/kvitto/${reference}?form=company&id=${other}`);
    expect(await page.content()).not.toContain('/personal/rapport/');

    const root = await send('process-maturity', measured);
    const second = await send('process-maturity', { ...measured, d01q1: 5 }, { supersedes: root });
    for (const id of [other, second, uuidv7(), 'x']) expect((await open(id)).status()).toBe(404);
    // What is corrected is reported.
    expect((await open(root)).status()).toBe(200);
    expect(await page.$eval('tbody tr td', (cell) => cell.textContent)).toBe('3,33');
  });

  test('is not shown of what was erased', async () => {
    const root = await send('process-maturity', measured);
    await product.forget({ what: 'erase', form: 'process-maturity', submission: root });
    expect((await open(root)).status()).toBe(410);
  });

  test.each([
    ['as it was registered', companyKey, companyName],
    ['by its key, where it is not', '556036-0801', '556036-0801'],
  ])('names the company %s', async (_, key, name) => {
    await open(await send('process-maturity', { ...measured, company_key: key }));
    expect(await page.$eval('.company', ({ textContent }) => textContent)).toBe(name);
  });

  test('of a visit names the company as the form does, where it is not registered', async () => {
    await open(await send('needs-analysis', { ...visited, organisationsnummer: '556036-0801' }));
    expect(await page.$eval('.company', ({ textContent }) => textContent)).toBe(visited.company_name);
  });

  test('names a sole trader and one that was merged into another, and notes whose names it read', async () => {
    const common = { municipality_code: '1880', organisationsnummer_missing_reason: 'sole_trader' };
    const stays = await send('company', { ...common, company_name: 'Signe Öbergs Snickeri' });
    const merged = await send('company', { ...common, company_name: 'S Öberg', merged_into: stays });
    const [{ company_key }] = (
      await (await fetch(`${product.url}/v1/companies?search=oberg`)).json()
    ).companies.filter(({ root_id }: { root_id: string }) => root_id === stays);
    const earlier = `EF-${String(Number(company_key.slice(3)) + 1).padStart(6, '0')}`;
    const root = await send('production-analysis', { ...analysed, company_key: earlier });
    await open(root);
    expect(await page.$eval('.company', ({ textContent }) => textContent)).toBe('Signe Öbergs Snickeri');
    expect(await notesOf(root)).toEqual([{ who: 'local', what: 'record', form: 'production-analysis' }]);
    expect(await notesOf(stays)).toContainEqual({ who: 'local', what: 'record', form: 'company' });
    expect(merged).not.toBe(stays);
  });
});

/** The notes of reads of a record: who, what, and of which form. */
async function notesOf(root: string) {
  const notes = await accessesOn(new Date().toISOString().slice(0, 10));
  return notes.filter(({ root_id }) => root_id === root).map(({ who, what, form }) => ({ who, what, form }));
}

test('every time a report is shown is noted, and a page that is not shown is not', async () => {
  const root = await send('process-maturity', measured);
  await open(root);
  await open(root, 'en');
  await open(uuidv7());
  const note = { who: 'local', what: 'record', form: 'process-maturity' };
  expect(await notesOf(root)).toEqual([note, note]);
});

/** Writes a date instead of the one that stands there, and marks the report as delivered. */
async function deliver(date: string, lang: 'sv' | 'en' = 'sv'): Promise<HTTPResponse> {
  await page.$eval('#delivered_on', (input, text) => input.setAttribute('value', text), date);
  return press(page, words[lang].deliver);
}

describe('marking a report as delivered', () => {
  test.each(forms)('of %s sends a correction that says when, and the report tells it', async (form) => {
    for (const lang of ['sv', 'en'] as const) {
      const root = await send(form, usual[form]);
      await open(root, lang);
      expect(await page.$eval('#delivered_on', (input) => input.getAttribute('value'))).toMatch(
        /^20\d\d-\d\d-\d\d$/,
      );
      expect((await deliver('2026-10-01', lang)).status()).toBe(200);
      expect(new URL(page.url()).pathname).toBe(pathOf(root, lang));
      expect(await seen(page)).toMatch(new RegExp(`${words[lang].delivered}\\s+2026-10-01`));
      expect(await page.$('#delivered_on')).toBeNull();

      const [first, second, ...others] = await historyOf(root);
      expect(others).toEqual([]);
      expect(second).toMatchObject({ supersedes: root, status: 'current', channel: 'staff', lang });
      expect(second.answers).toEqual({ ...first.answers, [deliveredOn[form]]: '2026-10-01' });
    }
  });

  test('twice with the same page is once', async () => {
    const root = await send('process-maturity', measured);
    await open(root);
    const body = await page.$eval('main form', (form) =>
      Array.from(new FormData(form), ([name, value]) => [name, String(value)]),
    );
    const post = async () => {
      const sent = { method: 'POST', body: new URLSearchParams(body), redirect: 'manual' } as const;
      const response = await fetch(`${product.url}${pathOf(root)}`, sent);
      return [response.status, response.headers.get('location')];
    };
    expect(await post()).toEqual([303, pathOf(root)]);
    expect(await post()).toEqual([303, pathOf(root)]);
    expect(await historyOf(root)).toHaveLength(2);
  });

  test.each([
    ['no date', '', 'Ange när företaget fick rapporten.'],
    [
      'no day that there is',
      '2026-02-30',
      'Skriv en dag som finns, som år-månad-dag, till exempel 2026-09-10.',
    ],
    [
      'a day before the measurement',
      '2026-03-09',
      'Ange ett datum för rapporten som inte är före mätdatumet.',
    ],
  ])('with %s is refused, and what was typed is kept', async (_, typed, problem) => {
    const root = await send('process-maturity', measured);
    await open(root);
    const response = await deliver(typed);
    expect(response.status()).toBe(422);
    expect(await page.title()).toMatch(/^Fel: /);
    expect(await page.$eval('#delivered-problem', ({ textContent }) => textContent)).toBe(problem);
    expect(await page.$eval(':focus', (input) => [input.id, input.getAttribute('value')])).toEqual([
      'delivered_on',
      typed,
    ]);
    expect((await lookAt(page, 'refused', response)).violations).toEqual([]);
    expect(await historyOf(root)).toHaveLength(1);
    expect((await deliver('2026-03-10')).status()).toBe(200);
    expect(await historyOf(root)).toHaveLength(2);
  });

  test('with a personnummer for a date does not show it again', async () => {
    await open(await send('process-maturity', measured));
    expect((await deliver('640823-3234')).status()).toBe(422);
    expect(await page.content()).not.toContain('640823');
  });

  test('of answers that name what is gone is refused, and says what to correct first', async () => {
    const visit = await send('needs-analysis', visited);
    const root = await send('process-maturity', { ...measured, needs_ref: visit });
    await product.forget({ what: 'erase', form: 'needs-analysis', submission: visit });
    await open(root);
    expect((await deliver('2026-10-01')).status()).toBe(422);
    expect(await page.$eval('#delivered-problem', ({ textContent }) => textContent)).toMatch(
      /^Svaren behöver rättas först\. Välj Rätta svaren\. Behovsanalys: /,
    );
  });

  test.each(['2026-10-01', ''])('when somebody else corrected meanwhile is told: %j', async (typed) => {
    const root = await send('process-maturity', measured);
    await open(root);
    const second = await send('process-maturity', { ...measured, d01q1: 5 }, { supersedes: root });
    const response = await deliver(typed);
    expect(response.status()).toBe(409);
    expect(await page.$eval('h1', ({ textContent }) => textContent)).toBe(
      'Rapporten har ändrats sedan du öppnade den',
    );
    expect((await historyOf(root)).at(-1).id).toBe(second);
    await press(page, 'Öppna rapporten');
    expect((await deliver('2026-10-01')).status()).toBe(200);
    expect((await historyOf(root)).at(-1)).toMatchObject({ supersedes: second, answers: { d01q1: 5 } });
  });

  test('by what no page of ours sends is refused', async () => {
    const root = await send('process-maturity', measured);
    const other = await send('process-maturity', measured);
    const post = (fields: Record<string, string>) =>
      fetch(`${product.url}${pathOf(root)}`, { method: 'POST', body: new URLSearchParams(fields) });
    expect((await post({ delivered_on: '2026-10-01' })).status).toBe(400);
    const of = (supersedes: string) => ({
      _id: uuidv7(),
      _supersedes: supersedes,
      delivered_on: '2026-10-01',
    });
    expect((await post(of(other))).status).toBe(404);
    expect((await post(of(uuidv7()))).status).toBe(404);
    const json = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
    expect((await fetch(`${product.url}${pathOf(root)}`, json)).status).toBe(415);
    expect(await historyOf(root)).toHaveLength(1);
  });
});

test('the day that stands there is today in Sweden', async () => {
  const CLOCK = '2026-06-30T22:30:00.000Z';
  const still = await startTestProduct({ CLOCK });
  try {
    const id = uuidv7(Date.parse(CLOCK));
    await send('process-maturity', measured, { url: still.url, id });
    await page.goto(`${still.url}${pathOf(id)}`);
    expect(await page.$eval('#delivered_on', (input) => input.getAttribute('value'))).toBe('2026-07-01');
  } finally {
    await still.stop();
  }
});

test('where staff forms are not open there are no reports', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'report-'));
  const start = (env: Readonly<Record<string, string>>) => startProduct({ dataDir, port: 0, bundles, env });
  const opened = await start({});
  const root = await send('process-maturity', measured, { url: opened.url });
  expect((await fetch(`${opened.url}${pathOf(root)}`)).status).toBe(200);
  await opened.stop();

  const closed = await start({ SENDERS: 'public' });
  try {
    for (const lang of ['sv', 'en'] as const) {
      const address = `${closed.url}${pathOf(root, lang)}`;
      expect((await fetch(address)).status).toBe(404);
      const body = new URLSearchParams({ _id: uuidv7(), _supersedes: root, delivered_on: '2026-10-01' });
      expect((await fetch(address, { method: 'POST', body })).status).toBe(404);
    }
  } finally {
    await closed.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
