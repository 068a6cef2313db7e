import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { zstdDecompressSync } from 'node:zlib';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { columns } from '../../forms/kinds/all.ts';
import { render } from '../../functions/exports/render.ts';
import type { Counts } from '../../functions/exports/runs.ts';
import { lakeForms } from '../../functions/exports/tables.ts';
import { referenceOf } from '../../functions/submissions/ids.ts';
import { partitionOf } from '../../functions/submissions/keys.ts';
import type { History } from './history.ts';
import { formId } from './made-form.ts';

export type Row = Readonly<Record<string, unknown>>;

/** A lake that a worker of the export writes to, and that is read without anything of ours. */
export interface TestLake {
  /** Renders partitions, by key, and reads back what was written: rows by table (`analytic.made_up`). */
  write(
    history: History,
    partitions: ReadonlyMap<string, readonly Row[]>,
    asOf: number,
  ): Promise<{ readonly rows: ReadonlyMap<string, readonly Row[]>; readonly counts: Counts }>;
  stop(): Promise<void>;
}

/** The bucket is kept in memory: the worker puts each object once, through the client that it has. */
export async function startLake(): Promise<TestLake> {
  const objects = new Map<string, Uint8Array<ArrayBuffer>>();
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      objects.set(new URL(request.url ?? '', 'http://localhost').pathname, new Uint8Array(body));
      response.setHeader('etag', '"kept"').end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${typeof address === 'object' ? address?.port : address}`,
    AWS_REGION: 'eu-north-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'secret',
    ANALYTIC_BUCKET: 'analytic',
    CONFIDENTIAL_BUCKET: 'confidential',
  });

  return {
    async write({ versions }, partitions, asOf) {
      const [form] = lakeForms([versions], columns);
      if (form === undefined) throw new Error(`expected ${formId} in the lake, got nothing`);
      const rows = new Map<string, Row[]>();
      const counts = { received: 0, current: 0, superseded: 0, erased: 0, quarantined: 0 };
      for (const [partition, items] of partitions) {
        const { month, shard } = partitionOf(partition);
        const made = await render(
          { form, month, shard, pages: pagesOf(items) },
          { columns, asOf, referenceOf, published: new Set() },
        );
        for (const sort of ['received', 'current', 'superseded', 'erased', 'quarantined'] as const) {
          counts[sort] += made.counts[sort];
        }
        for (const { database, table, key } of made.objects) {
          const found = await rowsIn(objects.get(`/${database}/${key}`));
          const name = `${database}.${table}`;
          rows.set(name, [...(rows.get(name) ?? []), ...found]);
        }
      }
      return { rows, counts };
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Two items a page. */
async function* pagesOf(items: readonly Row[]) {
  for (let at = 0; at < items.length; at += 2) yield items.slice(at, at + 2);
}

async function rowsIn(bytes: Uint8Array<ArrayBuffer> | undefined): Promise<Row[]> {
  if (bytes === undefined) throw new Error('expected the object that the worker named, got nothing');
  const file = bytes.buffer;
  const compressors = { ZSTD: (page: Uint8Array) => new Uint8Array(zstdDecompressSync(page)) };
  return parquetReadObjects({ file, metadata: parquetMetadata(file), compressors });
}
