import {
  BatchWriteItemCommand,
  DynamoDBClient,
  PutItemCommand,
  ScanCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod/mini';
import type { FormId } from './forms.ts';
import type { Stores } from './stores.ts';

const answers = z.record(z.string(), z.unknown());
/** An item of a submission, as design section 4 says it looks; read here without anything of the product's. */
const item = z.looseObject({
  pk: z.string(),
  sk: z.string(),
  submission_id: z.string(),
  root_id: z.string(),
  form: z.enum(['visits', 'thoughts'] satisfies FormId[]),
  form_version: z.number(),
  received_at: z.number(),
  changed_at: z.number(),
  superseded_at: z.optional(z.number()),
  erased_at: z.optional(z.number()),
  activity_date: z.optional(z.string()),
  channel: z.optional(z.string()),
  lang: z.optional(z.string()),
  redacted: z.optional(z.array(z.string())),
  answers: z.optional(answers),
});
export type Item = z.infer<typeof item>;

/** Everything in the table, `lake/current` too, as a backup has it. */
export type Copy = readonly Readonly<Record<string, unknown>>[];

const lakeKey = 'lake';

/** The table past all proxies, for what others do and for what a test wants to know. */
export interface Table {
  /** Submissions in the order of their keys. */
  items(): Promise<Item[]>;
  put(...changed: readonly Readonly<Record<string, unknown>>[]): Promise<void>;
  copy(): Promise<Copy>;
  /** Puts a copy in the place of everything that is there. */
  restore(copy: Copy): Promise<void>;
  close(): void;
}

export function openTable(stores: Stores): Table {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'secret' };
  const client = new DynamoDBClient({ region: 'eu-north-1', credentials, endpoint: stores.table() });
  const name = () => process.env.SUBMISSIONS_TABLE ?? '';

  async function copy(): Promise<Copy> {
    const found: Record<string, unknown>[] = [];
    let start: ScanCommand['input']['ExclusiveStartKey'];
    do {
      const page = await client.send(
        new ScanCommand({ TableName: name(), ConsistentRead: true, Limit: 500, ExclusiveStartKey: start }),
      );
      found.push(...(page.Items ?? []).map((each) => unmarshall(each)));
      start = page.LastEvaluatedKey;
    } while (start !== undefined);
    return found;
  }

  async function write(requests: readonly object[]): Promise<void> {
    for (let from = 0; from < requests.length; from += 25) {
      const RequestItems = { [name()]: requests.slice(from, from + 25) };
      await client.send(new BatchWriteItemCommand({ RequestItems }));
    }
  }
  const keyIn = ({ pk, sk }: Copy[number]) => marshall({ pk, sk });
  const whole = (each: Copy[number]) => marshall(each, { removeUndefinedValues: true });

  return {
    copy,
    items: async () =>
      (await copy())
        .filter(({ pk }) => pk !== lakeKey)
        .map((each) => item.parse(each))
        .toSorted((one, other) => (one.pk + one.sk < other.pk + other.sk ? -1 : 1)),
    put: async (...changed) => {
      const [first] = changed;
      if (first !== undefined && changed.length === 1) {
        await client.send(new PutItemCommand({ TableName: name(), Item: whole(first) }));
        return;
      }
      const TransactItems = changed.map((each) => ({ Put: { TableName: name(), Item: whole(each) } }));
      await client.send(new TransactWriteItemsCommand({ TransactItems }));
    },
    restore: async (earlier) => {
      await write((await copy()).map((each) => ({ DeleteRequest: { Key: keyIn(each) } })));
      await write(earlier.map((each) => ({ PutRequest: { Item: whole(each) } })));
    },
    close: () => client.destroy(),
  };
}
