import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type InProcess, startInProcess } from '../../test/planted/in-process.ts';
import {
  itemsOf,
  keepRecord,
  keepVersion,
  publishedForm,
  putItems,
  restore,
} from '../../test/planted/records.ts';
import { beginningsIn } from '../../test/planted/values.ts';
import { plant } from '../../test/planted.ts';
import { itemsIn } from '../../test/serve.ts';
import { keyOf } from '../submissions/keys.ts';

const form = await publishedForm('participants');
const anonymous = await publishedForm('contact-request');

let product: InProcess;
beforeAll(async () => {
  product = await startInProcess();
});
afterEach(() => product.listen());
afterAll(() => product?.stop());

const { handler: forgetRecord } = await import('../forget-record.ts');
const { handler: replay } = await import('../replay-erasures.ts');
const { expireEvidence, redact } = await import('../submissions/forget.ts');
const { remove } = await import('../lambda/objects.ts');
const { certificateOf } = await import('./certificate.ts');
const { allErasures } = await import('./log.ts');

const answers = (label: string) => plant(form, 'company', label)[0]?.sent ?? {};
const monthMs = 31 * 24 * 60 * 60 * 1000;

async function notedMembers(id: string): Promise<string[]> {
  for await (const each of allErasures()) {
    if (each.id === id) return each.members.map(({ submission_id }) => submission_id);
  }
  return [];
}

/** Erases a record of two versions and brings an older copy back, in which there is only the first. */
async function restoredAfterErasure(label: string) {
  await product.emptyErasures();
  const [first = ''] = await keepRecord(form, [answers(`${label} 1`)]);
  const copy = await itemsOf(product.env, [first]);
  const { id: second } = await keepVersion(form, answers(`${label} 2`), { root: first, old: first });
  const done = await forgetRecord({ what: 'erase', form: form.id, submission: second, reason: 'request' });
  await putItems(product.env, copy);
  return { first, second, erasure: done?.erasure ?? '' };
}

describe('a copy of the table that is older than an erasure', () => {
  test('is as it was afterwards when it was replayed, however often', async () => {
    const { first, second } = await restoredAfterErasure('older');
    await replay();
    const once = await itemsOf(product.env, [first, second]);
    expect(once.map((item) => 'erased_at' in item)).toEqual([true, true]);
    await replay();
    expect(await itemsOf(product.env, [first, second])).toEqual(once);
  });

  test('in which the record was corrected again, is forgotten with that correction, and the log knows all', async () => {
    const { first, second, erasure } = await restoredAfterErasure('corrected');
    const { id: third } = await keepVersion(form, answers('corrected 3'), { root: first, old: first });
    await replay();
    const items = await itemsOf(product.env, [first, second, third]);
    expect(items.map((item) => 'erased_at' in item)).toEqual([true, true, true]);
    expect(beginningsIn(JSON.stringify(items))).toEqual(new Set());
    expect((await notedMembers(erasure)).toSorted()).toEqual([first, second, third].toSorted());
  });

  test('and an erasure that was interrupted have a certificate of every part of the table that they are in', async () => {
    const { first, erasure } = await restoredAfterErasure('certified');
    await remove(product.env.ERASURES_BUCKET ?? '', `certificates-open/${erasure}.json`);
    const later = { root: first, old: first, at: Date.now() - 2 * monthMs };
    const { id: third } = await keepVersion(form, answers('certified 3'), later);
    await replay();
    const certificate = await certificateOf(erasure);
    expect(certificate?.partitions).toEqual(
      expect.arrayContaining([keyOf(form, first).pk, keyOf(form, third).pk]),
    );
    expect(certificate?.submissions).toBe(3);
  });

  test('in which the submission is not there at all, knows afterwards that it was erased', async () => {
    await product.emptyErasures();
    const [id = ''] = await keepRecord(form, [answers('lost')]);
    await forgetRecord({ what: 'erase', form: form.id, submission: id, reason: 'mistake' });
    const [tombstone] = await itemsOf(product.env, [id]);
    const everything = await itemsIn(product.env);
    await restore(
      product.env,
      everything.filter(({ sk }) => sk !== id),
    );
    await replay();
    const [again] = await itemsOf(product.env, [id]);
    const stamps = { changed_at: expect.any(Number), erased_at: expect.any(Number) };
    expect(again).toEqual({ ...tombstone, ...stamps });
  });
});

describe('redactions of one submission', () => {
  const hour = Date.parse('2026-03-10T13:00:00Z');
  const sent = plant(anonymous, 'company', 'redactions')[0]?.sent ?? {};

  test('at once, in an anonymous form with times in whole hours, both happen', async () => {
    const [id = ''] = await keepRecord(anonymous, [sent], hour);
    product.listen(async ({ what }) => {
      if (what === 'UpdateItem') await redact(anonymous, { id, paths: ['message'], at: hour });
    });
    await redact(anonymous, { id, paths: ['name'], at: hour });
    const [item] = await itemsOf(product.env, [id]);
    expect(Object.keys(Object(item?.answers)).toSorted()).toEqual(['company_name', 'email', 'phone']);
    expect(item?.redacted).toEqual(['message', 'name']);
  });

  test('keep their evidence together, as long as the one that needs it longest says', async () => {
    const [id = ''] = await keepRecord(anonymous, [sent], hour);
    await redact(anonymous, { id, paths: ['name'], keepUntil: '2031-12-31', at: hour });
    await redact(anonymous, { id, paths: ['email'], keepUntil: '2027-01-31', at: hour });
    const { name, email } = sent;
    const kept = { delete_after: '2031-12-31', answers: { name, email } };
    expect((await itemsOf(product.env, [id]))[0]).toMatchObject({ restricted: kept });

    await expireEvidence(anonymous, id, '2031-12-31');
    expect((await itemsOf(product.env, [id]))[0]).toMatchObject({ restricted: kept });
    await expireEvidence(anonymous, id, '2032-01-01');
    const [item] = await itemsOf(product.env, [id]);
    expect(item).not.toHaveProperty('restricted');
    expect(item?.redacted).toEqual(['name', 'email']);
  });

  test('that were made before, or of what is not there, change nothing', async () => {
    const [id = ''] = await keepRecord(anonymous, [sent], hour);
    await redact(anonymous, { id, paths: ['name'], at: hour });
    const once = await itemsOf(product.env, [id]);
    await redact(anonymous, { id, paths: ['name'], keepUntil: '2031-12-31', at: hour + 1 });
    await redact(anonymous, {
      id: id.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      paths: ['name'],
      at: hour,
    });
    expect(await itemsOf(product.env, [id])).toEqual(once);
  });
});
