import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod/mini';
import { submissionLog, type Table } from '../../forms/derived/columns.ts';
import { storedItem } from '../../forms/derived/item.ts';
import { type RowMaker, rowMakerOf } from '../../forms/derived/rows.ts';
import { loadAll } from '../../forms/grammar/published.ts';
import { columns } from '../../forms/kinds/all.ts';
import { publications } from '../../forms/published/index.ts';
import { putFile } from '../../functions/exports/lake.ts';
import { type Cells, cellsOf, openParquet } from '../../functions/exports/parquet.ts';
import { render } from '../../functions/exports/render.ts';
import { type LakeForm, lakeForms } from '../../functions/exports/tables.ts';
import { newId, referenceOf } from '../../functions/submissions/ids.ts';
import { itemsOf } from '../../functions/submissions/items.ts';
import { partitionKey } from '../../functions/submissions/keys.ts';
import { store } from '../../functions/submissions/table.ts';
import { cpuMsSince, offer } from './operations.ts';

// Renders partitions as the worker of an export does: the same code, in a process of its own.
const asking = z.object({ form: z.string(), month: z.string() });
const forms = lakeForms(await loadAll(publications), columns);

type Pages = AsyncIterable<readonly Record<string, unknown>[]>;

function asked(input: unknown) {
  const { form: id, month } = asking.parse(input);
  const form = forms.find((each) => each.id === id);
  if (form === undefined) throw new Error(`expected a published form, got "${id}"`);
  return { form, month, partition: { form: id, month, shard: 0 } };
}

function rendered(form: LakeForm, month: string, pages: Pages) {
  const context = { columns, asOf: Date.now(), referenceOf, published: new Set<string>() };
  return render({ form, month, shard: 0, pages }, context);
}

async function whole(input: unknown) {
  const { form, month, partition } = asked(input);
  const before = process.cpuUsage();
  const started = performance.now();
  const { counts, objects } = await rendered(form, month, itemsOf(partition));
  const [cpuMs, wallMs] = [cpuMsSince(before), performance.now() - started];
  return { rows: counts.current, lost: counts.received - counts.current, cpuMs, wallMs, objects };
}

/** CPU milliseconds of each stage on the same items, and of the SDK's own way to read them. */
async function stages(input: unknown) {
  const { form, month, partition } = asked(input);
  const [, sdkMs] = await timed(() => readBySdk(partitionKey(partition)));
  const [items, readMs] = await timed(async () => (await Array.fromAsync(itemsOf(partition))).flat());
  const maker = rowMakerOf(newest(form), form.tables, columns);
  const lines = items.map((item) => lineOf(form, maker, item));
  const [, allMs] = await timed(() => rendered(form, month, one(items)));
  const [files, parquetMs] = await timed(() =>
    [...form.tables, submissionLog].map((table) => write(table, lines)),
  );
  const [, putMs] = await timed(() =>
    Promise.all(
      files.map(({ finished }) => putFile('analytic', `bench/${newId(Date.now())}.parquet`, finished)),
    ),
  );
  for (const file of files) file.discard();
  return { rows: items.length, sdkMs, ms: [readMs, allMs - parquetMs - putMs, parquetMs, putMs] };
}

async function* one<T>(page: T): AsyncGenerator<T> {
  yield page;
}

async function timed<T>(work: () => T | Promise<T>): Promise<[T, number]> {
  const before = process.cpuUsage();
  const result = await work();
  return [result, cpuMsSince(before)];
}

/** Reads a partition as it would be read without any code of ours. */
async function readBySdk(pk: string): Promise<void> {
  const { client, table } = store();
  let start: QueryCommand['input']['ExclusiveStartKey'];
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: pk } },
        ConsistentRead: true,
        Limit: 500,
        ExclusiveStartKey: start,
      }),
    );
    for (const item of page.Items ?? []) unmarshall(item);
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
}

function newest({ id, versions }: LakeForm) {
  const version = versions.at(-1);
  if (version === undefined) throw new Error(`expected ${id} to have a version, got none`);
  return version;
}

/** A row in every table, as an export makes them. */
function lineOf(form: LakeForm, maker: RowMaker, from: unknown): ReadonlyMap<Table, Cells> {
  const item = storedItem.parse(from);
  if (!('answers' in item)) throw new Error('expected a submission, got a tombstone');
  const { submission_id, root_id, form_version, received_at, activity_date, channel, lang } = item;
  const log = { submission_id, root_id, form_version, received_at, activity_date, channel, lang };
  const more = { form: form.id, reference: referenceOf(submission_id), status: 'current', partition: '#0' };
  const cells = maker.rowsOf(item).map(({ database, table: name, row }) => {
    const table = form.tables.find((each) => each.database === database && each.name === name);
    if (table === undefined) throw new Error(`expected the table ${database}.${name}, there is none`);
    return [table, cellsOf(table.columns, row)] as const;
  });
  return new Map([...cells, [submissionLog, cellsOf(submissionLog.columns, { ...log, ...more })]]);
}

function write(table: Table, lines: readonly ReadonlyMap<Table, Cells>[]) {
  const file = openParquet(join(tmpdir(), `${newId(Date.now())}.parquet`), table.columns);
  for (const line of lines) file.add(line.get(table) ?? []);
  return { finished: file.finish(), discard: file.discard };
}

offer({ whole, stages });
