import type { Database } from '../../forms/derived/columns.ts';
import type { Listed } from '../lambda/objects.ts';
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
  /** Manifests that were never published. */
  readonly unpublished: ReadonlySet<string>;
  readonly now: number;
}

/** What becomes of the objects that the published run does not name. */
export interface Sorted {
  /** They can go. */
  readonly unneeded: readonly string[];
  /** Parquet objects that somebody may still read. */
  readonly waiting: readonly string[];
}

/**
 * What an earlier run named and the published one does not goes when the pointers have been away from it for the
 * grace; what no run names (a step that was interrupted) goes after a day; the notes of steps whose run is published
 * go too.
 */
export function sorted(database: Database, objects: readonly Listed[], rules: SweepRules): Sorted {
  const wanted = keysOf(database, [rules.run]);
  const namedEarlier = keysOf(database, rules.earlier);
  const graceIsOver = rules.now - rules.doneAt >= rules.graceMs;
  const notes = objects.filter(({ key }) => {
    const [work, number] = key.split('/');
    return work === '_work' && Number(number) <= rules.run.run;
  });
  const orphans = objects.filter(
    ({ key, modifiedAt }) => rules.unpublished.has(key) && rules.now - modifiedAt >= dayMs,
  );
  const old = objects.filter(({ key }) => key.endsWith('.parquet') && !wanted.has(key));
  const canGo = ({ key, modifiedAt }: Listed) =>
    graceIsOver && (namedEarlier.has(key) || rules.now - modifiedAt >= dayMs);
  return {
    unneeded: [...notes, ...orphans, ...old.filter(canGo)].map(({ key }) => key),
    waiting: old.filter((each) => !canGo(each)).map(({ key }) => key),
  };
}

/** The partition key of an object's name, `table/form.yyyy-mm.shard.sha256.parquet`. */
export function partitionIn(key: string): string {
  const [form, month, shard] = key.slice(key.indexOf('/') + 1).split('.');
  return `${form}#${month}#${shard}`;
}

function keysOf(database: Database, runs: readonly Run[]): Set<string> {
  return new Set(
    runs
      .flatMap(objectsOf)
      .filter((object) => object.database === database)
      .map(({ key }) => key),
  );
}
