import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { itemOf } from '../../forms/derived/item.ts';
import { rightAnswers, uuidv7 } from '../../test/local-product.ts';
import { type InProcess, startInProcess } from '../../test/planted/in-process.ts';
import { itemsOf, keepRecord, keepVersion, publishedForm, putItems } from '../../test/planted/records.ts';

const form = await publishedForm('participants');

let product: InProcess;
beforeAll(async () => {
  product = await startInProcess();
});
afterAll(() => product?.stop());

const { chainOf } = await import('./chain.ts');
const { supersede } = await import('./keep.ts');

const numbered = (count: number) => Array.from({ length: count }, (_, n_men) => ({ ...rightAnswers, n_men }));

/** A correction of `old`, as the API will make it. */
function correction(old: string, root: string, { id = uuidv7(), at = Date.now() } = {}) {
  const envelope = { channel: 'staff', submitterRole: 'staff', lang: 'sv', receivedAt: at } as const;
  return { ...itemOf(form, id, rightAnswers, envelope), root_id: root, supersedes: old };
}

describe('a correction', () => {
  test('and what it corrects name each other with one stamp, and the first one names the last', async () => {
    const at = Date.now();
    const [first = '', second = '', third = ''] = await keepRecord(form, numbered(3), at);
    const links = { root_id: first, form: 'participants' };
    const [one, two, three] = await itemsOf(product.env, [first, second, third]);
    expect(one).toMatchObject({ ...links, superseded_by: second, superseded_at: at + 1, current_id: third });
    expect(one?.changed_at).toBe(at + 2);
    expect(two).toMatchObject({ ...links, supersedes: first, superseded_by: third, superseded_at: at + 2 });
    expect([two?.changed_at, three?.changed_at]).toEqual([at + 2, at + 2]);
    expect(three).toMatchObject({ ...links, supersedes: second, received_at: at + 2 });
    expect(three).not.toHaveProperty('superseded_by');
    expect(two).not.toHaveProperty('current_id');
    expect((await chainOf(form, first)).map((item) => item.submission_id)).toEqual([first, second, third]);
  });

  test('changes nothing of the answers that it corrects', async () => {
    const [first = ''] = await keepRecord(form, numbered(1));
    const [before] = await itemsOf(product.env, [first]);
    await keepVersion(form, rightAnswers, { root: first, old: first });
    const [after] = await itemsOf(product.env, [first]);
    expect(after?.answers).toEqual(before?.answers);
    expect(after?.received_at).toEqual(before?.received_at);
  });

  test('of what is not current, erased or nowhere is refused, and leaves no trace', async () => {
    const [first = '', second = ''] = await keepRecord(form, numbered(2));
    const [gone = ''] = await keepRecord(form, numbered(1));
    const [item] = await itemsOf(product.env, [gone]);
    await putItems(product.env, [{ ...item, answers: undefined, erased_at: 1 }]);
    for (const old of [first, gone, uuidv7()]) {
      const before = await itemsOf(product.env, [first, second, gone]);
      const late = correction(old, old === first ? first : old);
      expect(await supersede(form, late)).toBe('not current');
      expect(await itemsOf(product.env, [late.submission_id])).toEqual([]);
      expect(await itemsOf(product.env, [first, second, gone])).toEqual(before);
    }
  });

  test('that is sent again is told what is kept under its id, whatever came after it', async () => {
    const [first = ''] = await keepRecord(form, numbered(1));
    const sent = correction(first, first);
    expect(await supersede(form, sent)).toBe('stored');
    expect(await supersede(form, sent)).toMatchObject({
      kept: { submission_id: sent.submission_id, answers: rightAnswers },
    });
    await supersede(form, correction(sent.submission_id, first));
    expect(await supersede(form, sent)).toMatchObject({ kept: { submission_id: sent.submission_id } });
    const [kept] = await itemsOf(product.env, [sent.submission_id]);
    await putItems(product.env, [{ ...kept, answers: undefined, erased_at: 1 }]);
    expect(await supersede(form, sent)).toMatchObject({ kept: { erased_at: 1 } });
  });

  test('of several at once is one, and the record goes on from that one', async () => {
    const [first = ''] = await keepRecord(form, numbered(1));
    for (let current = first, length = 1; length < 5; length += 1) {
      const all = Array.from({ length: 8 }, () => correction(current, first));
      const told = await Promise.all(all.map((each) => supersede(form, each)));
      expect(told.filter((each) => each === 'stored')).toHaveLength(1);
      expect(told.filter((each) => each === 'not current')).toHaveLength(7);
      const chain = await chainOf(form, first);
      expect(chain).toHaveLength(length + 1);
      expect(chain.filter((item) => item.superseded_by === undefined)).toEqual([chain.at(-1)]);
      current = chain.at(-1)?.submission_id ?? '';
      expect(chain[0]?.current_id).toBe(current);
    }
  });
});

describe('the versions of a record', () => {
  test('are none where there is no record', async () => {
    expect(await chainOf(form, uuidv7())).toEqual([]);
  });

  test('end where a version is lost', async () => {
    const [first = '', second = ''] = await keepRecord(form, numbered(2));
    const [, last] = await itemsOf(product.env, [first, second]);
    await putItems(product.env, [{ ...last, superseded_by: uuidv7() }]);
    expect((await chainOf(form, first)).map((item) => item.submission_id)).toEqual([first, second]);
  });

  test('that go in a circle are a fault of ours, and are said to be', async () => {
    const [first = '', second = ''] = await keepRecord(form, numbered(2));
    const [, last] = await itemsOf(product.env, [first, second]);
    await putItems(product.env, [{ ...last, superseded_by: first }]);
    await expect(chainOf(form, first)).rejects.toThrow('they go in a circle');
  });
});
