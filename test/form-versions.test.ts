import fc from 'fast-check';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { tablesOf } from '../forms/derived/columns.ts';
import type { Form } from '../forms/grammar/form.ts';
import { columns } from '../forms/kinds/all.ts';
import { keyOf, partitionKey, partitionsOf } from '../functions/submissions/keys.ts';
import { publicationOf } from '../infra/publishing/publication.ts';
import { type Broken, breakings, everyKind, referringTo, reuses } from './form-versions/breaking.ts';
import { changedAtRandom, grown, respecifiedAs, without } from './form-versions/changes.ts';
import { copyOfRepository, trial } from './form-versions/copy.ts';
import { expectedColumns, expectedRows } from './form-versions/expected.ts';
import { type History, newForm, published } from './form-versions/history.ts';
import { pick } from './form-versions/kinds.ts';
import { type Row, startLake } from './form-versions/lake.ts';
import type { Named } from './form-versions/made-form.ts';
import { read, type Sent, sendAtRandom } from './form-versions/sent.ts';

// Hundreds of forms are published, and other test files may have the other core.
vi.setConfig({ testTimeout: 120_000 });

const lake = await startLake();
afterAll(() => lake.stop());

const dayMs = 24 * 60 * 60 * 1000;

test('whatever is changed and whatever version is sent, every submission is in the lake once, and whole', async () => {
  const property = fc.asyncProperty(fc.gen(), async (g) => {
    const isAnonymous = g(fc.nat, { max: 4 }) === 0;
    let history = published(grown(g, newForm({ isAnonymous }), 3 + g(fc.nat, { max: 3 })));
    let sent = sendAtRandom(g, history, []);
    for (let step = 1 + g(fc.nat, { max: 5 }); step > 0; step -= 1) {
      const later = { ...history, now: history.now + (1 + g(fc.nat, { max: 40 })) * dayMs };
      history = published(changedAtRandom(g, later, 1 + g(fc.nat, { max: 5 })));
      for (let count = g(fc.nat, { max: 4 }); count > 0; count -= 1) sent = sendAtRandom(g, history, sent);
    }
    expectColumns(history);
    expectOldVersionsToAccept(history, sent);
    await expectAllInTheLake(history, sent);
  });
  await fc.assert(property, { numRuns: 30, endOnFailure: true });
});

/** What stands in the way of publishing this now. */
function refusals(history: History, form: Form): readonly string[] {
  return publicationOf(form, history.versions, history.now).mistakes;
}

function expectRefused(history: History, { form, says }: Broken): void {
  const found = refusals(history, form).filter((each) => says.every((part) => each.includes(part)));
  expect(found, `${says}\n${refusals(history, form).join('\n')}\n${history.log.join('\n')}`).not.toEqual([]);
  for (const each of found) expect(each).toMatch(/^made-up: /);
}

const withEveryKind = published(newForm({}, everyKind));

test.each(Object.entries(breakings))('%s cannot be published, whatever was before', (_, breaks) => {
  const property = fc.property(fc.gen(), (g) => {
    let history = withEveryKind;
    for (let step = g(fc.nat, { max: 2 }); step > 0; step -= 1) {
      history = published(changedAtRandom(g, history, 1 + g(fc.nat, { max: 3 })));
    }
    expectRefused(history, breaks(g, history));
  });
  fc.assert(property, { numRuns: 6, endOnFailure: true });
});

const withNone = published({
  ...withEveryKind,
  made: everyKind.reduce((made, [name]) => without(made, name), withEveryKind.made),
});

test.each(Object.entries(reuses))('%s is no use for a retired id', (_, breaks) => {
  const property = fc.property(fc.gen(), (g) => {
    const history = g(fc.boolean) ? withNone : published(grown(g, withNone, 1 + g(fc.nat, { max: 3 })));
    expectRefused(history, breaks(g, history));
  });
  fc.assert(property, { numRuns: 6, endOnFailure: true });
});

test('a retired id may ask again what it asked', () => {
  const again = published({ ...withNone, made: { ...withEveryKind.made, wording: 1 } });
  expect(again.versions).toHaveLength(3);
});

test('an id may come to be of records of more forms, and never of fewer', () => {
  const wider = referringTo(withEveryKind, ['company', 'participants']);
  const { mistakes, versions } = publicationOf(wider, withEveryKind.versions, withEveryKind.now);
  expect([mistakes, versions.length]).toEqual([[], 2]);
  const history = { ...withEveryKind, versions };
  expect(refusals(history, referringTo(withEveryKind, ['company', 'participants', 'activity']))).toEqual([]);
  expect(refusals(history, referringTo(withEveryKind, ['participants']))).toEqual([
    'made-up: the published field the_reference could name records of company and no longer can; what is stored names them, so keep it',
  ]);
});

test('a field that went to a stricter zone may be retired, and old answers are held there all the same', async () => {
  const property = fc.asyncProperty(fc.gen(), async (g) => {
    let sent = sendAtRandom(g, withEveryKind, []);
    for (let count = 0; count < 4; count += 1) sent = sendAtRandom(g, withEveryKind, sent);
    const [name, { cells }] = pick(g, everyKind);
    const inRows = cells.map(([cell, spec]): Named[number] => [cell, { ...spec, zone: 'personal' }]);
    const more = cells.length > 0 && g(fc.boolean) ? { cells: inRows } : { zone: 'personal' as const };
    const stricter = published({ ...withEveryKind, made: respecifiedAs(withEveryKind.made, name, more) });
    await expectAllInTheLake(published({ ...stricter, made: without(stricter.made, name) }), sent);
  });
  await fc.assert(property, { numRuns: 6, endOnFailure: true });
});

function expectColumns(history: History): void {
  const tables = tablesOf(history.versions, columns);
  const found: ReadonlyMap<string, string> = new Map(
    tables.flatMap(({ database, name, columns: all }) =>
      all.map((column) => [`${database}.${name}.${column.name}`, column.type]),
    ),
  );
  for (const [place, type] of expectedColumns(history)) {
    expect([place, found.get(place)], history.log.join('\n')).toEqual([place, type]);
  }
}

/** A phone that was offline repeats what it sent, whatever was published since. */
function expectOldVersionsToAccept({ versions }: History, all: readonly Sent[]): void {
  for (const { version, item } of all) {
    const answers = Object(item.answers);
    const computed = new Set(
      versions[version - 1]?.sections
        .flatMap(({ fields }) => Object.entries(fields))
        .flatMap(([name, { kind }]) => (kind === 'computed' ? [name] : [])),
    );
    const asSent = Object.fromEntries(Object.entries(answers).filter(([name]) => !computed.has(name)));
    expect(read(versions[version - 1], asSent)).toEqual(answers);
  }
}

async function expectAllInTheLake(history: History, all: readonly Sent[]): Promise<void> {
  const partitions = new Map<string, Row[]>();
  for (const { item } of all.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    partitions.set(item.pk, [...(partitions.get(item.pk) ?? []), item]);
  }
  const newest = history.versions.at(-1);
  if (newest === undefined) throw new Error('expected a published version, got nothing');
  const keys = all.map(({ id }) => keyOf(newest, id).pk);
  expect(keys, history.log.join('\n')).toEqual(all.map(({ item }) => item.pk));
  const known = partitionsOf(newest, history.now + dayMs).map(partitionKey);
  expect(known, history.log.join('\n')).toEqual(expect.arrayContaining(keys));

  const { rows, counts } = await lake.write(history, partitions, history.now + 2 * dayMs);
  const corrected = all.filter(({ supersededAt }) => supersededAt !== undefined).length;
  expect(counts, history.log.join('\n')).toEqual({
    received: all.length,
    current: all.length - corrected,
    superseded: corrected,
    erased: 0,
    quarantined: 0,
  });
  const expected = expectedRows(history, all);
  for (const table of new Set([...rows.keys(), ...expected.keys()])) {
    if (table === 'analytic.submission_log') continue;
    const found = inOneOrder(rows.get(table) ?? []);
    expect([table, found], history.log.join('\n')).toEqual([table, inOneOrder(expected.get(table) ?? [])]);
  }
}

/** Rows as texts, without what is null in them, in an order that follows from what they say. */
function inOneOrder(rows: readonly Row[]): string[] {
  return rows
    .map((row) => {
      const cells = Object.entries(row).filter(([, value]) => value !== null && value !== undefined);
      return JSON.stringify(cells.toSorted().map(([name, value]) => [name, plain(value)]));
    })
    .toSorted();
}

/** A reader of decimals multiplies; what differs by less than their last place is the same. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'number' ? Number(value.toFixed(4)) : value;
}

describe('npm run forms:publish', () => {
  const copy = copyOfRepository();
  afterAll(copy.discard);
  const wrote = (...files: readonly string[]) => ({
    status: 0,
    printed: files.map((file) => `wrote forms/published/${file}\n`).join(''),
    refused: '',
  });

  copy.write('forms/trial.ts', trial);
  copy.edit('forms/index.ts', 'forms: readonly Form[] = [', 'forms: readonly Form[] = [trial, ');
  copy.edit('forms/index.ts', 'import', "import { trial } from './trial.ts';\nimport");

  test('writes a new version beside the old, which is read as before', () => {
    expect(copy.publish()).toEqual(wrote('trial/1.json', 'trial/parts.ts', 'index.ts', 'sums.txt'));
    copy.edit('forms/trial.ts', '// more', 'page,');
    copy.edit('forms/trial.ts', 'max: 9,', 'max: 99,');
    expect(copy.publish()).toEqual(wrote('trial/2.json', 'trial/parts.ts', 'index.ts', 'sums.txt'));
    expect(copy.publish()).toEqual(wrote());
    const answers = [{ hours: 9 }, { hours: 99 }, { page: 'https://exempel.se' }];
    expect(copy.verdicts('trial', [1, 2], answers)).toEqual([[], ['hours'], ['page'], [], [], []]);
  });

  test('refuses when a published file is not what was published, and writes nothing', () => {
    const path = 'forms/published/trial/1.json';
    copy.publish();
    const text = copy.read(path);
    copy.edit(path, '"max": 9', '"max": 8');
    copy.edit('forms/trial.ts', "sv: 'Prov'", "sv: 'Ett prov'");
    const { status, printed, refused } = copy.publish();
    expect([status, printed]).toEqual([1, '']);
    expect(refused).toMatch(
      /^trial: version 1 is not what was published \(its sum was [0-9a-f]{12}, its sum is now [0-9a-f]{12}\);/,
    );
    copy.remove(path);
    expect(copy.publish().refused).toMatch(/^trial: version 1 is .* [0-9a-f]{12}, its file is gone\);/);
    // How it is laid out is nobody's business.
    copy.write(path, JSON.stringify(JSON.parse(text)));
    expect(copy.publish().printed).toMatch(/^wrote forms\/published\/trial\/\d\.json\n/);
  });
});
