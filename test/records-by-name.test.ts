import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from './browser.ts';
import { exampleAnswers } from './example-answers.ts';
import { startTestProduct, type TestProduct, uuidv7 } from './local-product.ts';
import { newNamed, sendNamed, sendRecord } from './named-records.ts';
import { lookAt } from './page-looks.ts';

const named = newNamed();
const { activity, network } = exampleAnswers;
const day = '2026-09-11';
const title = 'Korta ställtiderna <nu>';
const first = uuidv7();
const corrected = uuidv7();
const soleTrader = uuidv7();

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
  await sendNamed(product.url, named);
  await sendRecord(product.url, 'activity', first, {
    ...activity(named),
    title: 'Skrivet fel',
    start_date: '2026-09-01',
  });
  await correctActivity();
  await sendRecord(product.url, 'company', soleTrader, {
    organisationsnummer_missing_reason: 'sole_trader',
    legal_form: 'ef',
    company_name: 'Anna Anderssons Svets',
    municipality_code: '1881',
  });
});
afterAll(() => product.stop());

async function correctActivity() {
  const response = await fetch(`${product.url}/v1/forms/activity/submissions/${corrected}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      version: 1,
      supersedes: first,
      answers: { ...activity(named), title, start_date: day },
    }),
  });
  expect(response.status).toBe(201);
}

async function pageOf(path: string): Promise<string> {
  return (await fetch(`${product.url}${path}`)).text();
}

/** What a list on a page offers, by what it sends. */
function offered(html: string, field: string): Map<string, string> {
  const [, list = ''] = html.match(new RegExp(`<select[^>]* name="${field}"[^>]*>(.*?)</select>`, 's')) ?? [];
  const options = list.matchAll(/<option value="([^"]+)"[^>]*>([^<]*)/g);
  return new Map(Array.from(options, ([, id = '', called = '']) => [id, called]));
}

/** Sends a page on with what a person typed. */
async function post(form: string, typed: Record<string, string>): Promise<string> {
  const response = await fetch(`${product.url}/f/${form}`, {
    method: 'POST',
    body: new URLSearchParams({ _id: uuidv7(), _version: '1', ...typed }),
  });
  return response.text();
}

describe('a record is chosen by its name', () => {
  test('as it is now, the latest day first, and sent by the id of its first submission', async () => {
    const activities = offered(await pageOf('/f/participants'), 'activity_id');
    expect([...activities.keys()]).toEqual([first, named.activity]);
    expect(activities.get(first)).toBe(`${day} · Korta ställtiderna &lt;nu>`);
  });

  test('by its words alone where it is of no day', async () => {
    const networks = offered(
      await post('activity', { _at: '1', _step: 'stay', activity_type: 'topic_network' }),
      'network_id',
    );
    expect([...networks.values()]).toEqual([network(named).name]);
  });

  test('of the company that the answers are about, once they say it', async () => {
    const all = offered(await pageOf('/f/intervention'), 'needs_ref');
    expect(all.get(named.needs_analysis)).toMatch(/^\d{4}-\d\d-\d\d · \d{6}-\d{4}$/);
    const [, key = ''] = all.get(named.needs_analysis)?.split(' · ') ?? [];
    const own = await post('intervention', { _at: '0', _step: 'stay', company_key: key });
    expect(offered(own, 'needs_ref').get(named.needs_analysis)).toMatch(/^\d{4}-\d\d-\d\d$/);
    const others = await post('intervention', { _at: '0', _step: 'stay', company_key: '202100-2114' });
    expect(offered(others, 'needs_ref').size).toBe(0);
  });

  test('and another that was typed or came by a link stays chosen', async () => {
    const other = uuidv7();
    const html = await post('match', { _at: '0', _step: 'stay', offer_id: other });
    expect(html).toContain(`<option value="${other}" selected lang="sv">${other}</option>`);
    expect(offered(html, 'offer_id').has(named.offer)).toBe(true);
  });

  test('but never by the public', async () => {
    const html = await pageOf(`/f/evaluation?activity_kind=workshop&activity_date=${day}`);
    expect(html).not.toContain(named.activity);
    expect(html).not.toContain(title);
  });
});

describe('the newest records of a staff form are listed by their names', () => {
  test.each(['sv', 'en'] as const)('with what can be done with each, in %s', async (lang) => {
    const prefix = lang === 'sv' ? '' : '/en';
    const html = await pageOf(`${prefix}/personal/poster/activity`);
    const [one = '', other = ''] = html.split('<li>').slice(1);
    expect(one).toContain(`<strong lang="sv">${day} · Korta ställtiderna &lt;nu></strong>`);
    expect(one).toContain(`href="${prefix}/f/activity?supersedes=${corrected}"`);
    expect(one).toContain(`href="${prefix}/f/participants?activity_id=${first}"`);
    expect(other).toContain(`supersedes=${named.activity}"`);
    expect(html).not.toContain('Skrivet fel');
  });

  test('and lead to the company’s report, where there is one', async () => {
    const html = await pageOf('/personal/poster/needs-analysis');
    expect(html).toContain(`href="/personal/rapport/${named.needs_analysis}"`);
    expect(html).not.toContain('Järnfors');
  });

  test.each(['company', 'evaluation', 'needs-request', 'no-such-form'])('but not of %s', async (form) => {
    expect((await fetch(`${product.url}/personal/poster/${form}`)).status).toBe(404);
  });

  test('from the start page, and say so where there are none', async () => {
    expect(await pageOf('/')).toContain('href="/personal/poster/intervention"');
    expect(await pageOf('/personal/poster/intervention')).toContain('Inget är registrerat än.');
  });

  test('and everybody can use the page', async () => {
    const browser = await startBrowser();
    const page = await browser.open();
    const response = await page.goto(`${product.url}/personal/poster/activity`);
    if (response === null) throw new Error('expected a page');
    const { inline, violations, smallTargets, sideways } = await lookAt(page, 'list', response);
    expect([inline, violations, smallTargets, sideways].flat()).toEqual([]);
    await browser.stop();
  });
});

describe('what names a record is shown by the record’s name', () => {
  test('when a link says it', async () => {
    const html = await pageOf(`/f/participants?activity_id=${first}`);
    expect(html).toContain(`<dd lang="sv">${day} · Korta ställtiderna &lt;nu></dd>`);
    expect(html).not.toContain('<select id="activity_id"');
  });

  test.each([
    ['a company that nobody has registered', '202100-2114', '202100-2114, ännu inte registrerat'],
    ['a sole trader, whose name is a person’s, by the key alone', 'EF-000001', 'EF-000001, enskild firma'],
  ])('before it is sent: %s', async (_, company_key, shown) => {
    const html = await post('outreach', {
      _step: 'check',
      company_key,
      contact_date: day,
      contact_channel: 'phone',
      outcome: 'no_answer',
    });
    expect(html).toContain(`<dd>${shown}</dd>`);
    expect(html).not.toContain('Anna');
  });

  test('before it is sent: a company by its name', async () => {
    const company_name = 'Nora Mekaniska AB';
    await sendRecord(product.url, 'company', uuidv7(), {
      organisationsnummer: '556036-0793',
      company_name,
      municipality_code: '1884',
    });
    const typed = { contact_date: day, contact_channel: 'phone', outcome: 'no_answer' };
    const html = await post('outreach', { _step: 'check', company_key: '5560360793', ...typed });
    expect(html).toContain(`<dd>556036-0793, ${company_name}</dd>`);
  });
});
