import { expect, test } from 'vitest';
import type { Run } from './runs.ts';
import { partitionIn, type SweepRules, sorted } from './sweep.ts';

const hour = 3_600_000;
const now = 1_000 * hour;

function runOf(run: number, keys: readonly string[]): Run {
  const objects = keys.map((key) => ({ database: 'analytic' as const, table: 't', key, rows: 1, bytes: 1 }));
  const counts = { received: 1, current: 1, superseded: 0, erased: 0, quarantined: 0 };
  return {
    run,
    startedAt: 0,
    reconciledAt: 0,
    asOf: 0,
    rendered: 1,
    written: keys.length,
    stale: {},
    declared: [],
    accessLog: {},
    partitions: {
      'f#2026-01#0': {
        form: 'f',
        recipe: 'r',
        counts,
        forgotten: [],
        objects,
        most: { received: 1, asOf: 0 },
        run,
      },
    },
  };
}

const rules: SweepRules = {
  run: runOf(7, ['t/new.parquet']),
  earlier: [runOf(6, ['t/old.parquet'])],
  doneAt: now - hour,
  graceMs: hour,
  unpublished: new Set(['_runs/7.c.json']),
  now,
};
const listed = (key: string, ageHours: number) => ({ key, modifiedAt: now - ageHours * hour });

test.each([
  ['what the published run names stays', listed('t/new.parquet', 500), {}, false],
  ['what an earlier run named goes after the grace', listed('t/old.parquet', 2), {}, true],
  [
    'what an earlier run named stays during the grace',
    listed('t/old.parquet', 500),
    { doneAt: now - hour + 1 },
    false,
  ],
  ['what no run names stays for a day', listed('t/lost.parquet', 23), {}, false],
  ['what no run names goes after a day', listed('t/lost.parquet', 24), {}, true],
  [
    'what no known run names stays during the grace',
    listed('t/lost.parquet', 500),
    { graceMs: 2 * hour },
    false,
  ],
  ['pointers stay', listed('t/_symlink/manifest', 500), {}, false],
  ['runs stay', listed('_runs/3.json', 500), {}, false],
  ['a manifest of a run that was never published goes after a day', listed('_runs/7.c.json', 24), {}, true],
  ['a young manifest of a run that was never published stays', listed('_runs/7.c.json', 23), {}, false],
  ['the state of the pointers stays', listed('_pointers', 500), {}, false],
  ['notes of a published run go', listed('_work/7/plan.json', 0), {}, true],
  ['notes of a run that is not published stay', listed('_work/8/plan.json', 0), {}, false],
])('%s', (_, object, different, goes) => {
  const { unneeded, waiting } = sorted('analytic', [object], { ...rules, ...different });
  expect(unneeded).toEqual(goes ? [object.key] : []);
  const isOld = /old|lost/.test(object.key);
  expect(waiting).toEqual(isOld && !goes ? [object.key] : []);
});

test('another zone’s object of the same name is not the one that is wanted', () => {
  expect(sorted('confidential', [listed('t/new.parquet', 30)], rules).unneeded).toEqual(['t/new.parquet']);
});

test('an object’s name tells its partition', () => {
  expect(partitionIn(`needs_analysis__areas/needs-analysis.2026-01.12.${'0'.repeat(64)}.parquet`)).toBe(
    'needs-analysis#2026-01#12',
  );
});
