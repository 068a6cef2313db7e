import type { Database } from '../../../forms/derived/columns.ts';
import type { Counts } from './run.ts';

/** What is in a file of the lake, and what is not. */
export interface Completeness {
  readonly run: number;
  /** T, the cut-off (ms UTC). */
  readonly asOf: number;
  /** When the file was made (ms UTC). */
  readonly madeAt: number;
  readonly zones: readonly Database[];
  readonly forms: ReadonlyMap<string, Counts>;
  /** Forms that show an earlier state, since when (ms UTC). */
  readonly stale: Readonly<Record<string, number>>;
  readonly tables: readonly TableRows[];
}

/** A table, and how many rows it has; `inRun` is what the run says, which says nothing of views. */
export interface TableRows {
  readonly database: Database;
  readonly name: string;
  readonly rows: number;
  readonly inRun?: number;
}

/** Throws unless the file has as many rows as was said. */
export function requireRows({ database, name, rows }: TableRows, written: number): void {
  if (written === rows) return;
  throw new Error(`expected ${rows} rows of ${database}.${name} in the file, got ${written}; it is not kept`);
}

const stockholm = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** A moment as a Swedish clock shows it. */
export function swedishTime(ms: number): string {
  return stockholm.format(ms);
}

/** A moment in UTC. */
export function utc(ms: number): string {
  return new Date(ms).toISOString();
}
