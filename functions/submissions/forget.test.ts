import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Tombstone } from '../../forms/derived/item.ts';
import { type InProcess, startInProcess } from '../../test/planted/in-process.ts';
import { type Item, itemsOf, keepRecord, publishedForm, putItems } from '../../test/planted/records.ts';
import { companyForm, registerMany } from '../../test/registered-companies.ts';
import { itemsIn } from '../../test/serve.ts';

let product: InProcess;
beforeAll(async () => {
  product = await startInProcess();
});
afterEach(() => product.listen());
afterAll(() => product?.stop());

const { bury, redact } = await import('./forget.ts');
const { find } = await import('./table.ts');
const { supersede } = await import('./keep.ts');
const { newId } = await import('./ids.ts');

const registeredAt = Date.parse('2026-09-10T09:00:00Z');
const at = Date.parse('2026-09-10T10:00:00Z');
let registered = 0;

/** A company of its own for a test: its root. */
async function register(): Promise<string> {
  registered += 1;
  const [root = ''] = await registerMany(product.env, { from: registered, count: 1, at: () => registeredAt });
  return root;
}

function tombstoneOf(root: string): Tombstone {
  return {
    submission_id: root,
    root_id: root,
    form: 'company',
    form_version: 1,
    received_at: registeredAt,
    changed_at: at,
    erased_at: at,
  };
}

/** The claim to its key that a record has. */
async function claimOf(root: string): Promise<Item | undefined> {
  const claims = (await itemsIn(product.env)).filter(({ pk }) => pk === 'unique#company');
  return claims.find(({ root_id }) => root_id === root);
}

/** Corrects a company, as somebody else does meanwhile. */
async function correct(root: string): Promise<void> {
  const old = await find(companyForm, root);
  if (old === undefined || 'erased_at' in old) throw new Error('expected a company that is there');
  const id = newId(at);
  const correction = { ...old, submission_id: id, supersedes: root, received_at: at + 5, changed_at: at + 5 };
  expect(await supersede(companyForm, correction, old)).toBe('stored');
}

describe.each([
  ['erased', (root: string) => bury(companyForm, tombstoneOf(root))],
  ['redacted', (root: string) => redact(companyForm, { id: root, paths: ['company_name'], at })],
] as const)('a company that is %s', (what, forget) => {
  const isForgotten = (item: Item | undefined) =>
    (what === 'erased' ? 'erased_at' : 'redacted') in (item ?? {});

  test('tells of it by its claim, in the same write', async () => {
    const root = await register();
    const calls: string[] = [];
    product.listen((call) => void calls.push(call.what));
    await forget(root);
    product.listen();
    expect(calls.filter((call) => !call.startsWith('Get'))).toEqual(['TransactWriteItems']);
    const [item] = await itemsOf(product.env, [root]);
    expect([isForgotten(item), item?.changed_at]).toEqual([true, at]);
    expect(await claimOf(root)).toMatchObject({ changed_at: at, changed_by: root });
  });

  test('and corrected at the same time is forgotten or corrected, and its claim tells which', async () => {
    const root = await register();
    let isCorrected = false;
    product.listen(async ({ what: call }) => {
      if (call !== 'TransactWriteItems' || isCorrected) return;
      isCorrected = true;
      await correct(root);
    });
    await forget(root);
    product.listen();
    const [item] = await itemsOf(product.env, [root]);
    const [changed, claimed] = [item?.changed_at, (await claimOf(root))?.changed_at];
    if (what === 'erased') expect([isForgotten(item), changed, claimed]).toEqual([false, at + 5, at + 5]);
    else expect([isForgotten(item), changed, claimed]).toEqual([true, at, at]);
  });

  test('is forgotten though its claim is lost, or went to another record', async () => {
    const lost = await register();
    const claim = await claimOf(lost);
    const other = { ...claim, root_id: newId(at) };
    await putItems(product.env, [other]);
    await forget(lost);
    const [item] = await itemsOf(product.env, [lost]);
    expect(isForgotten(item)).toBe(true);
    expect((await itemsIn(product.env)).find(({ sk }) => sk === claim?.sk)).toEqual(other);
  });
});

test('a tombstone that is there stays, and tells of nothing again', async () => {
  const root = await register();
  await bury(companyForm, tombstoneOf(root));
  const claim = await claimOf(root);
  expect(await bury(companyForm, { ...tombstoneOf(root), changed_at: at + 9, erased_at: at + 9 })).toBe(
    'done',
  );
  expect((await itemsOf(product.env, [root]))[0]).toMatchObject({ erased_at: at });
  expect(await claimOf(root)).toEqual(claim);
});

test('where records have no keys there is one write of one item', async () => {
  const form = await publishedForm('contact-request');
  const [id = ''] = await keepRecord(form, [{ name: 'Anna', email: 'anna@exempel.se' }], registeredAt);
  const calls: string[] = [];
  product.listen((call) => void calls.push(call.what));
  await redact(form, { id, paths: ['name'], at });
  await bury(form, { ...tombstoneOf(id), form: form.id });
  product.listen();
  expect(calls).toEqual(['GetItem', 'UpdateItem', 'PutItem']);
});
