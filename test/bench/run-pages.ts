import { createServer } from 'node:http';
import * as z from 'zod/mini';
import { listen } from './listening.ts';
import { offer } from './operations.ts';
import { narrow } from './samples.ts';
import { itemIn } from './store.ts';
import { storedBytes } from './stored-bytes.ts';
import { wide } from './wide.ts';

// Answers Query with pages that were made before: a store of any size that costs nothing. After two row
// groups the same submissions come again, which changes nothing for a writer that forgets its last group.
const { BENCH_ROWS: rows = '0', BENCH_MONTH: month = '', BENCH_FORM: formId = '' } = process.env;
const last = Number(rows);
const pageItems = 500;
const different = Math.min(last, 20_000);
const sample = [narrow, wide].find(({ form }) => form.id === formId);
if (sample === undefined) throw new Error(`expected a form with samples, got "${formId}"`);

let bytes = 0;
const pages = Array.from({ length: Math.ceil(different / pageItems) }, (_, page) => {
  const from = page * pageItems;
  const items = Array.from({ length: Math.min(pageItems, different - from) }, (_, at) =>
    itemIn(month, from + at, sample),
  );
  for (const item of items) bytes += storedBytes(item);
  return `"Items":${JSON.stringify(items)},"Count":${items.length},"ScannedCount":${items.length}`;
});

const query = z.object({
  Limit: z.literal(pageItems),
  ExclusiveStartKey: z.optional(z.object({ sk: z.object({ S: z.string() }) })),
});

function pageOf(body: string): string {
  const from = Number(query.parse(JSON.parse(body)).ExclusiveStartKey?.sk.S ?? 0);
  const next = from + pageItems;
  const more = next < last ? `,"LastEvaluatedKey":{"pk":{"S":"${month}"},"sk":{"S":"${next}"}}` : '';
  return `{${pages[(from / pageItems) % pages.length]}${more}}`;
}

const server = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (chunk: string) => {
    body += chunk;
  });
  request.on('end', () => {
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end(pageOf(body));
  });
});

const port = await listen(server);
offer({ where: () => ({ url: `http://127.0.0.1:${port}`, itemBytes: bytes / different }) });
