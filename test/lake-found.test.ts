import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { passMs } from './lake/clock.ts';
import { expectForgotten } from './lake/expect-forgotten.ts';
import { expectLake } from './lake/expect-lake.ts';
import { publications } from './lake/forms.ts';
import { startProxy } from './lake/proxy.ts';
import { leaseMs, openWorld, outputOf, type World } from './lake/world.ts';

// What the random histories and the crashes have found, each made as short as it gets.

const hourMs = 60 * 60 * 1000;

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(() => world.begin());

const make = (madeAt = Date.now()) => world.changes.create('visits', { at: Date.now(), madeAt, version: 1 });
const visits = async () => (await world.table.items()).filter(({ form }) => form === 'visits');
async function visit(place = 0) {
  const found = (await visits())[place];
  if (found === undefined) throw new Error('expected a visit, got none');
  return found;
}
const finals = () => {
  const folder = join(world.stores.folder(), 'erasures');
  return readdirSync(folder).includes('certificates') ? readdirSync(join(folder, 'certificates')) : [];
};
/** Does something at the first call of this name. */
function once(name: string, work: () => Promise<void>) {
  let isDone = false;
  return {
    judge: async ({ what }: { readonly what: string }) => {
      if (what !== name || isDone) return 'pass' as const;
      isDone = true;
      await work();
      return 'pass' as const;
    },
  };
}

test('a certificate is not final while the published run shows what was erased', async () => {
  const [first, second] = world.servers;
  await make();
  passMs(2 * hourMs);
  await expectLake(world, await first.run());
  await make();
  passMs(2 * hourMs);

  const proxy = await startProxy(world.stores);
  Object.assign(process.env, { AWS_ENDPOINT_URL_DYNAMODB: proxy.url, AWS_ENDPOINT_URL_S3: proxy.url });
  vi.resetModules();
  vi.doMock('../forms/published/index.ts', () => ({ publications }));
  const { handler: forget } = await import('../functions/forget-record.ts');
  // Run 2 has rendered everything and sleeps before its commit.
  const [atCommit, wake] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const commit = once('TransactWriteItems', async () => {
    atCommit.resolve();
    await wake.promise;
  });
  const run = second.run({}, commit);
  await atCommit.promise;
  // Then the table forgets; between the two looks for its first run (the second and third GetItem after the tombstone)
  // the run goes on to its end.
  let gets = Number.NEGATIVE_INFINITY;
  proxy.begin({
    seen: async ({ what }) => {
      if (what === 'PutItem') gets = 0;
      if (what === 'GetItem') gets += 1;
      if (what !== 'GetItem' || gets !== 2) return;
      wake.resolve();
      outputOf(await run);
    },
  });
  const { submission_id: submission } = await visit();
  await forget({ what: 'erase', form: 'visits', submission, reason: 'request' });
  await proxy.stop();
  outputOf(await first.run({ what: 'sweep', graceSeconds: 0 }));
  await expectForgotten(world);
});

test('a verifying run finds a partition that no run knows of', async () => {
  const [first] = world.servers;
  await make();
  passMs(24 * hourMs);
  await expectLake(world, await first.run());
  // Put back by hand from a backup, into a month that has nothing else: it says that it changed when it did.
  const { received_at, changed_at } = await visit();
  await make(Date.parse('2021-01-10T00:00:00Z'));
  const late = await visit();
  await world.table.put({ ...late, received_at, changed_at });
  passMs(24 * hourMs);
  const ended = await first.run({ verify: true });
  expect(outputOf(ended).differences).toEqual(['visits#2021-01#0']);
  await expectLake(world, ended);
});

test('a redaction is applied although its partition fell short of another redacted one', async () => {
  const [first] = world.servers;
  for (let count = 0; count < 12; count += 1) await make();
  const named = (await visits()).filter(({ answers }) => String(answers?.story).includes('Åsa'));
  const [one, two] = named;
  if (one === undefined || two === undefined) throw new Error('expected two that name somebody');
  await world.changes.redact(one);
  passMs(2 * hourMs);
  await expectLake(world, await first.run());
  await world.table.restore((await world.table.copy()).filter(({ sk }) => sk !== one.sk));
  await world.changes.redact(two);
  passMs(2 * hourMs);
  await expectLake(world, await first.run());
});

test('the manifest of a run that was never published goes too', async () => {
  const [first, second] = world.servers;
  await make();
  passMs(2 * hourMs);
  await first.run(
    {},
    { judge: ({ what }) => (what === 'TransactWriteItems' ? { moment: 'before', as: 'dead' } : 'pass') },
  );
  passMs(leaseMs + 1);
  await expectLake(world, await second.run());
  for (let day = 0; day < 5; day += 1) {
    passMs(25 * hourMs);
    outputOf(await second.run({ what: 'sweep', graceSeconds: 0 }));
  }
  expect(readdirSync(join(world.stores.folder(), 'analytic/_runs'))).toHaveLength(1);
});

test('the manifest of a run that was never published goes too, also when the sweep comes once a week', async () => {
  const [first, second] = world.servers;
  await make();
  passMs(2 * hourMs);
  await first.run(
    {},
    { judge: ({ what }) => (what === 'TransactWriteItems' ? { moment: 'before', as: 'dead' } : 'pass') },
  );
  passMs(leaseMs + 1);
  for (let week = 0; week < 4; week += 1) {
    await expectLake(world, await second.run());
    outputOf(await second.run({ what: 'sweep', graceSeconds: 0 }));
    passMs(7 * 24 * hourMs);
  }
  expect(readdirSync(join(world.stores.folder(), 'analytic/_runs'))).toHaveLength(4);
});

test('whoever wakes at a pointer that has come back to what it was does not write an old one', async () => {
  const [first, second] = world.servers;
  await make();
  passMs(2 * hourMs);
  await expectLake(world, await first.run());
  const asOf = new Date(world.lake.run().asOf).toISOString();
  const before = world.lake.pointers();
  await make();
  passMs(2 * hourMs);
  // It sleeps at the pointer; the next run shows an earlier T, so that the pointer is what it was.
  const sleep = once('PUT confidential/visits/_symlink/manifest', async () => {
    passMs(leaseMs + 1);
    outputOf(await second.run({ asOf }));
  });
  await first.run({}, sleep);
  expect(world.lake.state()).toMatchObject({ run: 3, state: 'done' });
  expect(world.lake.pointers()).toEqual(before);
});

test('a sweep whose lease is over deletes nothing more: it may be wanted again', async () => {
  const [first] = world.servers;
  for (const _ of [1, 2]) {
    await make();
    passMs(2 * hourMs);
    await expectLake(world, await first.run());
  }
  const before = world.lake.objects();
  const lease = process.env.EXPORT_LEASE_SECONDS;
  // Every call takes a while here: a lease of no time is over when the first object is to be deleted.
  process.env.EXPORT_LEASE_SECONDS = '0';
  try {
    expect(await first.run({ what: 'sweep', graceSeconds: 0 })).toMatchObject({ error: 'LeaseHeld' });
  } finally {
    process.env.EXPORT_LEASE_SECONDS = lease;
  }
  expect(world.lake.objects()).toEqual(before);
  outputOf(await first.run({ what: 'sweep', graceSeconds: 0 }));
  expect(world.lake.objects().length).toBeLessThan(before.length);
});

test('a run that was published says so, also when another one came before its last pointer', async () => {
  const [first, second] = world.servers;
  await make();
  passMs(2 * hourMs);
  const sleep = once('PUT analytic/_pointers', async () => {
    passMs(leaseMs + 1);
    outputOf(await second.run());
  });
  expect(outputOf(await first.run({}, sleep)).run).toBe(1);
});

test('an erasure is found by the next run, also where CLOCK is ahead of the machine', async () => {
  const [first] = world.servers;
  const ahead = (ms: number) => {
    passMs(ms);
    process.env.CLOCK = new Date(Date.now() + 48 * hourMs).toISOString();
  };
  try {
    for (const _ of [1, 2]) {
      await world.changes.create('visits', { at: Date.now() + 48 * hourMs, madeAt: Date.now(), version: 1 });
    }
    ahead(5 * hourMs);
    await expectLake(world, await first.run());
    await world.changes.erase(await visit());
    ahead(hourMs);
    await expectLake(world, await first.run());
  } finally {
    delete process.env.CLOCK;
  }
});

test('the end of a run’s last step can be repeated after a sweep', async () => {
  const [first, second] = world.servers;
  await make();
  passMs(2 * hourMs);
  // The second state of the pointers is the last.
  let count = 0;
  const ended = await first.run(
    {},
    {
      judge: async ({ what }) => {
        count += what === 'PUT analytic/_pointers' ? 1 : 0;
        if (what !== 'PUT analytic/_pointers' || count !== 2) return 'pass' as const;
        passMs(leaseMs + 1);
        outputOf(await second.run({ what: 'sweep', graceSeconds: 0 }));
        return 'pass' as const;
      },
    },
  );
  expect(outputOf(ended).run).toBe(1);
});

test('the certificate of what was erased while a sweep held the lake is final after the next night', async () => {
  const [first] = world.servers;
  await make();
  await make(Date.parse('2021-01-10T00:00:00Z'));
  passMs(2 * hourMs);
  await expectLake(world, await first.run());
  const item = await visit();
  const list = once('GET open/', () => world.changes.erase(item));
  outputOf(await first.run({ what: 'sweep' }, list));
  for (let night = 0; night < 3; night += 1) {
    passMs(24 * hourMs);
    await expectLake(world, await first.run());
    passMs(hourMs);
    outputOf(await first.run({ what: 'sweep' }));
  }
  expect(finals()).toHaveLength(1);
});
