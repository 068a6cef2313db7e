import { Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod/mini';
import { Fault } from '../lambda/log.ts';
import { type Partition, partitionKey } from './keys.ts';
import { store } from './table.ts';

type Item = Record<string, unknown>;

/** A Query without Limit makes the engine read the whole rest of the partition for every page. */
const pageLimit = 500;

/**
 * Every item of a partition as it is stored, in the order of ids, a page at a time; read consistently. While
 * a page is used the next one is on its way, never more; whoever stops early leaves nothing running.
 */
export async function* itemsOf(partition: Partition): AsyncGenerator<Item[]> {
  const stop = new AbortController();
  let coming: Promise<Page> | undefined = pageOf(partition, undefined, stop.signal);
  try {
    while (coming !== undefined) {
      const { Items, LastEvaluatedKey }: Page = await coming;
      coming = LastEvaluatedKey && pageOf(partition, LastEvaluatedKey, stop.signal);
      // Whether it fails is for whoever waits for it; until then nobody does.
      coming?.catch(() => {});
      // Rendering a page takes the thread to its end: the request leaves before.
      await turn();
      yield Items.map(itemIn);
    }
  } finally {
    stop.abort();
    await coming?.catch(() => {});
  }
}

const text = z.object({ S: z.string() });
const page = z.object({
  Items: z.array(z.custom<Item>(isMap)),
  LastEvaluatedKey: z.optional(z.object({ pk: text, sk: text })),
});
type Page = z.infer<typeof page>;

const success = z.object({
  statusCode: z.literal(200),
  headers: z.looseObject({ 'x-amz-crc32': z.optional(z.string()) }),
  body: z.instanceof(Readable),
});

/**
 * One page. The client signs and sends the request, makes errors of what is no success, and tries again; but
 * its reader of successes goes through every attribute by its schema, which took a third of an export's time.
 * So the page is taken out of the answer first, inside of the client's attempts.
 */
async function pageOf(
  partition: Partition,
  start: Page['LastEvaluatedKey'],
  abortSignal: AbortSignal,
): Promise<Page> {
  const { client, table } = store();
  const query = new QueryCommand({
    TableName: table,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: marshall({ ':pk': partitionKey(partition) }),
    ConsistentRead: true,
    Limit: pageLimit,
    ExclusiveStartKey: start,
  });
  const taken: { page?: Page } = {};
  query.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next(args);
      const { data: response } = success.safeParse(answer.response);
      if (response === undefined) return answer;
      taken.page = pageIn(await bytesOf(response.body), response.headers['x-amz-crc32']);
      return { ...answer, response: { ...response, body: new Uint8Array() } };
    },
    { name: 'takePage', step: 'deserialize', priority: 'low' },
  );
  await client.send(query, { abortSignal });
  if (taken.page === undefined) throw new Fault('expected a page of items, got a success without one');
  return taken.page;
}

/** What came is not what the store sent: the client asks again. */
class BrokenPage extends Fault {
  override readonly name = 'BrokenPage';
  readonly $retryable = {};
}

async function bytesOf(body: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** DynamoDB sends a checksum of every body, which the client leaves unread. */
function pageIn(bytes: Buffer, checksum: string | undefined): Page {
  const found = crc32(bytes);
  if (checksum !== undefined && Number(checksum) !== found) {
    throw new BrokenPage(`expected a page with the CRC-32 ${Number(checksum)}, got ${found}`);
  }
  try {
    return page.parse(JSON.parse(bytes.toString()));
  } catch {
    // What the parser says may repeat what people answered.
    throw new BrokenPage(`expected a page of items, got ${bytes.length} bytes that are none`);
  }
}

/**
 * The item's values, put in the place of their attribute values. One that holds what we never store (a set, bytes, a
 * number that would not be exact) is its key and the rest unread: it counts as no submission, and who looks for a
 * person's name still finds it.
 */
function itemIn(item: Item): Item {
  const { pk, sk } = item;
  try {
    return valuesIn(item);
  } catch {
    return { pk: valueIn(pk), sk: valueIn(sk), unread: item };
  }
}

/** In place: in another order in every item, as some stores send them, attributes are slow to copy. */
function valuesIn(map: Item): Item {
  for (const name in map) map[name] = valueIn(map[name]);
  return map;
}

/** What an attribute value means: an object with one member, named for its type. */
function valueIn(attribute: unknown): unknown {
  if (isMap(attribute)) for (const type in attribute) return typed(type, attribute[type]);
  throw new Error('expected an attribute value, got none');
}

function typed(type: string, value: unknown): unknown {
  switch (type) {
    case 'S':
      if (typeof value === 'string') return value;
      break;
    case 'N':
      if (typeof value === 'string') return numberOf(value);
      break;
    case 'BOOL':
      if (typeof value === 'boolean') return value;
      break;
    case 'NULL':
      return null;
    case 'L':
      if (Array.isArray(value)) return value.map(valueIn);
      break;
    case 'M':
      if (isMap(value)) return valuesIn(value);
      break;
  }
  throw new Error(`expected an attribute value of a type that we store, got one of type ${type}`);
}

/** Numbers come as text of up to 38 digits. A whole one that a number cannot hold exactly is a bigint. */
function numberOf(text: string): number | bigint {
  const number = Number(text);
  return Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : BigInt(text);
}

function isMap(value: unknown): value is Item {
  return typeof value === 'object' && value !== null;
}
