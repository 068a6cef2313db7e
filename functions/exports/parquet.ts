import { constants, zstdCompressSync } from 'node:zlib';
import type { SchemaElement } from 'hyparquet';
import { ParquetWriter } from 'hyparquet-writer';
import type { TableColumn } from '../../forms/derived/columns.ts';
import type { Row } from '../../forms/derived/rows.ts';
import type { ColumnType } from '../../forms/grammar/kind.ts';
import { type FinishedFile, HashedFile } from './hashed-file.ts';

/** Part of every object's recipe: raise it when the same rows would give other bytes or other values. */
export const writerVersion = 1;

/** Rows held in memory before they become a row group: flat memory, and groups that Athena can skip. */
const rowGroupRows = 10_000;

/** A row as its columns hold it. */
export type Cells = readonly unknown[];

/** A Parquet file being written. */
export interface ParquetFile {
  add(cells: Cells): void;
  readonly rows: number;
  /** Writes what is left and the footer. */
  finish(): FinishedFile;
  /** Removes the unfinished file. */
  discard(): void;
}

/**
 * Starts a file with these columns, in this order. The profile is what Athena (Trino) reads without doubt:
 * optional columns, millisecond UTC timestamps, plain booleans, zstd level 3, no page indexes, and no
 * statistics where they would repeat free text. The same rows give the same bytes.
 */
export function openParquet(path: string, columns: readonly TableColumn[]): ParquetFile {
  const file = new HashedFile(path);
  const writer = new ParquetWriter({
    writer: file.writer,
    schema: [{ name: 'root', num_children: columns.length }, ...columns.flatMap(schemaOf)],
    codec: 'ZSTD',
    compressors: { ZSTD: compress },
    createdBy: `starkare-industri ${writerVersion}`,
  });
  let cells: unknown[][] = columns.map(() => []);
  let rows = 0;

  function flush(): void {
    if (cells[0]?.length === 0) return;
    const columnData = columns.map(({ name, type, statistics }, index) => ({
      name,
      data: cells[index] ?? [],
      statistics,
      offsetIndex: false,
      ...(type === 'boolean' && { encoding: 'PLAIN' as const }),
    }));
    // The writer's own file is synchronous, so there is nothing to wait for.
    void writer.write({ columnData, rowGroupSize: rowGroupRows });
    cells = columns.map(() => []);
  }

  return {
    add(row) {
      for (const [index, values] of cells.entries()) values.push(row[index]);
      rows += 1;
      if (rows % rowGroupRows === 0) flush();
    },
    get rows() {
      return rows;
    },
    finish() {
      flush();
      void writer.finish();
      return file.close();
    },
    discard: () => file.discard(),
  };
}

function compress(bytes: Uint8Array): Uint8Array {
  return zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 3 } });
}

const elements: Readonly<Record<Exclude<ColumnType, 'array<string>'>, Omit<SchemaElement, 'name'>>> = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  int: { type: 'INT32' },
  bigint: { type: 'INT64' },
  double: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
  timestamp: {
    type: 'INT64',
    converted_type: 'TIMESTAMP_MILLIS',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
  },
};

function schemaOf({ name, type }: TableColumn): SchemaElement[] {
  if (type !== 'array<string>') return [{ name, ...elements[type], repetition_type: 'OPTIONAL' }];
  return [
    {
      name,
      repetition_type: 'OPTIONAL',
      converted_type: 'LIST',
      logical_type: { type: 'LIST' },
      num_children: 1,
    },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', ...elements.string, repetition_type: 'OPTIONAL' },
  ];
}

/** The row's cells in the order of the columns; throws when a value does not fit its column. */
export function cellsOf(columns: readonly TableColumn[], row: Row): Cells {
  return columns.map(({ name, type }) => cellOf(type, row[name]));
}

const dayMs = 24 * 60 * 60 * 1000;

function cellOf(type: ColumnType, value: Row[string]): unknown {
  if (value === undefined) return undefined;
  switch (type) {
    case 'string':
      if (typeof value === 'string') return value;
      break;
    case 'int':
      if (typeof value === 'number' && value === (value | 0)) return value;
      break;
    case 'bigint':
      if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);
      break;
    case 'double':
      if (typeof value === 'number' && Number.isFinite(value)) return value;
      break;
    case 'boolean':
      if (typeof value === 'boolean') return value;
      break;
    case 'date':
      if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
        return Math.round(Date.parse(`${value}T00:00:00Z`) / dayMs);
      }
      break;
    case 'timestamp':
      if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);
      break;
    case 'array<string>':
      if (typeof value === 'object') return value;
      break;
  }
  throw new Error(`expected a value for a column of type ${type}, got ${typeof value}`);
}
