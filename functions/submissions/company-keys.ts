import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { SubmissionItem } from '../../forms/derived/item.ts';
import type { PublishedForm } from '../../forms/grammar/published.ts';
import { store, unavailable } from './table.ts';
import type { Claim } from './unique.ts';

const digits = 6;

/** The organisationsnummer of a legal person, which is its key. */
export function numberOf(
  { company }: Pick<PublishedForm, 'company'>,
  { answers }: SubmissionItem,
): string | undefined {
  const value = company === undefined ? undefined : answers[company];
  return typeof value === 'string' ? value : undefined;
}

/**
 * The next key of those that have no organisationsnummer, and the write that uses it up: it fails when somebody else
 * was quicker. No personnummer is ever a key.
 */
export async function nextKey(letters: string) {
  const key = { pk: `counter#${letters}`, sk: 'last' };
  const last = Number((await itemAt(key))?.number ?? 0);
  const Update = {
    TableName: store().table,
    Key: marshall(key),
    UpdateExpression: 'set #number = :next',
    ConditionExpression: last === 0 ? 'attribute_not_exists(pk)' : '#number = :last',
    ExpressionAttributeNames: { '#number': 'number' },
    ExpressionAttributeValues: marshall({ ':next': last + 1, ...(last > 0 && { ':last': last }) }),
  };
  return { key: `${letters}${String(last + 1).padStart(digits, '0')}`, use: { Update } };
}

/** The record that has what is claimed; undefined when none has. */
export async function holderOf({ pk, sk }: Claim): Promise<string | undefined> {
  const item = await itemAt({ pk, sk });
  return item && String(item.root_id);
}

async function itemAt(key: {
  readonly pk: string;
  readonly sk: string;
}): Promise<Record<string, unknown> | undefined> {
  const { client, table: TableName } = store('somebody waiting');
  const get = new GetItemCommand({ TableName, Key: marshall(key), ConsistentRead: true });
  const { Item } = await client.send(get).catch((error) => {
    throw unavailable(error);
  });
  return Item && unmarshall(Item);
}

/** A correction's keys: that of its organisationsnummer, else the one the record has; what it had stays known. */
export function keysAfter(form: Pick<PublishedForm, 'company'>, item: SubmissionItem, old: SubmissionItem) {
  const key = numberOf(form, item) ?? old.company_key;
  const earlier = new Set([
    ...(old.earlier_keys ?? []),
    ...(old.company_key === undefined ? [] : [old.company_key]),
  ]);
  if (key !== undefined) earlier.delete(key);
  return { company_key: key, ...(earlier.size > 0 && { earlier_keys: [...earlier] }) };
}
