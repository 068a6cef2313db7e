import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { rightAnswers, uuidv7 } from './local-product.ts';
import { itemsIn, kill, killAll, processesOn, put, runExport, type Served, serve } from './serve.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'starkare-killed-'));
afterAll(async () => {
  await killAll(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
});

const rounds = 100;
const senders = 4;

type Answers = typeof rightAnswers;
/** What every sender sent, and what of it was said to be kept. */
const sent = new Map<string, Answers>();
const acknowledged = new Set<string>();

/** Sends until the product is gone; the connection that breaks is the answer that never came. */
async function sendOn(product: Served, received: () => void): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  for (;;) {
    const id = uuidv7();
    const answers = { ...rightAnswers, n_men: sent.size % 10_000, company_name: `Firma nr ${sent.size}` };
    sent.set(id, answers);
    const answer = await put(product.url, id, answers, agent).catch(() => undefined);
    if (answer === undefined) return agent.destroy();
    // Nothing is said to be kept by mistake: a product that is dying may only say that it cannot.
    expect([201, 503]).toContain(answer.status);
    if (answer.status !== 201) continue;
    acknowledged.add(id);
    received();
  }
}

async function expectKept(product: Served): Promise<number> {
  const items = await itemsIn(product.env);
  const submissions = items.filter(({ form }) => form === 'participants');
  const kept = new Map(submissions.map((item) => [item.submission_id, item.answers]));
  expect(kept.size, 'each is there once').toBe(submissions.length);
  for (const id of acknowledged) expect(kept.get(id)).toEqual(sent.get(id));
  for (const [id, answers] of kept) expect(answers).toEqual(sent.get(String(id)));
  return kept.size;
}

test('what was acknowledged is kept, once and whole, through a hundred kills', {
  timeout: 600_000,
}, async () => {
  for (let round = 0; round < rounds; round += 1) {
    const product = await serve(dataDir);
    await expectKept(product);
    const before = acknowledged.size;
    // Node and the engine end at once, now the one first, now the other.
    const pids = processesOn(dataDir).sort((one, other) => (round % 2 === 0 ? one - other : other - one));
    let killed = false;
    const received = () => {
      if (killed || acknowledged.size - before <= round % 7) return;
      killed = true;
      for (const pid of pids) kill(pid);
    };
    await Promise.all(Array.from({ length: senders }, () => sendOn(product, received)));
    await killAll(dataDir);
  }
  expect(acknowledged.size).toBeGreaterThanOrEqual(rounds);
  expect(sent.size, 'some were on their way').toBeGreaterThan(acknowledged.size);

  const last = await serve(dataDir);
  const kept = await expectKept(last);
  const { code, text } = await runExport(dataDir);
  expect([code, text]).toEqual([
    0,
    expect.stringContaining(
      `participants: received ${kept} = current ${kept} + superseded 0 + erased 0 + quarantined 0`,
    ),
  ]);
});
