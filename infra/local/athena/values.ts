import {
  DuckDBBlobValue,
  DuckDBDecimalType,
  DuckDBListType,
  DuckDBListValue,
  DuckDBMapType,
  DuckDBMapValue,
  DuckDBStructType,
  DuckDBStructValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  DuckDBTimeValue,
  type DuckDBType,
  DuckDBTypeId,
  type DuckDBValue,
} from '@duckdb/node-api';
import { QueryFailure } from './failures.ts';

/** A column of a result, as Athena's ResultSetMetadata describes it. */
export interface ColumnInfo {
  readonly Name: string;
  readonly Type: string;
  readonly Precision: number;
  readonly Scale: number;
  readonly CaseSensitive: boolean;
}

// Athena's names of the types, with the precision it reports for each.
const types: Partial<Record<DuckDBTypeId, readonly [name: string, precision: number]>> = {
  [DuckDBTypeId.BOOLEAN]: ['boolean', 0],
  [DuckDBTypeId.TINYINT]: ['tinyint', 3],
  [DuckDBTypeId.SMALLINT]: ['smallint', 5],
  [DuckDBTypeId.INTEGER]: ['integer', 10],
  [DuckDBTypeId.BIGINT]: ['bigint', 19],
  // Sums and unsigned numbers are bigint in Trino; a value that does not fit fails, as it does there.
  [DuckDBTypeId.HUGEINT]: ['bigint', 19],
  [DuckDBTypeId.UTINYINT]: ['bigint', 19],
  [DuckDBTypeId.USMALLINT]: ['bigint', 19],
  [DuckDBTypeId.UINTEGER]: ['bigint', 19],
  [DuckDBTypeId.UBIGINT]: ['bigint', 19],
  [DuckDBTypeId.FLOAT]: ['float', 17],
  [DuckDBTypeId.DOUBLE]: ['double', 17],
  [DuckDBTypeId.DATE]: ['date', 0],
  [DuckDBTypeId.TIME]: ['time', 3],
  [DuckDBTypeId.TIMESTAMP]: ['timestamp', 3],
  [DuckDBTypeId.TIMESTAMP_TZ]: ['timestamp with time zone', 3],
  [DuckDBTypeId.LIST]: ['array', 0],
  [DuckDBTypeId.STRUCT]: ['row', 0],
  [DuckDBTypeId.MAP]: ['map', 0],
  [DuckDBTypeId.BLOB]: ['varbinary', 1073741824],
  [DuckDBTypeId.SQLNULL]: ['unknown', 0],
};

/** The column's name and type as Athena tells them. */
export function columnInfo(name: string, type: DuckDBType): ColumnInfo {
  if (type instanceof DuckDBDecimalType) {
    return { Name: name, Type: 'decimal', Precision: type.width, Scale: type.scale, CaseSensitive: false };
  }
  const [typeName, precision] = types[type.typeId] ?? ['varchar', 2147483647];
  const text = typeName === 'varchar';
  return { Name: name, Type: typeName, Precision: precision, Scale: 0, CaseSensitive: text };
}

/** A value as the text Athena answers with; null has none. */
export function valueText(value: DuckDBValue, type: DuckDBType): string | null {
  if (value === null) return null;
  if (typeof value === 'bigint') return bigintText(value);
  if (typeof value === 'number') return numberText(value, type);
  if (value instanceof DuckDBTimestampValue) return timestampText(value.micros);
  if (value instanceof DuckDBTimestampTZValue) return `${timestampText(value.micros)} UTC`;
  if (value instanceof DuckDBTimeValue) return timestampText(value.micros).slice(11);
  if (value instanceof DuckDBBlobValue) return hexText(value.bytes);
  return nestedText(value, type) ?? String(value);
}

function nestedText(value: DuckDBValue, type: DuckDBType): string | undefined {
  if (value instanceof DuckDBListValue && type instanceof DuckDBListType) {
    return `[${value.items.map((item) => partText(item, type.valueType)).join(', ')}]`;
  }
  if (value instanceof DuckDBStructValue && type instanceof DuckDBStructType) {
    const parts = Object.entries(value.entries).map(
      ([name, each]) => `${name}=${partText(each, type.typeForEntry(name))}`,
    );
    return `{${parts.join(', ')}}`;
  }
  if (value instanceof DuckDBMapValue && type instanceof DuckDBMapType) {
    const parts = value.entries.map(
      (entry) => `${partText(entry.key, type.keyType)}=${partText(entry.value, type.valueType)}`,
    );
    return `{${parts.join(', ')}}`;
  }
  return undefined;
}

function hexText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}

function partText(value: DuckDBValue, type: DuckDBType): string {
  return valueText(value, type) ?? 'null';
}

function bigintText(value: bigint): string {
  if (BigInt.asIntN(64, value) === value) return String(value);
  throw new QueryFailure(`NUMERIC_VALUE_OUT_OF_RANGE: bigint overflow: ${value}`);
}

function numberText(value: number, type: DuckDBType): string {
  if (type.typeId === DuckDBTypeId.DOUBLE) return doubleText(value);
  if (type.typeId === DuckDBTypeId.FLOAT) return doubleText(shortestFloat(value));
  return String(value);
}

/** As Java writes a double: 1.0, 1.0E7, 1.0E-4, Infinity, NaN. */
function doubleText(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value)) return String(value);
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  if (size >= 1e-3 && size < 1e7) return Number.isInteger(value) ? `${value}.0` : String(value);
  const [digits = '', exponent = ''] = value.toExponential().split('e');
  return `${digits.includes('.') ? digits : `${digits}.0`}E${Number(exponent)}`;
}

function shortestFloat(value: number): number {
  for (let digits = 1; digits < 9; digits += 1) {
    const shorter = Number(value.toPrecision(digits));
    if (Math.fround(shorter) === value) return shorter;
  }
  return value;
}

// Rounded down to milliseconds, also before 1970.
function timestampText(micros: bigint): string {
  const ms = micros / 1000n - (micros % 1000n < 0n ? 1n : 0n);
  const moment = new Date(Number(ms));
  if (Number.isNaN(moment.getTime()))
    throw new QueryFailure(`NUMERIC_VALUE_OUT_OF_RANGE: timestamp ${micros}`);
  return moment.toISOString().replace('T', ' ').replace('Z', '');
}
