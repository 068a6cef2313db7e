import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { problemCodes } from '../forms/grammar/problem.ts';
import { problems } from '../functions/lambda/problems.ts';
import {
  type Answers,
  type Entry,
  entriesOf,
  objectOf,
  personInText,
  planted,
  rightAnswers,
  wrongEntry,
} from './generated-answers.ts';
import {
  batch,
  inBatch,
  noBatch,
  noId,
  noJson,
  noPage,
  noPlace,
  noSubmission,
  post,
  put,
  spoilt,
  timely,
  typed,
  unfitting,
  untimely,
  whole,
  wrongOnPage,
} from './generated-requests.ts';
import { uuidv7 } from './local-product.ts';
import { type Answer, itemsIn, killAll, type Sent, type Served, send, serve } from './serve.ts';

// Each starts processes or sends thousands of requests, and other test files may have the other core.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

const dataDir = mkdtempSync(join(tmpdir(), 'starkare-bad-'));
const agent = new Agent({ keepAlive: true, maxSockets: 16 });
let product: Served;
beforeAll(async () => {
  product = await serve(dataDir);
});
afterAll(async () => {
  agent.destroy();
  await killAll(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
});

/** What was acknowledged: exactly this is to be in the table at the end. */
const kept = new Map<string, Answers>();
let cases = 0;

/** Sends many generated cases, some at once, and judges each answer. */
async function sendMany<T>(cased: fc.Arbitrary<T>, many: number, judge: (one: T) => Promise<void>) {
  const atOnce = 16;
  await fc.assert(
    fc.asyncProperty(fc.array(cased, { minLength: atOnce, maxLength: atOnce }), async (some) => {
      cases += some.length;
      await Promise.all(some.map(judge));
    }),
    { numRuns: Math.ceil(many / atOnce) },
  );
}

/** Ten digits in a row, whatever stands between them. */
function numbersIn(text: string): string[] {
  const found = text.replace(/\p{Cf}/gu, '').matchAll(/(?=((?:\d[^\p{L}\d]{0,3}){10}))/gu);
  return Array.from(found, ([, spread = '']) => spread.replace(/\D/g, ''));
}
const plantedIn = (text: string) => numbersIn(text).filter((ten) => planted.has(ten));

async function ask(sent: Sent): Promise<Answer> {
  const answer = await send(product.url, sent, agent);
  expect(answer.status).toBeLessThan(500);
  expect(plantedIn(`${JSON.stringify(answer.headers)}\n${answer.body}`)).toEqual([]);
  return answer;
}

interface Told {
  readonly status: number;
  readonly code: string;
  readonly problems?: readonly { readonly path: string; readonly code: string }[];
}
const registered = new Map<string, number>(
  Object.entries(problems).map(([code, { status }]) => [code, status]),
);
const fieldCodes: readonly string[] = Object.values(problemCodes);

function expectProblem(told: Told): void {
  expect(told.status).toBe(registered.get(told.code));
  expect(told.status).toBeGreaterThanOrEqual(400);
  if (told.code === '422') expect(told.problems?.length).toBeGreaterThan(0);
  for (const { path, code } of told.problems ?? []) {
    expect(fieldCodes).toContain(code);
    expect(path).toMatch(/^(\?|[a-z][a-z0-9_]*)$/);
  }
}

async function expectRefused(sent: Sent): Promise<string> {
  const { status, headers, body } = await ask(sent);
  expect(headers['content-type']).toBe('application/problem+json');
  const told: Told = JSON.parse(body);
  expect(told.status).toBe(status);
  expectProblem(told);
  return told.code;
}

async function expectPage(sent: Sent, status: number): Promise<void> {
  const answer = await ask(sent);
  expect([answer.status, answer.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8']);
}

/** Answers that say something else, and are right too. */
function otherThan(sent: Answers): Answers {
  return { ...sent, n_men: sent.n_men === 1 ? 2 : 1 };
}

test('right answers are kept as they are read, and a repeat in another order changes nothing', async () => {
  const twice = fc.option(wrongEntry, { nil: undefined, freq: 4 });
  await sendMany(fc.tuple(timely, rightAnswers, twice), 1500, async ([time, { sent, read }, first]) => {
    const id = uuidv7(time);
    const entries = entriesOf(sent);
    // Of a key that stands twice the last one counts, as in every JSON parser of a browser.
    const doubled = first !== undefined && Object.hasOwn(sent, first[0]) ? [first, ...entries] : entries;
    const answer = await ask(put(id, whole(doubled)));
    expect([answer.status, answer.body]).toEqual([201, expect.stringContaining(id)]);
    kept.set(id, read);
    const repeat = await ask(put(id, whole(entries.toReversed())));
    expect([repeat.status, repeat.body]).toEqual([200, answer.body]);
    expect(await expectRefused(put(id, whole(entriesOf(otherThan(sent)))))).toBe('409.1');
  });
});

test('one wrong answer is refused, whatever it is', async () => {
  await sendMany(fc.tuple(rightAnswers, wrongEntry), 5000, async ([{ sent }, wrong]) => {
    expect(await expectRefused(put(uuidv7(), whole(spoilt(sent, wrong))))).toBe('422');
  });
});

test('answers that do not fit together, or are missing, are refused', async () => {
  await sendMany(unfitting, 500, async (entries) => {
    expect(await expectRefused(put(uuidv7(), whole(entries)))).toBe('422');
  });
});

test('a body that holds no submission is refused', async () => {
  await sendMany(noSubmission, 2000, async ([body, code]) => {
    expect(await expectRefused(put(uuidv7(), body))).toBe(code);
  });
});

test('a submission or a form that there cannot be, another type and a large body are refused', async () => {
  await sendMany(fc.oneof(noPlace, noJson), 2500, async ([sent, code]) => {
    expect(await expectRefused(sent)).toBe(code);
  });
});

test('a batch answers each of its submissions as its own PUT, and is refused when it is none', async () => {
  await sendMany(fc.array(inBatch, { minLength: 1, maxLength: 12 }), 500, async (all) => {
    const named = all.map((one) => ({
      code: undefined,
      ...one,
      id: 'time' in one ? uuidv7(one.time) : one.id,
    }));
    const bodies = named.map(({ id, ...one }) => {
      const version = 'version' in one ? one.version : '1';
      const entries = 'wrong' in one ? spoilt(one.right.sent, one.wrong) : entriesOf(one.right.sent);
      return `{"id":${JSON.stringify(id)},"version":${version},"answers":${objectOf(entries)}}`;
    });
    const { status, body } = await ask(batch(`{"submissions":[${bodies.join(',')}]}`));
    const { results }: { readonly results: readonly Told[] } = JSON.parse(body);
    expect(status).toBe(200);
    for (const told of results.filter((one) => one.status !== 201)) expectProblem(told);
    expect(results.map((told) => told.code)).toEqual(named.map(({ code }) => code));
    for (const { id, code, right } of named) if (code === undefined) kept.set(id, right.read);
  });
  await sendMany(noBatch, 200, async ([sent, code]) => {
    expect(await expectRefused(sent)).toBe(code);
  });
});

test('a page keeps right answers once, and only when it is sent', async () => {
  const step = fc.oneof(fc.constantFrom('check', 'edit', '', 'SEND'), personInText);
  const language = fc.constantFrom('', '/en');
  const others = fc.tuple(timely, rightAnswers, step, language, fc.oneof(noId, untimely));
  await sendMany(others, 800, async ([time, { sent, read }, otherStep, lang, otherId]) => {
    const id = uuidv7(time);
    const path = `${lang}/f/participants`;
    const fields = [...typed(entriesOf(sent)), ['_version', '1']] as const;
    const looked = await ask(post([...fields, ['_id', id], ['_step', otherStep]], { path }));
    const renamed = await ask(post([...fields, ['_id', otherId], ['_step', 'send']], { path }));
    expect([looked.status, renamed.status]).toEqual([200, 200]);

    const first = await ask(post([...fields, ['_id', id], ['_step', 'send']], { path }));
    kept.set(id, read);
    const again = await ask(post([['_step', 'send'], ['_id', id], ...fields.toReversed()], { path }));
    for (const { status, headers } of [first, again]) {
      expect([status, headers.location]).toEqual([
        303,
        expect.stringMatching(`${lang}/kvitto/.{8}\\?form=participants&id=${id}$`),
      ]);
    }
    const changed = typed(entriesOf(otherThan(sent)));
    await expectPage(post([...changed, ['_version', '1'], ['_id', id], ['_step', 'send']], { path }), 409);
  });
});

test('a page refuses wrong answers with a page', async () => {
  const step = fc.constantFrom('send', 'check');
  await sendMany(fc.tuple(wrongOnPage, step), 2500, async ([fields, how]) => {
    await expectPage(post([...fields, ['_version', '1'], ['_id', uuidv7()], ['_step', how]]), 422);
  });
  await sendMany(noPage, 800, ([sent, status]) => expectPage(sent, status));
});

test('a text that takes long to normalize, and made-up fields without end, hold up nobody', async () => {
  const marks = `a${'\u0301'.repeat(60_000)}${'\u0316'.repeat(60_000)}`;
  const slow = [['note', JSON.stringify(marks)]] as const;
  const codes = Array.from({ length: 8 }, () => expectRefused(put(uuidv7(), whole(slow))));
  expect(new Set(await Promise.all(codes))).toEqual(new Set(['422']));
  const fields = Array.from({ length: 20_000 }, (_, index): Entry => [`x${index}`, '1']);
  const { body } = await ask(put(uuidv7(), whole(fields)));
  expect(body.length).toBeLessThan(whole(fields).length / 10);
});

test('after ten thousand cases and more the table holds what was acknowledged, and nobody heard a personnummer', async () => {
  expect(cases).toBeGreaterThanOrEqual(10_000);
  expect(planted.size).toBeGreaterThan(1000);

  const items = await itemsIn(product.env);
  const submissions = items.filter(({ form }) => form === 'participants');
  expect(submissions).toHaveLength(kept.size);
  for (const { submission_id, answers } of submissions)
    expect(answers).toEqual(kept.get(String(submission_id)));

  const logged = readFileSync(join(dataDir, 'functions.log'), 'utf8');
  expect(logged.split('\n').length).toBeGreaterThan(cases);
  expect(logged).not.toContain('"level":"error"');
  for (const text of [logged, product.printed(), JSON.stringify(items)]) expect(plantedIn(text)).toEqual([]);
});
