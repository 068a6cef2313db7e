import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Values } from '../../forms/grammar/reading.ts';
import { type InProcess, startInProcess } from '../../test/planted/in-process.ts';
import {
  type Item,
  itemsOf,
  keepRecord,
  keepVersion,
  publishedForm,
  putItems,
} from '../../test/planted/records.ts';
import { beginningsIn } from '../../test/planted/values.ts';
import { plant } from '../../test/planted.ts';

// Forgetting, stopped and overtaken at every call that it makes to the stores.

const form = await publishedForm('participants');
const person = 'Signe Öberg';

let product: InProcess;
beforeAll(async () => {
  product = await startInProcess();
});
afterEach(() => product.listen());
afterAll(() => product?.stop());

const { handler: forgetRecord } = await import('../forget-record.ts');
const { handler: replay } = await import('../replay-erasures.ts');
const { handler: readCertificates } = await import('../read-certificates.ts');
const { allErasures } = await import('./log.ts');

type What = 'erase' | 'redact';

/** A sole trader's answers in which every word is planted, but for two texts that name a person. */
function answersNaming(label: string): Values {
  const [planted] = plant(form, 'soleTrader', label);
  return { ...planted?.sent, activity: `Kurs med ${person}`, note: `${person} kom` };
}
/** What of them is about the person: free text that names them, and what is personal beside it. */
const paths = ['activity', 'company_name', 'note'];

function versionsNaming(count: number, label: string): Values[] {
  return Array.from({ length: count }, (_, index) => answersNaming(`${label} ${index}`));
}

function order(what: What, submission: string) {
  const common = { form: form.id, submission, reason: 'request' } as const;
  return what === 'redact' ? { what, ...common, words: [person] } : { what, ...common };
}

/** What is noted of a record. */
async function notedOf(root: string | undefined) {
  for await (const each of allErasures()) if (each.root_id === root) return each;
  return undefined;
}

/** Whether nothing is left of every version, so far as was asked. */
function areForgotten(what: What, items: readonly Item[]): boolean {
  const text = JSON.stringify(items);
  const isGone = beginningsIn(text).size === 0 && !text.includes(person);
  return isGone && items.every((item) => (what === 'erase' ? 'erased_at' : 'redacted') in item);
}

/** A record of so many versions, in a world in which nothing was forgotten yet. */
async function begin(count: number, label: string): Promise<string[]> {
  await product.emptyErasures();
  return keepRecord(form, versionsNaming(count, label));
}

/** The calls that it takes to forget a record of two versions when nothing comes in between. */
async function callsOf(what: What): Promise<string[]> {
  const [id = ''] = await begin(2, `${what} calls`);
  const calls: string[] = [];
  product.listen((call) => void calls.push(call.what));
  await forgetRecord(order(what, id));
  product.listen();
  return calls;
}

describe.each(['erase', 'redact'] as const)('to %s a record', (what) => {
  test('is noted, with every version of it, before anything is done', async () => {
    const ids = await begin(3, `${what} noted`);
    let writes = 0;
    product.listen(async (call) => {
      if (!/^(?:PutItem|UpdateItem)$/.test(call.what)) return;
      writes += 1;
      const noted = await notedOf(ids[0]);
      expect(noted?.members.map(({ submission_id }) => submission_id)).toEqual(ids);
      if (what === 'redact') for (const member of noted?.members ?? []) expect(member.paths).toEqual(paths);
    });
    await forgetRecord(order(what, ids[1] ?? ''));
    product.listen();
    expect([writes, areForgotten(what, await itemsOf(product.env, ids))]).toEqual([3, true]);
  });

  test('comes to its end with the next replay, whichever of its calls was the last', async () => {
    const calls = await callsOf(what);
    const noted: boolean[] = [];
    for (let last = 1; last <= calls.length; last += 1) {
      const ids = await begin(2, `${what} dies ${last}`);
      const before = await itemsOf(product.env, ids);
      product.listen(({ number }) => {
        if (number >= last) throw new Error('so the test wants it');
      });
      await expect(forgetRecord(order(what, ids[0] ?? ''))).rejects.toThrow('so the test wants it');
      product.listen();
      await replay();

      const items = await itemsOf(product.env, ids);
      const entry = await notedOf(ids[0]);
      if (entry === undefined) expect(items).toEqual(before);
      else expect([last, areForgotten(what, items)]).toEqual([last, true]);
      if (entry !== undefined) expect(await readCertificates({ erasure: entry.id })).toHaveLength(1);
      noted.push(entry !== undefined);
    }
    // Reads and the note itself come first; from then on it is done, sooner or later.
    const after = calls.indexOf('PutObject') + 1;
    expect(noted).toEqual(calls.map((_, index) => index >= after));
  });

  test('leaves nothing of a correction that comes in between two of its calls, nor in an older copy', async () => {
    const calls = await callsOf(what);
    // The last calls are about the certificate: the record has been looked at for the last time.
    const looks = calls.length - 4;
    const stored: number[] = [];
    for (let at = 1; at <= calls.length; at += 1) {
      const [first = '', second = ''] = await begin(2, `${what} overtaken ${at}`);
      const copy = await itemsOf(product.env, [first, second]);
      const late: string[] = [];
      product.listen(async ({ number }) => {
        if (number !== at) return;
        const kept = await keepVersion(form, answersNaming(`${what} late ${at}`), {
          root: first,
          old: second,
        });
        if (kept.outcome === 'stored') late.push(kept.id);
        else expect(kept.outcome).toBe('not current');
      });
      await forgetRecord(order(what, first));
      product.listen();

      if (late.length > 0) stored.push(at);
      // Who corrects a redacted record later answers anew: that is another matter.
      const ids = [first, second, ...(at <= looks ? late : [])];
      expect([at, areForgotten(what, await itemsOf(product.env, ids))]).toEqual([at, true]);
      await putItems(product.env, copy);
      await replay();
      expect([at, areForgotten(what, await itemsOf(product.env, ids))]).toEqual([at, true]);
    }
    expect(stored).toEqual(expect.arrayContaining([1, 2, 3, 4, 5]));
    if (what === 'erase') expect(Math.max(...stored)).toBeLessThan(looks);
  });

  test('and to correct it at the same time leaves no version that is not forgotten', async () => {
    for (let round = 0; round < 10; round += 1) {
      const [first = '', second = ''] = await begin(2, `${what} race ${round}`);
      const late = Array.from({ length: 3 }, (_, index) =>
        keepVersion(form, answersNaming(`${what} racer ${round} ${index}`), { root: first, old: second }),
      );
      await Promise.all([forgetRecord(order(what, first)), ...late]);
      const kept = (await Promise.all(late)).flatMap(({ id, outcome }) => (outcome === 'stored' ? [id] : []));
      expect(kept.length).toBeLessThanOrEqual(1);
      const isNoted = (await notedOf(first))?.members.some((member) => kept.includes(member.submission_id));
      const ids = [first, second, ...(what === 'erase' || isNoted ? kept : [])];
      expect(areForgotten(what, await itemsOf(product.env, ids))).toBe(true);
    }
  });
});

test('none of this was logged with anything of an answer', () => {
  const logged = product.logged();
  expect(logged).toContain('record forgotten: redact');
  expect([beginningsIn(logged), logged.includes(person)]).toEqual([new Set(), false]);
});
