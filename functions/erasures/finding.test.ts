import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { invoke } from '../../infra/commands/invoke.ts';
import { uuidv7 } from '../../test/local-product.ts';
import { type InProcess, startInProcess } from '../../test/planted/in-process.ts';
import { itemsOf, keepRecord, publishedForm, putItems } from '../../test/planted/records.ts';
import { beginningsIn } from '../../test/planted/values.ts';
import { plant } from '../../test/planted.ts';
import { keyOf } from '../submissions/keys.ts';

const person = { name: 'Signe Öberg', email: 'Signe.Oberg@exempel.se', phone: '019-21 10 00' };

let product: InProcess;
beforeAll(async () => {
  product = await startInProcess();
});
afterAll(() => product?.stop());

const answer = z.strictObject({
  hits: z.array(
    z.strictObject({
      form: z.string(),
      submission: z.string(),
      root: z.string(),
      paths: z.array(z.string()),
    }),
  ),
  done: z.int(),
  of: z.int(),
  next: z.optional(z.int()),
});
type Answer = z.infer<typeof answer>;

/** Everything that is found, in as many calls as it takes. */
async function find(words: readonly string[]): Promise<{ hits: Answer['hits']; calls: Answer[] }> {
  const calls: Answer[] = [];
  for (let from: number | undefined = 0; from !== undefined; from = calls.at(-1)?.next) {
    calls.push(answer.parse(await invoke(product.env, 'find-person', { words, from })));
  }
  return { hits: calls.flatMap(({ hits }) => hits), calls };
}

/** The paths that are found, by form, sorted. */
async function pathsBy(words: readonly string[]): Promise<string[]> {
  const { hits } = await find(words);
  return hits.flatMap(({ form, paths }) => paths.map((path) => `${form} ${path}`)).toSorted();
}

test('a person is found across forms and zones, by name, address or number, however they are written', async () => {
  const sentTo = async (form: string, label: string, different: object) => {
    const published = await publishedForm(form);
    const [sent] = plant(published, 'company', label).map((set) => ({ ...set.sent, ...different }));
    return keepRecord(published, [sent ?? {}]);
  };
  const [planted] = plant(await publishedForm('needs-analysis'), 'company', 'found');
  const [one, other] = z.array(z.looseObject({})).parse(planted?.sent.contacts);
  await sentTo('participants', 'found', { activity: 'Kurs av SIGNE  ÖBERG', note: 'ej hon' });
  await sentTo('evaluation', 'found', { free_text: 'signe öbergs del var bäst' });
  await sentTo('contact-request', 'found', { email: person.email });
  await sentTo('needs-analysis', 'found', {
    contacts: [one, { ...other, contact_phone: person.phone }],
    agreed_actions: 'Ring +46 (0)19 – 21 10 00',
  });
  await sentTo('participants', 'not found', { activity: 'Kurs av Signe Berg', note: '019-21 10 01' });

  const request = ['company_name', 'email', 'message', 'name', 'phone'].map(
    (name) => `contact-request ${name}`,
  );
  const row = ['email', 'gender', 'name', 'phone'].map((name) => `needs-analysis contacts.1.contact_${name}`);
  const called = ['needs-analysis agreed_actions', ...row, 'needs-analysis contacts.1.newsletter_consent'];
  const named = ['evaluation free_text', 'participants activity'];
  expect(await pathsBy(['signe ÖBERG'])).toEqual(named);
  expect(await pathsBy(['SIGNE.OBERG@exempel.SE'])).toEqual(request);
  for (const phone of ['019-21 10 00', '+4619211000', '0046 19 211 000', '019211000']) {
    expect(await pathsBy([phone])).toEqual(called);
  }
  expect(await pathsBy(Object.values(person))).toEqual([...named, ...request, ...called].toSorted());
  expect(await pathsBy(['Nobody Here'])).toEqual([]);
});

test('what is no submission of ours is looked through as it is, whatever is in it', async () => {
  const form = await publishedForm('participants');
  const [id = ''] = await keepRecord(form, [plant(form, 'company', 'odd')[0]?.sent ?? {}]);
  const [item] = await itemsOf(product.env, [id]);
  const ids = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  const [broken = '', ofNoVersion = '', large = '', erased = ''] = ids;
  const common = (own: string) => ({ ...item, ...keyOf(form, own), submission_id: own, root_id: own });
  await putItems(product.env, [
    { ...common(broken), answers: 'Av "Odd\nVik"' },
    { ...common(ofNoVersion), form_version: 77, answers: { a: [{ b: 'odd vik' }] } },
    { ...common(large), received_at: 2n ** 70n, answers: { note: 'Odd Vik', n: 2n ** 80n } },
    { ...common(erased), answers: undefined, erased_at: 1, reason: 'request' },
  ]);
  const { hits } = await find(['Odd Vik']);
  const found = hits.map(({ submission, paths }) => [submission, paths] as const);
  const expected = [broken, ofNoVersion, large].map((submission) => [submission, ['?']] as const);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));

  // It can be erased, and then is found no more.
  const order = { form: 'participants', submission: broken, reason: 'request' };
  expect(
    await invoke(product.env, 'forget-record', { what: 'redact', ...order, words: ['Odd Vik'] }),
  ).toBeNull();
  expect(await invoke(product.env, 'forget-record', { what: 'erase', ...order })).toMatchObject({
    submissions: [{ id: broken }],
  });
  const left = (await find(['Odd Vik'])).hits.map(({ submission }) => submission);
  expect(left.toSorted()).toEqual([ofNoVersion, large].toSorted());
});

test('many are found in several calls, each of which tells how far it has come', async () => {
  const form = await publishedForm('participants');
  const sent = { ...plant(form, 'company', 'many')[0]?.sent, activity: 'Kurs av Moa Flod' };
  const months = ['2021-03-01', '2021-05-01'].map((day) => Date.parse(day));
  const kept = await Promise.all(months.map((month) => keepRecord(form, [sent], month)));
  const [first, last] = await itemsOf(product.env, kept.flat());
  const ids = Array.from({ length: 520 }, (_, index) =>
    uuidv7(months[0] ?? 0).replace(/.{6}$/, `${100_000 + index}`),
  );
  const copies = ids.map((sk) => ({ ...first, sk, submission_id: sk, root_id: sk }));
  await putItems(product.env, copies);

  const { hits, calls } = await find(['moa flod']);
  expect(calls.length).toBeGreaterThan(1);
  expect(hits.map(({ submission }) => submission).toSorted()).toEqual(
    [...ids, String(first?.sk), String(last?.sk)].toSorted(),
  );
  const progress = calls.map(({ done }) => done);
  expect(progress).toEqual([...new Set(progress)].toSorted((one, other) => one - other));
  expect([calls.at(-1)?.done, calls.at(-1)?.next]).toEqual([calls.at(-1)?.of, undefined]);
  expect(calls.slice(0, -1).map(({ done, next }) => done === next)).not.toContain(false);
});

test('what is answered tells where, and never what', async () => {
  const { calls } = await find(['Signe', 'Odd Vik', 'Moa Flod', person.phone, '@exempel.se', 'Qx']);
  const text = JSON.stringify(calls);
  expect(calls.flatMap(({ hits }) => hits).length).toBeGreaterThan(525);
  expect(beginningsIn(text)).toEqual(new Set());
  expect(text).not.toMatch(/signe|odd|moa|exempel|19211000/i);
});
