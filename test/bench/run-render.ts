import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { QueryCommand } from '@aws-sdk/client-dynamodb';
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
import { partitionKey } from '../../functions/submissions/keys.ts';
import { itemsOf, store } from '../../functions/submissions/table.ts';
import { cpuMsSince, offer } from './operations.ts';

// Renders partitions as the worker of an export does: the same code, in a process of its own.
const asking = z.object({ month: z.string() });
const form = participants(lakeForms(await loadAll(publications), columns));

function participants(forms: readonly LakeForm[]): LakeForm {
  const found = forms.find(({ id }) => id === 'participants');
  if (found === undefined) throw new Error('expected participants to be published, got nothing');
  return found;
}

const partitionOf = (month: string) => ({ form: form.id, month, shard: 0 });

async function whole(input: unknown) {
  const { month } = asking.parse(input);
  const partition = { form, month, shard: 0, pages: itemsOf(partitionOf(month)) };
  const before = process.cpuUsage();
  const made = await render(partition, {
    columns,
    asOf: Date.now(),
    referenceOf,
    published: new Set(),
  });
  const lost = made.counts.received - made.counts.current;
  return { rows: made.counts.current, lost, cpuMs: cpuMsSince(before), objects: made.objects };
}

/** CPU milliseconds of each stage alone, on the same items. */
async function stages(input: unknown) {
  const { month } = asking.parse(input);
  const [raw, readMs] = await timed(() => readRaw(month));
  const [items, bothMs] = await timed(async () =>
    (await Array.fromAsync(itemsOf(partitionOf(month)))).flat(),
  );
  const [stored, parseMs] = await timed(() => items.map((item) => storedItem.parse(item)));
  const makers = form.versions.map((version) => rowMakerOf(version, form.tables, columns));
  const [lines, rowsMs] = await timed(() => stored.map((item) => lineOf(item, makers)));
  const [files, parquetMs] = await timed(() =>
    [...form.tables, submissionLog].map((table) => write(table, lines)),
  );
  const [, putMs] = await timed(() =>
    Promise.all(
      files.map(({ finished }) => putFile('analytic', `bench/${newId(Date.now())}.parquet`, finished)),
    ),
  );
  for (const file of files) file.discard();
  return {
    rows: raw,
    ms: [readMs, bothMs - readMs, parseMs, rowsMs, parquetMs, putMs],
  };
}

async function timed<T>(work: () => T | Promise<T>): Promise<[T, number]> {
  const before = process.cpuUsage();
  const result = await work();
  return [result, cpuMsSince(before)];
}

/** Reads a partition with the client alone. */
async function readRaw(month: string): Promise<number> {
  const { client, table } = store();
  let start: QueryCommand['input']['ExclusiveStartKey'];
  let count = 0;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: partitionKey(partitionOf(month)) } },
        ConsistentRead: true,
        Limit: 500,
        ExclusiveStartKey: start,
      }),
    );
    count += page.Items?.length ?? 0;
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return count;
}

/** A row in every table, as an export makes them. */
function lineOf(item: z.infer<typeof storedItem>, makers: readonly RowMaker[]): ReadonlyMap<Table, Cells> {
  const [maker] = makers;
  if (!('answers' in item) || maker === undefined) throw new Error('expected a submission, got a tombstone');
  const rows = maker.rowsOf(item);
  const { submission_id, root_id, form_version, received_at, activity_date, channel, lang } = item;
  const log = { submission_id, root_id, form_version, received_at, activity_date, channel, lang };
  const more = { form: form.id, reference: referenceOf(submission_id), status: 'current', partition: '#0' };
  const cells = rows.map(({ database, table: name, row }) => {
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
