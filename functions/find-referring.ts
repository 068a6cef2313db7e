import { type StoredItem, storedItem } from '../forms/derived/item.ts';
import { loadAll, type PublishedForm } from '../forms/grammar/published.ts';
import { publications } from '../forms/published/index.ts';
import { atMost } from './lambda/at-most.ts';
import { now } from './lambda/clock.ts';
import { httpHandler, json, problem } from './lambda/http.ts';
import { currentOf } from './submissions/chain.ts';
import { isId } from './submissions/ids.ts';
import { itemsOf } from './submissions/items.ts';
import { type Partition, partitionsOf } from './submissions/keys.ts';
import { allOpenForms, mayCorrect } from './submissions/open-forms.ts';
import { mayName, pathsTo } from './submissions/references.ts';

/** A record that names another: which, and in which answers; never what else it says. */
interface Referring {
  readonly form: string;
  readonly root_id: string;
  readonly submission_id: string;
  readonly paths: readonly string[];
}

/** More are counted by nobody: `more` says that there are. */
const listedMax = 1000;

/**
 * `GET /v1/records/{root}/referring`: the records that name this one, as they are now, such as before it is erased or
 * merged. It looks through every submission of the forms that can: there is no index of what names what.
 */
export const handler = httpHandler(async ({ parameters }) => {
  const { root = '' } = parameters;
  if (!isId(root)) return problem('404.4');
  const forms = (await allOpenForms(publications)).filter(mayCorrect);
  const found = await Promise.all(forms.map(async (form) => ({ form, item: await currentOf(form, root) })));
  const record = found.find(({ item }) => item?.root_id === root);
  if (record?.item === undefined) return problem('404.4');
  const referring = await referringTo({ form: record.form.id, root, keys: keysOf(record.item) });
  return json(200, {
    root_id: root,
    form: record.form.id,
    referring: referring.slice(0, listedMax),
    more: referring.length > listedMax,
  });
});

/** What a company is named by: the key it has, and those it had. */
function keysOf(item: StoredItem): string[] {
  if ('erased_at' in item) return [];
  return [...(item.company_key === undefined ? [] : [item.company_key]), ...(item.earlier_keys ?? [])];
}

async function referringTo(record: Parameters<typeof pathsTo>[0]): Promise<Referring[]> {
  const published = await loadAll(publications);
  const places = published
    .filter((versions) => versions.some((version) => mayName(version, record.form)))
    .flatMap((versions) =>
      versions
        .slice(-1)
        .flatMap((newest) => partitionsOf(newest, now()))
        .map((partition) => ({ versions, partition })),
    );
  const found = await atMost(8, places, ({ versions, partition }) =>
    referringIn(partition, versions, record),
  );
  return found.flat();
}

async function referringIn(
  partition: Partition,
  versions: readonly PublishedForm[],
  record: Parameters<typeof pathsTo>[0],
): Promise<Referring[]> {
  const found: Referring[] = [];
  for await (const page of itemsOf(partition)) {
    for (const each of page) {
      const { data: item } = storedItem.safeParse(each);
      if (item === undefined || !('answers' in item) || item.superseded_at !== undefined) continue;
      const form = versions.find(({ version }) => version === item.form_version);
      const paths = form === undefined ? [] : pathsTo(record, form, item.answers);
      if (paths.length === 0) continue;
      const { submission_id, root_id } = item;
      found.push({ form: partition.form, root_id, submission_id, paths });
    }
  }
  return found;
}
