import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import * as z from 'zod/mini';
import { cpuMsSince, offer } from './operations.ts';

// DuckDB in a process of its own: the fastest way known to make Parquet of rows that are already there.
const asking = z.object({ files: z.array(z.string()), folder: z.string() });

const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
const connection = await instance.connect();

const parquetOf = (folder: string, index: number) => join(folder, `${index}.parquet`);
const linesOf = (folder: string, index: number) => join(folder, `${index}.ndjson`);

/** Writes the rows of Parquet files as lines of JSON. */
async function unpack(input: unknown): Promise<void> {
  const { files, folder } = asking.parse(input);
  for (const [index, file] of files.entries()) {
    await connection.run(`copy (from read_parquet('${file}')) to '${linesOf(folder, index)}' (format json)`);
  }
}

/** Makes Parquet of those lines, knowing the columns as our writer does; gives CPU and bytes. */
async function pack(input: unknown) {
  const { files, folder } = asking.parse(input);
  const statements = await Promise.all(
    files.map(async (file, index) => {
      const lines = `read_json('${linesOf(folder, index)}', format = 'newline_delimited', columns = ${await columnsOf(connection, file)})`;
      return `copy (from ${lines}) to '${parquetOf(folder, index)}' (format parquet, compression zstd, compression_level 3)`;
    }),
  );
  const before = process.cpuUsage();
  for (const statement of statements) await connection.run(statement);
  return { cpuMs: cpuMsSince(before), files: files.map((_, index) => parquetOf(folder, index)) };
}

async function columnsOf(from: DuckDBConnection, file: string): Promise<string> {
  const described = await from.runAndReadAll(`describe from read_parquet('${file}')`);
  const columns = described.getRowObjects().map(({ column_name, column_type }) => {
    return `${String(column_name)}: '${String(column_type)}'`;
  });
  return `{${columns.join(', ')}}`;
}

offer({ unpack, pack });
