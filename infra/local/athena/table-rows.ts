import type { Table } from '../../../forms/derived/columns.ts';
import type { ColumnType } from '../../../forms/grammar/column.ts';

const duckTypes: Readonly<Record<ColumnType, string>> = {
  string: 'VARCHAR',
  int: 'INTEGER',
  bigint: 'BIGINT',
  double: 'DOUBLE',
  'decimal(18,1)': 'DECIMAL(18,1)',
  'decimal(18,2)': 'DECIMAL(18,2)',
  'decimal(18,3)': 'DECIMAL(18,3)',
  'decimal(18,4)': 'DECIMAL(18,4)',
  boolean: 'BOOLEAN',
  date: 'DATE',
  timestamp: 'TIMESTAMP',
  'array<string>': 'VARCHAR[]',
};

/**
 * A SELECT of a table's rows from files, for DuckDB. With a schema it takes columns by name, as Athena does, and gives
 * null where an older object lacks one.
 */
export function rowsOf(table: Table, paths: readonly string[]): string {
  if (paths.length === 0) {
    const nulls = table.columns.map(
      ({ name, type }) => `cast(null as ${duckTypes[type]}) as ${identifier(name)}`,
    );
    return `select ${nulls.join(', ')} where false`;
  }
  const schema = table.columns.map(
    ({ name, type }) =>
      `${quoted(name)}: {name: ${quoted(name)}, type: '${duckTypes[type]}', default_value: null}`,
  );
  const list = paths.map(quoted).join(', ');
  return `select * from read_parquet([${list}], hive_partitioning = false, schema = map {${schema.join(', ')}})`;
}

/** A text as SQL writes it. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A name as SQL writes it. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
