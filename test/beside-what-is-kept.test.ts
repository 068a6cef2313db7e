import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

describe('a participant list says what its activity says', () => {
  const right = exampleAnswers.participants(named);
  const company = '556036-0793';

  test.each<[object, (number | string)[]]>([
    [{}, [201]],
    [{ activity_date: '2026-03-13' }, [422, 'activity_date 422.12']],
    [
      {
        attendance: 'counts_only',
        organisationsnummer: undefined,
        company_name: undefined,
        municipality_code: undefined,
        org_category: undefined,
        attended: undefined,
        age_band: '18_25',
      },
      [422, 'attendance 422.12'],
    ],
  ])('%j', async (changes, told) => {
    const answers = { ...right, organisationsnummer: company, ...changes };
    expect((await send('participants', answers, { version: 2 })).told).toEqual(told);
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
