import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { execute } from '../infra/commands/execution.ts';
import { startBrowser, type TestBrowser } from './browser.ts';
import { type Filling, fill } from './filling.ts';
import { startTestProduct, type TestProduct, uuidv7 } from './local-product.ts';
import { newNamed, sendNamed } from './named-records.ts';
import { press, seen } from './participant-pages.ts';
import { query } from './queries.ts';
import { itemsIn } from './serve.ts';

const clock = '2026-09-10T12:20:00.000Z';
const keptAs = '2026-09-10T13:00:00.000Z';
const dayMs = 24 * 60 * 60 * 1000;

/** What was evaluated has its record; the ids are made when the clock says it is. */
const named = newNamed(Date.parse(clock));
const { activity } = named;

let product: TestProduct;
let browser: TestBrowser;
let page: Page;
beforeAll(async () => {
  product = await startTestProduct({ CLOCK: clock });
  await sendNamed(product.url, named);
  browser = await startBrowser();
});
afterAll(() => Promise.all([browser?.stop(), product?.stop()]));

const common: Filling = {
  q_overall: '4',
  q_learning: '5',
  q_eu_awareness: 'no',
  gender: 'woman',
  respondent_type: 'industry_company',
};

async function openAbout(kind: string, more = ''): Promise<void> {
  page = await browser.open();
  await page.goto(
    `${product.url}/f/evaluation?activity_kind=${kind}&activity_date=2026-09-10&activity=${activity}${more}`,
  );
}

/** The questions that a person sees, by the field they answer. */
async function asked(): Promise<(string | null)[]> {
  return page.$$eval('[data-asks]', (all) =>
    all.filter((each) => each.getClientRects().length > 0).map((each) => each.getAttribute('data-asks')),
  );
}

describe('the evaluation', () => {
  afterEach(() => page.browserContext().close());

  const last = ['q_eu_awareness', 'gender', 'respondent_type', 'free_text'];
  test.each([
    ['workshop', ['q_overall', 'q_new_contacts', 'q_learning', 'q_will_act', ...last]],
    ['inspiration_seminar', ['q_overall', 'q_relevance', 'q_learning', 'q_will_act', ...last]],
    [
      'outside_industry_seminar',
      ['q_overall', 'q_relevance', 'q_learning', 'q_interest_before', 'q_interest_after', ...last],
    ],
  ])('of a %s asks at most eight questions, and nothing that the link has said', async (kind, questions) => {
    await openAbout(kind);
    expect(await asked()).toEqual(questions);
    expect(new Set(questions.map((name) => name.replace(/_(before|after)$/, ''))).size).toBeLessThanOrEqual(
      8,
    );
    expect(await page.$$eval('input:checked', (all) => all.length)).toBe(0);
  });

  test('of few asks nothing that could point one of them out', async () => {
    await openAbout('workshop', '&few_expected=yes');
    expect(await asked()).not.toEqual(expect.arrayContaining(['gender']));
    expect(await asked()).not.toEqual(expect.arrayContaining(['respondent_type']));
  });

  test('asks in which area only of whom will act', async () => {
    await openAbout('workshop');
    await page.click('[name=q_will_act][value=probably]');
    expect(await asked()).toContain('q_focus');
    await page.click('[name=q_will_act][value=no]');
    expect(await asked()).not.toContain('q_focus');
  });

  test('without a link asks what it is about', async () => {
    page = await browser.open();
    await page.goto(`${product.url}/en/f/evaluation`);
    expect((await asked()).slice(0, 2)).toEqual(['activity_kind', 'activity_date']);
  });

  test('keeps no more than a day and an hour', async () => {
    await openAbout('workshop');
    await fill(page, { ...common, q_new_contacts: 'na', q_will_act: 'no', free_text: 'Mer tid' });
    await press(page, 'Granska svaren');
    await press(page, 'Skicka');
    const receipt = await seen(page);
    expect(receipt).toContain('Dina svar är anonyma');
    expect(receipt).not.toMatch(/\d\d[:.]\d\d/);

    const [item] = (await itemsIn(product.env)).filter(({ form }) => form === 'evaluation');
    const id = String(item?.submission_id);
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16) % dayMs).toBe(0);
    expect(Object.keys(item ?? {}).sort()).toEqual([
      'answers',
      'changed_at',
      'channel',
      'form',
      'form_version',
      'pk',
      'received_at',
      'root_id',
      'sk',
      'submission_id',
      'submitter_role',
    ]);
    for (const time of [Number(item?.received_at), Number(item?.changed_at)]) {
      expect(time).toBe(Date.parse(keptAs));
    }
  });

  test('offers to be contacted as a form of its own, with nothing of the answers', async () => {
    await openAbout('visit');
    await fill(page, { ...common, q_relevance: '3', q_will_act: 'no' });
    await press(page, 'Granska svaren');
    await press(page, 'Skicka');
    const answersUrl = page.url();
    await Promise.all([page.waitForNavigation(), page.click('a[href="/f/contact-request"]')]);
    expect(await page.evaluate(() => document.referrer)).toBe('');
    const carried = await page.$eval('form', (form) => JSON.stringify([...new FormData(form)]));
    const { searchParams } = new URL(answersUrl);
    expect(carried).not.toContain(searchParams.get('id'));
    expect(carried).not.toContain(activity);
  });
});

/** Right answers as a program sends them, each a little different. */
function answersOf(number: number) {
  return {
    activity_kind: 'visit',
    activity_date: '2026-09-10',
    q_overall: (number % 5) + 1,
    q_relevance: 3,
    q_learning: 'na',
    q_will_act: 'no',
    q_eu_awareness: 'no',
    gender: 'man',
    respondent_type: 'academia',
    free_text: `Svar nummer ${number}`,
  };
}

async function put(id: string, number = 0, to = product): Promise<string> {
  const response = await fetch(`${to.url}/v1/forms/evaluation/submissions/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ version: 1, answers: answersOf(number) }),
  });
  return response.status === 201 ? 'kept' : (await response.json()).code;
}

const today = Date.parse('2026-09-10T00:00:00Z');

test('a program’s id that tells more than the day is refused', async () => {
  expect(await put(uuidv7(today + 1))).toBe('422.id-day');
  expect(await put(uuidv7(today))).toBe('kept');
});

test('what was received is in the lake from the next whole hour', async () => {
  await put(uuidv7(today));
  await execute(product.env, {});
  expect(await query(product, 'select count(*) as n from analytic.evaluation')).toEqual([{ n: '0' }]);
});

test('nothing in the lake leads to one answer: no id, no time, and no order that zones share', async () => {
  const later = await startTestProduct({ CLOCK: keptAs });
  onTestFinished(() => later.stop());
  const numbers = Array.from({ length: 40 }, (_, index) => index + 1);
  for (const number of numbers) await put(uuidv7(today), number, later);
  await execute(later.env, {});

  const analytic = await query(later, 'select * from analytic.evaluation');
  const confidential = await query(later, 'select * from confidential.evaluation');
  const columns = [...Object.keys(analytic[0] ?? {}), ...Object.keys(confidential[0] ?? {})];
  expect(
    columns.filter((name) => /submission|root|company|lang|received|_length|activity_date/.test(name)),
  ).toEqual(['activity_date']);
  const visits = analytic.filter(({ activity_kind: kind }) => kind === 'visit');
  expect(visits.length).toBeGreaterThanOrEqual(numbers.length);
  expect(new Set(visits.map(({ activity_quarter: quarter }) => quarter))).toEqual(new Set(['2026-Q3']));

  const sent = confidential.map(({ free_text: text }) => Number(text?.replace(/\D/g, '')));
  expect(sent.filter((number) => number > 0).length).toBeGreaterThanOrEqual(numbers.length);
  expect(sent).not.toEqual(sent.toSorted((one, other) => one - other));
  // Side by side, the zones fit together no better than by chance: about one row in five.
  const fitting = sent.filter((number, row) => analytic[row]?.q_overall === String((number % 5) + 1));
  expect(fitting.length).toBeLessThan(sent.length / 2);

  const log = await query(
    later,
    "select count(*) as n, count(submission_id) as ids, count(reference) as refs, count(lang) as langs, max(received_at) as day from analytic.submission_log where form = 'evaluation'",
  );
  expect(log).toEqual([
    { n: String(sent.length), ids: '0', refs: '0', langs: '0', day: '2026-09-10 00:00:00.000' },
  ]);
});
