import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Publications } from '../forms/grammar/published.ts';
import { startTestProduct, type TestProduct, uuidv7 } from './local-product.ts';

// Two made-up forms, in the product's own functions and store: places, of which there is one with each code, and visits
// to them.

const words = { sv: 'Ord', en: 'Words' };
const common = { version: 1, title: words, intro: words, send: { staff: ['analyst'] }, rules: [] };
const field = (more: object) => ({
  label: words,
  missing: words,
  wanted: 'required',
  zone: 'analytic',
  ...more,
});
const shards = [{ from: '2021-01', count: 2 }];
const place = {
  ...common,
  id: 'place',
  shards,
  unique: ['code'],
  sections: [
    {
      title: words,
      fields: {
        code: field({ kind: 'text', max: 20 }),
        size: field({ kind: 'integer', min: 0, max: 9, wanted: 'optional', missing: undefined }),
        within: field({ kind: 'reference', form: 'place', wanted: 'optional', missing: undefined }),
      },
    },
  ],
};
const visit = {
  ...common,
  id: 'visit',
  shards,
  sections: [
    {
      title: words,
      fields: {
        place: field({ kind: 'reference', form: 'place' }),
        others: field({
          kind: 'rows',
          max: 3,
          wanted: 'optional',
          missing: undefined,
          rowTitle: words,
          addRow: words,
          fields: { other: field({ kind: 'reference', form: 'place' }) },
        }),
        either: field({
          kind: 'reference',
          forms: ['place', 'visit'],
          wanted: 'optional',
          missing: undefined,
        }),
        owner: field({ kind: 'company-key', form: 'owner', wanted: 'optional', missing: undefined }),
      },
    },
  ],
};
/** Owners have keys of ours where they have no number. */
const owner = {
  ...common,
  id: 'owner',
  shards,
  company: 'number',
  keys: 'EF-',
  sections: [
    {
      title: words,
      fields: { number: field({ kind: 'organisationsnummer', wanted: 'optional', missing: undefined }) },
    },
  ],
};

const { published } = vi.hoisted(() => {
  const forms: Record<string, unknown> = {};
  return { published: forms };
});
vi.mock('../forms/published/index.ts', () => ({ publications: published }));

let product: TestProduct;
let receive: (event: APIGatewayProxyEventV2) => Promise<{ statusCode?: number; body?: string }>;
let erase: (event: unknown) => Promise<unknown>;
beforeAll(async () => {
  // A line for every request is of use to nobody here.
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const { checks } = await import('../forms/kinds/all.ts');
  const publications: Publications = Object.fromEntries(
    [place, visit, owner].map((form) => [
      form.id,
      {
        current: 1,
        load: { 1: async () => ({ default: JSON.parse(JSON.stringify(form)) }) },
        parts: async () => ({ parts: { checks, scores: {}, rules: {} } }),
      },
    ]),
  );
  Object.assign(published, publications);
  product = await startTestProduct();
  for (const [name, value] of Object.entries({ ...product.env, SENDERS: 'public,staff' }))
    vi.stubEnv(name, value);
  const [submission, forget] = await Promise.all([
    import('../functions/receive-submission.ts'),
    import('../functions/forget-record.ts'),
  ]);
  receive = async (event) => Object(await submission.handler(event, Object()));
  erase = forget.handler;
});
afterAll(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await product.stop();
});

async function send(
  form: string,
  answers: object,
  { id = uuidv7(), supersedes }: { id?: string; supersedes?: string } = {},
) {
  const event = {
    rawPath: `/v1/forms/${form}/submissions/${id}`,
    routeKey: 'PUT /v1/forms/{form}/submissions/{id}',
    pathParameters: { form, id },
    headers: { 'content-type': 'application/json' },
    requestContext: { http: { method: 'PUT' } },
    body: JSON.stringify({ version: 1, supersedes, answers }),
    isBase64Encoded: false,
  };
  const { statusCode, body = '{}' } = await receive(Object(event));
  return { id, status: statusCode, body: JSON.parse(body) };
}

let last = 0;
/** A code that no test had before. */
function newCode(): string {
  last += 1;
  return `code ${String.fromCharCode(96 + last)}`;
}

test('a reference to a record that is there is kept, and names the root', async () => {
  const { id: root } = await send('place', { code: newCode() });
  expect(await send('visit', { place: root })).toMatchObject({ status: 201 });
  const code = newCode();
  const correction = await send('place', { code }, { supersedes: root });
  expect(correction).toMatchObject({ status: 201 });
  // A correction is a submission of the record, and no record.
  expect(await send('visit', { place: correction.id })).toMatchObject({
    status: 422,
    body: { problems: [{ path: 'place', code: '422.14' }] },
  });
  expect(await send('visit', { place: root })).toMatchObject({ status: 201 });
});

test('a reference to nothing, or to another form’s record, is refused with its path, in rows too', async () => {
  const { id: root } = await send('place', { code: newCode() });
  const { id: other } = await send('visit', { place: root });
  const refused = await send('visit', { place: uuidv7(), others: [{ other: root }, { other }] });
  expect(refused).toMatchObject({ status: 422, body: { code: '422' } });
  expect(refused.body.problems.map(({ path }: { path: string }) => path)).toEqual([
    'place',
    'others.1.other',
  ]);
});

test('a reference to one of several forms is kept where either has the record', async () => {
  const one = await send('place', { code: newCode() });
  const first = await send('visit', { place: one.id, either: one.id });
  expect(first).toMatchObject({ status: 201 });
  expect(await send('visit', { place: one.id, either: first.id })).toMatchObject({ status: 201 });
  expect(await send('visit', { place: one.id, either: uuidv7() })).toMatchObject({
    status: 422,
    body: { problems: [{ path: 'either', code: '422.14' }] },
  });
});

test('a record names neither itself nor one that leads back to it', async () => {
  const [one, two, three] = [
    await send('place', { code: newCode() }),
    await send('place', { code: newCode() }),
    await send('place', { code: newCode() }),
  ];
  const within = (of: { id: string }, other: { id: string }, code: string) =>
    send('place', { code, within: other.id }, { supersedes: of.id });
  const codes = [newCode(), newCode(), newCode()];
  expect(await within(one, one, codes[0] ?? '')).toMatchObject({
    status: 422,
    body: {
      problems: [{ path: 'within', code: '422.14', message: { sv: expect.stringContaining('själv') } }],
    },
  });
  const id = uuidv7();
  expect(await send('place', { code: newCode(), within: id }, { id })).toMatchObject({ status: 422 });
  expect(await within(one, two, codes[0] ?? '')).toMatchObject({ status: 201 });
  expect(await within(two, three, codes[1] ?? '')).toMatchObject({ status: 201 });
  expect(await within(three, one, codes[2] ?? '')).toMatchObject({ status: 422 });
});

test('as many records as the lake follows may lead on to each other, and no more', async () => {
  let last = await send('place', { code: newCode() });
  for (let steps = 0; steps < 4; steps += 1) {
    last = await send('place', { code: newCode(), within: last.id });
    expect(last.status).toBe(201);
  }
  expect(await send('place', { code: newCode(), within: last.id })).toMatchObject({ status: 422 });
});

test('a company is named by its number, registered or not, or by a key that it was given', async () => {
  const one = await send('place', { code: newCode() });
  const visitTo = (key: string) => send('visit', { place: one.id, owner: key });
  expect(await visitTo('5560360793')).toMatchObject({ status: 201 });
  expect(await visitTo('EF-000001')).toMatchObject({
    status: 422,
    body: { problems: [{ path: 'owner', code: '422.14' }] },
  });
  const given = await send('owner', {});
  expect(given).toMatchObject({ status: 201 });
  expect(await visitTo('ef 000001')).toMatchObject({ status: 201 });
  await erase({ what: 'erase', form: 'owner', submission: given.id, reason: 'request' });
  expect(await visitTo('EF-000001')).toMatchObject({ status: 422 });
});

test('what was kept before its reference was erased gets its receipt again; a new one is refused', async () => {
  const { id: root } = await send('place', { code: newCode() });
  const { id } = await send('visit', { place: root });
  await erase({ what: 'erase', form: 'place', submission: root, reason: 'request' });
  expect(await send('visit', { place: root }, { id })).toMatchObject({ status: 200 });
  expect(await send('visit', { place: root })).toMatchObject({ status: 422 });
});

test('of fifty at once with the same unique answer one is kept, and the others are told which', async () => {
  const code = newCode();
  const all = await Promise.all(Array.from({ length: 50 }, () => send('place', { code })));
  const kept = all.filter(({ status }) => status === 201);
  expect(kept).toHaveLength(1);
  for (const { status, body } of all.filter((each) => each.status !== 201)) {
    if (status === 503) continue;
    expect([status, body.code, body.current]).toEqual([409, '409.4', kept[0]?.id]);
  }
  expect(await send('place', { code })).toMatchObject({ status: 409, body: { code: '409.4' } });
  expect(await send('place', { code }, { id: kept[0]?.id ?? '' })).toMatchObject({ status: 200 });
});

test('a claim goes with the record: kept by a correction, given back by another, free when erased', async () => {
  const [first, second] = [newCode(), newCode()];
  const { id: root } = await send('place', { code: first });
  const same = await send('place', { code: first, size: 1 }, { supersedes: root });
  expect(same).toMatchObject({ status: 201 });
  const moved = await send('place', { code: second }, { supersedes: same.id });
  expect(moved).toMatchObject({ status: 201 });
  expect(await send('place', { code: second })).toMatchObject({ status: 409, body: { current: root } });
  const { id: next } = await send('place', { code: first });
  // Back again is taken now.
  expect(await send('place', { code: first }, { supersedes: moved.id })).toMatchObject({
    status: 409,
    body: { code: '409.4', current: next },
  });
  await erase({ what: 'erase', form: 'place', submission: root, reason: 'mistake' });
  expect(await send('place', { code: second })).toMatchObject({ status: 201 });
});
