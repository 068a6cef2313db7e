import {
  type AttributeValue,
  ConditionalCheckFailedException,
  PutItemCommand,
  type PutItemCommandInput,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { withoutPaths } from '../../forms/derived/forgetting.ts';
import type { StoredItem, SubmissionItem, Tombstone } from '../../forms/derived/item.ts';
import type { PublishedForm } from '../../forms/grammar/published.ts';
import { Unavailable } from '../lambda/http.ts';
import { holderOf } from './company-keys.ts';
import { keyOf, type Sharded } from './keys.ts';
import { find, findAny, store } from './table.ts';
import { claimOfKey } from './unique.ts';

/** Where a submission is kept, and what else is to be told when it changes. */
type Kept = Sharded & Pick<PublishedForm, 'keys'>;

/**
 * Puts a tombstone in the place of a submission, or where one was. `grown` when the submission has been corrected by
 * one that the tombstone does not know of; a tombstone that is there already stays.
 */
export async function bury(form: Kept, tombstone: Tombstone): Promise<'done' | 'grown'> {
  const { submission_id: id, superseded_by: by } = tombstone;
  const before = form.keys === undefined ? undefined : await findAny(form, id);
  const Put = {
    TableName: store().table,
    Item: marshall({ ...keyOf(form, id), ...tombstone }, { removeUndefinedValues: true }),
    ConditionExpression: `attribute_not_exists(erased_at) and (attribute_not_exists(superseded_by)${by === undefined ? '' : ' or superseded_by = :by'})`,
    ...(by !== undefined && { ExpressionAttributeValues: marshall({ ':by': by }) }),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  };
  const found = await write({ Put }, await tellingOf(form, before, tombstone.changed_at));
  return found === 'written' || found.item?.erased_at !== undefined ? 'done' : 'grown';
}

/** What is to be removed of a submission. */
export interface Redaction {
  readonly id: string;
  readonly paths: readonly string[];
  /** Until when (`yyyy-mm-dd`) the removed answers are kept as evidence, out of everybody's sight. */
  readonly keepUntil?: string | undefined;
  readonly at: number;
}

const attempts = 5;

/** Removes answers from a submission; what is removed already, or is not there, stays as it is. */
export async function redact(form: Kept, redaction: Redaction): Promise<void> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const item = await find(form, redaction.id);
    if (item === undefined || 'erased_at' in item) return;
    if (await rewrite(form, item, redacted(item, redaction))) return;
  }
  throw new Unavailable('a submission changes all the time');
}

type Changes = Partial<Pick<SubmissionItem, 'answers' | 'redacted' | 'restricted' | 'changed_at'>>;

/** What a redaction changes of a submission; nothing when it was made before. */
function redacted(item: SubmissionItem, { paths, keepUntil, at }: Redaction): Changes {
  const { answers, removed } = withoutPaths(item.answers, paths);
  const known = new Set(item.redacted);
  if (Object.keys(removed).length === 0 && paths.every((path) => known.has(path))) return {};
  const { restricted } = item;
  return {
    answers,
    redacted: [...new Set([...known, ...paths])],
    changed_at: at,
    ...(keepUntil !== undefined && {
      restricted: {
        delete_after: laterOf(keepUntil, restricted?.delete_after),
        answers: { ...restricted?.answers, ...removed },
      },
    }),
  };
}

/** What two redactions keep lies together, so it is kept as long as the one that needs it longest says. */
function laterOf(day: string, other = day): string {
  return other > day ? other : day;
}

/** Removes what was kept as evidence, when its day has passed (`today` is `yyyy-mm-dd`). */
export async function expireEvidence(form: Kept, id: string, today: string): Promise<void> {
  const item = await find(form, id);
  if (item === undefined || 'erased_at' in item || item.restricted === undefined) return;
  if (item.restricted.delete_after < today) await rewrite(form, item, { restricted: undefined });
}

/** Writes changes of an item unless somebody else changed it since it was read. */
async function rewrite(form: Kept, item: SubmissionItem, changes: Changes): Promise<boolean> {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  const gone = Object.keys(changes).filter((name) => !given.some(([other]) => other === name));
  const sets = given.map(([name]) => `${name} = :${name}`);
  if (sets.length + gone.length === 0) return true;
  const Update = {
    TableName: store().table,
    Key: marshall(keyOf(form, item.submission_id)),
    UpdateExpression: [
      ...(sets.length > 0 ? [`set ${sets.join(', ')}`] : []),
      ...(gone.length > 0 ? [`remove ${gone.join(', ')}`] : []),
    ].join(' '),
    // What changed_at says is rounded in an anonymous form: two redactions may have the same.
    ConditionExpression: `changed_at = :seen and attribute_not_exists(erased_at) and ${
      item.redacted === undefined ? 'attribute_not_exists(redacted)' : 'redacted = :before'
    }`,
    ExpressionAttributeValues: marshall({
      ':seen': item.changed_at,
      ...(item.redacted !== undefined && { ':before': item.redacted }),
      ...Object.fromEntries(given.map(([name, value]) => [`:${name}`, value])),
    }),
  };
  return (await write({ Update }, await tellingOf(form, item, changes.changed_at))) === 'written';
}

/**
 * The write that tells of a change of a company's record, at the time that the change itself says: its claim is changed
 * too, by which whoever knows the companies learns of it. None where there is nobody to tell.
 */
async function tellingOf(form: Kept, item: StoredItem | 'unreadable' | undefined, at: number | undefined) {
  if (form.keys === undefined || item === undefined || item === 'unreadable' || 'erased_at' in item)
    return [];
  const claim = claimOfKey(form, item.company_key);
  if (claim === undefined || at === undefined || (await holderOf(claim)) !== item.root_id) return [];
  const Update = {
    TableName: store().table,
    Key: marshall({ pk: claim.pk, sk: claim.sk }),
    UpdateExpression: 'set changed_at = :at',
    ConditionExpression: 'root_id = :root',
    ExpressionAttributeValues: marshall({ ':at': at, ':root': item.root_id }),
  };
  return [{ Update }];
}

type Write =
  | { readonly Put: PutItemCommandInput & { readonly Item: Record<string, AttributeValue> } }
  | { readonly Update: UpdateItemCommandInput & { readonly UpdateExpression: string } };

/**
 * Writes an item under its condition, in one transaction with what tells of it. Where that did not hold, or somebody
 * else is at the same items just then: what stood in the way, if it was asked for.
 */
async function write(
  change: Write,
  telling: readonly Write[],
): Promise<'written' | { readonly item: Record<string, AttributeValue> | undefined }> {
  const { client } = store();
  try {
    if (telling.length > 0)
      await client.send(new TransactWriteItemsCommand({ TransactItems: [change, ...telling] }));
    else if ('Put' in change) await client.send(new PutItemCommand(change.Put));
    else await client.send(new UpdateItemCommand(change.Update));
    return 'written';
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return { item: error.Item };
    if (!(error instanceof TransactionCanceledException)) throw error;
    const reasons = error.CancellationReasons ?? [];
    if (!reasons.some(({ Code = '' }) => passing.has(Code))) throw error;
    return { item: reasons[0]?.Item };
  }
}

/** Why a transaction was not done that can be tried again. */
const passing = new Set(['ConditionalCheckFailed', 'TransactionConflict']);
