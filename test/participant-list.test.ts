import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser, type TestBrowser } from './browser.ts';
import { startTestProduct, type TestProduct, uuidv7 } from './local-product.ts';

let product: TestProduct;
let browser: TestBrowser;
beforeAll(async () => {
  [product, browser] = await Promise.all([startTestProduct(), startBrowser()]);
});
afterAll(async () => {
  await browser.stop();
  await product.stop();
});

/** An activity that was held, for lists of who came. */
async function activity(attendance: string): Promise<string> {
  const id = uuidv7();
  const answers = {
    activity_type: 'workshop',
    title: 'Korta ställtiderna',
    start_date: '2026-09-10',
    mode: 'on_site',
    municipality_code: '1880',
    focus_areas: ['production_efficiency'],
    attendance_mode: attendance,
  };
  const response = await fetch(`${product.url}/v1/forms/activity/submissions/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ version: 1, answers }),
  });
  expect([response.status, response.status === 201 ? '' : await response.text()]).toEqual([201, '']);
  return id;
}

async function press(page: Page, button: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.click(`main button[value="${button}"]`)]);
}

/** By the script or, before it is there or without it, by the server. */
async function addRow(page: Page): Promise<void> {
  await page.click('main button[value="add:rows"]');
  await page.waitForSelector('[id="rows.1"]');
}

async function fill(page: Page, row: number, cells: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(cells)) {
    const control = await page.$(`[name="rows.${row}.${name}"]`);
    const kind = await control?.evaluate((element) => `${element.tagName} ${element.getAttribute('type')}`);
    if (kind === 'INPUT radio') await page.click(`[name="rows.${row}.${name}"][value="${text}"]`);
    else if (kind?.startsWith('SELECT')) await page.select(`[name="rows.${row}.${name}"]`, text);
    else
      await page.$eval(
        `[name="rows.${row}.${name}"]`,
        (input, value) => Object.assign(input, { value }),
        text,
      );
  }
}

const saab = {
  organisationsnummer: '556036-0793',
  company_name: 'Saab AB',
  municipality_code: '1880',
  n_women: '2',
  n_men: '1',
  n_undisclosed: '0',
};
const volvo = { ...saab, organisationsnummer: '556012-5790', company_name: 'AB Volvo' };
const texts = (page: Page, selector: string) =>
  page.$$eval(selector, (all) => all.map((element) => element.textContent ?? ''));

test.each([false, true])(
  'a list is sent row by row, and sent again it doubles nothing; JavaScript: %s',
  async (script) => {
    const page = await browser.open();
    await page.setJavaScriptEnabled(script);
    const id = await activity('per_company_counts');
    await page.goto(`${product.url}/f/participants?activity_id=${id}`);
    expect(await page.$eval('#activity_date', (input) => input.getAttribute('value'))).toBe('2026-09-10');
    await press(page, 'next');
    await fill(page, 0, saab);
    await addRow(page);
    await fill(page, 1, { ...volvo, n_women: 'två' });
    await press(page, 'next');
    expect((await texts(page, '.summary a, [role=alert] a')).join()).toContain('Antal kvinnor');
    await fill(page, 1, volvo);
    await press(page, 'next');
    await press(page, 'send');
    expect(await texts(page, '.received b')).toEqual(['Sparad', 'Sparad']);
    await page.reload();
    expect(await texts(page, '.received b')).toEqual(['Fanns redan', 'Fanns redan']);
    await page.close();
  },
);

test('an organisation that is in a list of the activity is offered as a correction, and the rest is kept', async () => {
  const page = await browser.open();
  await page.setViewport({ width: 360, height: 800 });
  const id = await activity('per_company_counts');
  for (const second of [undefined, { ...volvo, n_women: '5' }]) {
    await page.goto(`${product.url}/f/participants?activity_id=${id}`);
    await press(page, 'next');
    await fill(page, 0, saab);
    if (second !== undefined) {
      await addRow(page);
      await fill(page, 1, second);
    }
    await press(page, 'next');
    await press(page, 'send');
  }
  expect(await texts(page, '.received b')).toEqual([
    'Inte sparad. Den finns redan i en annan rad eller lista.',
    'Sparad',
  ]);
  const [link] = await page.$$eval('.received a', (all) => all.map((each) => each.getAttribute('href')));
  await page.goto(`${product.url}${link}`);
  expect(await page.$eval('[name=n_women]', (input) => input.getAttribute('value'))).toBe('2');
  await page.close();
});

const { n_women: _women, n_men: _men, n_undisclosed: _undisclosed, ...organisation } = saab;
const asked: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
  ['per_person', { ...organisation, gender: 'woman', attended: 'yes' }, ['n_women', 'age_band']],
  [
    'counts_only',
    { age_band: 'lt18', n_women: '7', n_men: '8', n_undisclosed: '0' },
    ['organisationsnummer', 'gender'],
  ],
];

test.each(asked)('of %s the list asks no more than that needs', async (attendance, cells, unasked) => {
  const page = await browser.open();
  await page.goto(`${product.url}/f/participants?activity_id=${await activity(attendance)}`);
  await press(page, 'next');
  for (const name of unasked) expect(await page.$(`[name="rows.0.${name}"]`)).toBeNull();
  await fill(page, 0, cells);
  await press(page, 'next');
  await press(page, 'send');
  expect(await texts(page, '.received b')).toEqual(['Sparad']);
  await page.close();
});
