import * as z from 'zod/mini';
import { latestRuns } from './exports/history.ts';
import { pointersNow } from './exports/pointers.ts';
import { type Counts, objectsOf, type Run, totalOf } from './exports/runs.ts';

const asked = z.strictObject({ count: z._default(z.int().check(z.minimum(1), z.maximum(100)), 10) });

/** One run of the export, in figures. */
export interface RunFigures {
  readonly run: number;
  /** The cut-off T, and when the run started and had its manifest: ISO 8601 UTC. */
  readonly asOf: string;
  readonly startedAt: string;
  readonly seconds: number;
  readonly partitionsRendered: number;
  readonly objectsWritten: number;
  readonly objects: number;
  readonly rows: number;
  readonly bytes: number;
  readonly counts: Counts;
  /** Forms that keep their earlier objects, and since when. */
  readonly stale: Readonly<Record<string, string>>;
}

/** The last runs that were published, the newest first. */
export async function handler(event: unknown): Promise<RunFigures[]> {
  const { count } = asked.parse(event);
  const state = await pointersNow();
  return state === undefined ? [] : (await latestRuns(state.manifest, count)).map(figuresOf);
}

function figuresOf(run: Run): RunFigures {
  const objects = objectsOf(run);
  const sum = (pick: (object: (typeof objects)[number]) => number) =>
    objects.reduce((all, object) => all + pick(object), 0);
  const iso = (moment: number) => new Date(moment).toISOString();
  return {
    run: run.run,
    asOf: iso(run.asOf),
    startedAt: iso(run.startedAt),
    seconds: (run.reconciledAt - run.startedAt) / 1000,
    partitionsRendered: run.rendered,
    objectsWritten: run.written,
    objects: objects.length,
    rows: sum(({ rows }) => rows),
    bytes: sum(({ bytes }) => bytes),
    counts: totalOf(Object.values(run.partitions).map(({ counts }) => counts)),
    stale: Object.fromEntries(Object.entries(run.stale).map(([form, since]) => [form, iso(since)])),
  };
}
