import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { post, put } from './generated-requests.ts';
import { uuidv7 } from './local-product.ts';
import { itemsIn, killAll, type Sent, type Served, send, serve } from './serve.ts';

// Thousands of requests, and other test files may have the other core.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

const dataDir = mkdtempSync(join(tmpdir(), 'starkare-bad-tables-'));
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

const person = '811228-9874';

async function ask(sent: Sent): Promise<{ readonly status: number; readonly body: string }> {
  const { status, body, headers } = await send(product.url, sent, agent);
  expect(status).toBeLessThan(500);
  expect(`${JSON.stringify(headers)}${body}`).not.toContain(person);
  return { status, body };
}

/** Names as a form with tables has them, and as nobody would make them. */
const segment = fc.oneof(
  fc.constantFrom('areas', 'contacts', 'top3', 'skills_development', 'automation', 'ai', 'priority'),
  fc.constantFrom('current_state', 'contact_name', 'contact_email', 'challenge_text', '0', '1', '7'),
  fc.constantFrom('__proto__', 'constructor', 'toString', '99999999999', '-1', '1e9', '', '_at'),
  fc.string({ maxLength: 6 }),
);
const name = fc.array(segment, { minLength: 1, maxLength: 6 }).map((segments) => segments.join('.'));
const text = fc.oneof(
  fc.constantFrom('', '0', '3', 'yes', 'not_assessed', 'automation', person, `ring ${person}`, '<b>&"'),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);
const action = fc.constantFrom(
  ...['next', 'back', 'stay', 'again', 'check', 'send', 'edit:99', 'edit:-1', 'edit:6', 'add:contacts'],
  ...[
    'add:areas',
    'add:__proto__',
    'remove:contacts.0',
    'remove:contacts.__proto__',
    'remove:areas.ai',
    'x:y',
  ],
);
const at = fc.constantFrom('0', '3', '5', '6', '99', '-1', 'x', '');

test('a page of tables takes any names and texts, at any step, and answers with a page', async () => {
  const sent = fc.tuple(fc.array(fc.tuple(name, text), { maxLength: 25 }), action, at);
  await fc.assert(
    fc.asyncProperty(fc.array(sent, { minLength: 16, maxLength: 16 }), async (some) => {
      await Promise.all(
        some.map(async ([fields, step, where]) => {
          const own = [
            ['_version', '1'],
            ['_id', uuidv7()],
            ['_step', step],
            ['_at', where],
          ] as const;
          const { status, body } = await ask(post([...own, ...fields], { path: '/f/needs-analysis' }));
          expect([200, 422]).toContain(status);
          expect(body).toMatch(/^<!doctype html>/);
        }),
      );
    }),
    { numRuns: 120 },
  );
});

test('JSON of any shape in the place of a table is refused with its place', async () => {
  const table = fc.constantFrom('areas', 'contacts', 'top3', 'proposed_next', 'maturity_pe');
  const cells = fc.dictionary(segment, fc.oneof(fc.jsonValue(), text), { maxKeys: 4 });
  const value = fc.oneof(
    fc.jsonValue(),
    fc.array(cells, { maxLength: 8 }),
    fc.dictionary(segment, fc.oneof(cells, fc.jsonValue()), { maxKeys: 6 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(table, value), { minLength: 16, maxLength: 16 }), async (some) => {
      await Promise.all(
        some.map(async ([field, each]) => {
          const answers = JSON.stringify({ [field]: each });
          const { status, body } = await ask(
            put(uuidv7(), `{"version":1,"answers":${answers}}`, 'needs-analysis'),
          );
          const told: { code: string; problems: { path: string }[] } = JSON.parse(body);
          expect([status, told.code]).toEqual([422, '422']);
          for (const { path } of told.problems) expect(path).toMatch(/^(\?|[a-z][a-z0-9_]*)(\.(\?|\w+))*$/);
        }),
      );
    }),
    { numRuns: 60 },
  );
});

test('a page of many fields and many rows holds up nobody', async () => {
  const own = [
    ['_version', '1'],
    ['_id', uuidv7()],
    ['_step', 'next'],
    ['_at', '0'],
  ] as const;
  const rows = Array.from({ length: 4900 }, (_, row) => [`contacts.${row}.contact_name`, 'A'] as const);
  const started = performance.now();
  const { status, body } = await ask(post([...own, ...rows], { path: '/f/needs-analysis' }));
  expect(status).toBe(422);
  expect(body).toContain('Ange högst 5 rader.');
  // A bound on the work, not a measurement: what grew by the square would take minutes.
  expect(performance.now() - started).toBeLessThan(30_000);
});

test('nothing of it was kept, logged as an error, or told to the log', async () => {
  expect((await itemsIn(product.env)).filter(({ form }) => form === 'needs-analysis')).toEqual([]);
  const logged = readFileSync(join(dataDir, 'functions.log'), 'utf8');
  expect(logged).not.toContain('"level":"error"');
  expect(logged).not.toContain(person);
});
