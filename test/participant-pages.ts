import type { HTTPResponse, Page } from 'puppeteer-core';
import { uuidv7 } from './local-product.ts';
import { itemsIn } from './serve.ts';

/** What a person writes, by field, as it is written. */
export type Written = Readonly<Record<string, string>>;

/**
 * Opens the first version of `participants` with nothing in it. It is one page of plain questions, where the version
 * after it is a list, so it shows how any page of a form is met. Nobody can open it any more, but whoever had it open
 * when it was replaced goes on in it, and so does this: by what that page sends when it is to be shown again.
 */
export async function openPlainForm(page: Page, url: string): Promise<HTTPResponse> {
  // A browser tells where a form was sent from, and only what is ours may send it.
  await page.goto(`${url}/f/participants`);
  const [response] = await Promise.all([
    page.waitForNavigation(),
    page.evaluate(sendAs, { _version: '1', _id: uuidv7(), _step: 'stay' }),
  ]);
  if (response === null) throw new Error('expected the page of version 1, got nothing');
  return response;
}

/** Sends the page's form with these fields only. Runs in the page. */
function sendAs(fields: Written): void {
  const [form] = document.forms;
  if (form === undefined) return;
  const controls = Object.entries(fields).map(([name, value]) =>
    Object.assign(document.createElement('input'), { type: 'hidden', name, value }),
  );
  form.replaceChildren(...controls);
  // Buttons elsewhere on the page are of the form too, and one of them would be pressed.
  form.submit();
}

/** Right answers to it in plain letters, so that what else is on the page can be told from them. */
export const plainAnswers: Written = {
  activity: 'Lean',
  activity_date: '2026-09-10',
  organisationsnummer: '556036-0793',
  company_name: 'Mekan AB',
  municipality_code: '1881',
  n_women: '3',
  n_men: '4',
  n_undisclosed: '0',
};

export const buttons = {
  sv: { check: 'Granska svaren', send: 'Skicka', change: 'Ändra', sendNew: 'Skicka som nytt svar' },
  en: { check: 'Check your answers', send: 'Send', change: 'Change', sendNew: 'Send as a new answer' },
} as const;

/** Presses the button or link of this name, as assistive technology names it; gives the page that follows. */
export async function press(page: Page, name: string): Promise<HTTPResponse> {
  const loaded = new Promise((resolve) => page.once('load', resolve));
  const isPage = (response: HTTPResponse) =>
    response.request().isNavigationRequest() && response.status() !== 303;
  const [response] = await Promise.all([page.waitForResponse(isPage), loaded, page.click(named(name))]);
  return response;
}

/** A selector by accessible name. */
export function named(name: string): string {
  return `::-p-aria([name="${name}"])`;
}

/** Writes answers into their fields, instead of what is there. */
export async function write(page: Page, written: Written): Promise<void> {
  for (const [name, value] of Object.entries(written)) {
    if ((await page.$(`select[name=${name}]`)) !== null) {
      await page.select(`select[name=${name}]`, value);
      continue;
    }
    await page.$eval(`#${name}`, (control) => {
      if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) control.value = '';
    });
    await page.type(`#${name}`, value);
  }
}

/** What stands in the fields, or is carried unseen, of the form on the page. */
export function written(page: Page): Promise<Record<string, unknown>> {
  return page.$eval('form', (form) => Object.fromEntries(new FormData(form)));
}

/** The text a person sees in the page's main part. */
export function seen(page: Page): Promise<string> {
  return page.$eval('main', (main) => main.innerText);
}

/** Every kept submission of `participants`. */
export async function kept(env: Readonly<Record<string, string>>) {
  return (await itemsIn(env)).filter(({ pk }) => String(pk).startsWith('participants#'));
}
