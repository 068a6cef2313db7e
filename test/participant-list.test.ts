import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { loadForm } from '../forms/grammar/published.ts';
import { publications } from '../forms/published/index.ts';
import { idOfRow } from '../functions/submissions/ids.ts';
import { keyOf } from '../functions/submissions/keys.ts';
import { startBrowser, type TestBrowser } from './browser.ts';
import { exampleAnswers } from './example-answers.ts';
import { type Filling, fill } from './filling.ts';
import { startTestProduct, type TestProduct, uuidv7 } from './local-product.ts';
import { newNamed, sendNamed, sendRecord } from './named-records.ts';
import { kept, written } from './participant-pages.ts';
import { dynamodbOf } from './serve.ts';

const named = newNamed();
let product: TestProduct;
let browser: TestBrowser;
let page: Page;
beforeAll(async () => {
  [product, browser] = await Promise.all([startTestProduct(), startBrowser()]);
  await sendNamed(product.url, named);
});
afterAll(() => Promise.all([browser?.stop(), product?.stop()]));
afterEach(() => page.browserContext().close());

/** Opens the list of an activity of its own, that was held on 10 September and counted so. */
async function openList(attendance: string, { script = false, lang = 'sv' } = {}): Promise<void> {
  const activity = uuidv7();
  await sendRecord(product.url, 'activity', activity, {
    ...exampleAnswers.activity(named),
    start_date: '2026-09-10',
    attendance_mode: attendance,
  });
  page = await browser.open();
  await page.setJavaScriptEnabled(script);
  await page.setViewport({ width: 360, height: 800 });
  await reopen(activity, lang);
}

async function reopen(activity: string, lang = 'sv'): Promise<void> {
  await page.goto(`${product.url}${lang === 'sv' ? '' : '/en'}/f/participants?activity_id=${activity}`);
}

async function press(button: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.click(`button[value="${button}"]`)]);
}

/** From the first step, which the activity's record has filled in, to what became of the rows. */
async function send(...rows: readonly Filling[]): Promise<void> {
  await press('next');
  await fillIn(...rows);
  await press('next');
  await press('send');
}

async function fillIn(...rows: readonly Filling[]): Promise<void> {
  for (const [row, cells] of rows.entries()) {
    const named = Object.entries(cells).map(([name, text]) => [`rows.${row}.${name}`, text]);
    await fill(page, Object.fromEntries(named));
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

const texts = (selector: string) =>
  page.$$eval(selector, (all) => all.map((element) => element.textContent ?? ''));
/** What became of each row. */
const outcomes = () => texts('.received b');
const taken = 'Inte sparad. Den finns redan i en annan rad eller lista.';

/** How far the page goes beyond the phone that it is on, in px. */
const beyond = () =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.each([
  ['without JavaScript', false],
  ['with JavaScript', true],
] as const)('a list %s', (_, script) => {
  test('is of the activity that the link names, is sent row by row, and sent again doubles nothing', async () => {
    await openList('per_company_counts', { script });
    expect(await page.$eval('#activity_date', (input) => input.getAttribute('value'))).toBe('2026-09-10');
    expect(await page.$eval('[name=attendance]:checked', (input) => input.getAttribute('value'))).toBe(
      'per_company_counts',
    );
    await send(saab, volvo);
    expect(await outcomes()).toEqual(['Sparad', 'Sparad']);
    const { list_id: listId, ...first } = await answersOf('556036-0793');
    expect(first).toMatchObject({ activity_date: '2026-09-10', n_women: 2 });
    expect((await answersOf('556012-5790')).list_id).toBe(listId);
    await page.reload();
    expect(await outcomes()).toEqual(['Fanns redan', 'Fanns redan']);
  });

  /** What is kept of an organisation in the list that is open. */
  async function answersOf(organisationsnummer: string): Promise<Record<string, unknown>> {
    const { activity_id } = await written(page);
    const found = (await kept(product.env)).flatMap(({ answers }) => [Object(answers)]);
    return found.find(
      (each) => each.activity_id === activity_id && each.organisationsnummer === organisationsnummer,
    );
  }

  test('tells what is wrong in a row with a link that leads there, and keeps the other rows', async () => {
    await openList('per_company_counts', { script });
    await press('next');
    await fillIn(saab, { ...volvo, organisationsnummer: '556012-5791', n_women: 'två' });
    await press('next');
    const links = await texts('[role=alert] a');
    expect(links.map((text) => text.replace(/:[^:]*$/, ''))).toEqual([
      'Rad 2, Organisationsnummer',
      'Rad 2, Antal kvinnor',
    ]);
    await page.click('[role=alert] li:last-child a');
    expect(await page.$eval(':focus', ({ id, ariaInvalid }) => [id, ariaInvalid])).toEqual([
      'rows.1.n_women',
      'true',
    ]);
    expect(await written(page)).toMatchObject({
      'rows.0.company_name': 'Saab AB',
      'rows.1.organisationsnummer': '556012-5791',
    });
    expect(await beyond()).toBe(0);
  });

  test('takes a row away, and asks for one at least', async () => {
    await openList('per_company_counts', { script });
    await press('next');
    await fillIn(saab, volvo);
    const remove = 'button[value="remove:rows.0"]';
    await (script ? page.click(remove) : Promise.all([page.waitForNavigation(), page.click(remove)]));
    expect(await texts('.row > legend')).toEqual(['Rad 1']);
    await fill(page, Object.fromEntries(Object.keys(saab).map((name) => [`rows.1.${name}`, ''])));
    await press('next');
    expect((await texts('[role=alert] a')).join()).toContain('Fyll i minst en rad.');
  });
});

describe('of rows that are not kept', () => {
  test('one that another list has is offered as a correction; changed, it is kept and the rest is not doubled', async () => {
    await openList('per_company_counts');
    const { activity_id: activity } = await written(page);
    await send(saab);
    await reopen(String(activity));
    await send(saab, volvo);
    expect(await page.$eval('h1', ({ textContent }) => textContent)).toBe('En del av listan är inte sparad');
    expect(await outcomes()).toEqual([taken, 'Sparad']);
    expect(await beyond()).toBe(0);

    const [correction] = await page.$$eval('.received a', (all) =>
      all.map((link) => link.getAttribute('href')),
    );
    await press('edit:1');
    await fill(page, { 'rows.0.organisationsnummer': '556016-0680' });
    await press('next');
    await press('send');
    expect(await outcomes()).toEqual(['Sparad', 'Fanns redan']);
    await page.goto(`${product.url}${correction}`);
    expect(await written(page)).toMatchObject({ organisationsnummer: '556036-0793', n_women: '2' });
  });

  test('one that was kept with other details says so, and leads to its correction', async () => {
    await openList('per_company_counts');
    // The same organisation twice: one of them is kept.
    await send(saab, { ...saab, n_women: '5' });
    expect((await outcomes()).toSorted()).toEqual([taken, 'Sparad']);
    const place = (await outcomes()).indexOf('Sparad');
    await press('edit:1');
    await fill(page, { [`rows.${place}.n_women`]: '7' });
    await press('next');
    await press('send');
    const other = 'Inte sparad. Raden är redan sparad med andra uppgifter.';
    expect((await outcomes())[place]).toBe(other);
    await Promise.all([page.waitForNavigation(), page.click(`.received li:nth-child(${place + 1}) a`)]);
    expect(await written(page)).toMatchObject({ n_women: ['2', '5'][place] });
  });

  test('one that was erased is refused, and the others are kept', async () => {
    await openList('per_company_counts');
    const { _id: list } = await written(page);
    await plantErased(idOfRow(String(list), 1));
    await send(saab, volvo);
    expect(await outcomes()).toEqual(['Sparad', 'Svaret är raderat']);
    expect(await page.$$('.received .wrong a')).toEqual([]);
  });

  /** What is left of a row that was erased. */
  async function plantErased(id: string): Promise<void> {
    const form = await loadForm(publications, 'participants');
    if (form === undefined) throw new Error('expected participants to be published, it is not');
    const item = { submission_id: id, root_id: id, form: form.id, form_version: form.version };
    const stamps = { received_at: 1, changed_at: 1, erased_at: 2 };
    const client = dynamodbOf(product.env);
    const Item = marshall({ ...keyOf(form, id), ...item, ...stamps });
    await client.send(new PutItemCommand({ TableName: 'submissions', Item }));
    client.destroy();
  }

  test('all are asked again when there is no such activity', async () => {
    await openList('per_company_counts');
    await press('next');
    await press('back');
    await page.$eval('[name=activity_id]', (input, id) => input.setAttribute('value', id), uuidv7());
    await send(saab);
    expect(await page.title()).toMatch(/^Fel:/);
    expect((await texts('[role=alert] a')).join()).toContain('Aktivitet');
    expect(await written(page)).toMatchObject({ 'rows.0.company_name': 'Saab AB' });
  });
});

test('another language keeps the rows on every page, and sends none of them twice', async () => {
  await openList('per_company_counts');
  await press('next');
  await fillIn(saab, { ...volvo, n_men: 'x' });
  await press('stay');
  expect(await texts('.row > legend')).toEqual(['Row 1', 'Row 2']);
  expect(await written(page)).toMatchObject({ 'rows.0.company_name': 'Saab AB', 'rows.1.n_men': 'x' });
  await press('next');
  await press('again');
  expect((await texts('[role=alert] a')).join()).toContain('Rad 2, Antal män');
  await fill(page, { 'rows.1.n_men': '3' });
  await press('next');
  await press('check');
  expect(await page.title()).toMatch(/^Check your answers/);
  await press('send');
  expect(await outcomes()).toEqual(['Kept', 'Kept']);
  await Promise.all([page.waitForNavigation(), page.click('header button[value=send]')]);
  expect(await outcomes()).toEqual(['Fanns redan', 'Fanns redan']);
});

test.each([
  [
    'per_person',
    { ...saab, gender: 'woman', attended: 'yes' },
    ['n_women', 'n_men', 'n_undisclosed', 'age_band'],
  ],
  [
    'counts_only',
    { age_band: 'lt18', n_women: '7', n_men: '8', n_undisclosed: '0' },
    ['organisationsnummer', 'gender', 'participant_name'],
  ],
])('of %s the list asks no more than that needs', async (attendance, cells: Filling, unasked) => {
  await openList(attendance);
  await press('next');
  for (const name of unasked) expect(await page.$(`[name="rows.0.${name}"]`)).toBeNull();
  const answered = Object.entries(cells).filter(([name]) => !unasked.includes(name));
  await fillIn(Object.fromEntries(answered));
  expect(await beyond()).toBe(0);
  await press('next');
  await press('send');
  expect(await outcomes()).toEqual(['Sparad']);
});
