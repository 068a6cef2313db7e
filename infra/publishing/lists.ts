import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { identifier } from '../../forms/derived/parts-source.ts';

/** Files that publishing writes: text by path below `forms/`. */
export type Files = ReadonlyMap<string, string>;

export const folder = new URL('../../forms/', import.meta.url);
export const machineWritten = '// Written by `npm run forms:publish`; do not edit.\n';

/** The lists of all kinds, scores and rules there are. What publishes a form loads them, so they are written first. */
export function listsOfParts(): Files {
  return new Map([
    ['kinds/all.ts', listOfKinds()],
    ['scores/all.ts', listOfVersions('scores')],
    ['rules/all.ts', listOfVersions('rules')],
  ]);
}

/** Paths below `forms/` of the files in a folder. */
export function filesIn(path: string, ending: string): string[] {
  const url = new URL(path, folder);
  if (!existsSync(url)) return [];
  return readdirSync(url)
    .filter((name) => name.endsWith(ending))
    .map((name) => `${path}${name}`);
}

function listOfKinds(): string {
  const kinds = filesIn('kinds/', '.ts')
    .map((path) => path.slice('kinds/'.length, -'.ts'.length))
    .filter((name) => name !== 'all' && !name.endsWith('.test'));
  const imports = kinds.map((kind) => `import * as ${identifier(kind)} from './${kind}.ts';\n`);
  const lists = Object.entries({
    checks: 'check',
    writers: 'write',
    shows: 'show',
    controls: 'control',
    inputs: 'input',
    columns: 'columns',
    jsonSchemas: 'jsonSchema',
  }).map(([list, part]) => {
    const lines = kinds.map((kind) => `  '${kind}': ${identifier(kind)}.${part},\n`);
    return `\nexport const ${list}: KindPart<'${part}'> = {\n${lines.join('')}};\n`;
  });
  return `${machineWritten}import type { KindPart } from '../grammar/kind.ts';\n${imports.join('')}${lists.join('')}`;
}

/** All versions of all functions of a folder, which are named and versioned. */
function listOfVersions(of: 'scores' | 'rules'): string {
  const names = filesIn(`${of}/`, '.ts')
    .map((path) => path.slice(of.length + 1, -'.ts'.length))
    .filter((name) => name !== 'all' && !name.endsWith('.test'));
  const imports = names.map((name) => `import * as ${identifier(name)} from './${name}.ts';\n`);
  const lines = names.flatMap((name) =>
    versionsOf(of, name).map((version) => `  '${name}@${version}': ${identifier(name)}.v${version},\n`),
  );
  return `${machineWritten}${imports.join('')}\nexport const ${of} = {\n${lines.join('')}};\n`;
}

/** A score's, or a rule's, file exports `v1`, `v2` … and keeps them for ever. */
function versionsOf(of: string, name: string): string[] {
  const text = readFileSync(new URL(`${of}/${name}.ts`, folder), 'utf8');
  return Array.from(text.matchAll(/^export function v(\d+)\(/gm), ([, version = '']) => version);
}
