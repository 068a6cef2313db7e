import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import * as z from 'zod/mini';
import { execute } from '../../infra/commands/execution.ts';
import { invoke } from '../../infra/commands/invoke.ts';
import { bytesOf, objectsIn } from '../../test/lake-files.ts';
import { rightAnswers, startTestProduct, uuidv7 } from '../../test/local-product.ts';
import { type InProcess, startInProcess } from '../../test/planted/in-process.ts';
import { keepRecord, publishedForm, putItems } from '../../test/planted/records.ts';
import { plant } from '../../test/planted.ts';
import { type Certificate, placesOf } from './certificate.ts';

const at = Date.parse('2026-03-10T12:00:00Z');
const erased: Certificate = {
  erasure: {
    id: 'e',
    what: 'erase',
    form: 'participants',
    root_id: 'r',
    reason: 'request',
    decided_at: at,
  },
  submissions: 1,
  partitions: ['participants#2026-03#0'],
  table_at: at,
  first_run: 7,
};
const lake = { run: 8, gone_at: Date.parse('2026-03-11T03:30:00Z') };
const redacted = {
  ...erased,
  erasure: { ...erased.erasure, what: 'redact', keep_until: '2031-12-31' },
} as const;

describe('the places of a certificate', () => {
  const statuses = (certificate: Certificate) =>
    placesOf(certificate).map(({ place, status, at: when }) => [place.en, status, when]);

  test('of an erasure wait for the lake, and tell when the last backup is gone', () => {
    expect(statuses(erased)).toEqual([
      ['The store of submissions', 'removed', '2026-03-10T12:00:00.000Z'],
      ['Backups of the store', 'expires', '2026-04-14T12:00:00.000Z'],
      ['The tables for analysis', 'waiting', undefined],
      ['Kept query results', 'waiting', undefined],
      ['The log of erasures', 'kept', undefined],
      ['Files that somebody took out', 'kept', undefined],
    ]);
  });

  test('of a redaction that is final tell also how long its evidence is kept', () => {
    expect(statuses({ ...redacted, lake })).toEqual([
      ['The store of submissions', 'removed', '2026-03-10T12:00:00.000Z'],
      ['Evidence for audits, restricted', 'kept', '2031-12-31'],
      ['Backups of the store', 'expires', '2026-04-14T12:00:00.000Z'],
      ['The tables for analysis', 'removed', '2026-03-11T03:30:00.000Z'],
      ['Kept query results', 'expires', '2026-03-12T03:30:00.000Z'],
      ['The log of erasures', 'kept', undefined],
      ['Files that somebody took out', 'kept', undefined],
    ]);
  });

  test.each([erased, redacted, { ...erased, lake }, { ...redacted, lake }])(
    'say in both languages what they are, and why when something is left',
    (certificate) => {
      for (const { place, status, why } of placesOf(certificate)) {
        const words = why === undefined ? [place] : [place, why];
        for (const { sv, en } of words)
          expect([sv.length > 5, en.length > 5, sv === en]).toEqual([true, true, false]);
        if (status === 'kept' || status === 'waiting') expect(why).toBeDefined();
      }
    },
  );
});

describe('a certificate', () => {
  let product: InProcess;
  beforeAll(async () => {
    product = await startInProcess();
  });
  afterAll(() => product?.stop());

  const read = z.array(
    z.object({ final: z.boolean(), first_run: z.int(), lake: z.optional(z.object({ run: z.int() })) }),
  );
  const run = (input: object) => execute(product.env, input);
  const sweep = (graceSeconds?: number) => run({ what: 'sweep', graceSeconds });

  async function certificateOf(erasure: string) {
    const [found] = read.parse(await invoke(product.env, 'read-certificates', { erasure }));
    return found;
  }

  /** Keeps a record, exports it and erases it, while somebody holds the lease or not. */
  async function erase(label: string, holder?: string): Promise<string> {
    const participants = await publishedForm('participants');
    const { id } = participants;
    const [submission] = await keepRecord(participants, [
      plant(participants, 'company', label)[0]?.sent ?? {},
    ]);
    await run({});
    if (holder !== undefined) {
      // It is over, so that the next run need not wait; whoever had it may still be at work.
      const lease = { pk: 'lake', sk: 'lease', holder, expiresAt: Date.now() - 1 };
      await putItems(product.env, [lease]);
    }
    const order = { what: 'erase', form: id, submission, reason: 'request' };
    return z.object({ erasure: z.string() }).parse(await invoke(product.env, 'forget-record', order)).erasure;
  }

  test('is final when a run has rendered without the record and a sweep has seen the old objects gone', async () => {
    const erasure = await erase('waits');
    const opened = await certificateOf(erasure);
    expect(opened).toMatchObject({ final: false });
    // The lake still has it: neither a sweep alone nor a run alone makes it final.
    await sweep(0);
    expect(await certificateOf(erasure)).toEqual(opened);
    await run({});
    expect(await certificateOf(erasure)).toEqual(opened);
    // As long as a query may be reading them, old objects stay.
    const before = objectsIn(product.dataDir);
    await sweep(3600);
    expect([await certificateOf(erasure), objectsIn(product.dataDir)]).toEqual([opened, before]);
    await sweep(0);
    expect(objectsIn(product.dataDir).length).toBeLessThan(before.length);
    expect(await certificateOf(erasure)).toMatchObject({ final: true, lake: { run: opened?.first_run } });
  });

  test('does not trust a run that may have begun before: it is final one run later', async () => {
    const before = await certificateOf(await erase('settles'));
    await run({});
    const erasure = await erase('meanwhile', 'export-somebody');
    // One more export than in the first case: of the record, and then the run that may have begun before.
    const first_run = (before?.first_run ?? 0) + 3;
    expect(await certificateOf(erasure)).toMatchObject({ final: false, first_run });
    for (const final of [false, true]) {
      await run({});
      await sweep(0);
      expect(await certificateOf(erasure)).toMatchObject({ final, first_run });
    }
  });

  test('that nobody ever made is none, and the newest come first', async () => {
    expect(await certificateOf('x')).toBeUndefined();
    const all = z
      .array(z.object({ erasure: z.object({ id: z.string() }) }))
      .parse(await invoke(product.env, 'read-certificates', {}));
    const ids = all.map(({ erasure }) => erasure.id);
    expect([ids.length, ids]).toEqual([3, ids.toSorted().toReversed()]);
  });
});

test('an erasure reaches the lake also where the clock is set ahead, as in a demonstration', async () => {
  const ahead = Date.now() + 100 * 24 * 60 * 60 * 1000;
  const product = await startTestProduct({ CLOCK: new Date(ahead).toISOString() });
  onTestFinished(() => product.stop());
  const id = uuidv7(ahead);
  const response = await fetch(`${product.url}/v1/forms/participants/submissions/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ version: 1, answers: rightAnswers }),
  });
  expect(response.status).toBe(201);
  await execute(product.env, {});
  expect(await bytesOf(product.dataDir, 'confidential')).toContain(rightAnswers.company_name);
  const order = { what: 'erase', form: 'participants', submission: id, reason: 'request' };
  await invoke(product.env, 'forget-record', order);
  await execute(product.env, {});
  await execute(product.env, { what: 'sweep', graceSeconds: 0 });
  expect(await bytesOf(product.dataDir, 'confidential')).not.toContain(rightAnswers.company_name);
  expect(await invoke(product.env, 'read-certificates', {})).toMatchObject([{ final: true }]);
});
