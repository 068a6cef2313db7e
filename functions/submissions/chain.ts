import { TransactionCanceledException, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { type StoredItem, type SubmissionItem, storedItem } from '../../forms/derived/item.ts';
import { Unavailable } from '../lambda/http.ts';
import { Fault } from '../lambda/log.ts';
import { keyOf, type Sharded } from './keys.ts';
import { find, store, unavailable } from './table.ts';

/** Every submission of a record, the first one first; empty when there is no such record. */
export async function chainOf(form: Sharded, root: string): Promise<StoredItem[]> {
  const chain: StoredItem[] = [];
  const seen = new Set<string>();
  for (let next: string | undefined = root; next !== undefined; next = chain.at(-1)?.superseded_by) {
    if (seen.has(next)) throw new Fault('expected the corrections of a record to end, they go in a circle');
    seen.add(next);
    const item = await find(form, next);
    if (item === undefined) break;
    chain.push(item);
  }
  return chain;
}

/** A correction: a submission that takes the place of another one of the same form. */
export type Correction = SubmissionItem & { readonly supersedes: string };

/**
 * Keeps a correction and marks what it corrects as superseded, with one stamp, in one transaction: as of any moment
 * exactly one submission of a record is the current one. Gives what is kept under the id when there is something
 * already, or that the corrected one is not current (any more).
 */
export async function supersede(
  form: Sharded,
  correction: Correction,
): Promise<StoredItem | 'stored' | 'not current'> {
  const { client, table } = store('somebody waiting');
  const { submission_id: id, supersedes: old, root_id: root, received_at: at } = correction;
  const stamp = { ':id': id, ':at': at };
  const isRoot = old === root;
  const toRoot = isRoot ? ', current_id = :id' : '';
  const transaction = new TransactWriteItemsCommand({
    TransactItems: [
      {
        Put: {
          TableName: table,
          Item: marshall({ ...keyOf(form, id), ...correction }, { removeUndefinedValues: true }),
          ConditionExpression: 'attribute_not_exists(pk)',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        },
      },
      {
        Update: {
          TableName: table,
          Key: marshall(keyOf(form, old)),
          UpdateExpression: `set superseded_by = :id, superseded_at = :at, changed_at = :at${toRoot}`,
          ConditionExpression:
            'attribute_exists(pk) and attribute_not_exists(superseded_by) and attribute_not_exists(erased_at)',
          ExpressionAttributeValues: marshall(stamp),
        },
      },
      ...(isRoot
        ? []
        : [
            {
              Update: {
                TableName: table,
                Key: marshall(keyOf(form, root)),
                UpdateExpression: 'set current_id = :id, changed_at = :at',
                ConditionExpression: 'attribute_exists(pk)',
                ExpressionAttributeValues: marshall(stamp),
              },
            },
          ]),
    ],
  });
  try {
    await client.send(transaction);
    return 'stored';
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw unavailable(error);
    const [put, ...others] = error.CancellationReasons ?? [];
    // What is kept under the id decides first: a repeated correction gets its receipt, whatever came after it.
    if (put?.Item !== undefined) return storedItem.parse(unmarshall(put.Item));
    if (others.some(({ Code }) => Code === 'ConditionalCheckFailed')) return 'not current';
    // Somebody else was at one of the items just then: it passes.
    throw new Unavailable('the record is being changed by somebody else', { cause: error });
  }
}
