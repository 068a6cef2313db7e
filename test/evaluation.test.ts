import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { execute } from '../infra/commands/execution.ts';
import { startBrowser, type TestBrowser } from './browser.ts';
import { visited } from './company-report-answers.ts';
import { exampleAnswers } from './example-answers.ts';
import { type Filling, fill } from './filling.ts';
import { startTestProduct, type TestProduct, uuidv7 } from './local-product.ts';
import { newNamed, sendNamed, sendRecord } from './named-records.ts';
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

const common: Filling = { q_overall: '4', q_learning: '5', q_eu_awareness: 'no' };
const sender: Filling = { gender: 'woman', respondent_type: 'industry_company' };

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

  const last = ['q_eu_awareness', 'free_text'];
  const lastOfMany = ['q_eu_awareness', 'gender', 'respondent_type', 'free_text'];
  const metOthers = ['q_overall', 'q_new_contacts', 'q_learning', 'q_will_act'];
  const heard = ['q_overall', 'q_relevance', 'q_learning', 'q_will_act'];
  const outside = ['q_overall', 'q_relevance', 'q_learning', 'q_interest_before', 'q_interest_after'];
  test.each([
    ['workshop', '', [...metOthers, ...lastOfMany]],
    ['workshop', 'no', [...metOthers, ...lastOfMany]],
    ['workshop', 'yes', [...metOthers, ...last]],
    ['inspiration_seminar', '', [...heard, ...lastOfMany]],
    ['outside_industry_seminar', '', [...outside, ...lastOfMany]],
    ['outside_industry_seminar', 'yes', [...outside, ...last]],
    // In one company there are few, unless the link says otherwise.
    ['visit', '', [...heard, ...last]],
    ['visit', 'yes', [...heard, ...last]],
    ['visit', 'no', [...heard, ...lastOfMany]],
    ['intervention', '', [...heard, ...last]],
    ['intervention', 'no', [...heard, ...lastOfMany]],
    ['measurement', '', [...heard, ...last]],
    ['measurement', 'no', [...heard, ...lastOfMany]],
  ])('of a %s, few expected: “%s”, asks at most eight questions', async (kind, few, questions) => {
    await openAbout(kind, few === '' ? '' : `&few_expected=${few}`);
    expect(await asked()).toEqual(questions);
    expect(new Set(questions.map((name) => name.replace(/_(before|after)$/, ''))).size).toBeLessThanOrEqual(
      8,
    );
    expect(await page.$$eval('input:checked', (all) => all.length)).toBe(0);
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
    await fill(page, { ...common, ...sender, q_new_contacts: 'na', q_will_act: 'no', free_text: 'Mer tid' });
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

/** Right answers to version 1 as a program sends them, each a little different. */
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
/** As version 2 has it: at a visit there are few, so nothing is asked that could point one of them out. */
const { gender: _gender, respondent_type: _type, ...answersOfFew } = answersOf(0);

interface Sending {
  readonly version?: 1 | 2;
  readonly answers?: object;
  readonly to?: TestProduct;
}

/** Sends answers, and gives what was made of them: `kept`, or the code of the problem or of the first answer that is wrong. */
async function put(
  id: string,
  { version = 1, answers = answersOf(0), to = product }: Sending = {},
): Promise<string> {
  const response = await fetch(`${to.url}/v1/forms/evaluation/submissions/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ version, answers }),
  });
  if (response.status === 201) return 'kept';
  const { code, problems: [first] = [] } = await response.json();
  return first === undefined ? code : `${first.path} ${first.code}`;
}

const today = Date.parse('2026-09-10T00:00:00Z');

test('a program’s id that tells more than the day is refused', async () => {
  expect(await put(uuidv7(today + 1))).toBe('422.id-day');
  expect(await put(uuidv7(today))).toBe('kept');
});

const ofMany = { gender: 'man', respondent_type: 'academia' };
test.each([
  ['a visit', answersOfFew, 'gender 422.1', 'kept'],
  ['a visit with gender', { ...answersOfFew, ...ofMany }, 'kept', 'gender 422.11'],
  ['a visit of few', { ...answersOfFew, few_expected: true }, 'kept', 'kept'],
  ['a visit of many', { ...answersOfFew, few_expected: false }, 'gender 422.1', 'gender 422.1'],
  ['a visit of many with gender', { ...answersOfFew, few_expected: false, ...ofMany }, 'kept', 'kept'],
  ['an intervention with gender', of('intervention', ofMany), 'kept', 'gender 422.11'],
  ['a measurement with gender', of('measurement', ofMany), 'kept', 'gender 422.11'],
  ['a seminar', of('inspiration_seminar'), 'gender 422.1', 'gender 422.1'],
  ['a seminar with gender', of('inspiration_seminar', ofMany), 'kept', 'kept'],
  ['a seminar of few', of('inspiration_seminar', { few_expected: true }), 'kept', 'kept'],
])('%s is judged by the version that it names', async (_, answers, first, second) => {
  expect(await put(uuidv7(today), { version: 1, answers })).toBe(first);
  expect(await put(uuidv7(today), { version: 2, answers })).toBe(second);
});

function of(activity_kind: string, more: object = {}) {
  return { ...answersOfFew, activity_kind, ...more };
}

test('what was evaluated is an activity or, since version 2, what was done in a company', async () => {
  const done = ['intervention', 'process-maturity', 'production-analysis'] as const;
  const records = new Map<string, string>([['needs-analysis', named.needs_analysis]]);
  for (const form of done) {
    const id = uuidv7(Date.parse(clock));
    await sendRecord(product.url, form, id, exampleAnswers[form](named));
    records.set(form, id);
  }
  const about = (id: string, version: 1 | 2) =>
    put(uuidv7(today), { version, answers: { ...answersOfFew, few_expected: true, activity: id } });
  expect([await about(activity, 1), await about(activity, 2)]).toEqual(['kept', 'kept']);
  for (const [form, id] of records) {
    expect([form, await about(id, 1)]).toEqual([form, 'activity 422.14']);
    expect([form, await about(id, 2)]).toEqual([form, 'kept']);
  }
  expect(await about(named.network, 2)).toBe('activity 422.14');
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
  for (const number of numbers) await put(uuidv7(today), { answers: answersOf(number), to: later });
  const visit = uuidv7(today);
  await sendRecord(later.url, 'needs-analysis', visit, visited);
  const answers = { ...answersOfFew, activity: visit, free_text: undefined };
  expect(await put(uuidv7(today), { version: 2, answers, to: later })).toBe('kept');
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

  const versions = Map.groupBy(visits, ({ form_version: version }) => version);
  expect(versions.get('1')?.every(({ gender }) => gender === 'man')).toBe(true);
  expect(versions.get('2')).toMatchObject([{ gender: null, respondent_type: null, q_overall: '1' }]);
  expect(confidential.flatMap((row) => (row.activity === visit ? row.form_version : []))).toEqual(['2']);

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
