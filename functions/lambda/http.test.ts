import { afterEach, describe, expect, test, vi } from 'vitest';
import { formFields, httpHandler, json, jsonObject, type Request, Unavailable } from './http.ts';

const context = { functionName: 'f', awsRequestId: 'r' };
const event = {
  version: '2.0',
  routeKey: 'GET /en/f/{form}',
  rawPath: '/en/f/811228-9874',
  rawQueryString: '',
  headers: {},
  requestContext: { requestId: 'r' },
  isBase64Encoded: false,
};

let printed = '';
vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
  printed += String(chunk);
  return true;
});
afterEach(() => {
  printed = '';
  vi.unstubAllEnvs();
});

async function call(answer: Parameters<typeof httpHandler>[0], different: object = {}) {
  const result = await httpHandler(answer)({ ...event, ...different }, context);
  return { ...result, body: JSON.parse(result.body ?? 'null') };
}

describe('the edge of a Lambda', () => {
  test('gives what was answered, never to be kept by anybody', async () => {
    const { statusCode, headers, body } = await call(async ({ lang }) => json(200, { lang }));
    expect([statusCode, body]).toEqual([200, { lang: 'en' }]);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  });

  test('tells an error of ours as 500, and says nothing of what was sent, anywhere', async () => {
    const { statusCode, body } = await call(async () => {
      throw new Error('cannot keep 811228-9874');
    });
    expect([statusCode, body.code]).toEqual([500, '500']);
    expect(JSON.parse(printed)).toMatchObject({ level: 'error', route: 'GET /en/f/{form}', error: 'Error' });
    expect(`${printed}${JSON.stringify(body)}`).not.toContain('9874');
  });

  test('tells a store that cannot be reached as 503, to be tried again', async () => {
    const { statusCode, headers } = await call(async () => {
      throw new Unavailable('the table cannot be reached');
    });
    expect([statusCode, headers?.['retry-after']]).toEqual([503, '5']);
  });

  test.each([
    ['the right secret', { 'x-origin-secret': 'of the edge' }, 200],
    ['another one', { 'x-origin-secret': 'of the egde' }, 403],
    ['a longer one', { 'x-origin-secret': 'of the edge!' }, 403],
    ['none', {}, 403],
  ])('where only the edge may ask, %s gives its answer', async (_, headers, status) => {
    vi.stubEnv('ORIGIN_SECRET', 'of the edge');
    expect((await call(async () => json(200, {}), { headers })).statusCode).toBe(status);
  });

  test('reads a body that came in base64', async () => {
    const body = Buffer.from('a=å').toString('base64');
    const answered = await call(async (request) => json(200, request.body), { body, isBase64Encoded: true });
    expect(answered.body).toBe('a=å');
  });
});

function request(type: string, body: string): Request {
  return {
    parameters: {},
    query: new URLSearchParams(),
    headers: { 'content-type': type },
    body,
    lang: 'sv',
  };
}

test.each<[string, string, number]>([
  ['text/html', '{}', 415],
  ['application/json; charset=iso-8859-1', '{}', 415],
  ['application/json', '{', 400],
  ['application/json', `"${'å'.repeat(131_072)}"`, 413],
])('a JSON body of type %s is refused with its own problem', (type, body, status) => {
  expect(jsonObject(request(type, body))).toMatchObject({ refused: { status } });
});

test('the names and values of a page are all there, in its order, and __proto__ is a name', () => {
  const fields = formFields(request('application/x-www-form-urlencoded', 'a=1&a=2&__proto__=x&b=%C3%A5'));
  expect('entries' in fields && fields.entries).toEqual([
    ['a', '1'],
    ['a', '2'],
    ['__proto__', 'x'],
    ['b', 'å'],
  ]);
});
