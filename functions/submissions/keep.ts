import { setTimeout as pause } from 'node:timers/promises';
import {
  type CancellationReason,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { type StoredItem, type SubmissionItem, storedItem } from '../../forms/derived/item.ts';
import type { PublishedForm } from '../../forms/grammar/published.ts';
import { Unavailable } from '../lambda/http.ts';
import { keysAfter, nextKey, numberOf } from './company-keys.ts';
import { keyOf } from './keys.ts';
import { find, store, unavailable } from './table.ts';
import { type Claim, claimOf, claimOfKey } from './unique.ts';

/** What deciding where a submission is kept, and beside what, needs of its form. */
type Keeping = Pick<PublishedForm, 'id' | 'shards' | 'company' | 'keys' | 'unique' | 'uniqueWhen'>;

/** A correction: a submission that takes the place of another one of the same form. */
export type Correction = SubmissionItem & { readonly supersedes: string };

/** Why something was not kept: what is under its id already, or what stands in its way. */
export type NotKept =
  | { readonly kept: StoredItem }
  | 'not current'
  /** Another record has the answers that no two may share: its root. */
  | { readonly taken: string };

/** Somebody else is at the same items just then: that passes, and is waited for so often. */
const attempts = 8;

/**
 * Keeps a submission whose form has answers that no two current records may share, in one transaction with its claim
 * to them.
 */
export async function keepUnique(form: Keeping, item: SubmissionItem): Promise<'stored' | NotKept> {
  if (form.keys === undefined) return keep(form, item, { take: claimOf(form, item.answers) });
  const number = numberOf(form, item);
  if (number !== undefined) {
    return keep(form, { ...item, company_key: number }, { take: claimOfKey(form, number) });
  }
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const { key, use } = await nextKey(form.keys);
    const found = await keep(
      form,
      { ...item, company_key: key },
      { take: claimOfKey(form, key), marks: [use] },
    );
    const isUsedUp = found === 'not current' || (typeof found === 'object' && 'taken' in found);
    // Somebody else was quicker to the number.
    if (!isUsedUp) return found;
    await pause(Math.random() * 20 * 2 ** attempt);
  }
  throw inTheWay();
}

/**
 * Keeps a correction and marks what it corrects as superseded, with one stamp, in one transaction: as of any moment
 * exactly one submission of a record is the current one. A claim goes over with it.
 */
export async function supersede(
  form: Keeping,
  correction: Correction,
  old?: SubmissionItem,
): Promise<'stored' | NotKept> {
  const marks = marksOf(form, correction);
  if (form.keys !== undefined && old !== undefined) {
    // The key is claimed again even where it is the same: its claim tells of the correction. An earlier key is never
    // another company's.
    const keys = keysAfter(form, correction, old);
    return keep(form, { ...correction, ...keys }, { take: claimOfKey(form, keys.company_key), marks });
  }
  const [take, give] = [claimOf(form, correction.answers), old && claimOf(form, old.answers)];
  const isSame = take?.sk === give?.sk;
  return keep(form, correction, { ...(!isSame && { take, give }), marks });
}

interface Together {
  readonly take?: Claim | undefined;
  readonly give?: Claim | undefined;
  readonly marks?: readonly TransactWriteItem[];
}

async function keep(form: Keeping, item: SubmissionItem, together: Together): Promise<'stored' | NotKept> {
  /** The root of an erased record, whose claim may be taken over. */
  let erased: string | undefined;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const found = await tryToKeep(form, item, together, erased);
    if (found === 'in the way') await pause(Math.random() * 20 * 2 ** attempt);
    else if (typeof found === 'object' && 'taken' in found && found.taken !== erased) {
      const holder = await find(form, found.taken);
      if (holder !== undefined && !('erased_at' in holder)) return found;
      erased = found.taken;
    } else return found;
  }
  throw inTheWay();
}

function inTheWay(): Unavailable {
  return new Unavailable('somebody else is changing the same record');
}

async function tryToKeep(
  form: Keeping,
  item: SubmissionItem,
  { take, give, marks = [] }: Together,
  erased: string | undefined,
): Promise<'stored' | 'in the way' | NotKept> {
  const { client, table: TableName } = store('somebody waiting');
  const Item = marshall({ ...keyOf(form, item.submission_id), ...item }, { removeUndefinedValues: true });
  const ReturnValuesOnConditionCheckFailure = 'ALL_OLD' as const;
  const put = {
    TableName,
    Item,
    ConditionExpression: 'attribute_not_exists(pk)',
    ReturnValuesOnConditionCheckFailure,
  };
  const claim = take && { Put: { TableName, ...claiming(form, take, item, erased) } };
  const release = give && releasing(TableName, give, item.root_id);
  const all: (TransactWriteItem | undefined)[] = [{ Put: put }, claim, release, ...marks];
  const TransactItems = all.filter((each) => each !== undefined);
  try {
    await client.send(new TransactWriteItemsCommand({ TransactItems }));
    return 'stored';
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw unavailable(error);
    return judged(error.CancellationReasons ?? [], claim !== undefined);
  }
}

/** What is kept under the id decides first: a repeat gets its receipt, whatever came after it. */
function judged([put, ...others]: readonly CancellationReason[], hasClaim: boolean): 'in the way' | NotKept {
  if (put?.Item !== undefined) return { kept: storedItem.parse(unmarshall(put.Item)) };
  const isConflict = [put, ...others].some((reason) => reason?.Code === 'TransactionConflict');
  if (isConflict) return 'in the way';
  const [claim] = hasClaim ? others : [];
  if (claim?.Item !== undefined) return { taken: String(unmarshall(claim.Item).root_id) };
  return others.some(({ Code }) => Code === 'ConditionalCheckFailed') ? 'not current' : 'in the way';
}

/** Marks what is corrected, and the first of the record, which knows the last. */
function marksOf(
  form: Keeping,
  { submission_id: id, supersedes: old, root_id: root, received_at: at }: Correction,
) {
  const { table: TableName } = store();
  const ExpressionAttributeValues = marshall({ ':id': id, ':at': at });
  const toRoot = { set: 'current_id = :id', is: 'attribute_exists(pk)' };
  const toOld = {
    set: 'superseded_by = :id, superseded_at = :at',
    is: 'attribute_exists(pk) and attribute_not_exists(superseded_by) and attribute_not_exists(erased_at)',
  };
  const both = { set: `${toOld.set}, ${toRoot.set}`, is: toOld.is };
  const updates =
    old === root
      ? [{ of: old, ...both }]
      : [
          { of: old, ...toOld },
          { of: root, ...toRoot },
        ];
  return updates.map(({ of, set, is }) => ({
    Update: {
      TableName,
      Key: marshall(keyOf(form, of)),
      UpdateExpression: `set ${set}, changed_at = :at`,
      ConditionExpression: is,
      ExpressionAttributeValues,
    },
  }));
}

/** Takes a claim for a record: nobody has it, this record has, or an erased one had. */
function claiming({ keys }: Keeping, claim: Claim, item: SubmissionItem, erased: string = item.root_id) {
  const { root_id, changed_at, submission_id: changed_by } = item;
  return {
    Item: marshall({ ...claim, root_id, ...(keys !== undefined && { changed_at, changed_by }) }),
    ConditionExpression: 'attribute_not_exists(pk) or root_id in (:root, :erased)',
    ExpressionAttributeValues: marshall({ ':root': root_id, ':erased': erased }),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  };
}

/** Gives a claim back that a record has. */
function releasing(TableName: string, claim: Claim, root: string) {
  return {
    Delete: {
      TableName,
      Key: marshall({ pk: claim.pk, sk: claim.sk }),
      ConditionExpression: 'attribute_not_exists(pk) or root_id = :root',
      ExpressionAttributeValues: marshall({ ':root': root }),
    },
  };
}
