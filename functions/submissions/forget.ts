import { ConditionalCheckFailedException, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { withoutPaths } from '../../forms/derived/forgetting.ts';
import type { SubmissionItem, Tombstone } from '../../forms/derived/item.ts';
import { Unavailable } from '../lambda/http.ts';
import { keyOf, type Sharded } from './keys.ts';
import { find, store } from './table.ts';

/**
 * Puts a tombstone in the place of a submission, or where one was. `grown` when the submission has been corrected by
 * one that the tombstone does not know of; a tombstone that is there already stays.
 */
export async function bury(form: Sharded, tombstone: Tombstone): Promise<'done' | 'grown'> {
  const { client, table } = store();
  const { submission_id: id, superseded_by: by } = tombstone;
  const put = new PutItemCommand({
    TableName: table,
    Item: marshall({ ...keyOf(form, id), ...tombstone }, { removeUndefinedValues: true }),
    ConditionExpression: `attribute_not_exists(erased_at) and (attribute_not_exists(superseded_by)${by === undefined ? '' : ' or superseded_by = :by'})`,
    ...(by !== undefined && { ExpressionAttributeValues: marshall({ ':by': by }) }),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  });
  try {
    await client.send(put);
    return 'done';
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return error.Item?.erased_at === undefined ? 'grown' : 'done';
  }
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
export async function redact(form: Sharded, redaction: Redaction): Promise<void> {
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
export async function expireEvidence(form: Sharded, id: string, today: string): Promise<void> {
  const item = await find(form, id);
  if (item === undefined || 'erased_at' in item || item.restricted === undefined) return;
  if (item.restricted.delete_after < today) await rewrite(form, item, { restricted: undefined });
}

/** Writes changes of an item unless somebody else changed it since it was read. */
async function rewrite(form: Sharded, item: SubmissionItem, changes: Changes): Promise<boolean> {
  const { client, table } = store();
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  const gone = Object.keys(changes).filter((name) => !given.some(([other]) => other === name));
  const sets = given.map(([name]) => `${name} = :${name}`);
  if (sets.length + gone.length === 0) return true;
  const update = new UpdateItemCommand({
    TableName: table,
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
  });
  try {
    await client.send(update);
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
