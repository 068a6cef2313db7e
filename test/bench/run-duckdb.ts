import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import * as z from 'zod/mini';
import { cpuMsSince, offer } from './operations.ts';

// DuckDB in a process of its own: the fastest way known to make Parquet of rows that are already there, and what asks
// the lake on this machine.
const asking = z.object({ files: z.array(z.string()), folder: z.string() });
const question = z.object({ sql: z.string(), times: z.int() });

const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
const connection = await instance.connect();
// What was read once would be read again from memory: each question is to be the first.
await connection.run('set enable_external_file_cache = false');

const parquetOf = (folder: string, index: number) => join(folder, `${index}.parquet`);
const linesOf = (folder: string, index: number) => join(folder, `${index}.ndjson`);

/** Writes the rows of Parquet files as lines of JSON, and as CSV. */
async function unpack(input: unknown): Promise<void> {
  const { files, folder } = asking.parse(input);
  for (const [index, file] of files.entries()) {
    const rows = `from read_parquet('${file}')`;
    await connection.run(`copy (${rows}) to '${linesOf(folder, index)}' (format json)`);
    await connection.run(`copy (${rows}) to '${join(folder, `${index}.csv`)}' (format csv, header)`);
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

/** The columns of a Parquet file with their types, as DuckDB's readers of text take them. */
async function columnsOf(from: DuckDBConnection, file: string): Promise<string> {
  const described = await from.runAndReadAll(`describe from read_parquet('${file}')`);
  const columns = described.getRowObjects().map(({ column_name, column_type }) => {
    return `${String(column_name)}: '${String(column_type)}'`;
  });
  return `{${columns.join(', ')}}`;
}

const described = (input: unknown) => columnsOf(connection, z.object({ file: z.string() }).parse(input).file);

/** Asks several times; gives the CPU of each, the bytes that one read, and the answer. */
async function ask(input: unknown) {
  const { sql, times } = question.parse(input);
  const cpuMs: number[] = [];
  let answer = '';
  const readBefore = bytesRead();
  for (let time = 0; time < times; time += 1) {
    const before = process.cpuUsage();
    const result = await connection.runAndReadAll(sql);
    cpuMs.push(cpuMsSince(before));
    answer = JSON.stringify(result.getRowsJson());
  }
  return { cpuMs, bytes: (bytesRead() - readBefore) / times, answer };
}

/** Bytes that this process has read from files so far, cached by the system or not (Linux). */
function bytesRead(): number {
  return Number(/^rchar: (\d+)$/m.exec(readFileSync('/proc/self/io', 'utf8'))?.[1]);
}

offer({ unpack, pack, described, ask });
