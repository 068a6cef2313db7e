import { DynamoDBClient, PutItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { newId } from '../../functions/submissions/ids.ts';
import { keyOf } from '../../functions/submissions/keys.ts';
import { momentIn, narrow, type Sample } from './samples.ts';

/** What the parts of a running product are reached with. */
export type PartsEnv = Readonly<Record<string, string>>;

/** A month of the form in the store, and how many submissions the bench has put there. */
export interface Month {
  readonly month: string;
  stored: number;
}

/** The engine stores many at once several times faster than one by one. */
const atOnce = 100;

/** Adds submissions to a month, as the product keeps them, until so many are stored. */
export async function fillTo(count: number, target: Month, env: PartsEnv): Promise<void> {
  const client = clientOf(env);
  async function fill(): Promise<void> {
    while (target.stored < count) {
      const first = target.stored;
      target.stored = Math.min(count, first + atOnce);
      const numbers = Array.from({ length: target.stored - first }, (_, index) => first + index);
      const TransactItems = numbers.map((number) => ({
        Put: { TableName: env.SUBMISSIONS_TABLE, Item: itemIn(target.month, number) },
      }));
      await client.send(new TransactWriteItemsCommand({ TransactItems }));
    }
  }
  await Promise.all([fill(), fill()]);
  client.destroy();
}

/** Adds a submission that came just now, with an id of the month. */
export async function addOne(target: Month, env: PartsEnv): Promise<void> {
  const client = clientOf(env);
  const Item = itemIn(target.month, target.stored, narrow, Date.now());
  target.stored += 1;
  await client.send(new PutItemCommand({ TableName: env.SUBMISSIONS_TABLE, Item }));
  client.destroy();
}

/** A submission of a month as the table holds it; received when its id was made, or at another moment. */
export function itemIn(
  month: string,
  number: number,
  { form, itemOf }: Sample = narrow,
  receivedAt?: number,
) {
  const moment = momentIn(month, number);
  const id = newId(moment);
  const item = { ...keyOf(form, id), ...itemOf(number, id, receivedAt ?? moment) };
  return marshall(item, { removeUndefinedValues: true });
}

function clientOf(env: PartsEnv): DynamoDBClient {
  return new DynamoDBClient({
    endpoint: env.AWS_ENDPOINT_URL_DYNAMODB ?? '',
    region: env.AWS_REGION ?? '',
    credentials: {
      accessKeyId: env.AWS_ACCESS_KEY_ID ?? '',
      secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? '',
    },
  });
}
