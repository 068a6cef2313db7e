import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod/mini';
import { type GatewayEvent, searchEvent } from './events.ts';
import { offer } from './operations.ts';

// The Lambda that finds companies, from its bundle, in a process of its own: its first search is a first search. Beside
// it the least that a search could be: one GetItem.
const { BENCH_MODULE: module = '', SUBMISSIONS_TABLE: TableName = '' } = process.env;
const loaded: { readonly handler: (event: GatewayEvent, context: object) => Promise<unknown> } = await import(
  module
);
const client = new DynamoDBClient({});
const asking = z.object({ search: z.string(), shows: z.int() });
const answer = z.object({ statusCode: z.literal(200), body: z.string() });
const body = z.object({ companies: z.array(z.unknown()) });

/** Milliseconds of one search, which has to show so many companies. */
async function search(input: unknown): Promise<number> {
  const { search: typed, shows } = asking.parse(input);
  const started = performance.now();
  const told = await loaded.handler(searchEvent(typed), {});
  const tookMs = performance.now() - started;
  const { length } = body.parse(JSON.parse(answer.parse(told).body)).companies;
  if (length !== shows) throw new Error(`expected ${shows} companies, got ${length}`);
  return tookMs;
}

/** Milliseconds of one read of an item by its key. */
async function getItem(input: unknown): Promise<number> {
  const Key = marshall(z.object({ pk: z.string(), sk: z.string() }).parse(input));
  const started = performance.now();
  const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
  if (Item === undefined) throw new Error('expected an item, got none');
  return performance.now() - started;
}

offer({ search, getItem });
