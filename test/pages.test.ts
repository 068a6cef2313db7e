import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startBrowser, type TestBrowser } from './browser.ts';
import { startTestProduct, type TestProduct } from './local-product.ts';
import {
  buttons,
  kept,
  named,
  openPlainForm,
  plainAnswers,
  press,
  seen,
  write,
  written,
} from './participant-pages.ts';
import { start } from './serve.ts';

const { check, send, change, sendNew } = buttons.sv;

let product: TestProduct;
let browser: TestBrowser;
let page: Page;
beforeAll(async () => {
  product = await startTestProduct();
  browser = await startBrowser();
});
afterAll(() => Promise.all([browser?.stop(), product?.stop()]));
beforeEach(async () => {
  page = await browser.open();
});
afterEach(() => page.browserContext().close());

const wrongAnswers = {
  ...plainAnswers,
  activity: 'Ställtider på väg 🏭 <&"\'> é',
  organisationsnummer: '556036-0794',
  company_name: 'Åkers "Östra" <b>Mekan</b> & Söner',
  municipality_code: '1861',
  n_women: 'tre',
  note: 'Två rader:\nden andra <!-- & 漢字',
};
const corrected = { organisationsnummer: '556036-0793', n_women: '3' };

async function openForm(answers: Readonly<Record<string, string>> = {}): Promise<void> {
  await openPlainForm(page, product.url);
  await write(page, answers);
}

describe('a person who fills in the form', () => {
  test('gets mistakes back with a link to each and everything typed, and nothing is stored', async () => {
    await page.goto(product.url);
    await press(page, 'Nätverk');
    expect(await page.title()).toMatch(/^Nätverk/);
    await openForm(wrongAnswers);
    const response = await press(page, check);

    expect(response.status()).toBe(422);
    expect(await page.title()).toMatch(/^Fel: Deltagarlista/);
    expect(await written(page)).toMatchObject(wrongAnswers);
    expect(await page.$eval(':focus', (focused) => focused.getAttribute('role'))).toBe('alert');
    const links = await page.$$eval('[role=alert] a', (all) => all.map((link) => link.textContent));
    expect(links).toEqual([
      'Organisationsnummer: Kontrollera siffrorna – de stämmer inte, och den sista är en kontrollsiffra.',
      'Antal kvinnor: Skriv ett heltal, utan decimaler, från 0 till 10\u00a0000.',
    ]);
    for (const [place, name] of ['organisationsnummer', 'n_women'].entries()) {
      await page.click(`[role=alert] li:nth-child(${place + 1}) a`);
      expect(await page.$eval(':focus', ({ id, ariaInvalid }) => [id, ariaInvalid])).toEqual([name, 'true']);
    }
    expect(await kept(product.env)).toEqual([]);
  });

  test('checks what was corrected, sends it, and SQL finds the row', async () => {
    await openForm(wrongAnswers);
    await press(page, check);
    await write(page, corrected);
    expect((await press(page, check)).status()).toBe(200);
    const text = await seen(page);
    for (const shown of [wrongAnswers.activity, wrongAnswers.company_name, wrongAnswers.note, 'Hallsberg']) {
      expect(text).toContain(shown);
    }
    await press(page, send);
    const { pathname, searchParams } = new URL(page.url());

    await run('infra/commands/export.ts');
    const sql = `select a.*, c.activity, c.company_name, l.reference from analytic.participants a
      join confidential.participants c on c.submission_id = a.submission_id
      join submission_log l on l.submission_id = a.submission_id
      where a.submission_id = '${searchParams.get('id')}'`;
    expect(JSON.parse(await run('infra/commands/query.ts', sql, '--format', 'json'))).toMatchObject([
      {
        activity_date: '2026-09-10',
        organisationsnummer: '556036-0793',
        company_key: '556036-0793',
        organisationsnummer_missing_reason: null,
        municipality_code: '1861',
        n_women: 3,
        n_men: 4,
        n_undisclosed: 0,
        activity: wrongAnswers.activity,
        activity_length: [...wrongAnswers.activity].length,
        company_name: wrongAnswers.company_name,
        reference: pathname.replace('/kvitto/', ''),
      },
    ]);
  });

  async function run(...args: string[]): Promise<string> {
    const program = start(args, { DATA_DIR: product.dataDir });
    expect(await program.ended, program.printed()).toBe(0);
    return program.printed();
  }

  test('gets a receipt without answers, and neither a reload nor going back sends anything', async () => {
    await openForm(plainAnswers);
    await press(page, check);
    await press(page, send);
    const stored = await kept(product.env);

    const text = await seen(page);
    expect(text).toMatch(/Deltagarlista[\s\S]+\d{4} kl\. \d\d:\d\d[\s\S]+Referens\s+[A-HJ-NPR-Z2-9]{8}\s/);
    for (const answer of ['Lean', '556036', 'Mekan', 'Kumla']) expect(text).not.toContain(answer);
    expect((await page.reload())?.request().method()).toBe('GET');
    expect(await seen(page)).toBe(text);
    await page.goBack();
    await page.goForward();
    expect(await seen(page)).toBe(text);
    expect(await kept(product.env)).toEqual(stored);
  });

  test('whose connection broke sends again, gets the same receipt, and has sent once', async () => {
    await openForm(plainAnswers);
    await press(page, check);
    const before = (await kept(product.env)).length;
    const lost = await loseAnswer(send);
    expect((await kept(product.env)).length).toBe(before + 1);
    await press(page, send);
    expect(new URL(page.url()).pathname).toBe(new URL(lost, page.url()).pathname);
    expect((await kept(product.env)).length).toBe(before + 1);
  });

  test('who changes answers after sending them is asked, and sends them as new', async () => {
    await openForm(plainAnswers);
    await press(page, check);
    const lost = await loseAnswer(send);
    const before = (await kept(product.env)).length;
    await press(page, change);
    await write(page, { n_women: '12', company_name: 'Östra Mekan' });
    await press(page, check);
    const conflict = await press(page, send);

    expect(conflict.status()).toBe(409);
    expect(await seen(page)).toMatch(/Östra Mekan[\s\S]+12/);
    expect((await kept(product.env)).length).toBe(before);
    await press(page, sendNew);
    expect(new URL(page.url()).pathname).not.toBe(new URL(lost, page.url()).pathname);
    const stored = await kept(product.env);
    expect(stored.length).toBe(before + 1);
    expect(stored).toContainEqual(
      expect.objectContaining({
        submission_id: new URL(page.url()).searchParams.get('id'),
        answers: expect.objectContaining({ n_women: 12, company_name: 'Östra Mekan' }),
      }),
    );
  });

  /** The server hears the post and the browser never hears the answer; gives where it would have led. */
  async function loseAnswer(button: string): Promise<string> {
    await page.setRequestInterception(true);
    const answered = new Promise<Response>((resolve, reject) => {
      page.once('request', (request) => {
        const sent = {
          method: request.method(),
          headers: request.headers(),
          body: request.postData() ?? null,
        };
        fetch(request.url(), { ...sent, redirect: 'manual' })
          .finally(() => request.abort('aborted'))
          .then(resolve, reject);
      });
    });
    await page.click(named(button));
    const { headers } = await answered;
    await page.setRequestInterception(false);
    return headers.get('location') ?? '';
  }

  test('comes back from the check page with every answer in its field', async () => {
    const right = { ...wrongAnswers, ...corrected };
    await openForm(right);
    await press(page, check);
    await press(page, change);
    expect(await page.title()).toMatch(/^Deltagarlista/);
    expect(await written(page)).toMatchObject(right);
  });

  test('is told which answer is left out because its question is not asked', async () => {
    await openForm({ ...plainAnswers, organisationsnummer_missing_reason: 'foreign' });
    await press(page, check);
    expect(await seen(page)).toMatch(/De här svaren tas inte med[^:]+:\s+Varför organisationsnummer saknas/);
    const { _id: id } = await written(page);
    await press(page, send);
    expect(await page.title()).toMatch(/^Tack/);
    const item = (await kept(product.env)).find(({ sk }) => sk === id);
    expect(item?.answers).toMatchObject({ organisationsnummer: '556036-0793' });
    expect(item?.answers).not.toHaveProperty('organisationsnummer_missing_reason');
  });

  test('changes language on any page of the form and keeps what was typed', async () => {
    const right = { ...wrongAnswers, ...corrected };
    await openForm(wrongAnswers);
    const { _id: id } = await written(page);
    await press(page, 'In English');
    expect(await written(page)).toMatchObject({ ...wrongAnswers, _id: id });
    await press(page, buttons.en.check);
    await press(page, 'På svenska');
    expect(await page.title()).toMatch(/^Fel:/);
    await write(page, right);
    await press(page, check);
    await press(page, 'In English');
    expect(await page.title()).toMatch(/^Check your answers/);
    await press(page, buttons.en.send);
    expect(new URL(page.url()).pathname).toMatch(/^\/en\/kvitto\//);
    expect(new URL(page.url()).searchParams.get('id')).toBe(id);
  });
});

test.each([
  ['activity', 'Möte med 811228-9874', 'Texten ser ut att innehålla ett personnummer.'],
  ['note', 'ring\n19811228 9874 efter lunch', 'Texten ser ut att innehålla ett personnummer.'],
  ['organisationsnummer', '811228-9874', 'Numret ser ut som ett personnummer'],
  // With a mistyped check digit it is still somebody's birthday.
  ['organisationsnummer', '8112289875', 'Kontrollera siffrorna'],
])(
  'a personnummer in %s (%j) comes back as an empty field, and stands nowhere',
  async (name, typed, sentence) => {
    await openForm({ ...plainAnswers, [name]: typed });
    const response = await press(page, check);
    expect(response.status()).toBe(422);
    expect(await written(page)).toMatchObject({ ...plainAnswers, [name]: '' });
    expect(await page.$eval(`#${name}-problem`, ({ textContent }) => textContent)).toContain(sentence);
    const log = readFileSync(join(product.dataDir, 'functions.log'), 'utf8');
    for (const place of [await response.text(), page.url(), log, JSON.stringify(await kept(product.env))]) {
      expect(place).not.toContain('811228');
    }
  },
);
