import { list } from '../lambda/objects.ts';
import { bucketOf, getJson, getText } from './lake.ts';
import { manifestFolder, type Run, runOfManifest, run as runSchema } from './runs.ts';

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

/**
 * The manifests that were never published, of the published run (whose manifest is named) and those before it: where a
 * run has several, they are all but one.
 */
export async function unpublishedManifests({ run }: Run, manifest: string): Promise<Set<string>> {
  const ofRun = new Map<number, string[]>();
  for await (const page of list(bucketOf('analytic'), manifestFolder)) {
    for (const { key } of page) {
      const number = runOfManifest(key);
      ofRun.set(number, [...(ofRun.get(number) ?? []), key]);
    }
  }
  const found = new Set<string>();
  for (const [number, keys] of ofRun) {
    if (number > run || keys.length === 1) continue;
    // Whoever plans the next run, whether it is published or not, goes on from a published one.
    const next = await Promise.all((ofRun.get(number + 1) ?? []).map((key) => getJson(key, runSchema)));
    const named = new Set([manifest, ...next.map(({ before }) => before)]);
    if (!keys.some((key) => named.has(key))) continue;
    for (const key of keys) if (!named.has(key)) found.add(key);
  }
  return found;
}
