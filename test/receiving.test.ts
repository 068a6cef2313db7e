import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rightAnswers, startTestProduct, type TestProduct, uuidv7 } from './local-product.ts';
import { dynamodbOf, enginesOn } from './serve.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

interface Told {
  readonly status: number;
  readonly code: string;
  readonly message: { readonly sv: string; readonly en: string };
  readonly problems: readonly { readonly path: string; readonly code: string }[];
}
interface Answer {
  readonly status: number;
  readonly type: string | null;
  readonly body: Told & { readonly results: readonly Told[] };
}

async function send(method: string, path: string, body: string, type = 'application/json'): Promise<Answer> {
  const response = await fetch(`${product.url}${path}`, { method, body, headers: { 'content-type': type } });
  return { status: response.status, type: response.headers.get('content-type'), body: await response.json() };
}

const put = (id: string, sent: unknown, form = 'participants') =>
  send('PUT', `/v1/forms/${form}/submissions/${id}`, typeof sent === 'string' ? sent : JSON.stringify(sent));
const right = { version: 1, answers: rightAnswers };

describe('a submission', () => {
  test('is created once, and every repeat gets the same receipt', async () => {
    const id = uuidv7();
    const first = await put(id, right);
    expect(first.status).toBe(201);
    expect(first.body).toEqual({
      id,
      form: 'participants',
      version: 1,
      reference: expect.stringMatching(/^[A-HJ-NPR-Z2-9]{8}$/),
      received_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    });
    const repeats = await Promise.all(Array.from({ length: 10 }, () => put(id, right)));
    for (const repeat of repeats) expect([repeat.status, repeat.body]).toEqual([200, first.body]);
  });

  test('sent by many at once under one id is created by exactly one', async () => {
    const id = uuidv7();
    const sent = Array.from({ length: 50 }, (_, n) =>
      put(id, { ...right, answers: { ...rightAnswers, n_men: n } }),
    );
    const statuses = (await Promise.all(sent)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(49);
  });

  test.each([
    ['the order of keys', Object.fromEntries(Object.entries(rightAnswers).reverse())],
    ['blanks around text', { ...rightAnswers, company_name: `  ${rightAnswers.company_name} ` }],
    ['a number written as text with a decimal comma', { ...rightAnswers, n_women: '3,0', n_men: ' 4' }],
    [
      'another way of writing the organisationsnummer',
      { ...rightAnswers, organisationsnummer: 'SE556036079301' },
    ],
    ['an empty optional text', { ...rightAnswers, note: '  ' }],
    ['a date without dashes', { ...rightAnswers, activity_date: '20260910' }],
  ])('has the same content whatever %s', async (_, answers) => {
    const id = uuidv7();
    expect((await put(id, right)).status).toBe(201);
    expect((await put(id, { version: 1, answers })).status).toBe(200);
  });

  test('with other content under the same id is refused, and the first is kept', async () => {
    const id = uuidv7();
    await put(id, right);
    const other = await put(id, { ...right, answers: { ...rightAnswers, n_women: 4 } });
    expect([other.status, other.type, other.body.code]).toEqual([409, 'application/problem+json', '409.1']);
    expect((await put(id, right)).status).toBe(200);
  });

  /** Keeps an item past the API, as it may stand in the table from another time. */
  async function plant(id: string, item: object): Promise<void> {
    const key = { pk: `participants#${new Date(timeOf(id)).toISOString().slice(0, 7)}#0`, sk: id };
    const Item = marshall({
      ...key,
      submission_id: id,
      root_id: id,
      form: 'participants',
      form_version: 1,
      ...item,
    });
    await dynamodbOf(product.env).send(new PutItemCommand({ TableName: 'submissions', Item }));
  }
  const timeOf = (id: string) => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
  const stamps = { received_at: 1_600_000_000_000, changed_at: 1_600_000_000_000 };

  test('whose id has an impossible time still gets its receipt when it was kept before', async () => {
    const id = uuidv7(Date.parse('2020-06-01T12:00:00Z'));
    expect((await put(id, right)).body.code).toBe('422.id-time');
    const envelope = { channel: 'web', submitter_role: 'public', lang: 'sv', activity_date: '2026-09-10' };
    await plant(id, { ...stamps, ...envelope, answers: rightAnswers });
    const repeat = await put(id, right);
    expect([repeat.status, repeat.body]).toMatchObject([
      200,
      { id, received_at: '2020-09-13T12:26:40.000Z' },
    ]);
    expect((await put(id, { version: 1, answers: { ...rightAnswers, n_men: 9 } })).body.code).toBe('409.1');
  });

  test('that was erased cannot be sent again', async () => {
    const id = uuidv7();
    await plant(id, { ...stamps, erased_at: 1_700_000_000_000 });
    const again = await put(id, right);
    expect([again.status, again.type, again.body.code]).toEqual([410, 'application/problem+json', '410']);
  });

  test('gets 503 while the store does not answer, and may be repeated when it does', async () => {
    const id = uuidv7();
    const engines = enginesOn(product.dataDir);
    expect(engines).toHaveLength(1);
    for (const pid of engines) process.kill(pid, 'SIGSTOP');
    const refused = await put(id, right).finally(() => {
      for (const pid of engines) process.kill(pid, 'SIGCONT');
    });
    expect([refused.status, refused.type, refused.body.code]).toEqual([
      503,
      'application/problem+json',
      '503',
    ]);
    // What the store was asked before it stood still it may yet do: either way there is one, with a receipt.
    expect([200, 201]).toContain((await put(id, right)).status);
    expect((await put(id, right)).status).toBe(200);
  });

  test('whose id has an impossible time is refused', async () => {
    const late = await put(uuidv7(Date.parse('2020-12-31T23:59:59Z')), right);
    const early = await put(uuidv7(Date.now() + 25 * 3_600_000), right);
    expect([late.body.code, early.body.code]).toEqual(['422.id-time', '422.id-time']);
    expect((await put(uuidv7(Date.parse('2021-01-01T00:00:00Z')), right)).status).toBe(201);
    expect((await put(uuidv7(Date.now() + 23 * 3_600_000), right)).status).toBe(201);
  });
});

describe('a batch', () => {
  const post = (submissions: unknown, form = 'participants') =>
    send('POST', `/v1/forms/${form}/submissions`, JSON.stringify({ submissions }));

  test('answers each submission as its own PUT would have been', async () => {
    const [kept, fresh, wrong] = [uuidv7(), uuidv7(), uuidv7()];
    await put(kept, right);
    const { status, body } = await post([
      { id: kept, ...right },
      { id: fresh, ...right },
      { id: wrong, version: 1, answers: { ...rightAnswers, municipality_code: '0180' } },
      { id: kept, ...right, answers: { ...rightAnswers, n_men: 9 } },
      { id: 'no-uuid', ...right },
      { id: fresh, version: 99, answers: rightAnswers },
    ]);
    expect(status).toBe(200);
    expect(body.results.map((result) => result.status)).toEqual([200, 201, 422, 409, 422, 404]);
    expect(body.results[2]?.problems).toMatchObject([{ path: 'municipality_code', code: '422.5' }]);
    expect((await put(fresh, right)).status).toBe(200);
  });

  test('takes 100 submissions and refuses 101, none, and anything else', async () => {
    const many = Array.from({ length: 101 }, () => ({ id: uuidv7(), ...right }));
    expect((await post(many.slice(0, 100))).body.results).toHaveLength(100);
    for (const wrong of [many, [], {}, 'x', [{ version: 1 }]]) {
      expect((await post(wrong)).body.code).toBe('400.batch');
    }
    expect((await post([{ id: uuidv7(), ...right }], 'nothing')).body.code).toBe('404.1');
  });
});

describe('what is wrong is refused with what to do', () => {
  const big = JSON.stringify({ version: 1, answers: { ...rightAnswers, note: 'x'.repeat(300_000) } });
  const { activity: _, ...withoutActivity } = rightAnswers;
  const numbers = { n_women: 0, n_men: 0, n_undisclosed: 0 };

  test.each<[string, string | object, string]>([
    ['malformed JSON', '{"version":1,', '400'],
    ['a list', [], '400'],
    ['no version', { answers: rightAnswers }, '400'],
    ['a version as text', { version: '1', answers: rightAnswers }, '400'],
    ['an unknown key beside the answers', { ...right, extra: 1 }, '400'],
    ['__proto__ beside the answers', `{"version":1,"answers":{},"__proto__":{"a":1}}`, '400'],
    ['a version that was never published', { version: 99, answers: rightAnswers }, '404.2'],
    ['a body of 300 kB', big, '413'],
  ])('%s', async (_, sent, code) => {
    const { status, type, body } = await put(uuidv7(), sent);
    expect([status, type, body.code]).toEqual([Number.parseInt(code, 10), 'application/problem+json', code]);
    expect(body.message.sv).toMatch(/\.$/);
    expect(body.message.en).toMatch(/\.$/);
  });

  test.each<[string, string | object, string, string]>([
    ['an unknown field', { ...rightAnswers, colour: 'red' }, 'colour', '422.2'],
    ['a prototype key', `{"__proto__":{"a":1}}`, '?', '422.2'],
    ['a missing answer', withoutActivity, 'activity', '422.1'],
    ['null', { ...rightAnswers, activity: null }, 'activity', '422.3'],
    ['an object for text', { ...rightAnswers, activity: {} }, 'activity', '422.3'],
    ['an unknown option', { ...rightAnswers, municipality_code: '9998' }, 'municipality_code', '422.5'],
    ['a lone surrogate', { ...rightAnswers, activity: 'a\ud800' }, 'activity', '422.10'],
    ['NUL', { ...rightAnswers, activity: 'a\u0000b' }, 'activity', '422.10'],
    ['a personnummer in text', { ...rightAnswers, note: 'ring 811228-9874' }, 'note', '422.9'],
    [
      'a personnummer as number',
      { ...rightAnswers, organisationsnummer: '811228-9874' },
      'organisationsnummer',
      '422.9',
    ],
    [
      'a wrong check digit',
      { ...rightAnswers, organisationsnummer: '559999-9999' },
      'organisationsnummer',
      '422.8',
    ],
    ['a fraction of a person', { ...rightAnswers, n_men: 1.5 }, 'n_men', '422.6'],
    ['a day that does not exist', { ...rightAnswers, activity_date: '2026-02-30' }, 'activity_date', '422.7'],
    ['too long a text', { ...rightAnswers, activity: 'x'.repeat(151) }, 'activity', '422.4'],
    ['nobody at all', { ...rightAnswers, ...numbers }, 'n_women', '422.12'],
    [
      'a reason beside the number it is the reason for the lack of',
      { ...rightAnswers, organisationsnummer_missing_reason: 'foreign' },
      'organisationsnummer_missing_reason',
      '422.11',
    ],
  ])('%s', async (_, answers, path, code) => {
    const sent = `{"version":1,"answers":${typeof answers === 'string' ? answers : JSON.stringify(answers)}}`;
    const { status, body } = await put(uuidv7(), sent);
    expect([status, body.code]).toEqual([422, '422']);
    expect(body.problems).toContainEqual({
      path,
      code,
      message: { sv: expect.any(String), en: expect.any(String) },
    });
    expect(JSON.stringify(body)).not.toContain('9874');
  });

  test('another content type, another form, no UUIDv7', async () => {
    const path = `/v1/forms/participants/submissions/${uuidv7()}`;
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/json; charset=latin1',
    ]) {
      expect((await send('PUT', path, JSON.stringify(right), type)).body.code).toBe('415');
    }
    expect((await send('PUT', path, JSON.stringify(right), 'application/json; charset="UTF-8"')).status).toBe(
      201,
    );
    expect((await put(uuidv7(), right, 'nothing')).body.code).toBe('404.1');
    for (const id of ['x', crypto.randomUUID(), uuidv7().toUpperCase(), '__proto__', '811228-9874']) {
      expect((await put(id, right)).body.code).toBe('422.id');
    }
  });
});
