import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Worker } from 'node:worker_threads';
import { crc32 } from 'node:zlib';
import { type AttributeValue, ResourceNotFoundException } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { itemsOf } from './items.ts';

// A store that answers what a test says, over the wire: what is tested is what the SDK's client makes of it.
type Answer = (response: ServerResponse, request: Asked) => void;
type Asked = Readonly<Record<string, unknown>>;
let answers: Answer[] = [];
let asked: Asked[] = [];
const waiting: (() => void)[] = [];

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks = await request.toArray();
  const query: Asked = JSON.parse(Buffer.concat(chunks).toString());
  asked.push(query);
  answers.shift()?.(response, query);
  for (const go of waiting.splice(0)) go();
}

const server = createServer((request, response) => void handle(request, response));

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('expected a port, got none');
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', `http://127.0.0.1:${address.port}`);
  vi.stubEnv('AWS_REGION', 'eu-north-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
  vi.stubEnv('SUBMISSIONS_TABLE', 'submissions');
});

beforeEach(() => {
  answers = [];
  asked = [];
});

afterAll(() => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  server.close();
});

/** Waits until the store was asked so many times. */
async function untilAsked(times: number): Promise<void> {
  while (asked.length < times) await new Promise<void>((go) => waiting.push(go));
}

const keyOf = (id: string) => ({ pk: { S: 'participants#2026-03#0' }, sk: { S: id } });
const itemOf = (id: string) => ({ ...keyOf(id), n: { N: '1' } });

function bodyOf(items: readonly object[], last?: string): string {
  return JSON.stringify({
    Items: items,
    Count: items.length,
    ScannedCount: items.length,
    ...(last !== undefined && { LastEvaluatedKey: keyOf(last) }),
  });
}

function send(status: number, body: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0', ...headers }).end(body);
  };
}

const page = (items: readonly object[], last?: string) => send(200, bodyOf(items, last));
const failure = (status: number, type: string) =>
  send(status, JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: 'no' }));

const items = () => itemsOf({ form: 'participants', month: '2026-03', shard: 0 });
const idsOf = async () => (await Array.fromAsync(items())).map((each) => each.map(({ sk }) => sk));

/** What the SDK's own conversion gives; where it cannot, the key and the rest unread. */
function expected(item: Record<string, AttributeValue>): Record<string, unknown> {
  try {
    return unmarshall(item);
  } catch {
    return { pk: item.pk?.S, sk: item.sk?.S, unread: expect.anything() };
  }
}

const numberText = fc.oneof(
  fc.integer().map(String),
  fc.maxSafeInteger().map(String),
  fc.bigInt({ min: -(10n ** 37n), max: 10n ** 37n }).map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.integer().map((cents) => (cents / 100).toFixed(2)),
);
const name = fc.string({ unit: 'binary' }).filter((text) => text !== '__proto__');
const { attribute } = fc.letrec<{ attribute: AttributeValue }>((tie) => ({
  attribute: fc.oneof(
    { depthSize: 'small' },
    fc.record({ S: fc.string({ unit: 'binary' }) }),
    fc.record({ N: numberText }),
    fc.record({ BOOL: fc.boolean() }),
    fc.record({ NULL: fc.constant(true) }),
    fc.record({ L: fc.array(tie('attribute')) }),
    fc.record({ M: fc.dictionary(name, tie('attribute'), { noNullPrototype: true }) }),
  ),
}));
const anyItem = fc
  .dictionary(name, attribute, { noNullPrototype: true })
  .map((attributes) => ({ ...attributes, ...keyOf('an id') }));

test('every value is exactly what the SDK’s own conversion makes of it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyItem, { minLength: 1, maxLength: 20 }), async (given) => {
      answers = [page(given)];
      expect(await Array.fromAsync(items())).toEqual([given.map(expected)]);
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['38 digits', { N: '12345678901234567890123456789012345678' }, 12345678901234567890123456789012345678n],
  ['the largest number', { N: '9007199254740991' }, 9_007_199_254_740_991],
  ['the first too large', { N: '9007199254740993' }, 9_007_199_254_740_993n],
  ['a decimal', { N: '-0.1' }, -0.1],
  ['an empty text', { S: '' }, ''],
  ['an empty list', { L: [] }, []],
  ['an empty map', { M: {} }, {}],
  ['nothing', { NULL: true }, null],
  ['no', { BOOL: false }, false],
  ['a list of lists', { L: [{ L: [{ N: '1' }] }, { NULL: true }] }, [[1], null]],
])('%s is kept', async (_, given, value) => {
  answers = [page([{ ...keyOf('a'), value: given }])];
  expect((await Array.fromAsync(items()))[0]?.[0]?.value).toEqual(value);
});

test('a name that means something to JavaScript is a name like any other', async () => {
  const body = bodyOf([itemOf('a')]).replace('"n":', '"__proto__":');
  answers = [send(200, body)];
  const [[item] = []] = await Array.fromAsync(items());
  expect(Object.entries(item ?? {})).toContainEqual(['__proto__', 1]);
  expect(Object.getPrototypeOf(item)).toBe(Object.prototype);
});

test.each([
  ['a set of texts', { SS: ['a'] }],
  ['a set of numbers', { NS: ['1'] }],
  ['bytes', { B: 'AAAA' }],
  ['a set of bytes', { BS: ['AAAA'] }],
  ['a number that cannot be exact', { N: '9007199254740993.5' }],
  ['no number', { N: 'x' }],
  ['a text that is none', { S: 1 }],
  ['no type', {}],
  ['no attribute value', 'text'],
])('an item with %s is left unread but for its key, and the others are whole', async (_, value) => {
  for (const wrong of [value, { M: { deep: { L: [value] } } }]) {
    answers = [page([{ wrong, ...itemOf('a') }, itemOf('b'), { ...itemOf('c'), wrong }])];
    const pk = keyOf('').pk.S;
    const [[one, other, last] = []] = await Array.fromAsync(items());
    expect(one).toEqual({ pk, sk: 'a', unread: expect.anything() });
    expect(other).toEqual({ pk, sk: 'b', n: 1 });
    expect(last).toEqual({ pk, sk: 'c', unread: expect.anything() });
    for (const item of [one, last]) expect(JSON.stringify(item?.unread)).toContain(JSON.stringify(value));
  }
});

test('pages follow each other from key to key, read consistently and with a limit', async () => {
  answers = [page([itemOf('a'), itemOf('b')], 'b'), page([], 'c'), page([itemOf('d')])];
  expect(await idsOf()).toEqual([['a', 'b'], [], ['d']]);
  const query = {
    TableName: 'submissions',
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': { S: 'participants#2026-03#0' } },
    ConsistentRead: true,
    Limit: 500,
  };
  expect(asked).toEqual([
    query,
    { ...query, ExclusiveStartKey: keyOf('b') },
    { ...query, ExclusiveStartKey: keyOf('c') },
  ]);
});

test('an answer that is an error stays the SDK’s error, and is not asked for again', async () => {
  answers = [failure(400, 'ResourceNotFoundException')];
  const error = await idsOf().catch((thrown) => thrown);
  expect(error).toBeInstanceOf(ResourceNotFoundException);
  expect(error).toMatchObject({ name: 'ResourceNotFoundException', message: 'no', $fault: 'client' });
  expect(error.$metadata.httpStatusCode).toBe(400);
  expect(asked).toHaveLength(1);
});

const good = bodyOf([itemOf('a')]);
const checksum = (body: string) => ({ 'x-amz-crc32': String(crc32(body)) });

test.each<[string, Answer]>([
  ['a failure of the store', failure(500, 'InternalServerError')],
  ['a store that is busy', failure(400, 'ProvisionedThroughputExceededException')],
  ['a page with another checksum', send(200, good.replace('"a"', '"x"'), checksum(good))],
  ['half a page', send(200, good.slice(0, good.length / 2))],
  ['something else', send(200, '<html lang="en"></html>')],
  ['nothing', send(200, '')],
  ['a page without items', send(200, '{"Count":0}')],
  ['a page of what are no items', send(200, '{"Items":["a"]}')],
  [
    'a page that breaks off',
    (response) => {
      response.writeHead(200, { 'content-length': good.length });
      response.write(good.slice(0, 20), () => response.destroy());
    },
  ],
])('after %s the page is asked for again', async (_, first) => {
  answers = [first, send(200, good, checksum(good))];
  expect(await idsOf()).toEqual([['a']]);
  expect(asked).toHaveLength(2);
});

test('the next page is on its way while a page is used, and only the next', async () => {
  answers = [page([itemOf('a')], 'a'), page([itemOf('b')], 'b'), page([itemOf('c')])];
  const pages = items();
  const soFar: number[] = [];
  for (const ahead of [2, 3, 3]) {
    await pages.next();
    await untilAsked(ahead);
    soFar.push(asked.length);
  }
  expect(soFar).toEqual([2, 3, 3]);
  expect(await pages.next()).toEqual({ done: true, value: undefined });
});

/** A store in a thread of its own, which goes on while this one computes. It counts how often it was asked. */
const otherStore = `
  const { createServer } = require('node:http');
  const { parentPort, workerData: { asked, pages } } = require('node:worker_threads');
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      response.end(pages[Atomics.add(asked, 0, 1)]);
      Atomics.notify(asked, 0);
    });
  });
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
`;

test('the request for the next page has left when a page is given: rendering it may take the thread', async () => {
  const asked = new Int32Array(new SharedArrayBuffer(4));
  const pages = [bodyOf([itemOf('a')], 'a'), bodyOf([itemOf('b')])];
  const worker = new Worker(otherStore, { eval: true, workerData: { asked, pages } });
  const [port] = await once(worker, 'message');
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', `http://127.0.0.1:${port}`);
  vi.resetModules();
  const again = await import('./items.ts');
  const found = again.itemsOf({ form: 'participants', month: '2026-03', shard: 0 });
  await found.next();
  expect(Atomics.wait(asked, 0, 1, 20_000)).not.toBe('timed-out');
  expect((await found.next()).value).toMatchObject([{ sk: 'b' }]);
  await worker.terminate();
});

test('when the next page fails, this one is given first', async () => {
  answers = [page([itemOf('a')], 'a'), failure(400, 'ResourceNotFoundException')];
  const pages = items();
  const { value } = await pages.next();
  // A rejection that nobody takes would fail this test file.
  await untilAsked(2);
  expect(value).toMatchObject([{ sk: 'a' }]);
  await expect(pages.next()).rejects.toBeInstanceOf(ResourceNotFoundException);
  expect(await pages.next()).toEqual({ done: true, value: undefined });
});

test('whoever stops early leaves no request behind', async () => {
  const closed = Promise.withResolvers<void>();
  answers = [page([itemOf('a')], 'a'), (response) => response.once('close', () => closed.resolve())];
  for await (const _ of items()) {
    await untilAsked(2);
    break;
  }
  await closed.promise;
  expect(asked).toHaveLength(2);
});
