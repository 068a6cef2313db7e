import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { loadAll, type PublishedForm } from '../forms/grammar/published.ts';
import { publications } from '../forms/published/index.ts';
import { invoke } from '../infra/commands/invoke.ts';
import { uuidv7 } from './local-product.ts';
import { type InProcess, startInProcess } from './planted/in-process.ts';
import { type Item, itemsOf, keepRecord, keepVersion, publishedForm, restore } from './planted/records.ts';
import { markOf, readIn } from './planted/values.ts';
import { type Owner, type Planted, plant, wordsOf } from './planted.ts';
import { query } from './queries.ts';
import { itemsIn } from './serve.ts';

let product: InProcess;
beforeAll(async () => {
  product = await startInProcess();
});
afterEach(() => product.listen());
afterAll(() => product?.stop());

const hourMs = 60 * 60 * 1000;
/** What is anonymous is kept as of the next hour: an export sees it from then on. */
const timeFor = ({ anonymous }: PublishedForm) => Date.now() - (anonymous ? 2 * hourMs : 0);

describe('a record that is erased', () => {
  interface Planting {
    readonly form: PublishedForm;
    readonly versions: readonly Planted[];
    readonly ids: readonly string[];
  }

  const owners: readonly Owner[] = ['company', 'soleTrader'];
  const labels = ['erased 1', 'erased 2', 'erased 3'];
  let records: Planting[];
  let others: Planting[];
  let before: string;
  let output: unknown;

  /** Every form with every sort of answers, corrected twice where a form can be, and exported each time. */
  beforeAll(async () => {
    const forms = (await loadAll(publications)).flatMap((versions) => versions.slice(-1));
    const planted = forms.flatMap((form) =>
      owners.flatMap((owner) => {
        const versions = labels.slice(0, form.anonymous ? 1 : 3).map((label) => plant(form, owner, label));
        return (versions[0] ?? []).map((_, set) => ({
          form,
          versions: versions.flatMap((sets) => sets[set] ?? []),
        }));
      }),
    );
    const kept = planted.map((each) => ({ ...each, ids: [] as string[] }));
    for (const [index] of labels.entries()) {
      for (const { form, versions, ids } of kept) {
        const version = versions[index];
        if (version === undefined) continue;
        const standing = { root: ids[0], old: ids.at(-1), at: timeFor(form) };
        ids.push((await keepVersion(form, version.sent, standing)).id);
      }
      await product.exported();
    }
    records = kept;
    others = await Promise.all(
      forms.map(async (form) => {
        const versions = plant(form, 'company', 'stays').slice(0, 1);
        return { form, versions, ids: await keepRecord(form, [versions[0]?.sent ?? {}], timeFor(form)) };
      }),
    );
    await product.exported();
    before = await product.everywhere();
    for (const { form, ids } of records) {
      const { submissions } = await product.forget({
        what: 'erase',
        form: form.id,
        submission: ids[1] ?? ids[0],
      });
      expect(submissions).toEqual(ids.map((id) => ({ id })));
    }
    output = await product.exported();
    await product.swept();
  });

  test('was in the table and in the lake, in every version', () => {
    const words = wordsOf(
      records.flatMap(({ versions }) => versions),
      'confidential',
    );
    expect([words.length > 100, readIn(before, words)]).toEqual([true, words]);
  });

  test('is a tombstone in every version: ids, chain, dates and reason', async () => {
    for (const { form, ids } of records) {
      for (const [index, item] of (await itemsOf(product.env, ids)).entries()) {
        const [older, newer] = [ids[index - 1], ids[index + 1]];
        const moment = expect.any(Number);
        expect(item).toEqual({
          pk: expect.stringMatching(`^${form.id}#\\d{4}-\\d\\d#0$`),
          sk: ids[index],
          submission_id: ids[index],
          root_id: ids[0],
          form: form.id,
          form_version: form.version,
          reason: 'request',
          ...{ received_at: moment, changed_at: moment, erased_at: moment },
          ...(older !== undefined && { supersedes: older }),
          ...(newer !== undefined && { superseded_by: newer, superseded_at: moment }),
          ...(index === 0 && newer !== undefined && { current_id: ids.at(-1) }),
        });
      }
    }
  });

  test('has left no word in the table, in any byte of the lake, in a log or in a list of erasures', async () => {
    const words = wordsOf(records.flatMap(({ versions }) => versions));
    const staying = wordsOf(others.flatMap(({ versions }) => versions));
    const [table, elsewhere] = [await product.tableText(), await product.everywhere()];
    expect([readIn(table, words), readIn(elsewhere, words)]).toEqual([[], []]);
    expect(readIn(table, staying)).toEqual(staying);
    expect(readIn(elsewhere, staying).length).toBeGreaterThan(20);
    const values = records.flatMap(({ versions }) => versions.flatMap(({ marks }) => marks));
    const long = values.flatMap(({ is, text }) => (is === 'value' && text.length > 10 ? [text] : []));
    expect([long.length > 30, long.filter((text) => table.includes(text))]).toEqual([true, []]);
    expect(long.filter((text) => elsewhere.includes(text))).toEqual([]);
  });

  test('is counted as received and erased, and no older version is current in its place', async () => {
    const ids = Object.keys(publications);
    const counts = ids.map((id) => {
      const erased = records.filter(({ form }) => form.id === id).flatMap((each) => each.ids).length;
      return [id, { received: erased + 1, current: 1, superseded: 0, erased, quarantined: 0 }];
    });
    expect(output).toMatchObject({ forms: Object.fromEntries(counts), shortfalls: [] });
    const log = await query(
      product,
      `select form, status, count(activity_date) as days, count(channel) as channels
      from analytic.submission_log where status <> 'current' group by 1, 2`,
    );
    expect(log.map(({ status, days, channels }) => [status, days, channels])).toEqual(
      ids.map(() => ['erased', '0', '0']),
    );
  });

  test('is gone for whoever sends it again, and cannot be corrected', async () => {
    for (const { form, versions, ids } of records) {
      const statuses = await Promise.all(
        ids.map((id, index) => product.put(form, id, versions[index]?.sent ?? {})),
      );
      expect(statuses).toEqual(ids.map(() => 410));
      const late = { root: ids[0], old: ids.at(-1), at: timeFor(form) };
      expect(await keepVersion(form, versions[0]?.sent ?? {}, late)).toMatchObject({
        outcome: 'not current',
      });
    }
  });
});

describe('forgetting', () => {
  test('what does not exist is told with nothing', async () => {
    const [id = ''] = await keepRecord(await publishedForm('participants'), [
      plant(await publishedForm('participants'), 'company', 'of another form')[0]?.sent ?? {},
    ]);
    for (const [form, submission] of [
      ['participants', uuidv7()],
      ['participants', 'x'],
      ['needs-analysis', id],
    ]) {
      const order = { what: 'erase', form, submission, reason: 'request' };
      expect(await invoke(product.env, 'forget-record', order)).toBeNull();
    }
    expect((await itemsOf(product.env, [id]))[0]).toHaveProperty('answers');
    const order = { what: 'erase', form: 'no-form', submission: uuidv7(), reason: 'request' };
    await expect(invoke(product.env, 'forget-record', order)).rejects.toThrow('expected a published form');
  });

  test('that was interrupted is finished by the next export, which then has a certificate of it', async () => {
    const { handler } = await import('../functions/forget-record.ts');
    const form = await publishedForm('participants');
    const planted = plant(form, 'soleTrader', 'interrupted').slice(0, 1);
    const [id = ''] = await keepRecord(
      form,
      planted.map(({ sent }) => sent),
    );
    product.listen(({ what }) => {
      if (what === 'PutItem') throw new Error('so the test wants it');
    });
    const order = { what: 'erase', form: form.id, submission: id, reason: 'request' };
    await expect(handler(order)).rejects.toThrow('so the test wants it');
    product.listen();
    expect(readIn(await product.tableText(), wordsOf(planted))).toEqual(wordsOf(planted));

    await product.exported();
    await product.swept();
    const found = [await product.tableText(), await product.everywhere()].flatMap((text) =>
      readIn(text, wordsOf(planted)),
    );
    expect(found).toEqual([]);
    const all = z
      .array(z.object({ erasure: z.object({ root_id: z.string() }), final: z.boolean() }))
      .parse(await invoke(product.env, 'read-certificates', {}));
    expect(all.filter(({ erasure }) => erasure.root_id === id)).toMatchObject([{ final: true }]);
  });
});

describe('a table that is restored from an older copy', () => {
  const current = async (): Promise<Item | undefined> =>
    (await itemsIn(product.env)).find(({ pk, sk }) => pk === 'lake' && sk === 'current');

  test('forgets again what was forgotten, before the lake can show it, and goes on from what readers see', async () => {
    const form = await publishedForm('participants');
    const planted = (label: string) => plant(form, 'company', `restored ${label}`).slice(0, 1);
    const sentOf = ([set]: readonly Planted[]) => set?.sent ?? {};
    const [erased, redacted, lost] = [planted('erased'), planted('redacted'), planted('lost')];
    const chain = await keepRecord(form, [sentOf(erased), sentOf(planted('corrected'))]);
    const name = markOf('the name of somebody');
    const [named = ''] = await keepRecord(form, [{ ...sentOf(redacted), activity: `Med ${name}` }]);
    await product.exported();
    const copy = await itemsIn(product.env);

    await product.forget({ what: 'erase', form: form.id, submission: chain[0] });
    await product.forget({ what: 'redact', form: form.id, submission: named, words: [name] });
    await keepRecord(form, [sentOf(lost)]);
    await product.exported();
    await product.swept();
    const [before, lakeBefore] = [await current(), await product.everywhere()];
    const forgottenItems = await itemsOf(product.env, [...chain, named]);
    const gone = [...wordsOf(erased), ...wordsOf(planted('corrected')), name];
    const known = wordsOf(lost, 'confidential');
    expect([readIn(lakeBefore, gone), readIn(lakeBefore, known)]).toEqual([[], known]);

    await restore(product.env, copy);
    expect(readIn(await product.tableText(), gone)).toEqual(gone);
    expect(await product.swept()).toEqual({ deleted: 0 });
    const partition = String(forgottenItems[0]?.pk);
    expect(await product.exported()).toMatchObject({
      shortfalls: [{ form: form.id, partition, reason: 'fewer than before' }],
    });
    const stamps = { changed_at: expect.any(Number) };
    expect(await itemsOf(product.env, [...chain, named])).toEqual(
      forgottenItems.map((item) => ({
        ...item,
        ...stamps,
        ...('erased_at' in item && { erased_at: expect.any(Number) }),
      })),
    );
    expect(Number((await current())?.run)).toBeGreaterThan(Number(before?.run));
    await product.swept();
    const again = await product.everywhere();
    // What only the lake has is still there, until somebody says that it is lost.
    expect([readIn(again, gone), readIn(again, known)]).toEqual([[], known]);

    expect(await product.exported({ acceptLoss: true })).toMatchObject({ shortfalls: [] });
    await product.swept();
    const last = await product.everywhere();
    expect([readIn(last, gone), readIn(last, known)]).toEqual([[], []]);
    expect(await product.exported()).toMatchObject({ shortfalls: [] });
  });
});
