import { getText } from './lake.ts';
import { type Run, run as runSchema } from './runs.ts';

/** The run of a manifest, and those before it, the newest first, as long as they are wanted and there. */
export async function* runsFrom(manifest: string | undefined): AsyncGenerator<Run> {
  for (let key = manifest; key !== undefined; ) {
    const text = await getText('analytic', key);
    if (text === undefined) return;
    const run = runSchema.parse(JSON.parse(text.text));
    yield run;
    key = run.before;
  }
}

/** The run of a manifest and those before it, at most so many. */
export async function latestRuns(manifest: string, count: number): Promise<Run[]> {
  const found: Run[] = [];
  for await (const run of runsFrom(manifest)) {
    found.push(run);
    if (found.length === count) break;
  }
  return found;
}
