import type { PublishedField } from './published.ts';

/** The column types of the lake; a column never changes its type, a changed type is a new column. */
export const columnTypes = [
  'string',
  'int',
  'bigint',
  'double',
  'decimal(18,1)',
  'decimal(18,2)',
  'decimal(18,3)',
  'decimal(18,4)',
  'boolean',
  'date',
  'timestamp',
  'array<string>',
] as const;
export type ColumnType = (typeof columnTypes)[number];

/** A value of the lake; a column without one is null. */
export type Cell = string | number | boolean | readonly string[] | undefined;

/** A column of a field's answer. */
export interface Column {
  /** Stands after the field's id; empty for the column that is called as the field is. */
  readonly suffix: string;
  readonly type: ColumnType;
  /** Free text never reaches `analytic`; there only its length does. */
  readonly freeText: boolean;
  /** What the suffix means, in Swedish, for the column's comment. */
  readonly comment?: string;
  /** The column's value of a (stored) answer. */
  readonly cell: (answer: unknown) => Cell;
}

/** The columns of a kind whose answer is one value. */
export function oneColumn(type: ColumnType, freeText = false): (field: PublishedField) => readonly Column[] {
  const columns = [{ suffix: '', type, freeText, cell }];
  return () => columns;
}

/** A stored value as it is; throws when it is none that a column holds. */
export function cell(answer: unknown): Cell {
  switch (typeof answer) {
    case 'undefined':
    case 'string':
    case 'number':
    case 'boolean':
      return answer;
  }
  if (Array.isArray(answer)) return answer.map(String);
  throw new Error(`expected text, a number, yes/no or a list, got ${typeof answer}`);
}
