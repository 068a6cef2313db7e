import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser, type TestBrowser } from './browser.ts';
import { exampleAnswers } from './example-answers.ts';
import { startTestProduct, type TestProduct, uuidv7 } from './local-product.ts';
import { newNamed, sendNamed, sendRecord } from './named-records.ts';
import { organisationsnummerOf } from './registered-companies.ts';

const named = newNamed();
const rightAnswers = exampleAnswers.participants(named);
let organisations = 0;

let product: TestProduct;
let browser: TestBrowser;
beforeAll(async () => {
  [product, browser] = await Promise.all([startTestProduct(), startBrowser()]);
  await sendNamed(product.url, named);
});
afterAll(async () => {
  await browser.stop();
  await product.stop();
});

/** Sends a list of one organisation that is in no other; gives its id and answers. */
async function sent() {
  organisations += 1;
  const answers = { ...rightAnswers, organisationsnummer: organisationsnummerOf(organisations) };
  const id = uuidv7();
  await sendRecord(product.url, 'participants', id, answers);
  return { id, answers };
}

/** Presses a button and waits for what only the page that it leads to has. */
async function press(page: Page, value: string, next: string): Promise<void> {
  await page.click(`button[value=${value}]`);
  await page.waitForSelector(next);
}

/** Opens the page that corrects a submission, and types another number of women. */
async function correct(page: Page, id: string, women: string): Promise<void> {
  await page.goto(`${product.url}/f/participants?supersedes=${id}`);
  await page.$eval('#n_women', (input, text) => input.setAttribute('value', text), women);
  await press(page, 'next', 'button[value=send]');
}

test.each([false, true])('a submission is corrected on its page, with JavaScript: %s', async (script) => {
  const page = await browser.open();
  await page.setJavaScriptEnabled(script);
  const { id, answers } = await sent();
  await correct(page, id, '9');
  await press(page, 'send', '.reference');
  expect(page.url()).toContain('/kvitto/');
  const { history } = await (await fetch(`${product.url}/v1/records/${id}`)).json();
  expect(history).toMatchObject([
    { id, status: 'superseded', answers: { n_women: 1 } },
    { supersedes: id, status: 'current', answers: { ...answers, n_women: 9 } },
  ]);
  // The receipt leads to the next correction, and an old address to the current submission.
  await page.goto(`${product.url}/f/participants?supersedes=${id}`);
  expect(page.url()).toContain(`supersedes=${history[1].id}`);
  await page.close();
});

test('who corrects what somebody else corrected meanwhile is told, and led to what is current', async () => {
  const [page, other] = [await browser.open(), await browser.open()];
  const { id } = await sent();
  await correct(page, id, '7');
  await correct(other, id, '8');
  await press(other, 'send', '.reference');
  await press(page, 'send', 'main a[href*=supersedes]');
  expect(await page.$eval('h1', (title) => title.textContent)).toBe('Någon annan hann rätta före dig');
  await Promise.all([page.waitForNavigation(), page.click('main a[href*=supersedes]')]);
  expect(await page.$eval('#n_women', (input) => input.getAttribute('value'))).toBe('8');
  await Promise.all([page.close(), other.close()]);
});

test.each(['evaluation', 'contact-request'])(
  'what somebody outside sent has no page to correct it: %s',
  async (form) => {
    expect((await fetch(`${product.url}/f/${form}?supersedes=${uuidv7()}`)).status).toBe(403);
  },
);

test('what was never received cannot be corrected', async () => {
  expect((await fetch(`${product.url}/f/participants?supersedes=${uuidv7()}`)).status).toBe(404);
  expect((await fetch(`${product.url}/f/participants?supersedes=x`)).status).toBe(404);
});
