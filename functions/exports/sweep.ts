import type { Database } from '../../forms/derived/columns.ts';
import type { Listed } from './lake.ts';
import { objectsOf, type Run } from './runs.ts';

const dayMs = 24 * 60 * 60 * 1000;

export interface SweepRules {
  /** The published run. */
  readonly run: Run;
  /** Runs before it, at least those of the last day. */
  readonly earlier: readonly Run[];
  /** When the pointers were all at the published run (ms UTC). */
  readonly doneAt: number;
  /** The longest query, and some: so long may a reader still use what an earlier run named. */
  readonly graceMs: number;
  readonly now: number;
}

/**
 * The keys that can go. What an earlier run named and the published one does not goes when the pointers
 * have been away from it for the grace; what no run names (a step that was interrupted) goes after a day; the notes of steps
 * whose run is published go too.
 */
export function unneeded(database: Database, objects: readonly Listed[], rules: SweepRules): string[] {
  const wanted = keysOf(database, [rules.run]);
  const namedEarlier = keysOf(database, rules.earlier);
  const graceIsOver = rules.now - rules.doneAt >= rules.graceMs;
  return objects
    .filter(({ key, modifiedAt }) => {
      const [work, number] = key.split('/');
      if (work === '_work') return Number(number) <= rules.run.run;
      if (!key.endsWith('.parquet') || wanted.has(key)) return false;
      return namedEarlier.has(key) ? graceIsOver : graceIsOver && rules.now - modifiedAt >= dayMs;
    })
    .map(({ key }) => key);
}

function keysOf(database: Database, runs: readonly Run[]): Set<string> {
  return new Set(
    runs
      .flatMap(objectsOf)
      .filter((object) => object.database === database)
      .map(({ key }) => key),
  );
}
