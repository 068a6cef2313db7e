import type { KindPart } from '../grammar/kind.ts';
import type { PublishedForm } from '../grammar/published.ts';
import { codesTable } from './codes.ts';
import { accessLog, submissionLog, type Table, tablesOf } from './columns.ts';

/** Every table of the lake, whether or not it has rows yet. */
export function lakeTables(
  published: readonly (readonly PublishedForm[])[],
  columns: KindPart<'columns'>,
): Table[] {
  return [
    ...published.flatMap((versions) => tablesOf(versions, columns)),
    submissionLog,
    codesTable,
    accessLog,
  ];
}
