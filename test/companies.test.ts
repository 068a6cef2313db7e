import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '../infra/commands/execution.ts';
import { startTestProduct, type TestProduct, uuidv7 } from './local-product.ts';
import { query } from './queries.ts';
import { itemsIn } from './serve.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

const rest = { company_name: 'Åkes Svets', municipality_code: '1880' };
const soleTrader = { ...rest, organisationsnummer_missing_reason: 'sole_trader' };
const legalPerson = (organisationsnummer: string) => ({ ...rest, organisationsnummer });

async function send(
  answers: object,
  { id = uuidv7(), supersedes }: { id?: string; supersedes?: string } = {},
) {
  const response = await fetch(`${product.url}/v1/forms/company/submissions/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ version: 1, supersedes, answers }),
  });
  const body: Readonly<Record<string, unknown>> = await response.json();
  return { id, status: response.status, body };
}

async function companies() {
  await execute(product.env, {});
  return query(product, 'select root_id, company_key, earlier_keys from analytic.company');
}

/** Sends again what was told to be sent again, as a client does. */
async function sendUntilKept(answers: object) {
  const id = uuidv7();
  for (;;) {
    const sent = await send(answers, { id });
    if (sent.status !== 503) return sent;
  }
}

test('of fifty who register the same company at once one does, and the others are told which record it is', async () => {
  const all = await Promise.all(Array.from({ length: 50 }, () => sendUntilKept(legalPerson('556036-0793'))));
  const kept = all.filter(({ status }) => status === 201);
  expect(kept).toHaveLength(1);
  for (const { status, body } of all.filter((each) => each.status !== 201)) {
    expect([status, body.code, body.current]).toEqual([409, '409.4', kept[0]?.id]);
  }
  expect(await companies()).toEqual([
    { root_id: kept[0]?.id, company_key: '556036-0793', earlier_keys: null },
  ]);
});

test('fifty sole traders at once get a number each, one after the other', async () => {
  const all = await Promise.all(Array.from({ length: 50 }, () => sendUntilKept(soleTrader)));
  expect(all.map(({ status }) => status)).toEqual(all.map(() => 201));
  const ids = new Set(all.map(({ id }) => id));
  const keys = (await companies())
    .filter(({ root_id }) => ids.has(root_id ?? ''))
    .map(({ company_key }) => company_key);
  const expected = Array.from({ length: 50 }, (_, n) => `EF-${String(n + 1).padStart(6, '0')}`);
  expect(keys.toSorted()).toEqual(expected);
  // Their names are about persons: no table has them.
  expect(
    await query(product, "select company_name from confidential.company where company_name like 'Åke%'"),
  ).toHaveLength(1);
});

test('a repeat gets the receipt of the first, and uses up no number', async () => {
  const first = await send(soleTrader);
  expect(await send(soleTrader, { id: first.id })).toMatchObject({ status: 200 });
  const counters = (await itemsIn(product.env)).filter(({ pk }) => String(pk).startsWith('counter#'));
  expect(counters).toEqual([{ pk: 'counter#EF-', sk: 'last', number: 51 }]);
});

test('a company that gets another number keeps its record, and what it was called by stays known', async () => {
  const { id: root } = await send(soleTrader);
  const became = await send(legalPerson('556016-0680'), { supersedes: root });
  expect(became).toMatchObject({ status: 201 });
  const [row] = (await companies()).filter(({ root_id }) => root_id === root);
  expect(row).toEqual({
    root_id: root,
    company_key: '556016-0680',
    earlier_keys: expect.stringMatching(/^\[EF-\d{6}\]$/),
  });
  // Neither key is another company's.
  expect(await send(legalPerson('556016-0680'))).toMatchObject({ status: 409, body: { current: root } });
  const again = await send(
    { ...legalPerson('556016-0680'), company_name: 'Åkes AB' },
    { supersedes: became.id },
  );
  expect(again).toMatchObject({ status: 201 });
});

test('a company cannot be renumbered to a number that another has', async () => {
  const { id: root } = await send(soleTrader);
  expect(await send(legalPerson('556036-0793'), { supersedes: root })).toMatchObject({
    status: 409,
    body: { code: '409.4' },
  });
});

test('a company that was entered twice is merged into the record that stays', async () => {
  const [stays, goes] = [await send(soleTrader), await send(soleTrader)];
  const merged = { ...soleTrader, merged_into: stays.id };
  expect(await send(merged, { supersedes: goes.id })).toMatchObject({ status: 201 });
  await execute(product.env, {});
  expect(
    await query(product, `select merged_into from analytic.company where root_id = '${goes.id}'`),
  ).toEqual([{ merged_into: stays.id }]);
  expect(await send({ ...soleTrader, merged_into: uuidv7() })).toMatchObject({ status: 422 });
});
