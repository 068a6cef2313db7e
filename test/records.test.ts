import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '../infra/commands/execution.ts';
import { rightAnswers, startTestProduct, type TestProduct, uuidv7 } from './local-product.ts';
import { query } from './queries.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

interface Told {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

async function send(id: string, different: object = {}, supersedes?: string): Promise<Told> {
  const response = await fetch(`${product.url}/v1/forms/participants/submissions/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ version: 1, supersedes, answers: { ...rightAnswers, ...different } }),
  });
  return { status: response.status, body: await response.json() };
}

async function recordOf(root: string) {
  const response = await fetch(`${product.url}/v1/records/${root}`);
  return { status: response.status, body: await response.json() };
}

/** A record that was corrected twice: the ids of its submissions. */
async function corrected(): Promise<readonly [string, string, string]> {
  const ids = [uuidv7(), uuidv7(), uuidv7()] as const;
  const [first, second, third] = ids;
  expect(await send(first)).toMatchObject({ status: 201 });
  expect(await send(second, { n_women: 5 }, first)).toMatchObject({ status: 201 });
  expect(await send(third, { n_women: 6 }, second)).toMatchObject({ status: 201 });
  return ids;
}

test('a record is read with its history, and every read is noted', async () => {
  const [first, second, third] = await corrected();
  const { body } = await recordOf(first);
  expect(body).toMatchObject({
    root_id: first,
    form: 'participants',
    current_id: third,
    history: [
      { id: first, status: 'superseded', answers: { n_women: 3 } },
      { id: second, status: 'superseded', supersedes: first, answers: { n_women: 5 } },
      { id: third, status: 'current', supersedes: second, answers: { n_women: 6 } },
    ],
  });
  const times = body.history.map(({ superseded_at, received_at }: Record<string, string>) => [
    received_at,
    superseded_at,
  ]);
  // Old and new have one stamp.
  expect(times[0][1]).toBe(times[1][0]);
  expect(times[1][1]).toBe(times[2][0]);

  await execute(product.env, {});
  const log = await query(
    product,
    `select who, what, form from confidential.access_log where root_id = '${first}'`,
  );
  expect(log).toEqual([{ who: 'local', what: 'record', form: 'participants' }]);
  const named = await query(
    product,
    "select column_name from information_schema.columns where table_name = 'access_log'",
  );
  expect(named.map(({ column_name }) => column_name)).toEqual(['at', 'who', 'what', 'form', 'root_id']);
});

test('only the root names a record', async () => {
  const [, second] = await corrected();
  for (const id of [second, uuidv7(), 'no-id']) expect(await recordOf(id)).toMatchObject({ status: 404 });
});

test('the lake has the current row and what became of every submission', async () => {
  const [first, second, third] = await corrected();
  await execute(product.env, {});
  expect(
    await query(
      product,
      `select submission_id, n_women from analytic.participants where root_id = '${first}'`,
    ),
  ).toEqual([{ submission_id: third, n_women: '6' }]);
  expect(
    await query(
      product,
      `select submission_id, status from analytic.submission_log where root_id = '${first}' order by received_at`,
    ),
  ).toEqual([
    { submission_id: first, status: 'superseded' },
    { submission_id: second, status: 'superseded' },
    { submission_id: third, status: 'current' },
  ]);
});

test('a correction of what is no longer current is refused and told which one is', async () => {
  const [first, second, third] = await corrected();
  for (const old of [first, second]) {
    expect(await send(uuidv7(), { n_women: 9 }, old)).toMatchObject({
      status: 409,
      body: { code: '409.2', current: third },
    });
  }
});

test('a repeated correction gets its receipt, also when it has been corrected since', async () => {
  const [first, second, third] = await corrected();
  const again = await send(second, { n_women: 5 }, first);
  expect(again).toMatchObject({ status: 200, body: { id: second } });
  expect(await send(third, { n_women: 6 }, second)).toMatchObject({ status: 200 });
  // What it corrects is a part of what was sent.
  expect(await send(second, { n_women: 5 })).toMatchObject({ status: 409, body: { code: '409.1' } });
  expect(await send(second, { n_women: 5 }, third)).toMatchObject({ status: 409, body: { code: '409.1' } });
});

test('of many corrections at once one is kept, and the others are told', async () => {
  const first = uuidv7();
  await send(first);
  const all = await Promise.all(Array.from({ length: 30 }, (_, n) => send(uuidv7(), { n_men: n }, first)));
  const kept = all.filter(({ status }) => status === 201);
  expect(kept).toHaveLength(1);
  for (const { status, body } of all.filter((each) => each.status !== 201)) {
    expect([
      [409, '409.2'],
      [503, '503'],
    ]).toContainEqual([status, body.code]);
  }
  const { body } = await recordOf(first);
  expect(body.history).toHaveLength(2);
});

test('what was never received, or is of another form, cannot be corrected', async () => {
  expect(await send(uuidv7(), {}, uuidv7())).toMatchObject({ status: 404, body: { code: '404.3' } });
});
