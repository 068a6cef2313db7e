import * as z from 'zod/mini';
import { type Matcher, matcherOf, pathsNaming, textsIn } from '../forms/derived/forgetting.ts';
import { storedItem } from '../forms/derived/item.ts';
import { loadAll, type PublishedForm } from '../forms/grammar/published.ts';
import { columns } from '../forms/kinds/all.ts';
import { publications } from '../forms/published/index.ts';
import { noteAccess } from './access/log.ts';
import { machineNow, now } from './lambda/clock.ts';
import { itemsOf } from './submissions/items.ts';
import { type Partition, partitionsOf } from './submissions/keys.ts';

const asked = z.strictObject({
  words: z.array(z.string().check(z.minLength(2), z.maxLength(200))).check(z.minLength(1), z.maxLength(20)),
  /** Where an earlier call left off. */
  from: z._default(z.int().check(z.nonnegative()), 0),
});

/** A submission that names the person: where, and never what. */
export interface Hit {
  readonly form: string;
  readonly submission: string;
  readonly root: string;
  readonly paths: readonly string[];
}

/** One call looks for so long and finds so many; the next goes on where it left off. */
const callMs = 20_000;
const hitsMax = 500;
/** Most partitions are empty: so many are asked for at once. */
const atOnce = 8;

/**
 * Looks through every submission for what a person is called or reached by, a part of the table at a time: there is
 * no index over personal data. Gives the hits, how far it has come, and where to go on, if anywhere.
 */
export async function handler(
  event: unknown,
): Promise<{ readonly hits: Hit[]; readonly done: number; readonly of: number; readonly next?: number }> {
  const { words, from } = asked.parse(event);
  if (from === 0) await noteAccess({ at: now(), who: 'local', what: 'search' });
  const names = matcherOf(words);
  const published = await loadAll(publications);
  const all = published.flatMap((versions) => {
    const newest = versions.at(-1);
    return newest === undefined
      ? []
      : partitionsOf(newest, now()).map((partition) => ({ versions, partition }));
  });
  const startedAt = machineNow();
  const hits: Hit[] = [];
  let at = from;
  while (at < all.length) {
    if (at > from && (machineNow() - startedAt > callMs || hits.length >= hitsMax)) break;
    const some = all.slice(at, at + atOnce);
    const found = await Promise.all(some.map((each) => hitsIn(each.partition, each.versions, names)));
    hits.push(...found.flat());
    at += some.length;
  }
  return { hits, done: at, of: all.length, ...(at < all.length && { next: at }) };
}

async function hitsIn(
  partition: Partition,
  versions: readonly PublishedForm[],
  names: Matcher,
): Promise<Hit[]> {
  const hits: Hit[] = [];
  for await (const page of itemsOf(partition)) {
    for (const item of page) {
      const paths = pathsIn(item, versions, names);
      if (paths.length === 0) continue;
      const submission = String(item.sk);
      hits.push({ form: partition.form, submission, root: String(item.root_id ?? submission), paths });
    }
  }
  return hits;
}

/** An item that is no submission of ours, or of a version that is not known, is looked through as it is. */
function pathsIn(
  item: Record<string, unknown>,
  versions: readonly PublishedForm[],
  names: Matcher,
): string[] {
  const isNamedIn = (value: unknown) => textsIn(value).some(names);
  const parsed = storedItem.safeParse(item);
  if (!parsed.success) return isNamedIn(item) ? ['?'] : [];
  const stored = parsed.data;
  if (!('answers' in stored)) return [];
  const { answers, restricted } = stored;
  const form = versions.find(({ version }) => version === stored.form_version);
  const named = form === undefined ? [] : pathsNaming(form, answers, names, columns, versions);
  return [
    ...named,
    ...(form === undefined && isNamedIn(answers) ? ['?'] : []),
    ...(isNamedIn(restricted?.answers) ? ['restricted'] : []),
  ];
}
