import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { type Reader, readerOf } from '../../forms/derived/answers.ts';
import { itemOf } from '../../forms/derived/item.ts';
import { loadForm, loadParts, type PublishedForm } from '../../forms/grammar/published.ts';
import type { Values } from '../../forms/grammar/reading.ts';
import { publications } from '../../forms/published/index.ts';
import { uuidv7 } from '../local-product.ts';
import { dynamodbOf, itemsIn } from '../serve.ts';

// Records with corrections, past the API, which has no corrections yet: by the product's own functions on its table.
// They find it by the settings of this process, so those are set before anything here is called.

type Env = Readonly<Record<string, string>>;
export type Item = Readonly<Record<string, unknown>>;

/** A form in its current version; the participant list in its first, which has words of its own for everything. */
export async function publishedForm(id: string): Promise<PublishedForm> {
  const form = await loadForm(publications, id, id === 'participants' ? 1 : undefined);
  if (form === undefined) throw new Error(`expected the form ${id} to be published, it is not`);
  return form;
}

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Keeps a record: the first answers, then each of the others as the correction of the one before, a millisecond later.
 * Gives the ids.
 */
export async function keepRecord(
  form: PublishedForm,
  versions: readonly Values[],
  at = Date.now(),
): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, sent] of versions.entries()) {
    const kept = await keepVersion(form, sent, { root: ids[0], old: ids.at(-1), at: at + index });
    if (kept.outcome !== 'stored') throw new Error(`expected a version to be kept, got ${kept.outcome}`);
    ids.push(kept.id);
  }
  return ids;
}

/** Where a version stands in its record: nowhere yet, when it is the first. */
export interface Standing {
  readonly root?: string | undefined;
  readonly old?: string | undefined;
  readonly at?: number;
}

/** Keeps one version, a correction when there is one before it; tells what became of it. */
export async function keepVersion(
  form: PublishedForm,
  sent: Values,
  { root, old, at = Date.now() }: Standing,
) {
  const { create } = await import('../../functions/submissions/table.ts');
  const { supersede } = await import('../../functions/submissions/keep.ts');
  const id = uuidv7(form.anonymous ? at - (at % dayMs) : at);
  const envelope = { channel: 'staff', submitterRole: 'staff', lang: 'sv', receivedAt: at } as const;
  const item = itemOf(form, id, await answersOf(form, sent), envelope);
  if (root === undefined || old === undefined) {
    const kept = await create(form, item);
    return { id, outcome: kept === 'created' ? 'stored' : kept };
  }
  return { id, outcome: await supersede(form, { ...item, root_id: root, supersedes: old }) };
}

const readers = new WeakMap<PublishedForm, Reader>();

/** Answers as they are read and kept; throws when they are not right. */
export async function answersOf(form: PublishedForm, sent: Values): Promise<Values> {
  const reader = readers.get(form) ?? readerOf(form, await loadParts(publications, form.id));
  readers.set(form, reader);
  const reading = reader.read(sent, 'program');
  if ('problems' in reading)
    throw new Error(`expected right answers, got ${JSON.stringify(reading.problems)}`);
  return reading.answers;
}

/** Those items of the table, in the order of the ids. */
export async function itemsOf(env: Env, ids: readonly string[]): Promise<Item[]> {
  const items = await itemsIn(env);
  return ids.flatMap((id) => items.filter(({ sk }) => sk === id));
}

/** Puts items into the table as they are, as a restore does. */
export async function putItems(env: Env, items: readonly Item[]): Promise<void> {
  await write(
    env,
    items.map((item) => ({ PutRequest: { Item: marshall(item, { removeUndefinedValues: true }) } })),
  );
}

/** Puts an older copy in the place of everything that is in the table. */
export async function restore(env: Env, copy: readonly Item[]): Promise<void> {
  const now = await itemsIn(env);
  await write(
    env,
    now.map(({ pk, sk }) => ({ DeleteRequest: { Key: marshall({ pk, sk }) } })),
  );
  await putItems(env, copy);
}

async function write(env: Env, requests: readonly object[]): Promise<void> {
  const client = dynamodbOf(env);
  const table = env.SUBMISSIONS_TABLE ?? '';
  for (let from = 0; from < requests.length; from += 25) {
    const RequestItems = { [table]: requests.slice(from, from + 25) };
    await client.send(new BatchWriteItemCommand({ RequestItems }));
  }
  client.destroy();
}
