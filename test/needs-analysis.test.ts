import type { HTTPResponse, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readerOf } from '../forms/derived/answers.ts';
import { fieldsOf } from '../forms/grammar/form-parts.ts';
import { loadForm, loadParts } from '../forms/grammar/published.ts';
import { missingToCount } from '../forms/grammar/reading.ts';
import { publications } from '../forms/published/index.ts';
import { execute } from '../infra/commands/execution.ts';
import { startBrowser, type TestBrowser } from './browser.ts';
import { type Filling, fill, firstVisit } from './filling.ts';
import { startTestProduct, type TestProduct, uuidv7 } from './local-product.ts';
import { axeIn } from './page-looks.ts';
import { named, press, seen } from './participant-pages.ts';
import { query } from './queries.ts';
import { organisationsnummerOf } from './registered-companies.ts';
import { itemsIn } from './serve.ts';
import { typedSteps } from './typed-walk.ts';
import { wholeVisit } from './views/known.ts';

let product: TestProduct;
let browser: TestBrowser;
let page: Page;
let errors: string[];
beforeAll(async () => {
  product = await startTestProduct();
  browser = await startBrowser();
});
afterAll(() => Promise.all([browser?.stop(), product?.stop()]));
afterEach(async () => {
  if (!page.isClosed()) await page.browserContext().close();
});

const pathOf = (lang: 'sv' | 'en') => `${product.url}${lang === 'en' ? '/en' : ''}/f/needs-analysis`;

/** Everything that is written and chosen on the page, by name. */
function entries(): Promise<Record<string, string>> {
  return page.$eval('form', (form) =>
    Object.fromEntries(Array.from(new FormData(form), ([name, value]) => [name, String(value)])),
  );
}

async function summaryOf(): Promise<(string | null)[]> {
  return page.$$eval('[role=alert] a', (all) => all.map((link) => link.textContent));
}

/** From the first step through these; after the last of the form comes the page to look answers through. */
async function goThrough(steps: readonly Filling[]): Promise<void> {
  for (const [index, step] of steps.entries()) {
    await fill(page, step);
    expect((await press(page, index === 6 ? 'Granska svaren' : 'Nästa')).status()).toBe(200);
  }
}

describe.each([
  ['without JavaScript', false],
  ['with JavaScript', true],
] as const)('the needs analysis %s', (_, hasScript) => {
  beforeEach(async () => {
    page = await browser.open();
    await page.setJavaScriptEnabled(hasScript);
    errors = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) =>
      errors.push(...(/policy|trusted/i.test(message.text()) ? [message.text()] : [])),
    );
    await page.goto(pathOf('sv'));
  });
  afterEach(() => {
    expect(errors).toEqual([]);
  });

  /** Goes on; where something is wrong and there is a script, no page is asked for. */
  async function next(): Promise<HTTPResponse> {
    return press(page, 'Nästa');
  }
  async function nextIsRefused(): Promise<void> {
    if (!hasScript) {
      expect((await next()).status()).toBe(422);
      return;
    }
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.click(named('Nästa'));
    await page.waitForSelector('.summary');
    expect(asked).toEqual([]);
  }

  test('is filled in, corrected once with everything kept, checked and sent; SQL finds it in its tables', async () => {
    await fill(page, {
      ...firstVisit[0],
      organisationsnummer: '556036-0794',
      company_name: 'Åkers "Mekan" <&>',
    });
    await nextIsRefused();
    expect(await page.title()).toMatch(/^Fel: Företaget – /);
    expect(await page.$eval(':focus', (focused) => focused.getAttribute('role'))).toBe('alert');
    expect(await summaryOf()).toEqual([
      'Organisationsnummer: Kontrollera siffrorna – de stämmer inte, och den sista är en kontrollsiffra.',
    ]);
    expect(await page.$eval('#organisationsnummer', ({ ariaInvalid }) => ariaInvalid)).toBe('true');
    expect(await entries()).toMatchObject({
      company_name: 'Åkers "Mekan" <&>',
      'contacts.0.contact_name': 'Anna Andersson',
    });

    await goThrough([{ organisationsnummer: '556036-0793' }, ...firstVisit.slice(1)]);
    expect(await page.title()).toMatch(/^Granska dina svar/);
    const text = await seen(page);
    for (const shown of [
      'Åkers "Mekan" <&>',
      'Svårt att hitta CNC-operatörer',
      '1. Kompetensutveckling, 2. Produktionseffektivisering',
    ]) {
      expect(text).toContain(shown);
    }
    // What is needed to count is named, and does not stop anybody.
    expect(text).toMatch(/behöver fyllas i innan svaren räknas \(\d+\)/);
    await page.click('summary');
    expect(await seen(page)).toContain('Mognad i digitalisering');
    expect((await press(page, 'Skicka')).status()).toBe(200);
    expect(await page.title()).toMatch(/^Tack/);

    const id = new URL(page.url()).searchParams.get('id') ?? '';
    await execute(product.env, {});
    const [row] = await query(
      product,
      `select n.visit_date, n.company_key, n.company_participants_total, n.maturity_pe, n.maturity_aut,
        n.maturity_aut_missing_reason, n.top3, c.company_name,
        contains(n.missing_to_count, 'maturity_dig') as waits
      from analytic.needs_analysis n join confidential.needs_analysis c on c.submission_id = n.submission_id
      where n.submission_id = '${id}'`,
    );
    expect(row).toEqual({
      visit_date: '2026-09-10',
      company_key: '556036-0793',
      company_participants_total: '3',
      maturity_pe: '2',
      maturity_aut: null,
      maturity_aut_missing_reason: 'not_assessed',
      top3: '[skills_development, production_efficiency]',
      company_name: 'Åkers "Mekan" <&>',
      waits: 'true',
    });
    const areas = await query(
      product,
      `select row_no, area, priority, current_state, wants_support from analytic.needs_analysis__areas
      where submission_id = '${id}' and (priority <> '0' or current_state_missing_reason is not null) order by row_no`,
    );
    expect(areas).toMatchObject([
      { area: 'skills_development', priority: '3', current_state: null, wants_support: 'true' },
      { area: 'production_efficiency', priority: '1', current_state: '2', wants_support: null },
      { area: 'automation', priority: '0', current_state: null, wants_support: null },
    ]);
    const [contact] = await query(
      product,
      `select row_no, contact_role from analytic.needs_analysis__contacts where submission_id = '${id}'`,
    );
    expect(contact).toEqual({ row_no: '1', contact_role: 'owner_ceo' });
  });

  test('has rows that come and go, with what is written in the others kept', async () => {
    const act = (name: string) => (hasScript ? page.click(named(name)) : press(page, name));
    await fill(page, firstVisit[0] ?? {});
    await act('Lägg till en kontaktperson');
    await page.waitForSelector('[name="contacts.1.contact_name"]');
    expect(await page.$$eval('.row > legend', (all) => all.map(({ textContent }) => textContent))).toEqual([
      'Kontaktperson 1',
      'Kontaktperson 2',
    ]);
    await fill(page, {
      'contacts.1.contact_name': 'Bo',
      'contacts.1.contact_role': 'operator',
      'contacts.1.contact_phone': '019-21 10 00',
    });
    await act('Ta bort kontaktperson 1');
    await page.waitForFunction(() => document.querySelectorAll('.row').length === 1);
    expect(await entries()).toMatchObject({ 'contacts.1.contact_name': 'Bo', company_name: 'Saab AB' });
    expect(await entries()).not.toHaveProperty(['contacts.0.contact_name']);
    await next();
    await press(page, 'Föregående');
    expect(await entries()).toMatchObject({ 'contacts.1.contact_name': 'Bo' });
  });

  test('goes on in the other language at the same step, with everything kept', async () => {
    await goThrough(firstVisit.slice(0, 1));
    await fill(page, firstVisit[1] ?? {});
    await press(page, 'In English');
    expect(await page.$eval('html', ({ lang }) => lang)).toBe('en');
    expect(await page.title()).toMatch(/^The visit – /);
    expect(await entries()).toMatchObject({ ...firstVisit[0], ...firstVisit[1] });
    await press(page, 'På svenska');
    expect(await page.title()).toMatch(/^Besöket – /);
    expect(await entries()).toMatchObject({ ...firstVisit[0], ...firstVisit[1] });
  });

  test('says which row is wrong, by its number and in the order of its questions', async () => {
    await fill(page, firstVisit[0] ?? {});
    if (hasScript) await page.click(named('Lägg till en kontaktperson'));
    else await press(page, 'Lägg till en kontaktperson');
    await page.waitForSelector('[name="contacts.1.contact_name"]');
    await fill(page, { 'contacts.1.contact_name': 'Bo', 'contacts.1.contact_email': 'bo' });
    await nextIsRefused();
    expect(await summaryOf()).toEqual([
      expect.stringMatching(/^Kontaktperson 2: Välj/),
      expect.stringMatching(/^Kontaktperson 2, E-post: /),
    ]);
  });

  test('lets an answer be taken back where it may be left out', async () => {
    const [, , activity = {}] = firstVisit;
    await goThrough(firstVisit.slice(0, 2));
    await fill(page, { ...activity, development_status: 'started' });
    await page.click('[name=development_status][value=""]');
    expect((await entries()).development_status).toBe('');
    await next();
    expect(await entries()).not.toHaveProperty('development_status');
  });

  test('keeps a text that only resembles a personnummer, and sends back none that is one', async () => {
    await goThrough(firstVisit.slice(0, 2));
    const text = 'Möte 20260910 1300, ring 0701234567';
    await fill(page, { business_summary: text, products_main: 'Kontakt 811228-9874' });
    await press(page, 'Föregående');
    await next();
    expect(await entries()).toMatchObject({ business_summary: text, products_main: '' });
  });

  test('unfolds what other answers ask for, and leaves out what they do not', async () => {
    await goThrough(firstVisit.slice(0, 5));
    const isShown = (name: string) =>
      page.$eval(`[name="${name}"]`, (control) => control.getClientRects().length > 0);
    const challenge = 'areas.automation.challenge_text';
    expect(await isShown(challenge)).toBe(false);
    expect(await isShown('top3.1')).toBe(false);
    await fill(page, { 'areas.automation.priority': '2' });
    expect([await isShown(challenge), await isShown('top3.1')]).toEqual([true, true]);
    await fill(page, { [challenge]: 'Roboten står still', 'areas.automation.priority': '1' });
    expect([await isShown(challenge), await isShown('top3.1')]).toEqual([false, true]);
    const { 'top3.3': _, ...areas } = firstVisit[5] ?? {};
    await goThrough([areas]);
    await fill(page, firstVisit[6] ?? {});
    await press(page, 'Granska svaren');
    const text = await seen(page);
    expect(text).toMatch(/tas inte med[\s\S]*Utvecklingsområden/);
    expect(text).not.toContain('Roboten');
    // It is told in the other language too, and stands where it was written.
    await press(page, 'In English');
    expect(await seen(page)).toMatch(/are left out[\s\S]*Development areas/);
    await press(page, 'Change: The needs');
    expect((await entries())[challenge]).toBe('Roboten står still');
  });

  test('tells of what is ranked without a need, and of no need that has not been asked about yet', async () => {
    await goThrough(firstVisit.slice(0, 5));
    await fill(page, { 'areas.skills_development.priority': '2', 'top3.1': 'ai' });
    await nextIsRefused();
    expect(await summaryOf()).toEqual([expect.stringMatching(/^Välj bara bland/)]);
    await page.click('[role=alert] a');
    expect(await page.$eval(':focus', ({ id }) => id)).toBe('top3');
    await fill(page, { 'top3.1': 'skills_development' });
    expect((await next()).status()).toBe(200);
    expect(await page.title()).toMatch(/^Nästa steg – /);
  });

  test('is filled in with the keyboard only, and Enter in a field goes on', async () => {
    const focused = () =>
      page.evaluate(() => {
        const element = document.activeElement;
        const isNamed = element instanceof HTMLInputElement || element instanceof HTMLSelectElement;
        return isNamed ? element.name : (element?.textContent ?? '');
      });
    const tabTo = async (name: string) => {
      for (let tabs = 0; tabs < 60 && (await focused()) !== name; tabs += 1) await page.keyboard.press('Tab');
      expect(await focused()).toBe(name);
    };
    const [company = {}, visit = {}] = firstVisit;
    // In a list one types how the option begins.
    const labels: Readonly<Record<string, string>> = {
      municipality_code: 'Kumla',
      'contacts.0.contact_role': 'Operat',
    };
    for (const [name, value] of Object.entries(company)) {
      await tabTo(name);
      await page.keyboard.type(labels[name] ?? value);
    }
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(await page.title()).toMatch(/^Besöket – /);
    const chosen = { municipality_code: '1881', 'contacts.0.contact_role': 'operator' };
    expect(await entries()).toMatchObject({ ...company, ...chosen });

    await tabTo('visit_date');
    await page.keyboard.type(visit.visit_date ?? '');
    await tabTo('visit_mode');
    await page.keyboard.press('Space');
    await tabTo('method');
    await page.keyboard.press('ArrowDown');
    for (const name of ['women', 'men', 'undisclosed'].map((each) => `company_participants_${each}`)) {
      await tabTo(name);
      await page.keyboard.type(visit[name] ?? '');
    }
    await tabTo('Nästa');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(await page.title()).toMatch(/^Verksamheten – /);
    expect(await entries()).toMatchObject({ visit_mode: 'on_site', method: 'light' });
  });

  test('is changed from the check page, and a repeat of the same page changes nothing', async () => {
    await goThrough(firstVisit);
    await press(page, 'Ändra: Besöket');
    await fill(page, { company_participants_men: '5' });
    await press(page, 'Granska svaren');
    expect(await seen(page)).toContain('Deltagare från företaget, sammanlagt\n6');
    const carried = await entries();
    const sent = { ...carried, _step: 'send' };
    const post = () =>
      fetch(pathOf('sv'), { method: 'POST', body: new URLSearchParams(sent), redirect: 'manual' });
    const [first, again] = [await post(), await post()];
    expect([first.status, again.status]).toEqual([303, 303]);
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    const kept = (await itemsIn(product.env)).filter(({ sk }) => sk === carried._id);
    expect(kept).toHaveLength(1);
    await press(page, 'Skicka');
    expect(await page.title()).toMatch(/^Tack/);
  });
});

test('is for everybody where the script has told what is wrong, and added a row', async () => {
  page = await browser.open();
  await page.setJavaScriptEnabled(true);
  await page.goto(pathOf('sv'));
  await page.click(named('Nästa'));
  await page.waitForSelector('.summary');
  await page.click(named('Lägg till en kontaktperson'));
  expect(await page.$eval(':focus', ({ id }) => id)).toBe('contacts.1.contact_name');
  await fill(page, { municipality_code: '1880' });
  const marked = () => page.$$eval('[aria-invalid]', (all) => all.map(({ id }) => id));
  expect(await marked()).toEqual(['organisationsnummer', 'company_name']);
  expect(await axeIn(page, 'light')).toEqual([]);
  expect(await page.$$eval('[id]', (all) => all.length - new Set(all.map(({ id }) => id)).size)).toBe(0);
});

test('the browser’s own Back goes a step back, with what is typed kept', async () => {
  page = await browser.open();
  await page.setJavaScriptEnabled(true);
  await page.goto(pathOf('sv'));
  await fill(page, firstVisit[0] ?? {});
  await press(page, 'Nästa');
  await fill(page, { company_participants_women: '7' });
  await page.evaluate(() => history.back());
  await page.waitForFunction(() => document.title.startsWith('Företaget'));
  expect(await entries()).toMatchObject({ ...firstVisit[0], company_participants_women: '7' });
});

test('what is computed follows what is typed', async () => {
  page = await browser.open();
  await page.setJavaScriptEnabled(true);
  await page.goto(pathOf('sv'));
  await fill(page, firstVisit[0] ?? {});
  await press(page, 'Nästa');
  const total = () => page.$eval('output', ({ textContent }) => textContent);
  expect(await total()).toBe('–');
  await fill(page, { company_participants_women: '2' });
  expect(await total()).toBe('2');
  await fill(page, { company_participants_men: '12' });
  expect(await total()).toBe('14');
  // What cannot be read does not count.
  await fill(page, { company_participants_men: 'tolv' });
  expect(await total()).toBe('2');
});

describe('a visit whose needs are not finished', () => {
  beforeEach(async () => {
    page = await browser.open();
    await page.setJavaScriptEnabled(true);
  });

  /** What the lake says of the visits at a company, once everything is exported. */
  async function exportedOf(company: string) {
    await execute(product.env, {});
    const visits = await query(
      product,
      `select n.form_version, n.company_participants_men, v.counts
      from analytic.needs_analysis n join analytic.visits v on v.submission_id = n.submission_id
      where n.company_key = '${company}'`,
    );
    const companies = await query(
      product,
      `select latest_needs_analysis_counts, needs from analytic.companies where company_key = '${company}'`,
    );
    return { visits, companies };
  }

  test('is kept and does not count, and a correction that has the rest does', async () => {
    const company = organisationsnummerOf(901);
    const { steps } = await typedSteps('needs-analysis', { ...wholeVisit, organisationsnummer: company }, []);
    await page.goto(pathOf('sv'));
    await goThrough([
      { organisationsnummer: company, company_name: 'Närkes Svets AB', municipality_code: '1881' },
      { visit_date: '2026-09-10', visit_mode: 'on_site' },
      {},
      { maturity_pe: '2' },
      {},
      {},
      {},
    ]);
    await page.click('summary');
    for (const waiting of [
      'Kontaktpersoner',
      'Metod',
      'Kompetensutveckling',
      'Tillstånd att spara behoven',
    ]) {
      expect(await seen(page)).toContain(waiting);
    }
    await press(page, 'Skicka');
    const id = new URL(page.url()).searchParams.get('id') ?? '';
    expect(await exportedOf(company)).toEqual({
      visits: [{ form_version: '2', company_participants_men: null, counts: 'false' }],
      // Nobody knows yet that there are none.
      companies: [{ latest_needs_analysis_counts: 'false', needs: null }],
    });

    await page.goto(`${pathOf('sv')}?supersedes=${id}`);
    await goThrough(steps);
    await press(page, 'Skicka');
    expect(await exportedOf(company)).toEqual({
      visits: [{ form_version: '2', company_participants_men: '2', counts: 'true' }],
      companies: [{ latest_needs_analysis_counts: 'true', needs: '4' }],
    });
  });

  test('may be sent in version 1 no more than before, and one of version 1 is corrected in version 2', async () => {
    const company = organisationsnummerOf(902);
    const answers = { ...wholeVisit, organisationsnummer: company };
    const send = async (id: string, version: number, sent: object) => {
      const response = await fetch(`${product.url}/v1/forms/needs-analysis/submissions/${id}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ version, answers: sent }),
      });
      return response.status;
    };
    const [id, later] = [uuidv7(), uuidv7()];
    const unfinished = {
      ...answers,
      visit_date: '2026-09-11',
      contacts: undefined,
      proposed_next: undefined,
    };
    expect(await send(later, 1, unfinished)).toBe(422);
    expect([await send(id, 1, answers), await send(later, 2, unfinished)]).toEqual([201, 201]);
    const counted = { company_participants_men: '2', counts: 'true' };
    const uncounted = { form_version: '2', company_participants_men: '2', counts: 'false' };
    const before = await exportedOf(company);
    expect(new Set(before.visits)).toEqual(new Set([{ form_version: '1', ...counted }, uncounted]));

    await page.goto(`${pathOf('sv')}?supersedes=${id}`);
    await goThrough([{}, { company_participants_men: '4' }, {}, {}, {}, {}, {}]);
    await press(page, 'Skicka');
    const { history } = await (await fetch(`${product.url}/v1/records/${id}`)).json();
    const changed = { company_participants_men: 4, company_participants_total: 5 };
    expect(history).toMatchObject([
      { id, version: 1, status: 'superseded' },
      { supersedes: id, version: 2, status: 'current' },
    ]);
    expect(history[1].answers).toEqual({ ...history[0].answers, ...changed });
    const after = await exportedOf(company);
    const corrected = { form_version: '2', company_participants_men: '4', counts: 'true' };
    expect(new Set(after.visits)).toEqual(new Set([corrected, uncounted]));
  });
});

describe('what has to be there', () => {
  /** What is wrong, or what is missing before it counts; the answers are those of a whole visit but for the changes. */
  async function judged(version: number, changes: object): Promise<string[]> {
    const form = await loadForm(publications, 'needs-analysis', version);
    if (form === undefined) throw new Error(`expected version ${version} of the needs analysis`);
    const answers = Object.entries({ ...wholeVisit, ...changes }).filter(
      ([, answer]) => answer !== undefined,
    );
    const reader = readerOf(form, await loadParts(publications, 'needs-analysis'));
    const reading = reader.read(Object.fromEntries(answers), 'program');
    if ('problems' in reading) return reading.problems.map(({ path, code }) => `${path} ${code}`);
    return missingToCount(fieldsOf(form), reading.answers);
  }

  const { skills_development, ...otherAreas } = wholeVisit.areas;
  const { priority: _, ...unrated } = skills_development;
  test.each([
    ['a whole visit', {}, [], []],
    ['no contact', { contacts: undefined }, ['contacts 422.1'], ['contacts']],
    ['no method', { method: undefined }, ['method 422.1'], ['method']],
    [
      'no number of men',
      { company_participants_men: undefined },
      ['company_participants_men 422.1'],
      ['company_participants_men'],
    ],
    ['no next step', { proposed_next: undefined }, ['proposed_next 422.1'], ['proposed_next']],
    ['no permission', { use_permission: undefined }, ['use_permission 422.1'], ['use_permission']],
    ['no ranking', { top3: undefined }, ['top3 422.1'], ['top3']],
    [
      'one area that is not rated',
      { areas: { ...otherAreas, skills_development: { current_state: 1 } }, top3: ['production_efficiency'] },
      ['areas.skills_development.priority 422.1'],
      ['areas.skills_development.priority'],
    ],
    [
      'another area that is not rated',
      { areas: { ...wholeVisit.areas, maintenance: { current_state: 1 } } },
      ['areas.maintenance.priority 422.1'],
      ['areas.maintenance.priority'],
    ],
  ])('%s: refused in version 1, and kept in version 2 but not counted', async (_, changes, first, second) => {
    expect(await judged(1, changes)).toEqual(first);
    expect(await judged(2, changes)).toEqual(second);
  });

  test.each([
    ['no company', { organisationsnummer: undefined }, 'organisationsnummer 422.1'],
    ['no name', { company_name: undefined }, 'company_name 422.1'],
    ['no municipality', { municipality_code: undefined }, 'municipality_code 422.1'],
    ['no date', { visit_date: undefined }, 'visit_date 422.1'],
    ['no way of meeting', { visit_mode: undefined }, 'visit_mode 422.1'],
    [
      'nobody there',
      { company_participants_women: 0, company_participants_men: 0, company_participants_undisclosed: 0 },
      'company_participants_women 422.12',
    ],
    [
      'a contact without a name',
      { contacts: [{ contact_role: 'operator', contact_email: 'bo@exempel.se' }] },
      'contacts.0.contact_name 422.1',
    ],
    ['a ranked area without a need', { top3: ['digitalisation'] }, 'top3 422.12'],
    [
      'a challenge of an area that is not rated',
      { areas: { ...otherAreas, skills_development: unrated }, top3: ['production_efficiency'] },
      'areas.skills_development.challenge_text 422.11',
    ],
  ])('%s: refused in both', async (_, changes, told) => {
    for (const version of [1, 2]) expect(await judged(version, changes)).toContain(told);
  });
});
