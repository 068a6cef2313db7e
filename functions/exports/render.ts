import { createHash, randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { submissionLog, type Table } from '../../forms/derived/columns.ts';
import { type StoredItem, storedItem, submissionItem } from '../../forms/derived/item.ts';
import { type Row, type RowMaker, rowMakerOf, type TableRow } from '../../forms/derived/rows.ts';
import type { KindPart } from '../../forms/grammar/kind.ts';
import type { Values } from '../../forms/grammar/reading.ts';
import { dayAt } from '../lambda/clock.ts';
import { putFile } from './lake.ts';
import { type Cells, cellsOf, openParquet, type ParquetFile } from './parquet.ts';
import type { Counts, LakeObject, Rendered } from './runs.ts';
import type { LakeForm } from './tables.ts';

/** A partition to render, with its items in pages, in the order of their ids. */
export interface PartitionItems {
  readonly form: LakeForm;
  readonly month: string;
  readonly shard: number;
  readonly pages: AsyncIterable<readonly Record<string, unknown>[]>;
}

/** What a rendering needs besides the items. */
export interface RenderContext {
  readonly columns: KindPart<'columns'>;
  /** The cut-off T (ms UTC): what was received later does not exist yet. */
  readonly asOf: number;
  /** The receipt's reference of an id. */
  readonly referenceOf: (id: string) => string;
  /** Objects that the published run names: they are there, and need not be sent again. */
  readonly published: ReadonlySet<string>;
}

/**
 * Renders one partition into immutable objects named by their content. The outcome is a function of the
 * partition's items, the declaration and T, and of nothing else. Memory does not grow with the partition, but for
 * an anonymous form's: its rows must not lie in the order they came in, so they are all sorted first.
 */
export async function render(
  partition: PartitionItems,
  context: RenderContext,
): Promise<Rendered & { readonly written: number }> {
  const { form } = partition;
  const files = new Map([...form.tables, submissionLog].map((table) => [table, lazyFile(table)]));
  const counts = { received: 0, current: 0, superseded: 0, erased: 0, quarantined: 0 };
  const forgotten: string[] = [];
  const makers = new Map(
    form.versions.map((version) => [
      version.version,
      rowMakerOf(version, form.tables, context.columns, form.versions),
    ]),
  );
  try {
    const isAnonymous = form.versions.some(({ anonymous }) => anonymous);
    const held: Line[] = [];
    const add = (line: Line) => {
      for (const [table, cells] of line.cells) files.get(table)?.add(cells);
    };
    for await (const page of partition.pages) {
      for (const item of page) {
        const line = lineOf(item, partition, makers, { ...context, isAnonymous });
        if (line === undefined) continue;
        counts.received += 1;
        counts[line.status] += 1;
        forgotten.push(...line.forgotten);
        if (isAnonymous) held.push(line);
        else add(line);
      }
    }
    for (const table of files.keys()) {
      for (const [, cells] of inNoOrder(table, held)) files.get(table)?.add(cells);
    }
    const kept = await keep(partition, files, context.published);
    return {
      form: form.id,
      recipe: form.recipe,
      counts,
      forgotten: forgotten.map(shortHash).sort(),
      ...kept,
    };
  } finally {
    for (const file of files.values()) file.discard();
  }
}

/** A file that is made with its first row: an object without rows is never written. */
function lazyFile(table: Table): ParquetFile {
  let file: ParquetFile | undefined;
  return {
    add(cells) {
      file ??= openParquet(join(tmpdir(), `${randomUUID()}.parquet`), table.columns);
      file.add(cells);
    },
    get rows() {
      return file?.rows ?? 0;
    },
    finish() {
      if (file === undefined) throw new Error(`expected rows of ${table.name}, got none`);
      return file.finish();
    },
    discard: () => file?.discard(),
  };
}

async function keep(
  { form, month, shard }: PartitionItems,
  files: ReadonlyMap<Table, ParquetFile>,
  published: ReadonlySet<string>,
): Promise<{ objects: LakeObject[]; written: number }> {
  const objects: LakeObject[] = [];
  let written = 0;
  for (const [{ database, name }, file] of files) {
    if (file.rows === 0) continue;
    const finished = file.finish();
    const key = `${name}/${form.id}.${month}.${shard}.${finished.sha256}.parquet`;
    objects.push({ database, table: name, key, rows: file.rows, bytes: finished.bytes });
    if (published.has(`${database}/${key}`)) continue;
    if ((await putFile(database, key, finished)) === 'written') written += 1;
  }
  return { objects, written };
}

interface Line {
  readonly id: string;
  readonly status: Exclude<keyof Counts, 'received'>;
  /** Its id when it was erased, the paths of answers that were removed. */
  readonly forgotten: readonly string[];
  /** What goes into each table, already fit for its columns: nothing that is wrong comes so far. */
  readonly cells: readonly (readonly [Table, Cells])[];
}

/**
 * A table's rows of an anonymous form, in an order that tells neither when they came nor, because it is another in
 * every table, which row of another zone they belong to.
 */
function inNoOrder(table: Table, lines: readonly Line[]): (readonly [place: string, cells: Cells])[] {
  return lines
    .flatMap(({ id, cells }) =>
      cells
        .filter(([of]) => of === table)
        .map(([, row]) => [placeOf(`${table.database} ${table.name} ${id}`), row] as const),
    )
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
}

/** Enough to tell what was forgotten before from what is forgotten now. */
function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}

function placeOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The answers are only looked at: to copy them, key by key, took a tenth of the time of an export. */
const seenItem = z.extend(submissionItem, {
  answers: z.custom<Values>((it) => typeof it === 'object' && it !== null && !Array.isArray(it)),
});

/** What one item adds to the lake; undefined when it was received after T. */
function lineOf(
  item: Record<string, unknown>,
  { form, month, shard }: PartitionItems,
  makers: ReadonlyMap<number, RowMaker>,
  { asOf, referenceOf, isAnonymous }: RenderContext & { readonly isAnonymous: boolean },
): Line | undefined {
  const partition = `${month}#${shard}`;
  const id = String(item.sk);

  let forgotten: readonly string[] = [];
  function line(status: Line['status'], log: Row, cells: Line['cells'] = []): Line {
    const whole = { ...log, form: form.id, partition, status };
    return {
      id,
      status,
      forgotten,
      cells: [...cells, [submissionLog, cellsOf(submissionLog.columns, whole)]],
    };
  }
  /** An item that cannot become a row is counted and listed, and blocks no other. */
  const quarantined = (reason: string) =>
    line('quarantined', { ...(!isAnonymous && { submission_id: id }), reason });

  const parsed = 'erased_at' in item ? storedItem.safeParse(item) : seenItem.safeParse(item);
  if (!parsed.success) return quarantined('not-a-submission');
  const stored = parsed.data;
  if (stored.received_at > asOf) return undefined;
  forgotten = 'answers' in stored ? (stored.redacted ?? []).map((path) => `${id} ${path}`) : [id];
  try {
    const log = isAnonymous ? anonymousLogOf(stored) : logOf(stored, referenceOf);
    if ('erased_at' in stored) return line('erased', log);
    const isSuperseded = stored.superseded_at !== undefined && stored.superseded_at <= asOf;
    if (isSuperseded) return line('superseded', log);
    const maker = makers.get(stored.form_version);
    return maker === undefined
      ? quarantined('unknown-version')
      : line('current', log, cellsIn(form.tables, maker.rowsOf(stored)));
  } catch {
    return quarantined('no-row');
  }
}

function cellsIn(tables: readonly Table[], rows: readonly TableRow[]): Line['cells'] {
  return rows.map(({ database, table: name, row }) => {
    const table = tables.find((each) => each.database === database && each.name === name);
    if (table === undefined) throw new Error(`expected the table ${database}.${name}, there is none`);
    return [table, cellsOf(table.columns, row)];
  });
}

const dayMs = 24 * 60 * 60 * 1000;

/** Nothing that leads to one answer: its day (the hour it is kept with was rounded up), and that it was received. */
function anonymousLogOf(item: StoredItem): Row {
  const before = item.received_at - 1;
  return { form_version: item.form_version, received_at: before - (before % dayMs) };
}

function logOf(item: StoredItem, referenceOf: (id: string) => string): Row {
  return {
    submission_id: item.submission_id,
    root_id: item.root_id,
    form_version: item.form_version,
    reference: referenceOf(item.submission_id),
    received_at: item.received_at,
    received_date: dayAt(item.received_at),
    ...('answers' in item && { activity_date: item.activity_date, channel: item.channel, lang: item.lang }),
  };
}
