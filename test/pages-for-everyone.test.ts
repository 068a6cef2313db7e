import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forms } from '../forms/index.ts';
import { startBrowser, type TestBrowser } from './browser.ts';
import { type Visit, visitForm, visitKinds, visitOthers } from './form-pages.ts';
import { startTestProduct, type TestProduct } from './local-product.ts';
import { newNamed, sendNamed } from './named-records.ts';
import { type Look, lookAt } from './page-looks.ts';
import { type Weight, weightOf } from './page-weights.ts';
import { buttons, named, openPlainForm, plainAnswers } from './participant-pages.ts';
import { walksOf } from './walks.ts';

let product: TestProduct;
let browser: TestBrowser;
beforeAll(async () => {
  product = await startTestProduct();
  browser = await startBrowser();
});
afterAll(() => Promise.all([browser?.stop(), product?.stop()]));

/** The forms that companies and participants meet, on a phone as often as not. */
const ofOthers = new Set(forms.filter(({ send }) => typeof send !== 'object').map(({ id }) => id));

/** Goes through everything a person can meet, without JavaScript. */
async function visitEverything(page: Page, lang: 'sv' | 'en', look: Visit['look']): Promise<void> {
  const visit = (of: string): Visit => ({
    page,
    url: product.url,
    lang,
    look: (state, response) => look(`${of} ${state}`.trim(), response),
  });
  await visitOthers(visit('start'));
  const records = newNamed();
  await sendNamed(product.url, records);
  for (const walk of await walksOf(records, lang === 'sv' ? 1 : 2)) await visitForm(visit(walk.form), walk);
  await visitKinds(visit('evaluation'));
}

describe.each(['sv', 'en'] as const)('every page and state in %s', (lang) => {
  const looks: Look[] = [];
  const weights: (Weight & { readonly state: string })[] = [];
  const requests: string[] = [];
  beforeAll(async () => {
    const page = await browser.open();
    page.on('request', (request) => requests.push(request.url()));
    await visitEverything(page, lang, async (state, response) => {
      looks.push(await lookAt(page, state, response));
      if (ofOthers.has(state.split(' ')[0] ?? '')) weights.push({ state, ...(await weightOf(response)) });
    });
    // Some hundred pages, each looked at in several ways.
  }, 300_000);

  function inEach(fact: (look: Look) => readonly string[]): string[] {
    return looks.flatMap((look) => fact(look).map((each) => `${look.state}: ${each}`));
  }

  test('was looked at', () => {
    const states = looks.map(({ state }) => state);
    expect(new Set(states).size).toBe(states.length);
    expect(states).toEqual(
      expect.arrayContaining([
        'start',
        'start no such page',
        'needs-analysis step 1 row added',
        'needs-analysis step 6 unfolded',
        'needs-analysis conflict',
        'evaluation without link',
        'evaluation outside_industry_seminar',
        'company taken',
        'intervention planned check',
        'participants step 2 errors',
        'participants taken',
        'process-maturity step 11 filled',
        'economic-outcome errors',
      ]),
    );
    const received = states.filter((state) => /^[a-z-]+ receipt$/.test(state));
    expect(received.toSorted()).toEqual(forms.map(({ id }) => `${id} receipt`).toSorted());
    expect(states.length).toBeGreaterThan(200);
  });

  test('has nothing that axe finds against WCAG 2.2 AA, in light and in dark', () => {
    expect(inEach(({ violations }) => violations)).toEqual([]);
  });

  test('fits in 320 px, and with the text spacing of WCAG 1.4.12 too', () => {
    expect(inEach(({ sideways }) => sideways)).toEqual([]);
  });

  test('has no target smaller than 24 by 24 px', () => {
    expect(inEach(({ smallTargets }) => smallTargets)).toEqual([]);
  });

  test('says which language it is in, and is wholly in it', () => {
    expect(looks.map(({ languages }) => languages)).toEqual(looks.map(() => [lang, lang]));
    const properNames =
      /Laxå|Hällefors|Örebro län|Örebro|Tillväxtverket|Almi Företagspartner|Arbetsförmedlingen|Svårt att hitta CNC-operatörer/g;
    const foreign = lang === 'en' ? /[åäö]|\b(och|att|inte|det|som)\b/i : /\b(the|and|not|this|you)\b/i;
    expect(inEach(({ text }) => text.replace(properNames, '').match(foreign) ?? [])).toEqual([]);
  });

  test('has nothing inline, and a policy under which nothing inline would run', () => {
    expect(inEach(({ inline }) => inline)).toEqual([]);
    for (const { policy } of looks) {
      expect(policy).toMatch(/^default-src 'none';/);
      expect(policy).not.toMatch(/unsafe|\*|:/);
    }
  });

  test('weighs at most 20 kB compressed where the public meets it, of which page and style 6 kB', () => {
    expect(new Set(weights.map(({ state }) => state.split(' ')[0]))).toEqual(ofOthers);
    expect(weights.filter(({ all, pageAndStyle }) => all > 20_000 || pageAndStyle > 6000)).toEqual([]);
    // Nothing of it is missing, either.
    const asking = weights.filter(({ state }) => /empty|errors|filled/.test(state));
    expect(asking.filter(({ all, pageAndStyle }) => all < 10_000 || pageAndStyle < 3000)).toEqual([]);
  });

  test('asks nothing of any other origin', () => {
    expect(requests.length).toBeGreaterThan(looks.length / 2);
    expect(requests.filter((url) => new URL(url).origin !== product.url)).toEqual([]);
  });
});

describe('with the keyboard only', () => {
  let page: Page;
  beforeAll(async () => {
    page = await browser.open();
  });

  const fields = [
    'activity',
    'activity_date',
    'organisationsnummer',
    'organisationsnummer_missing_reason',
    'company_name',
    'municipality_code',
    'n_women',
    'n_men',
    'n_undisclosed',
    'note',
  ];
  const openForm = () => openPlainForm(page, product.url);
  const enter = () => Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);

  test('Tab reaches everything in the order it is read, and one sees where one is', async () => {
    await openForm();
    const reached: string[] = [];
    for (;;) {
      await page.keyboard.press('Tab');
      const { name, hidden } = await page.evaluate(focused);
      if (name === '' || reached.length > 20) break;
      expect(hidden, name).toBe('');
      reached.push(name);
    }
    const around = ['Hoppa till innehållet', 'Starkare industri i Örebro län', 'In English'];
    expect(reached).toEqual([...around, ...fields, 'Granska svaren']);
  });

  test('the skip link leads past the header', async () => {
    await openForm();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect((await page.evaluate(focused)).name).toBe('activity');
  });

  test('a form is filled in, corrected and sent; Enter in a field goes on to what comes next', async () => {
    await openForm();
    await page.focus('#activity');
    const answers: Readonly<Record<string, string>> = {
      ...plainAnswers,
      municipality_code: 'Kumla',
      n_men: 'x',
    };
    // Why a number is missing is not asked of whom has given one.
    for (const name of fields.slice(0, -1).filter((each) => each !== 'organisationsnummer_missing_reason')) {
      expect((await page.evaluate(focused)).name).toBe(name);
      await page.keyboard.type(answers[name] ?? '');
      if (name !== 'n_undisclosed') await page.keyboard.press('Tab');
    }
    await enter();
    expect(await page.title()).toMatch(/^Fel:/);

    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(focused)).toEqual({ name: 'n_men', hidden: '' });
    expect(await page.$eval('[for=n_men]', (label) => label.getBoundingClientRect().top)).toBeGreaterThan(0);
    await page.keyboard.press('Delete');
    await page.keyboard.type('4');
    await enter();
    expect(await page.title()).toMatch(/^Granska dina svar/);

    for (let tabs = 0; tabs < 10 && (await page.evaluate(focused)).name !== buttons.sv.send; tabs += 1) {
      await page.keyboard.press('Tab');
    }
    await enter();
    expect(await page.title()).toMatch(/^Tack/);
  });
});

test('whoever mends an answer and then presses something below presses what it was aimed at', async () => {
  const page = await browser.open();
  await page.setJavaScriptEnabled(true);
  await page.goto(`${product.url}/f/network`);
  await page.click(named(buttons.sv.check));
  await page.waitForSelector('.summary');
  await page.type('#name', 'Lean');
  const choice = '[name=network_type][value=topic_network]';
  await page.click(choice);
  expect(await page.$eval(choice, (radio) => radio instanceof HTMLInputElement && radio.checked)).toBe(true);
  expect(await page.$eval('#name', ({ ariaInvalid }) => ariaInvalid)).toBeNull();
  expect(await page.$('#name-problem')).toBeNull();
  await page.browserContext().close();
});

/** What has the focus, by id or words, and why it could not be seen. Runs in the page. */
function focused(): { name: string; hidden: string } {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return { name: '', hidden: '' };
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const { top, bottom } = element.getBoundingClientRect();
  const ringed = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  const hidden = !ringed ? 'no outline' : top < 0 || bottom > innerHeight ? 'out of view' : '';
  return { name: element.id || element.innerText, hidden };
}
