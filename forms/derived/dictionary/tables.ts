import type { Words } from '../../grammar/words.ts';
import type { Database } from '../columns.ts';
import type { DescribedColumn } from './columns.ts';

/** A table, or a view, as an analyst needs to know it. */
export interface DescribedTable {
  readonly database: Database;
  readonly name: string;
  /** Whether it is a view, which keeps no rows of its own. */
  readonly isView: boolean;
  readonly title: Words;
  /** What one row is. */
  readonly row: Words;
  /** The columns that tell its rows apart; empty where nothing does. */
  readonly key: readonly string[];
  /** The table of the same database that each of its rows belongs to a row of. */
  readonly parent?: string;
  readonly form?: string;
  /** The field whose answer it is, where an answer is a table of its own. */
  readonly field?: string;
  readonly columns: readonly DescribedColumn[];
}
