import { zstdDecompressSync } from 'node:zlib';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import * as z from 'zod/mini';
import { namedIn } from './lake.ts';
import { startProxy } from './proxy.ts';
import type { Stores } from './stores.ts';

/** The rows of a table as texts that tell them apart, in an order of their own. */
export type Seen = readonly string[];

/** A reader that stops before every request until it may go on. */
export interface SlowReader {
  /**
   * Reads a table as Trino does: its pointer, then for each object the list of its folder for its size, the footer,
   * and each column by itself, in requests that know nothing of each other.
   */
  table(name: string, stop?: Stop): Promise<Seen>;
  /** What `_pointers` says, as text. */
  pointers(stop?: Stop): Promise<string>;
  close(): Promise<void>;
}
/** Told what is asked next; the reader goes on when it is done. */
export type Stop = (next: string) => Promise<void> | void;

/** An object that a pointer named was not in its folder any more. */
export class Missing extends Error {
  override readonly name = 'Missing';
}

export async function openReader(stores: Stores): Promise<SlowReader> {
  const proxy = await startProxy(stores);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'secret' };
  const client = new S3Client({
    region: 'eu-north-1',
    endpoint: proxy.url,
    forcePathStyle: true,
    credentials,
  });
  const goOn: Stop = () => {};

  async function get(
    path: string,
    stop: Stop,
    range?: readonly [from: number, to: number],
  ): Promise<Uint8Array> {
    await stop(`${path} ${range ?? ''}`);
    const [Bucket = '', ...key] = path.split('/');
    const Range = range && `bytes=${range[0]}-${range[1] - 1}`;
    const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: key.join('/'), Range }));
    if (Body === undefined) throw new Error(`expected a body of ${path}, got none`);
    return Body.transformToByteArray();
  }

  async function sizeOf(path: string, stop: Stop): Promise<number> {
    const [Bucket = '', folder = '', name] = path.split('/');
    await stop(`list ${Bucket}/${folder}`);
    const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket, Prefix: `${folder}/` }));
    const found = Contents.find(({ Key }) => Key === `${folder}/${name}`);
    if (found?.Size === undefined) throw new Missing(`${path} is not there`);
    return found.Size;
  }

  async function object(path: string, stop: Stop): Promise<Record<string, unknown>[]> {
    const size = await sizeOf(path, stop);
    const bytes = new Uint8Array(size);
    const fill = async (from: number, to: number) => bytes.set(await get(path, stop, [from, to]), from);
    await fill(size - 8, size);
    const footer = new DataView(bytes.buffer).getUint32(size - 8, true);
    await fill(size - 8 - footer, size - 8);
    const metadata = parquetMetadata(bytes.buffer);
    for (const { meta_data: column } of metadata.row_groups.flatMap(({ columns }) => columns)) {
      if (column === undefined) throw new Error(`expected a column of ${path}, got none`);
      const from = Number(column.dictionary_page_offset ?? column.data_page_offset);
      await fill(from, from + Number(column.total_compressed_size));
    }
    const ZSTD = (page: Uint8Array) => new Uint8Array(zstdDecompressSync(page));
    return parquetReadObjects({ file: bytes.buffer, metadata, compressors: { ZSTD } });
  }

  const text = async (path: string, stop: Stop) => Buffer.from(await get(path, stop)).toString();
  return {
    table: async (name, stop = goOn) => {
      const pointer = await text(`${name.replace('.', '/')}/_symlink/manifest`, stop);
      const rows: string[] = [];
      for (const path of namedIn(pointer)) rows.push(...(await object(path, stop)).map(markOf));
      return rows.toSorted();
    },
    pointers: (stop = goOn) => text('analytic/_pointers', stop),
    close: async () => {
      client.destroy();
      await proxy.stop();
    },
  };
}

const marks = z.object({
  submission_id: z.nullish(z.string()),
  row_no: z.nullish(z.number()),
  status: z.nullish(z.string()),
  n: z.nullish(z.number()),
  thought: z.nullish(z.string()),
});

/** What tells a row from all others, and from itself in another run. */
export function markOf(row: unknown): string {
  const { submission_id, row_no, status, n, thought } = marks.parse(row);
  return [submission_id, row_no, status, n, thought].map((mark) => mark ?? '-').join(' ');
}
