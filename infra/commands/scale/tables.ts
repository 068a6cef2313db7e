import {
  type Assumption,
  assumed,
  limits,
  prices,
  type SampleForm,
  sampleForms,
  submissions,
} from './assumptions.ts';
import {
  batchesInHistory,
  changed,
  decided,
  everything,
  lakeBytes,
  manifestBytes,
  monthUsd,
  nativeExportUsd,
  partitionsOf,
  queryUsd,
  reachedAt,
  runCost,
  shardsOf,
  tableBytes,
  type Work,
  type Workload,
  workerReads,
} from './formulas.ts';

const sizes = [1e3, 1e6, 1e8] as const;

/** What `npm run scale` prints: Markdown, as it stands in docs/scale.md. */
export function scaleTables(): string {
  return [...sampleForms.map(growthTable), limitsTable(), assumptionsTable()].join('\n');
}

function growthTable(form: SampleForm): string {
  const rows: [string, (workload: Workload) => string][] = [
    ['shards of a month', (load) => count(shardsOf(load))],
    ['partitions', (load) => count(partitionsOf(load))],
    ['in the table', (load) => bytes(tableBytes(load))],
    ['in the lake', (load) => bytes(lakeBytes(load))],
    ['every night: renders', (load) => count(changed(load).submissions)],
    ['… takes', (load) => duration(runOf(load, changed).seconds)],
    ['… costs', (load) => usd(runOf(load, changed).usd)],
    ['every week: renders', (load) => count(everything(load).submissions)],
    ['… takes', (load) => duration(runOf(load, everything).seconds)],
    ['… its longest batch', (load) => duration(runOf(load, everything).batchSeconds)],
    ['… costs', (load) => usd(runOf(load, everything).usd)],
    ['manifest', (load) => bytes(manifestBytes(load))],
    ['a question to every analytic column', (load) => usd(queryUsd(load))],
    ['native export of the table, once', (load) => usd(nativeExportUsd(load))],
    ['**a month of all this**, without questions', (load) => `**${usd(monthUsd(load))}**`],
  ];
  return markdown(
    [`submissions like \`${form}\``, ...sizes.map(count)],
    rows.map(([name, of]) => [name, ...sizes.map((stored) => of({ form, stored }))]),
  );
}

function runOf(workload: Workload, which: (workload: Workload) => Work) {
  return runCost(workload, which(workload));
}

function limitsTable(): string {
  const each = (of: (form: SampleForm) => string) => sampleForms.map(of);
  return markdown(
    ['what bites', ...sampleForms.map((form) => `\`${form}\``)],
    [
      [
        'one shard a month no longer does: over 250 000 submissions in an object',
        ...each(() => `at ${count(reachedAt.moreShards())} stored`),
      ],
      [
        'a partition key with one shard holds 10 GB',
        ...each((form) => `at ${count(reachedAt.itemCollection(form))} stored`),
      ],
      [
        'everything in 40 batches takes a Lambda 15 minutes',
        ...each((form) => `at ${count(reachedAt.lambdaTime(form))} stored`),
      ],
      [
        `a partition gives ${count(limits.partitionReads.value)} reads a second; one worker asks`,
        ...each((form) => count(workerReads(form))),
      ],
      [
        `a table gives ${count(limits.tableReads.value)} reads a second; ${decided.workers} workers ask`,
        ...each((form) => count(decided.workers * workerReads(form))),
      ],
      [
        `an execution's history has room for so many batches; there are at most ${decided.batchesMax}`,
        ...each(() => count(batchesInHistory())),
      ],
    ],
  );
}

function assumptionsTable(): string {
  const measured = sampleForms.flatMap((form) =>
    Object.values<Assumption>(submissions[form]).map((each) => ({
      ...each,
      is: `\`${form}\`: ${each.is}`,
    })),
  );
  const all: Assumption[] = [
    ...measured,
    ...Object.values(assumed),
    ...Object.values(limits),
    ...Object.values(prices),
  ];
  return markdown(
    ['number', 'value', 'unit', 'from'],
    all.map(({ is, value, unit, from }) => [is, plain(value), unit, from]),
    1,
  );
}

/** A table of names, then so many columns of figures (all, if it is not said), then words. */
function markdown(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  figures = header.length - 1,
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  const rule = `|---|${'--:|'.repeat(figures)}${'---|'.repeat(header.length - 1 - figures)}\n`;
  return line(header) + rule + rows.map(line).join('');
}

/** Three digits that matter, the rest spelled out: it is no more exact than that. */
function count(value: number): string {
  const rounded = value < 1000 ? Math.ceil(value) : Number(value.toPrecision(3));
  return plain(rounded);
}

function plain(value: number): string {
  const [whole = '', ...decimals] = String(value).split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ' '), ...decimals].join('.');
}

const units = ['B', 'kB', 'MB', 'GB', 'TB'];

function bytes(value: number): string {
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(value) / 3)));
  return `${Number((value / 1000 ** power).toPrecision(3))} ${units[power]}`;
}

function duration(seconds: number): string {
  if (seconds < 1) return 'under a second';
  if (seconds < 120) return `${Math.round(seconds)} s`;
  return seconds < 7200 ? `${(seconds / 60).toFixed(1)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

function usd(value: number): string {
  if (value < 0.01) return 'under 0.01 USD';
  return `${value < 100 ? value.toFixed(2) : plain(Math.round(value))} USD`;
}
