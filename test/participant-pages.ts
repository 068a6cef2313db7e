import type { HTTPResponse, Page } from 'puppeteer-core';
import { itemsIn } from './serve.ts';

/** What a person writes, by field, as it is written. */
export type Written = Readonly<Record<string, string>>;

/** Right answers to `participants` in plain letters, so that what else is on the page can be told from them. */
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
