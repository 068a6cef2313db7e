import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod/mini';
import { Fault } from '../lambda/log.ts';
import { store, unavailable } from './table.ts';

/**
 * Two items steer the lake. `lake/current` is the commit: which run readers see. `lake/lease` is held by
 * whoever may change the lake now, a run or a sweep.
 */
const currentKey = { pk: 'lake', sk: 'current' };
const leaseKey = { pk: 'lake', sk: 'lease' };

const current = z.object({
  run: z.int(),
  /** The cut-off T: the lake shows the table as of this moment (ms UTC). */
  asOf: z.int(),
  committedAt: z.int(),
  /** The object that holds the run, whole. */
  manifest: z.string(),
  /** Who committed it: a repeated commit of the same run knows itself. */
  holder: z.string(),
});
export type CurrentRun = z.infer<typeof current>;

/** Somebody else holds the lease. */
export class LeaseHeld extends Fault {
  override readonly name = 'LeaseHeld';
}

/** The published run, or undefined before the first. */
export async function currentRun(whose?: 'somebody waiting'): Promise<CurrentRun | undefined> {
  const { client, table } = store(whose);
  const get = new GetItemCommand({ TableName: table, Key: marshall(currentKey), ConsistentRead: true });
  const { Item } = await client.send(get).catch((error) => {
    throw unavailable(error);
  });
  return Item === undefined ? undefined : current.parse(unmarshall(Item));
}

/** Takes the lease for `holder` until `expiresAt` (ms UTC), or throws LeaseHeld. */
export async function takeLease(holder: string, now: number, expiresAt: number): Promise<void> {
  const { client, table } = store();
  const put = new PutItemCommand({
    TableName: table,
    Item: marshall({ ...leaseKey, holder, expiresAt }),
    ConditionExpression: 'attribute_not_exists(pk) or expiresAt < :now or holder = :holder',
    ExpressionAttributeValues: marshall({ ':now': now, ':holder': holder }),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  });
  await client.send(put).catch((error) => {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    const until = error.Item?.expiresAt?.N;
    const when = until === undefined ? '' : ` until ${new Date(Number(until)).toISOString()}`;
    throw new LeaseHeld(
      `another export or sweep holds the lake${when}, or was interrupted while it did; try again after that`,
    );
  });
}

/** Keeps the lease for another while; throws LeaseHeld when `holder` no longer has it. */
export async function renewLease(holder: string, expiresAt: number): Promise<void> {
  const { client, table } = store();
  const update = new UpdateItemCommand({
    TableName: table,
    Key: marshall(leaseKey),
    UpdateExpression: 'set expiresAt = :expiresAt',
    ConditionExpression: 'holder = :holder',
    ExpressionAttributeValues: marshall({ ':holder': holder, ':expiresAt': expiresAt }),
  });
  await client.send(update).catch(lost);
}

/** Gives the lease back, if `holder` still has it. */
export async function releaseLease(holder: string): Promise<void> {
  const { client, table } = store();
  const remove = new DeleteItemCommand({
    TableName: table,
    Key: marshall(leaseKey),
    ConditionExpression: 'holder = :holder',
    ExpressionAttributeValues: marshall({ ':holder': holder }),
  });
  await client.send(remove).catch((error) => {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  });
}

/**
 * The first run that can only see the table as it is from now on: the next one, or, while somebody is at work on
 * that one, the one after it. `readersRun` is the run that readers see, which a restored table does not know of.
 */
export async function firstRunFromNow(readersRun: number): Promise<number> {
  const { client, table } = store();
  const get = new GetItemCommand({ TableName: table, Key: marshall(leaseKey), ConsistentRead: true });
  // The lease first: a run that is published in between was at work before.
  const { Item: lease } = await client.send(get);
  const published = (await currentRun())?.run ?? 0;
  return Math.max(published, readersRun) + (lease === undefined ? 1 : 2);
}

/**
 * The commit: moves `lake/current` on from the run that the plan found there (`after`), if its holder still has the
 * lease. A commit that was already made by the same holder changes nothing.
 */
export async function commitRun(next: CurrentRun, after: number | undefined): Promise<void> {
  const { client, table } = store();
  const commit = new TransactWriteItemsCommand({
    TransactItems: [
      {
        ConditionCheck: {
          TableName: table,
          Key: marshall(leaseKey),
          ConditionExpression: 'holder = :holder',
          ExpressionAttributeValues: marshall({ ':holder': next.holder }),
        },
      },
      {
        Put: {
          TableName: table,
          Item: marshall({ ...currentKey, ...next }),
          ...(after === undefined
            ? { ConditionExpression: 'attribute_not_exists(pk)' }
            : {
                ConditionExpression: '#run = :before',
                ExpressionAttributeNames: { '#run': 'run' },
                ExpressionAttributeValues: marshall({ ':before': after }),
              }),
        },
      },
    ],
  });
  await client.send(commit).catch(async (error) => {
    if (!(error instanceof TransactionCanceledException)) throw error;
    // Somebody's try to take the lease may have met the commit: that passes, and the step is repeated.
    const reasons = (error.CancellationReasons ?? []).map(({ Code }) => Code);
    if (!reasons.includes('ConditionalCheckFailed')) throw error;
    const published = await currentRun();
    if (published?.run === next.run && published.holder === next.holder) return;
    throw new LeaseHeld('another run took over the lake before this one was published');
  });
}

function lost(error: unknown): never {
  if (error instanceof ConditionalCheckFailedException) {
    throw new LeaseHeld('another export or sweep took over the lake; nothing of this run is visible');
  }
  throw error;
}
