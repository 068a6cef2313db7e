import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { filesIn, folder } from './lists.ts';

/** What every published version said when it was published, as a sum, by its path below `forms/`. */
export type Sums = Readonly<Record<string, string>>;

export const sumsPath = 'published/sums.txt';

/** The SHA-256 of what a version says, however it is laid out in its file. */
export function sumOf(text: string): string {
  return createHash('sha256')
    .update(JSON.stringify(JSON.parse(text)))
    .digest('hex');
}

/** The sums that were written down when the versions were published. */
export function recordedSums(): Sums {
  const file = new URL(sumsPath, folder);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const lines = text.matchAll(/^([0-9a-f]{64}) (\S+)$/gm);
  return Object.fromEntries(Array.from(lines, ([, sum = '', path = '']) => [path, sum]));
}

/** A line for each version, so that what two branches published is merged like any other text. */
export function sumsText(sums: ReadonlyMap<string, string>): string {
  return [...sums]
    .toSorted()
    .map(([path, sum]) => `${sum} ${path}\n`)
    .join('');
}

/** The sums of the files of these forms as they are now. */
export function sumsNow(formIds: readonly string[]): Sums {
  const paths = formIds.flatMap((id) => filesIn(`published/${id}/`, '.json'));
  return Object.fromEntries(
    paths.map((path) => {
      try {
        return [path, sumOf(readFileSync(new URL(path, folder), 'utf8'))];
      } catch {
        return [path, 'that of no JSON'];
      }
    }),
  );
}

/** Why published versions are not what was published: sentences. A version that no sum was written of is a new one. */
export function editsIn(recorded: Sums, now: Sums): string[] {
  return Object.entries(recorded).flatMap(([path, old]) => {
    const sum = now[path];
    if (sum === old) return [];
    const [, form, version] = path.split(/[/.]/);
    const change = sum === undefined ? 'its file is gone' : `its sum is now ${short(sum)}`;
    return [
      `${form}: version ${version} is not what was published (its sum was ${short(old)}, ${change}); answers are judged by it, so put forms/${path} back, or take it out of forms/${sumsPath} if nobody has used it`,
    ];
  });
}

function short(sum: string): string {
  return sum.slice(0, 12);
}
