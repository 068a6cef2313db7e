import type { Page } from 'puppeteer-core';

/** What a person answers: by the name of the control, what is written or which option is chosen. */
export type Filling = Readonly<Record<string, string>>;

/** Answers the questions that are seen on the page, each as its control is answered. */
export async function fill(page: Page, answers: Filling): Promise<void> {
  for (const [name, value] of Object.entries(answers)) {
    const type = await page.$eval(`[name="${name}"]`, (control) => control.getAttribute('type'));
    if (type === 'radio' || type === 'checkbox') {
      await page.click(`[name="${name}"][value="${value}"]`);
      continue;
    }
    if ((await page.$(`select[name="${name}"]`)) !== null) {
      await page.select(`[name="${name}"]`, value);
      continue;
    }
    await page.$eval(`[name="${name}"]`, (control) => {
      if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) control.value = '';
    });
    await page.type(`[name="${name}"]`, value);
  }
}

/** A first visit at a company, step by step: what is required and a little more. */
export const firstVisit: readonly Filling[] = [
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
