import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayAt } from '../functions/lambda/clock.ts';
import { exampleAnswers } from './example-answers.ts';
import { startTestProduct, type TestProduct, uuidv7 } from './local-product.ts';
import { newNamed, sendNamed } from './named-records.ts';
import { registerAnswers } from './register-answers.ts';

// What is right by itself, and wrong beside what is kept already.

const named = newNamed();

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
  await sendNamed(product.url, named);
});
afterAll(() => product.stop());

interface Sent {
  readonly id?: string;
  readonly version?: number;
  readonly supersedes?: string;
}

async function send(form: string, answers: object, { id = uuidv7(), version = 1, supersedes }: Sent = {}) {
  const response = await fetch(`${product.url}/v1/forms/${form}/submissions/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ version, supersedes, answers }),
  });
  const { problems = [] }: { problems?: { path: string; code: string }[] } = await response.json();
  return { id, told: [response.status, ...problems.map(({ path, code }) => `${path} ${code}`)] };
}

describe('a period that payment is claimed for', () => {
  const claimed = registerAnswers['economic-outcome']({ company_key: '' });
  const { claimed_on: _, ...unclaimed } = claimed;
  const costs = { egen_personal: { amount_sek: 1 } };

  test('can be corrected, but for what is claimed', async () => {
    const first = await send('economic-outcome', unclaimed);
    expect(first.told).toEqual([201]);
    // While nothing is claimed, everything can be corrected, with the claim itself.
    const second = await send('economic-outcome', { ...claimed, costs }, { supersedes: first.id });
    expect(second.told).toEqual([201]);
    const supersedes = second.id;
    const refused = await send('economic-outcome', { ...claimed, financing: undefined }, { supersedes });
    expect(refused.told).toEqual([422, 'costs 422.12', 'financing 422.12']);
    // Nor while the claim is taken back: that is a correction of its own, which the history shows.
    expect((await send('economic-outcome', unclaimed, { supersedes })).told).toEqual([422, 'costs 422.12']);

    const noted = await send(
      'economic-outcome',
      { ...claimed, costs, source_ref: 'Huvudbok 7' },
      { supersedes },
    );
    expect(noted.told).toEqual([201]);
    const opened = await send('economic-outcome', { ...unclaimed, costs }, { supersedes: noted.id });
    expect(opened.told).toEqual([201]);
    expect((await send('economic-outcome', claimed, { supersedes: opened.id })).told).toEqual([201]);
    // A repeat is told what it was told, whatever is locked now.
    const again = await send(
      'economic-outcome',
      { ...claimed, costs },
      { supersedes: first.id, id: second.id },
    );
    expect(again.told).toEqual([200]);
  });
});

describe('a list of participants of an audience that may be children', () => {
  const counted = {
    activity_date: '2026-03-11',
    attendance: 'counts_only',
    age_band: 'lt18',
    n_women: 9,
    n_men: 7,
    n_undisclosed: 0,
  };

  test.each<[string, object, (number | string)[]]>([
    ['of numbers is kept', counted, [201]],
    ['of another day is refused', { ...counted, activity_date: '2026-03-12' }, [422, 'activity_date 422.12']],
    ['of organisations is refused', exampleAnswers.participants(named), [422, 'attendance 422.12']],
  ])('%s', async (_, answers, told) => {
    const { id: activity_id } = await send('activity', {
      ...exampleAnswers.activity(named),
      attendance_mode: 'counts_only',
    });
    expect((await send('participants', { ...answers, activity_id }, { version: 2 })).told).toEqual(told);
  });
});

describe('at one activity', () => {
  const activity = exampleAnswers.activity(named);
  const right = exampleAnswers.participants(named);
  const counted = {
    activity_date: right.activity_date,
    attendance: 'counts_only',
    age_band: 'lt18',
    n_women: 9,
    n_men: 7,
    n_undisclosed: 0,
  };

  test('an organisation and an age group are counted once, whatever the list', async () => {
    const { id: activity_id } = await send('activity', activity);
    const ofCompany = { ...right, activity_id };
    const ofYoung = { ...counted, activity_id };
    const noNumber = {
      ...ofCompany,
      organisationsnummer: undefined,
      organisationsnummer_missing_reason: 'sole_trader',
    };
    const told = [];
    for (const answers of [
      ofCompany,
      { ...ofCompany, n_women: 2 },
      ofYoung,
      { ...ofYoung, n_men: 8 },
      { ...ofYoung, age_band: '18_25' },
      noNumber,
      noNumber,
    ]) {
      told.push((await send('participants', answers, { version: 2 })).told[0]);
    }
    expect(told).toEqual([201, 409, 201, 409, 201, 201, 201]);
  });
});

describe('what has happened', () => {
  const dayMs = 24 * 60 * 60 * 1000;
  const today = dayAt(Date.now());
  const later = dayAt(Date.now() + 2 * dayMs);
  const contact = { ...exampleAnswers.outreach(named), next_step_date: undefined };

  test('has been on the day when it is told', async () => {
    expect((await send('outreach', { ...contact, contact_date: today })).told).toEqual([201]);
    expect((await send('outreach', { ...contact, contact_date: later })).told).toEqual([
      422,
      'contact_date 422.6',
    ]);
  });

  test('is asked again on the page', async () => {
    const typed = {
      company_key: '556036-0793',
      contact_date: later,
      contact_channel: 'phone',
      outcome: 'no_answer',
    };
    const body = new URLSearchParams({ _id: uuidv7(), _version: '1', _step: 'send', ...typed });
    const html = await (await fetch(`${product.url}/f/outreach`, { method: 'POST', body })).text();
    expect(html).toContain('Dagen har inte varit än. Kontrollera datumet.');
    expect(html).toContain(`value="${later}"`);
  });
});

test('a page warns, before it is sent, of what was expected and may be missing', async () => {
  const typed = {
    company_key: '556036-0793',
    need_areas: 'automation',
    focus_area: 'automation',
    purpose: 'support',
    intervention_type: 'coaching',
    title: 'Svetsrobot',
    goal_text: 'Kortare ledtid',
    delivered_by: 'developer',
    planned_start: '2026-09-14',
    status: 'planned',
  };
  const checkPage = async (more: Record<string, string>) => {
    const body = new URLSearchParams({ _id: uuidv7(), _version: '1', _step: 'check', ...typed, ...more });
    return (await fetch(`${product.url}/f/intervention`, { method: 'POST', body })).text();
  };
  const warning = 'Ingen behovsanalys är vald.';
  expect(await checkPage({})).toContain(warning);
  const chosen = await checkPage({ needs_ref: named.needs_analysis });
  expect(chosen).toContain('Granska dina svar');
  expect(chosen).not.toContain(warning);
});
