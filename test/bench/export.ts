import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { objectPath } from '../../infra/local/s3/paths.ts';
import { budget, figure, heading, median, ratio, say, table } from './print.ts';
import type { RunningProduct } from './product.ts';
import { withProgram } from './programs.ts';
import { fillTo, type Month, type PartsEnv } from './store.ts';

const rounds = 2;

const whole = z.object({
  rows: z.int(),
  lost: z.int(),
  cpuMs: z.number(),
  objects: z.array(z.object({ database: z.string(), key: z.string(), bytes: z.int() })),
});
type Whole = z.infer<typeof whole>;

/** What rendering rows, or packing them, cost. */
interface Cost {
  readonly name: string;
  readonly rows: number;
  readonly cpuMs: number;
  readonly peakMb: number;
  readonly bytes: number;
}

const packed = z.object({ cpuMs: z.number(), files: z.array(z.string()) });
const staged = z.object({ rows: z.int(), ms: z.array(z.number()) });
const stageNames = ['Query, SDK', 'unmarshal', 'check item', 'rows, cells', 'Parquet, zstd', 'PUT'];

type Store = Pick<RunningProduct, 'env' | 'dataDir'>;

/** One partition from stored items to Parquet objects, beside DuckDB with the same rows as lines of JSON. */
export async function exporting(store: Store, large: Month): Promise<void> {
  heading('Export of one partition (participants): items in the engine -> three Parquet objects in S3');
  const small: Month = { month: '2026-02', stored: 0 };
  await fillTo(10_000, small, store.env);
  await fillTo(100_000, large, store.env);

  const [few, fewDuck] = await sideBySide('10 000 stored', small.month, store);
  const [many, manyDuck] = await sideBySide('100 000 stored', large.month, store);
  const served = await renderPages(100_000, store.env);
  const million = await renderPages(1_000_000, store.env);
  show([
    [few, fewDuck],
    [many, manyDuck],
    [served, manyDuck],
    [million, undefined],
  ]);
  budget('rows per CPU-second, 100 000 stored,', perSecond(many), 15_000, 'at least');
  budget('bytes a row, all three tables,', many.bytes / many.rows, 150, 'at most');
  const peakMb = Math.max(...[few, many, served, million].map((cost) => cost.peakMb));
  budget('peak MB of any of these', peakMb, 400, 'at most');
  say(
    '  for scale, measured of ODK Central backend 4f5943d on a machine of the same kind, 100 000 rows of about',
  );
  say('  40 fields: CSV zip 4 346, OData in one page 7 513 rows per CPU-second, 615 to 628 MB');
  await showStages(small.month, store.env);
}

async function sideBySide(name: string, month: string, store: Store): Promise<[Cost, Cost]> {
  const ours: Cost[] = [];
  const ducks: Cost[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { objects, cost } = await renderOne(name, month, store.env);
    ours.push(cost);
    ducks.push(await duck(cost.rows, objects, store.dataDir));
  }
  return [middleOf(ours), middleOf(ducks)];
}

function middleOf(costs: readonly Cost[]): Cost {
  const [first] = costs;
  if (first === undefined) throw new Error('expected a round, got none');
  const of = (pick: (cost: Cost) => number) => median(costs.map(pick));
  return { ...first, cpuMs: of(({ cpuMs }) => cpuMs), peakMb: of(({ peakMb }) => peakMb) };
}

async function renderOne(
  name: string,
  month: string,
  env: PartsEnv,
): Promise<{ readonly objects: Whole['objects']; readonly cost: Cost }> {
  return withProgram('render', env, async (program) => {
    const { rows, lost, cpuMs, objects } = await program.ask('whole', whole, { month });
    if (lost > 0) throw new Error(`expected a row of every submission, ${lost} have none`);
    const bytes = objects.reduce((sum, object) => sum + object.bytes, 0);
    return { objects, cost: { name, rows, cpuMs, bytes, peakMb: (await program.usage()).peakMb } };
  });
}

/** The same client reads pages from a server that has them ready. */
async function renderPages(rows: number, env: PartsEnv): Promise<Cost> {
  const month = '2026-01';
  return withProgram('pages', { BENCH_ROWS: String(rows), BENCH_MONTH: month }, async (pages) => {
    const { url } = await pages.ask('where', z.object({ url: z.string() }));
    const ready = { ...env, AWS_ENDPOINT_URL_DYNAMODB: url };
    return (await renderOne(`${figure(rows)} from ready pages`, month, ready)).cost;
  });
}

async function duck(rows: number, objects: Whole['objects'], dataDir: string): Promise<Cost> {
  const folder = join(dataDir, 'duckdb');
  mkdirSync(folder);
  const files = objects.map(({ database, key }) => objectPath(join(dataDir, 's3'), database, key));
  await withProgram('duckdb', {}, (program) => program.ask('unpack', z.unknown(), { files, folder }));
  const cost = await withProgram('duckdb', {}, async (program) => {
    const made = await program.ask('pack', packed, { files, folder });
    const bytes = made.files.reduce((sum, file) => sum + statSync(file).size, 0);
    const { peakMb } = await program.usage();
    return { name: `DuckDB, ${figure(rows)}`, rows, cpuMs: made.cpuMs, peakMb, bytes };
  });
  rmSync(folder, { recursive: true });
  return cost;
}

function perSecond({ rows, cpuMs }: Cost): number {
  return (rows / cpuMs) * 1000;
}

function show(pairs: readonly (readonly [Cost, Cost | undefined])[]): void {
  const cells = (cost: Cost, toDuck: string) => [
    cost.name,
    figure(perSecond(cost)),
    figure(cost.peakMb),
    figure(cost.bytes / cost.rows),
    toDuck,
  ];
  const ours = pairs.map(([cost, reference]) =>
    cells(cost, reference === undefined ? '' : ratio(perSecond(cost), perSecond(reference))),
  );
  const references = new Set(pairs.flatMap(([, reference]) => reference ?? []));
  table(
    ['rows', 'rows per CPU-s', 'peak MB', 'bytes a row', 'to DuckDB'],
    [...ours, ...[...references].map((each) => cells(each, ''))],
  );
  say(
    '  DuckDB (one thread) gets the same rows as NDJSON on disk: no store to read, no items to judge. The engine',
  );
  say(
    '  gives the attributes of every item in another order, which JSON.parse pays for; ready pages do not.',
  );
}

async function showStages(month: string, env: PartsEnv): Promise<void> {
  heading(
    'Where the time of an export goes (each stage alone on the same 10 000 items, warm; medians of four)',
  );
  const passes = await withProgram('render', env, async (program) => {
    const found = [];
    for (let pass = 0; pass < 5; pass += 1) found.push(await program.ask('stages', staged, { month }));
    return found.slice(1);
  });
  const stages = stageNames.map((name, index) => ({
    name,
    us: median(passes.map(({ rows, ms }) => ((ms[index] ?? Number.NaN) / rows) * 1000)),
  }));
  const total = stages.reduce((sum, { us }) => sum + us, 0);
  table(
    ['stage', 'CPU us a row', 'share'],
    stages.map(({ name, us }) => [name, figure(us), `${Math.round((us / total) * 100)} %`]),
  );
}
