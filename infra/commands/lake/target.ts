import { createHash } from 'node:crypto';
import { createReadStream, existsSync, renameSync, rmSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** What a folder of the lake holds besides its tables; it lists every file with its SHA-256. */
export const statementFile = 'COMPLETENESS.md';

/** Something that is written beside its place and moved there when it is whole. */
export interface Draft {
  readonly path: string;
  /** Puts it in its place, instead of what was there. */
  keep(): void;
  discard(): void;
}

/** Begins a draft of a file or folder. It is removed however the process ends, unless it is killed. */
export function draftOf(place: string): Draft {
  const path = `${place}.${process.pid}.draft`;
  const old = `${place}.${process.pid}.old`;
  const discard = () => {
    // DuckDB keeps what it has not written into its file yet beside it.
    for (const each of [path, `${path}.wal`]) rmSync(each, { recursive: true, force: true });
  };
  process.once('exit', discard);
  return {
    path,
    keep() {
      // A folder cannot be renamed over another.
      if (existsSync(place)) renameSync(place, old);
      renameSync(path, place);
      rmSync(old, { recursive: true, force: true });
    },
    discard,
  };
}

/** The list of files that stands in the statement. */
export async function fileList(folder: string, names: readonly string[]): Promise<string> {
  const rows: string[] = [];
  for (const name of names) rows.push(`| \`${name}\` | \`${await sha256Of(join(folder, name))}\` |`);
  return ['## Filer / Files', ['| Fil / File | SHA-256 |', '| --- | --- |', ...rows].join('\n'), ''].join(
    '\n\n',
  );
}

const listed = /^\| `([^`]+)` \| `([0-9a-f]{64})` \|$/gm;

/** Why a folder may not be replaced: it holds something that this command did not write. Undefined when it may. */
export async function strangeInFolder(folder: string): Promise<string | undefined> {
  if (!existsSync(folder)) return undefined;
  if (!(await stat(folder)).isDirectory()) return `expected ${folder} to be a folder, it is a file`;
  const names = await readdir(folder);
  if (names.length === 0) return undefined;
  if (!names.includes(statementFile)) {
    return `expected ${folder} to be empty or written by npm run lake, it holds other files`;
  }
  const text = await readFile(join(folder, statementFile), 'utf8');
  const own = new Map(Array.from(text.matchAll(listed), ([, name = '', sum = '']) => [name, sum]));
  for (const name of names) {
    if (name === statementFile) continue;
    if (!own.has(name)) {
      return `expected ${folder} to hold only what npm run lake wrote, it has ${name}; move that first`;
    }
    if ((await sha256Of(join(folder, name))) !== own.get(name)) {
      return `expected ${join(folder, name)} to be as npm run lake wrote it, it was changed since; move it first`;
    }
  }
  return undefined;
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
