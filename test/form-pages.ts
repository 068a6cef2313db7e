import type { HTTPResponse, Page } from 'puppeteer-core';
import { evaluatedKinds } from '../forms/lists/evaluated-kinds.ts';
import { act, type Filling, fill } from './filling.ts';
import { buttons, press } from './participant-pages.ts';
import { linkGives, type Walk } from './walks.ts';

/** What a page is looked at with: the state it is in, and the response that brought it. */
type LookAt = (state: string, response: HTTPResponse) => Promise<void>;

export interface Visit {
  readonly page: Page;
  readonly url: string;
  readonly lang: 'sv' | 'en';
  readonly look: LookAt;
}

/**
 * Goes through the states of a form that a person can meet, with JavaScript or without: all of them, where the walk is
 * looked at in all; else each step filled in and what is told when it is not.
 */
export async function visitForm(visit: Visit, walk: Walk): Promise<void> {
  const { page, lang } = visit;
  const look: LookAt = (state, response) =>
    visit.look([walk.way, state].filter((part) => part !== undefined).join(' '), response);
  await goThrough({ ...visit, look }, walk);
  if (walk.other === undefined) {
    await look('receipt', await press(page, buttons[lang].send));
  } else {
    await sendFirst(page, walk.other);
    await look('conflict', await press(page, buttons[lang].send));
    await look('receipt', await press(page, buttons[lang].sendNew));
  }
  if (walk.isOnce) {
    await goThrough({ ...visit, look: async () => {} }, walk);
    await look('taken', await press(page, buttons[lang].send));
  }
}

/** From the first step to the page to look answers through. */
async function goThrough(
  { page, url, lang, look }: Visit,
  { form, query, steps, required, other }: Walk,
): Promise<void> {
  const isWhole = other !== undefined;
  let response = await open(page, `${url}${lang === 'sv' ? '' : '/en'}/f/${form}${query}`);
  for (const [index, answers] of steps.entries()) {
    const state = (name: string) => (steps.length === 1 ? name : `step ${index + 1} ${name}`);
    const goOn = await page.$eval('button[value=next]', ({ innerText }) => innerText);
    if (isWhole || index === 0) await look(state('empty'), response);
    if (isWhole) {
      response = await addRow(page, response, () => look(state('row added'), response));
      await unfold(page, () => look(state('unfolded'), response));
    }
    if (required.includes(index)) {
      response = await pressInVain(page, goOn, response);
      await look(state('errors'), response);
    }
    await fill(page, answers);
    await look(state('filled'), response);
    response = await press(page, goOn);
  }
  await look('check', response);
}

/** What belongs to no form. */
export async function visitOthers({ page, url, lang, look }: Visit): Promise<void> {
  const root = lang === 'sv' ? url : `${url}/en`;
  await look('', await open(page, root));
  await look('no such page', await open(page, `${root}/nothing-here`));
  await look('no such form', await open(page, `${root}/f/nothing-here`));
}

/** Each kind of activity has questions of its own; without a link the form asks which it was. */
export async function visitKinds({ page, url, lang, look }: Visit): Promise<void> {
  const address = `${url}${lang === 'sv' ? '' : '/en'}/f/evaluation`;
  await look('without link', await open(page, address));
  for (const { code } of evaluatedKinds.options)
    await look(code, await open(page, `${address}${linkGives(code)}`));
}

/** Opens an address, as a person does who types it. */
async function open(page: Page, url: string): Promise<HTTPResponse> {
  const response = await page.goto(url);
  if (response === null) throw new Error(`expected a page at ${url}`);
  return response;
}

/** Presses a button that leads on, while something is wrong: a script says so itself, else the server's page does. */
async function pressInVain(page: Page, name: string, before: HTTPResponse): Promise<HTTPResponse> {
  if (!page.isJavaScriptEnabled()) return press(page, name);
  await page.click(`::-p-aria([name="${name}"])`);
  await page.waitForSelector('.summary');
  return before;
}

/** Where rows can be added, adds one, lets it be looked at, and takes it away again. */
async function addRow(page: Page, before: HTTPResponse, look: () => Promise<void>): Promise<HTTPResponse> {
  if ((await page.$('[data-rows]')) === null) return before;
  await act(page, 'button[value^="add:"]');
  await look();
  return (await act(page, '.row:last-of-type > button[value^="remove:"]')) ?? before;
}

/** Where something is folded, unfolds it, lets it be looked at, and folds it again. */
async function unfold(page: Page, look: () => Promise<void>): Promise<void> {
  if ((await page.$('details')) === null) return;
  await page.click('details > summary');
  await look();
  await page.click('details > summary');
}

/** Somebody else's answers come first under the same id. */
async function sendFirst(page: Page, other: Filling): Promise<void> {
  const { action, entries } = await page.$eval('form', (form) => ({
    action: form.action,
    entries: Array.from(new FormData(form), ([name, value]) => [name, String(value)]),
  }));
  const body = new URLSearchParams(entries);
  for (const [name, value] of Object.entries({ ...other, _step: 'send' })) body.set(name, String(value));
  const { status } = await fetch(action, { method: 'POST', body, redirect: 'manual' });
  if (status !== 303) throw new Error(`expected other answers to be kept, got ${status}`);
}
