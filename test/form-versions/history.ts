import type { GeneratorValue } from 'fast-check';
import { expect } from 'vitest';
import { type Table, tablesOf } from '../../forms/derived/columns.ts';
import { identifier } from '../../forms/derived/parts-source.ts';
import { type PublishedForm, readPublished } from '../../forms/grammar/published.ts';
import { columns } from '../../forms/kinds/all.ts';
import { publicationOf } from '../../infra/publishing/publication.ts';
import {
  base,
  declared,
  fieldsIn,
  type KindName,
  type MadeForm,
  type Named,
  type Spec,
} from './made-form.ts';

/** A form on its way through its versions. */
export interface History {
  /** The form as it is declared now. */
  readonly made: MadeForm;
  /** What every version was, and what publishing wrote of it, read back. */
  readonly madeAs: readonly MadeForm[];
  readonly versions: readonly PublishedForm[];
  /** The time of the last publication (ms UTC). */
  readonly now: number;
  /** How many field ids were given out: one is never given twice. */
  readonly ids: number;
  /** Fields that are not retired at random. */
  readonly kept: ReadonlySet<string>;
  /** What was done, for whoever reads a failure. */
  readonly log: readonly string[];
}

export const start = Date.parse('2026-01-07T08:00:00Z');

/** A new form, not published yet; the fields it begins with are kept. */
export function newForm(more: Partial<MadeForm> = {}, fields: Named = []): History {
  const made: MadeForm = {
    wording: 0,
    isAnonymous: false,
    shards: [{ from: '2021-01', count: 1 }],
    sections: [[...base, ...fields]],
    ...more,
  };
  const kept = new Set(fields.map(([name]) => name));
  return { made, madeAs: [], versions: [], now: start, ids: 0, kept, log: [] };
}

/** The form as it is declared, published as `npm run forms:publish` does; nothing stands in its way. */
export function published(history: History): History {
  const { files, versions, mistakes } = publicationOf(declared(history.made), history.versions, history.now);
  expect(mistakes, history.log.join('\n')).toEqual([]);
  const written = [...files].filter(([path]) => path.endsWith('.json')).map(([, text]) => text);
  expect(written).toHaveLength(versions.length - history.versions.length);
  const next = {
    ...history,
    versions: [...history.versions, ...written.map((text) => readPublished(JSON.parse(text)))],
    madeAs: [...history.madeAs, ...written.map(() => history.made)],
    log: [...history.log, `published version ${versions.length}`],
  };
  expectColumnsToGrow(history, next);
  const parts = [...files].find(([path]) => path.endsWith('parts.ts'))?.[1] ?? '';
  for (const kind of next.madeAs.flatMap(fieldsIn).flatMap(([, spec]) => kindsIn(spec))) {
    expect(parts).toContain(`'${kind}': ${identifier(kind)}.check`);
  }
  return next;
}

function kindsIn({ kind, cells }: Spec): KindName[] {
  return [kind, ...cells.map(([, cell]) => cell.kind)];
}

/** Columns only ever grow: none moves, none changes its name or type, and no table goes. */
function expectColumnsToGrow(before: History, after: History): void {
  const now = tablesOf(after.versions, columns);
  for (const table of tablesOf(before.versions, columns)) {
    const grown = now.find(({ database, name }) => database === table.database && name === table.name);
    const kept = grown && namesAndTypes(grown).slice(0, table.columns.length);
    expect(kept, after.log.join('\n')).toEqual(namesAndTypes(table));
  }
}

function namesAndTypes({ columns: all }: Table): string[] {
  return all.map(({ name, type }) => `${name} ${type}`);
}

/** The fields that are no longer there, as they last were. */
export function retiredIn({ made, madeAs }: History): Named {
  const names = new Set(fieldsIn(made).map(([name]) => name));
  return [...new Map(madeAs.flatMap(fieldsIn))].filter(([name]) => !names.has(name));
}

/** A field as a version had it. */
export function specIn(made: MadeForm | undefined, name: string): Spec | undefined {
  return made && new Map(fieldsIn(made)).get(name);
}

/** A change that anybody may make to a form, or nothing where there is nothing to change so. */
export type Change = (g: GeneratorValue, history: History) => History | undefined;
