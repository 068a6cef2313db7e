import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { tableName } from '../../forms/grammar/form-parts.ts';
import { objectPath } from '../../infra/local/s3/paths.ts';
import { measureLevel, showGrowth } from './export-growth.ts';
import { askBoth } from './export-queries.ts';
import { showStages } from './export-stages.ts';
import { showPeers } from './peers.ts';
import { budget, figure, heading, median, ratio, say, table } from './print.ts';
import type { RunningProduct } from './product.ts';
import { withProgram } from './programs.ts';
import { fillTo, type Month, type PartsEnv } from './store.ts';

const rounds = 2;

const whole = z.object({
  rows: z.int(),
  lost: z.int(),
  cpuMs: z.number(),
  wallMs: z.number(),
  objects: z.array(
    z.object({
      database: z.string(),
      table: z.string(),
      key: z.string(),
      rows: z.int(),
      bytes: z.int(),
    }),
  ),
});
type Whole = z.infer<typeof whole>;

/** What rendering rows, or packing them, cost. */
interface Cost {
  readonly name: string;
  readonly rows: number;
  readonly cpuMs: number;
  readonly wallMs?: number;
  readonly peakMb: number;
  readonly bytes: number;
  /** Of all tables, child tables and the log too. */
  readonly lakeRows?: number;
}

const packed = z.object({ cpuMs: z.number(), files: z.array(z.string()) });

type Store = Pick<RunningProduct, 'env' | 'dataDir'>;

const narrow = 'participants';
const wide = 'needs-analysis';

/** Exports: one partition of every size, then whole ones as the store grows, then what analysts get of them. */
export async function exporting(store: Store, large: Month): Promise<void> {
  const small: Month = { month: '2026-02', stored: 0 };
  const fresh: Month = { month: '2026-05', stored: 0 };
  await fillTo(10_000, small, store.env);
  const few = await measureLevel(fresh, store.env);
  await fillTo(100_000, large, store.env);
  const many = await measureLevel(fresh, store.env);

  const perSecondOf = await partitions(store, small.month, large.month);
  showPeers(perSecondOf);
  await showStages(narrow, small.month, store.env);
  showGrowth(few, many);
  await questions(store, large.month);
}

/** One partition from stored items to Parquet objects, beside DuckDB with the same rows as lines of JSON. */
async function partitions(store: Store, smallMonth: string, largeMonth: string) {
  heading('Export of one partition (participants): items in the engine -> three Parquet objects in S3');
  const [few, fewDuck] = await sideBySide('10 000 stored', smallMonth, store);
  const [many, manyDuck] = await sideBySide('100 000 stored', largeMonth, store);
  const served = await renderPages(narrow, 100_000, store.env);
  const million = await renderPages(narrow, 1_000_000, store.env);
  const forty = await renderPages(wide, 20_000, store.env);
  // No two of these are the same.
  const fewForty = await renderPages(wide, 141, store.env);
  show([
    [few, fewDuck],
    [many, manyDuck],
    [served.cost, manyDuck],
    [million.cost, undefined],
    [forty.cost, undefined],
    [fewForty.cost, undefined],
  ]);
  sayBytes(narrow, million);
  sayBytes(wide, fewForty);
  budget('submissions per CPU-second, 100 000 stored,', perSecond(many), 15_000, 'at least');
  budget(
    'submissions per CPU-second, 1 000 000 from ready pages,',
    perSecond(million.cost),
    30_000,
    'at least',
  );
  budget('bytes in the lake each, all three tables,', many.bytes / many.rows, 150, 'at most');
  const peakMb = Math.max(...[few, many, served.cost, million.cost, forty.cost].map((cost) => cost.peakMb));
  budget('peak MB of any of these', peakMb, 400, 'at most');
  return { narrow: perSecond(many), wide: perSecond(forty.cost) };
}

function sayBytes(form: string, { cost, itemBytes, analyticBytes }: FromPages): void {
  const analytic = figure(analyticBytes / cost.rows);
  say(
    `  ${form}: an item has ${figure(itemBytes)} bytes as DynamoDB counts them, a row ${analytic} in analytic tables`,
  );
}

async function sideBySide(name: string, month: string, store: Store): Promise<[Cost, Cost]> {
  const ours: Cost[] = [];
  const ducks: Cost[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { objects, cost } = await renderOne(name, narrow, month, store.env);
    ours.push(cost);
    ducks.push(await withLines(objects, store, (files, folder) => duck(cost.rows, files, folder)));
  }
  return [middleOf(ours), middleOf(ducks)];
}

function middleOf(costs: readonly Cost[]): Cost {
  const [first] = costs;
  if (first === undefined) throw new Error('expected a round, got none');
  const of = (pick: (cost: Cost) => number) => median(costs.map(pick));
  const middle = { ...first, cpuMs: of(({ cpuMs }) => cpuMs), peakMb: of(({ peakMb }) => peakMb) };
  return first.wallMs === undefined ? middle : { ...middle, wallMs: of(({ wallMs = 0 }) => wallMs) };
}

async function renderOne(
  name: string,
  form: string,
  month: string,
  env: PartsEnv,
): Promise<{ readonly objects: Whole['objects']; readonly cost: Cost }> {
  return withProgram('render', env, async (program) => {
    const { rows, lost, cpuMs, wallMs, objects } = await program.ask('whole', whole, { form, month });
    if (lost > 0) throw new Error(`expected a row of every submission, ${lost} have none`);
    const sum = (of: 'bytes' | 'rows') => objects.reduce((all, object) => all + object[of], 0);
    const { peakMb } = await program.usage();
    return {
      objects,
      cost: { name, rows, cpuMs, wallMs, bytes: sum('bytes'), lakeRows: sum('rows'), peakMb },
    };
  });
}

interface FromPages {
  readonly cost: Cost;
  readonly itemBytes: number;
  readonly analyticBytes: number;
}

/** The same client reads pages from a server that has them ready. */
async function renderPages(form: string, rows: number, env: PartsEnv): Promise<FromPages> {
  const month = '2026-01';
  const given = { BENCH_ROWS: String(rows), BENCH_MONTH: month, BENCH_FORM: form };
  return withProgram('pages', given, async (pages) => {
    const { url, itemBytes } = await pages.ask('where', z.object({ url: z.string(), itemBytes: z.number() }));
    const ready = { ...env, AWS_ENDPOINT_URL_DYNAMODB: url };
    const name = `${figure(rows)} from ready pages${form === narrow ? '' : `, ${form}`}`;
    const { cost, objects } = await renderOne(name, form, month, ready);
    const own = objects.filter(
      (each) => each.database === 'analytic' && each.table.startsWith(tableName(form)),
    );
    return { cost, itemBytes, analyticBytes: own.reduce((sum, { bytes }) => sum + bytes, 0) };
  });
}

/** The rows of objects as text, for as long as they are used. */
async function withLines<T>(
  objects: Whole['objects'],
  { dataDir }: Store,
  use: (files: readonly string[], folder: string) => Promise<T>,
): Promise<T> {
  const folder = join(dataDir, 'duckdb');
  mkdirSync(folder);
  const files = objects.map(({ database, key }) => objectPath(join(dataDir, 's3'), database, key));
  await withProgram('duckdb', {}, (program) => program.ask('unpack', z.unknown(), { files, folder }));
  const result = await use(files, folder);
  rmSync(folder, { recursive: true });
  return result;
}

async function duck(rows: number, files: readonly string[], folder: string): Promise<Cost> {
  return withProgram('duckdb', {}, async (program) => {
    const made = await program.ask('pack', packed, { files, folder });
    const bytes = made.files.reduce((sum, file) => sum + statSync(file).size, 0);
    const { peakMb } = await program.usage();
    return { name: `DuckDB, ${figure(rows)}`, rows, cpuMs: made.cpuMs, peakMb, bytes };
  });
}

async function questions(store: Store, month: string): Promise<void> {
  const { objects, cost } = await renderOne('', narrow, month, store.env);
  const index = objects.findIndex(({ database, table: name }) => database === 'analytic' && name === narrow);
  await withLines(objects, store, (files, folder) =>
    askBoth(cost.rows, files[index] ?? '', join(folder, `${index}.csv`)),
  );
}

function perSecond({ rows, cpuMs }: Cost): number {
  return (rows / cpuMs) * 1000;
}

function show(pairs: readonly (readonly [Cost, Cost | undefined])[]): void {
  const cells = (cost: Cost, toDuck: string) => [
    cost.name,
    figure(perSecond(cost)),
    cost.wallMs === undefined ? '' : figure(cost.rows / (cost.wallMs / 1000)),
    figure(cost.peakMb),
    cost.lakeRows === undefined ? '' : figure(cost.lakeRows / cost.rows),
    figure(cost.bytes / cost.rows),
    toDuck,
  ];
  const ours = pairs.map(([cost, reference]) =>
    cells(cost, reference === undefined ? '' : ratio(perSecond(cost), perSecond(reference))),
  );
  const references = new Set(pairs.flatMap(([, reference]) => reference ?? []));
  table(
    ['submissions', 'per CPU-s', 'per second', 'peak MB', 'lake rows each', 'bytes each', 'to DuckDB'],
    [...ours, ...[...references].map((each) => cells(each, ''))],
  );
  say(
    '  DuckDB (one thread) gets the same rows as NDJSON on disk: no store to read, no items to judge. The engine',
  );
  say(
    '  gives the attributes of every item in another order, which JSON.parse pays for; ready pages do not.',
  );
}
