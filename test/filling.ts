import type { HTTPResponse, Page } from 'puppeteer-core';

/** What a person answers: by the name of the control, what is written or which option, or options, are chosen. */
export type Filling = Readonly<Record<string, string | readonly string[]>>;

/** Answers the questions that are seen on the page, each as its control is answered. */
export async function fill(page: Page, answers: Filling): Promise<void> {
  for (const [name, value] of Object.entries(answers)) {
    await reach(page, name);
    for (const text of typeof value === 'string' ? [value] : value) await answer(page, name, text);
  }
}

/** Adds the row that a control is in, or unfolds what it is folded in, where it is not seen yet. */
async function reach(page: Page, name: string): Promise<void> {
  const [field, row] = name.split('.');
  const folded = `details:not([open]):has([name="${name}"]) > summary`;
  if ((await page.$(`[name="${name}"]`)) === null && row !== undefined) {
    await act(page, `button[value="add:${field}"]`);
  } else if ((await page.$(folded)) !== null) {
    await page.click(folded);
  }
}

/** Presses a button that a script answers on the page; without it there is another page. */
export async function act(page: Page, selector: string): Promise<HTTPResponse | null> {
  if (page.isJavaScriptEnabled()) {
    await page.click(selector);
    return null;
  }
  const [response] = await Promise.all([page.waitForNavigation(), page.click(selector)]);
  return response;
}

async function answer(page: Page, name: string, text: string): Promise<void> {
  const type = await page.$eval(`[name="${name}"]`, (control) => control.getAttribute('type'));
  if (type === 'radio' || type === 'checkbox') {
    await page.click(`[name="${name}"][value="${text}"]`);
    return;
  }
  if ((await page.$(`select[name="${name}"]`)) !== null) {
    await page.select(`[name="${name}"]`, text);
    return;
  }
  await page.$eval(`[name="${name}"]`, (control) => {
    if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) control.value = '';
  });
  await page.type(`[name="${name}"]`, text);
}
/** A first visit at a company, step by step: what is required and a little more. */
export const firstVisit: readonly Readonly<Record<string, string>>[] = [
  {
    organisationsnummer: '556036-0793',
    company_name: 'Saab AB',
    municipality_code: '1880',
    'contacts.0.contact_name': 'Anna Andersson',
    'contacts.0.contact_role': 'owner_ceo',
    'contacts.0.contact_email': 'anna@exempel.se',
  },
  {
    visit_date: '2026-09-10',
    visit_mode: 'on_site',
    method: 'tbn',
    company_participants_women: '1',
    company_participants_men: '2',
    company_participants_undisclosed: '0',
  },
  {},
  { maturity_pe: '2', maturity_aut: 'not_assessed' },
  {},
  {
    'areas.skills_development.priority': '3',
    'areas.skills_development.challenge_text': 'Svårt att hitta CNC-operatörer',
    'areas.skills_development.wants_support': 'yes',
    'areas.production_efficiency.priority': '1',
    'areas.automation.priority': '0',
    'areas.digitalisation.priority': '0',
    'areas.sust_environment.priority': '0',
    'areas.sust_social.priority': '0',
    'areas.sust_economic.priority': '0',
    'top3.1': 'skills_development',
    'top3.3': 'production_efficiency',
  },
  { proposed_next: 'workshop', use_permission: 'yes_named' },
];
