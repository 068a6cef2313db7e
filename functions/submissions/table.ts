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
import { keyOf, type Partition, partitionKey } from './keys.ts';

interface ShardedForm {
  readonly id: string;
  readonly shards: number;
}

/** The local index that finds changes: partition key, then `changed_at`. */
export const byChange = 'byChange';

/** A Query without Limit makes the engine read the whole rest of the partition for every page. */
const pageLimit = 500;

const client = new DynamoDBClient({ maxAttempts: 4 });
// It copies every input and output for a logger that we do not have: a quarter of the CPU of reading a page.
client.middlewareStack.remove('loggerMiddleware');

/** The client and table behind everything in this folder. */
export function store() {
  return { client, table: settings.SUBMISSIONS_TABLE() };
}

/**
 * Keeps a new submission, or gives what is already kept under its id. One conditional write: of any number
 * of repeats, at any time, one stores.
 */
export async function create(form: ShardedForm, item: SubmissionItem): Promise<StoredItem | 'created'> {
  const { table } = store();
  const Item = marshall({ ...keyOf(form, item.submission_id), ...item }, { removeUndefinedValues: true });
  const put = new PutItemCommand({
    TableName: table,
    Item,
    ConditionExpression: 'attribute_not_exists(pk)',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  });
  try {
    await client.send(put);
    return 'created';
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException && error.Item !== undefined) {
      return storedItem.parse(unmarshall(error.Item));
    }
    throw unavailable(error);
  }
}

/** What is kept under the id, if anything. */
export async function find(form: ShardedForm, id: string): Promise<StoredItem | undefined> {
  const { table } = store();
  const get = new GetItemCommand({ TableName: table, Key: marshall(keyOf(form, id)), ConsistentRead: true });
  const { Item } = await client.send(get).catch((error) => {
    throw unavailable(error);
  });
  return Item === undefined ? undefined : storedItem.parse(unmarshall(Item));
}

/** Whether anything of the partition changed after a moment (milliseconds UTC); read consistently. */
export async function hasChangedSince(partition: Partition, after: number): Promise<boolean> {
  const { table } = store();
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

/** Every item of a partition as it is stored, in the order of ids, a page at a time; read consistently. */
export async function* itemsOf(partition: Partition): AsyncGenerator<Record<string, unknown>[]> {
  const { table } = store();
  let start: QueryCommand['input']['ExclusiveStartKey'];
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: marshall({ ':pk': partitionKey(partition) }),
        ConsistentRead: true,
        Limit: pageLimit,
        ExclusiveStartKey: start,
      }),
    );
    yield (page.Items ?? []).map((item) => unmarshall(item));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
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
]);

/** An error that will pass tells the caller to try again; any other is a fault of ours and stays as it is. */
function unavailable(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  return passing.has(error.name) || passing.has(code)
    ? new Unavailable('the table of submissions cannot be reached', { cause: error })
    : error;
}
