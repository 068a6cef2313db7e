import { type AttributeValue, QueryCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod/mini';
import { type StoredItem, storedItem } from '../../forms/derived/item.ts';
import { holds } from '../../forms/grammar/conditions.ts';
import type { PublishedForm } from '../../forms/grammar/published.ts';
import { atMost } from '../lambda/at-most.ts';
import { chainOf, currentOf } from './chain.ts';
import { numberOf } from './company-keys.ts';
import { type Spelling, spellingOf } from './company-query.ts';
import { timeOf } from './ids.ts';
import { itemsOf } from './items.ts';
import { monthOf, partitionsOf } from './keys.ts';
import { byChange, store, unavailable } from './table.ts';
import { claimsPartition } from './unique.ts';

/** A company as its record says now. */
export interface Company {
  readonly root: string;
  /** The submission that is current. */
  readonly current: string;
  readonly key: string;
  readonly earlierKeys: readonly string[];
  readonly organisationsnummer: string | undefined;
  /** Undefined where it was removed at a person's request. */
  readonly name: string | undefined;
  /** The code of its municipality. */
  readonly municipality: string;
  /** Whether its name is about a person, as a sole trader's is. */
  readonly isAboutPerson: boolean;
  /** The root of the record that stays, where the company was entered twice. */
  readonly mergedInto: string | undefined;
  /** What it is found by. */
  readonly spelling: Spelling;
}

const claim = z.object({
  sk: z.string(),
  root_id: z.string(),
  changed_at: z.optional(z.int()),
  changed_by: z.optional(z.string()),
});
/** That a record has a key, and when and by which submission the record was last written. */
export type KeyClaim = z.infer<typeof claim>;

/** A claim is small: more would rarely fit in a page of the store's. */
const pageLimit = 2000;

/** Every claim to a key, or those whose records were written after a moment (milliseconds UTC); read consistently. */
export async function claimsOf(form: PublishedForm, after?: number): Promise<KeyClaim[]> {
  const { client, table } = store('somebody waiting');
  const isAfter = after !== undefined;
  const found: KeyClaim[] = [];
  let start: Record<string, AttributeValue> | undefined;
  do {
    const query = new QueryCommand({
      TableName: table,
      KeyConditionExpression: isAfter ? 'pk = :pk and changed_at > :after' : 'pk = :pk',
      ExpressionAttributeValues: marshall({
        ':pk': claimsPartition(form),
        ...(isAfter && { ':after': after }),
      }),
      // The index has keys only; the store itself looks up the rest of the few that changed.
      ...(isAfter && { IndexName: byChange, Select: 'ALL_ATTRIBUTES' }),
      ConsistentRead: true,
      Limit: pageLimit,
      ExclusiveStartKey: start,
    });
    const { Items = [], LastEvaluatedKey } = await client.send(query).catch((error) => {
      throw unavailable(error);
    });
    found.push(...Items.map((item) => claim.parse(unmarshall(item))));
    start = LastEvaluatedKey;
  } while (start !== undefined);
  return found;
}

/** So many records are read one by one; of more, whole partitions are. */
const oneByOneMax = 200;
const readsAtOnce = 16;
/** Each holds a page of the partition and waits for the next. */
const partitionsAtOnce = 4;

/** The companies of these records, by root; undefined of those that are erased. */
export async function companiesAt(
  form: PublishedForm,
  roots: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, Company | undefined>> {
  const known = roots.length > oneByOneMax ? await itemsFor(form, roots, now) : new Map<string, StoredItem>();
  const found = await atMost(readsAtOnce, roots, async (root) => {
    const first = known.get(root);
    const current = known.get(first?.current_id ?? root);
    // A correction may have an id of an earlier month than the record, or came meanwhile.
    return [root, companyOf(form, current ?? (await currentOf(form, root)))] as const;
  });
  return new Map(found);
}

/** The submissions of records, by id: all that lie in the months from the earliest record's on. */
async function itemsFor(form: PublishedForm, roots: readonly string[], now: number) {
  const wanted = new Set(roots);
  const from = monthOf(Math.min(...roots.map(timeOf)));
  const partitions = partitionsOf(form, now).filter(({ month }) => month >= from);
  const items = new Map<string, StoredItem>();
  await atMost(partitionsAtOnce, partitions, async (partition) => {
    for await (const page of itemsOf(partition)) {
      for (const each of page) {
        const { data: item } = storedItem.safeParse(each);
        if (item !== undefined && wanted.has(item.root_id)) items.set(item.submission_id, item);
      }
    }
  }).catch((error) => {
    throw unavailable(error);
  });
  return items;
}

/** The company whose current submission this is or was, as it is now. */
export async function companyNow(form: PublishedForm, submission: string): Promise<Company | undefined> {
  return companyOf(form, (await chainOf(form, submission)).at(-1));
}

function companyOf(form: PublishedForm, item: StoredItem | undefined): Company | undefined {
  if (item === undefined || 'erased_at' in item || item.company_key === undefined) return undefined;
  const { root_id: root, submission_id: current, company_key: key, earlier_keys: earlierKeys = [] } = item;
  const { company_name, municipality_code, merged_into } = item.answers;
  const name = textIn(company_name);
  return {
    root,
    current,
    key,
    earlierKeys,
    organisationsnummer: numberOf(form, item),
    name,
    municipality: textIn(municipality_code) ?? '',
    isAboutPerson: form.soleTrader !== undefined && holds(form.soleTrader, item.answers),
    mergedInto: textIn(merged_into),
    spelling: spellingOf([key, ...earlierKeys], name ?? ''),
  };
}

function textIn(answer: unknown): string | undefined {
  return typeof answer === 'string' ? answer : undefined;
}
