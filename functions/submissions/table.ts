import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { type StoredItem, type SubmissionItem, storedItem } from '../../forms/derived/item.ts';
import { Unavailable } from '../lambda/http.ts';
import { settings } from '../lambda/settings.ts';
import { keyOf, type Partition, partitionKey, type Sharded } from './keys.ts';

/** The local index that finds changes: partition key, then `changed_at`. */
export const byChange = 'byChange';

/** Whoever sends an answer waits: within the function's ten seconds there is an answer, or the word to try again. */
const quick = clientWith({ maxAttempts: 2, requestTimeout: 4000 });
/** An export can wait, and should not fail for a busy minute. */
const patient = clientWith({ maxAttempts: 6, requestTimeout: 30_000 });

function clientWith({ maxAttempts, requestTimeout }: { maxAttempts: number; requestTimeout: number }) {
  const requestHandler = { connectionTimeout: 1000, requestTimeout, throwOnRequestTimeout: true };
  const client = new DynamoDBClient({ maxAttempts, requestHandler });
  // It copies every input and output for a logger that we do not have: a quarter of the CPU of reading a page.
  client.middlewareStack.remove('loggerMiddleware');
  return client;
}

/** The table and a client for the other files of this folder: of an export, or of somebody who waits. */
export function store(whose: 'an export' | 'somebody waiting' = 'an export') {
  return { client: whose === 'an export' ? patient : quick, table: settings.SUBMISSIONS_TABLE() };
}

/**
 * Keeps a new submission, or gives what is already kept under its id. One conditional write: of any number
 * of repeats, at any time, one stores.
 */
export async function create(form: Sharded, item: SubmissionItem): Promise<StoredItem | 'created'> {
  const Item = marshall({ ...keyOf(form, item.submission_id), ...item }, { removeUndefinedValues: true });
  const put = new PutItemCommand({
    TableName: settings.SUBMISSIONS_TABLE(),
    Item,
    ConditionExpression: 'attribute_not_exists(pk)',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  });
  try {
    await quick.send(put);
    return 'created';
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException && error.Item !== undefined) {
      return storedItem.parse(unmarshall(error.Item));
    }
    throw unavailable(error);
  }
}

/** What is kept under the id, if anything; `unreadable` when it is no submission of ours. */
export async function findAny(form: Sharded, id: string): Promise<StoredItem | 'unreadable' | undefined> {
  const item = await findItem(form, id);
  if (item === undefined) return undefined;
  const parsed = storedItem.safeParse(item);
  return parsed.success ? parsed.data : 'unreadable';
}

/** What is kept under the id, if anything. */
export async function find(form: Sharded, id: string): Promise<StoredItem | undefined> {
  const item = await findItem(form, id);
  return item && storedItem.parse(item);
}

async function findItem(form: Sharded, id: string): Promise<Record<string, unknown> | undefined> {
  const get = new GetItemCommand({
    TableName: settings.SUBMISSIONS_TABLE(),
    Key: marshall(keyOf(form, id)),
    ConsistentRead: true,
  });
  const { Item } = await quick.send(get).catch((error) => {
    throw unavailable(error);
  });
  return Item && unmarshall(Item);
}

/** Whether anything of the partition changed after a moment (milliseconds UTC); read consistently. */
export async function hasChangedSince(partition: Partition, after: number): Promise<boolean> {
  const { client, table } = store();
  const { Count } = await client.send(
    new QueryCommand({
      TableName: table,
      IndexName: byChange,
      KeyConditionExpression: 'pk = :pk and changed_at > :after',
      ExpressionAttributeValues: marshall({ ':pk': partitionKey(partition), ':after': after }),
      ConsistentRead: true,
      Limit: 1,
    }),
  );
  return (Count ?? 0) > 0;
}

const passing = new Set([
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
  'InternalServerError',
  'ServiceUnavailable',
  'TimeoutError',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'EAI_AGAIN',
  'ENOTFOUND',
]);

/** An error that will pass tells the caller to try again; any other is a fault of ours and stays as it is. */
export function unavailable(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  return passing.has(error.name) || passing.has(code)
    ? new Unavailable('the table of submissions cannot be reached', { cause: error })
    : error;
}
