import { createHash } from 'node:crypto';
import { submissionLog, type Table, tablesOf } from '../../forms/derived/columns.ts';
import type { KindPart } from '../../forms/grammar/kind.ts';
import type { PublishedForm } from '../../forms/grammar/published.ts';
import { writerVersion } from './parquet.ts';

/** A form as the lake has it. */
export interface LakeForm {
  readonly id: string;
  readonly shards: PublishedForm['shards'];
  readonly versions: readonly PublishedForm[];
  readonly tables: readonly Table[];
  /** Changes when the same items would give another object: the columns or the writer are not the same. */
  readonly recipe: string;
}

/** Every form with its tables, from all its published versions. */
export function lakeForms(
  published: readonly (readonly PublishedForm[])[],
  columns: KindPart<'columns'>,
): LakeForm[] {
  return published.flatMap((versions) => {
    const newest = versions.at(-1);
    if (newest === undefined) return [];
    const tables = tablesOf(versions, columns);
    return [{ id: newest.id, shards: newest.shards, versions, tables, recipe: recipeOf(versions, tables) }];
  });
}

/** Zones are part of it: a field that moved to a stricter zone has to leave its old column. */
function recipeOf(versions: readonly PublishedForm[], tables: readonly Table[]): string {
  const ingredients = JSON.stringify({
    writerVersion,
    node: process.versions.zstd,
    versions,
    tables,
    submissionLog,
  });
  return createHash('sha256').update(ingredients).digest('hex').slice(0, 16);
}
