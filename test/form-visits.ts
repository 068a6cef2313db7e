import type { HTTPResponse, Page } from 'puppeteer-core';
import { type Filling, fill, firstVisit } from './filling.ts';
import { press } from './participant-pages.ts';

type Look = (state: string, response: HTTPResponse) => Promise<void>;

const words = {
  sv: { next: 'Nästa', check: 'Granska svaren', send: 'Skicka', add: 'Lägg till en kontaktperson' },
  en: { next: 'Next', check: 'Check your answers', send: 'Send', add: 'Add a contact person' },
} as const;

/** Goes through the needs analysis without JavaScript and lets every state be looked at. */
export async function visitNeedsAnalysis(
  page: Page,
  url: string,
  lang: 'sv' | 'en',
  look: Look,
): Promise<void> {
  const { next, check, send, add } = words[lang];
  await look('needs analysis, step 1', await open(page, `${url}${root(lang)}/f/needs-analysis`));
  await look('needs analysis, step 1 with errors', await press(page, next));
  await look('needs analysis, two contacts', await press(page, add));
  for (const [index, answers] of firstVisit.entries()) {
    await page.$$eval('details', (all) =>
      all.forEach((each) => {
        each.open = true;
      }),
    );
    if (index === 5) await look('needs analysis, step 6 with errors', await press(page, next));
    await fill(page, answers);
    const last = index === firstVisit.length - 1;
    const state = last ? 'needs analysis, check' : `needs analysis, step ${index + 2}`;
    await look(state, await press(page, last ? check : next));
  }
  await look('needs analysis, receipt', await press(page, send));
}

const rated: Filling = { q_overall: '4', q_learning: '5', q_eu_awareness: 'no' };
const person: Filling = { gender: 'woman', respondent_type: 'industry_company' };

/** Goes through the evaluation without JavaScript, for activities that are asked of in different ways. */
export async function visitEvaluation(page: Page, url: string, lang: 'sv' | 'en', look: Look): Promise<void> {
  const { check, send } = words[lang];
  const about = (kind: string) =>
    `${url}${root(lang)}/f/evaluation?activity_kind=${kind}&activity_date=2026-09-10`;
  await look('evaluation without a link', await open(page, `${url}${root(lang)}/f/evaluation`));
  await look('evaluation of a seminar outside industry', await open(page, about('outside_industry_seminar')));
  await look('evaluation of a workshop', await open(page, about('workshop')));
  await look('evaluation with errors', await press(page, check));
  await fill(page, {
    ...rated,
    ...person,
    q_new_contacts: '2',
    q_will_act: 'probably',
    q_focus: 'automation',
  });
  await look('evaluation, check', await press(page, check));
  await look('evaluation, receipt', await press(page, send));
  await look('contact request', await open(page, `${url}${root(lang)}/f/contact-request`));
  await look('contact request with errors', await press(page, check));
}

function root(lang: 'sv' | 'en'): string {
  return lang === 'sv' ? '' : '/en';
}

async function open(page: Page, url: string): Promise<HTTPResponse> {
  const response = await page.goto(url);
  if (response === null) throw new Error(`expected a page at ${url}`);
  return response;
}
