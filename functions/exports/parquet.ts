import { constants, zstdCompressSync } from 'node:zlib';
import type { SchemaElement } from 'hyparquet';
import { ParquetWriter } from 'hyparquet-writer';
import type { TableColumn } from '../../forms/derived/columns.ts';
import type { Cell, ColumnType } from '../../forms/grammar/column.ts';
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
      for (let index = 0; index < cells.length; index += 1) cells[index]?.push(row[index]);
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
  'decimal(18,1)': decimal(1),
  'decimal(18,2)': decimal(2),
  'decimal(18,3)': decimal(3),
  'decimal(18,4)': decimal(4),
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
  timestamp: {
    type: 'INT64',
    converted_type: 'TIMESTAMP_MILLIS',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
  },
};

function decimal(scale: number): Omit<SchemaElement, 'name'> {
  const precision = 18;
  return {
    type: 'INT64',
    converted_type: 'DECIMAL',
    logical_type: { type: 'DECIMAL', precision, scale },
    precision,
    scale,
  };
}

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
export function cellsOf(columns: readonly TableColumn[], row: Readonly<Record<string, Cell>>): Cells {
  return columns.map(({ name, type }) => cellOf(type, row[name]));
}

const dayMs = 24 * 60 * 60 * 1000;

function cellOf(type: ColumnType, value: Cell): unknown {
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
    case 'decimal(18,1)':
    case 'decimal(18,2)':
    case 'decimal(18,3)':
    case 'decimal(18,4)': {
      const unscaled = unscaledOf(value, elements[type].scale ?? 0);
      if (unscaled !== undefined) return unscaled;
      break;
    }
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

/** A decimal number is kept exactly as long as it has at most fifteen digits; with more, another may be read. */
const unscaledMax = 10 ** 15 - 1;

/** How far from a decimal the result of a calculation may be, in units of the last decimal and as a share. */
const noise = { units: 1e-6, share: 1e-15 };

/**
 * The number without its decimal point (1.15 with two decimals is 115), which the writer takes as it is; it
 * would multiply a number in floating point. Undefined when the number has more decimals or too many digits.
 */
function unscaledOf(value: Cell, scale: number): bigint | undefined {
  if (typeof value !== 'number') return undefined;
  // toFixed rounds what the number is, where multiplying first would round twice.
  const text = value.toFixed(scale);
  const digits = text.replace('.', '');
  const unscaled = Number(digits);
  const off = Math.abs(value - Number(text));
  const isDecimal = off <= Math.max(noise.units / 10 ** scale, noise.share * Math.abs(value));
  return isDecimal && Math.abs(unscaled) <= unscaledMax ? BigInt(digits) : undefined;
}
