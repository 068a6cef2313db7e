import { afterAll, beforeAll, expect, test } from 'vitest';
import { rightAnswers, startTestProduct, type TestProduct, uuidv7 } from './local-product.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

async function send(form: string, answers: object, supersedes?: string): Promise<string> {
  const id = uuidv7();
  const response = await fetch(`${product.url}/v1/forms/${form}/submissions/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ version: 1, supersedes, answers }),
  });
  expect([response.status, response.status === 201 ? '' : await response.text()]).toEqual([201, '']);
  return id;
}

async function referringTo(root: string) {
  const response = await fetch(`${product.url}/v1/records/${root}/referring`);
  const { referring, more } = await response.json();
  return { status: response.status, referring, more };
}

const soleTrader = {
  organisationsnummer_missing_reason: 'sole_trader',
  company_name: 'Karins Svets',
  municipality_code: '1880',
};

test('what names a record is found, as it is now: by its root, or as a company by any key it had', async () => {
  const list = await send('participants', rightAnswers);
  const company = await send('company', soleTrader);
  const identity = { record: list, company_key: 'EF-000001', basis: 'company' };
  const first = await send('company-identity', identity);
  const other = await send('company', { ...soleTrader, company_name: 'Karins Smide' });
  await send('company', { ...soleTrader, company_name: 'Karins Smide', merged_into: company }, other);

  expect(await referringTo(list)).toEqual({
    status: 200,
    referring: [{ form: 'company-identity', root_id: first, submission_id: first, paths: ['record'] }],
    more: false,
  });
  const { referring } = await referringTo(company);
  expect(
    referring.map(({ form, root_id, paths }: Record<string, unknown>) => [form, root_id, paths]),
  ).toEqual(
    expect.arrayContaining([
      ['company', other, ['merged_into']],
      ['company-identity', first, ['company_key']],
    ]),
  );
  expect(referring).toHaveLength(2);

  // The company gets a number: what named it by its key of ours still does.
  const { organisationsnummer_missing_reason: _, ...named } = soleTrader;
  await send('company', { ...named, organisationsnummer: '212000-1355' }, company);
  expect((await referringTo(company)).referring).toHaveLength(2);

  // Corrected to be of another, it names the first no more.
  const corrected = await send('company-identity', { ...identity, company_key: '556036-0793' }, first);
  expect((await referringTo(company)).referring).toHaveLength(1);
  expect((await referringTo(list)).referring).toMatchObject([{ root_id: first, submission_id: corrected }]);
});

test('there is nothing to find of what is no record', async () => {
  for (const root of [uuidv7(), 'no-id']) {
    expect((await fetch(`${product.url}/v1/records/${root}/referring`)).status).toBe(404);
  }
});
