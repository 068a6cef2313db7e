import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assumed, limits, prices, submissions } from '../infra/commands/scale/assumptions.ts';
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
  type Workload,
  workerReads,
  workerSpeed,
} from '../infra/commands/scale/formulas.ts';
import { scaleTables } from '../infra/commands/scale/tables.ts';

const file = new URL('../docs/scale.md', import.meta.url);
const page = readFileSync(file, 'utf8');
const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

const begin = '<!-- scale: written by npm run scale -->\n';
const end = '<!-- /scale -->';

test('the page’s tables are what the command prints', ({ task }) => {
  const [before = '', rest = ''] = page.split(begin);
  const [, after = ''] = rest.split(end);
  const whole = `${before}${begin}${scaleTables()}${end}${after}`;
  if (process.env.UPDATE_SCALE === '1') writeFileSync(file, whole);
  else expect(page, `${task.name}: UPDATE_SCALE=1 npx vitest run test/scale`).toBe(whole);
});

test('the lines that the page would change are the machine’s', () => {
  const [, after = ''] = page.split('state `Render`: the lines\n');
  const [block = ''] = after.split('become');
  const lines = block.split('\n').filter((line) => /^\s+\w+: /.test(line));
  expect(lines).toHaveLength(3);
  for (const line of lines) expect(read('infra/export-machine.ts')).toContain(line.trim());
});

test('what the product decides is what the formulas take', () => {
  expect(decided).toEqual({
    workers: 8,
    batchesMax: 40,
    questionsAtOnce: 16,
    steps: 5,
    memoryGb: 1769 / 1024,
    verifyBelow: 100_000,
  });
  const plan = read('functions/plan-export.ts');
  expect(plan).toContain('const batchesMax = 40;');
  expect(plan).toContain('atMost(16, partitions,');
});

const small: Workload = { form: 'participants', stored: 1_000 };
const million: Workload = { form: 'participants', stored: 1_000_000 };
const many: Workload = { form: 'needs-analysis', stored: 100_000_000 };

// Worked out by hand from the numbers of the page: a change of one of them changes these too.
describe('by hand', () => {
  test('the numbers that the others start from', () => {
    expect(submissions.participants.itemBytes.value).toBe(491);
    expect(submissions['needs-analysis'].perCpuSecond.value).toBe(5_000);
    expect([assumed.months.value, assumed.lambdaShare.value]).toEqual([36, 0.5]);
    expect([limits.lambdaSeconds.value, prices.scannedTb.value]).toEqual([900, 5]);
  });

  test('shards: 250 000 submissions a month, 36 months', () => {
    const shards = [1, 9_000_000, 9_000_001, 100_000_000].map((stored) => shardsOf({ ...small, stored }));
    expect(shards).toEqual([1, 1, 2, 12]);
    expect(partitionsOf(many)).toBe(432);
  });

  test('bytes: an item, its index entry, and a hundred for each of them', () => {
    // 491 + 120 + 200; 105 in the lake; 36 partitions, each 4 times 220.
    expect(tableBytes(million)).toBe(811_000_000);
    expect(lakeBytes(million)).toBe(105_000_000);
    expect(manifestBytes(million)).toBe(31_680);
  });

  test('work: everything while there are few, then two months of 36', () => {
    expect(changed(small)).toEqual({ submissions: 1_000, partitions: 36 });
    expect(changed({ ...small, stored: 99_999 })).toEqual(everything({ ...small, stored: 99_999 }));
    expect(changed({ ...small, stored: 180_000 })).toEqual({ submissions: 10_000, partitions: 2 });
    expect(changed(many).partitions).toBe(24);
  });

  test('a run over a million', () => {
    // 25 x 72 questions take 1800 x 0.01 / 16 = 1.125 s, five steps 5 s. 50 s of rendering in 36 batches, eight at a
    // time: five rounds of 50 / 36 = 1.3889 s.
    const { seconds, batchSeconds, usd } = runCost(million, everything(million));
    expect(seconds).toBeCloseTo(5 + 1.125 + 6.9444, 3);
    expect(batchSeconds).toBeCloseTo(1.3889, 4);
    // 1e6 x 491 / 4096 + 1800 = 121 673 reads: 0.016061. 92.13 s of 1.7275 GB: 0.002122. 108 objects: 0.000583. 41
    // transitions: 0.001025.
    expect(usd).toBeCloseTo(0.019_79, 5);
  });

  test('a run over a hundred million: 432 partitions in 40 batches of up to eleven', () => {
    // 1e8 / 2500 = 40 000 s; a batch 40 000 / 432 x 11 = 1018.5 s, five rounds; 5 s, and 1800 x 12 x 0.01 / 16 = 13.5 s.
    const { seconds, batchSeconds } = runCost(many, everything(many));
    expect(batchSeconds).toBeCloseTo(1018.52, 1);
    expect(seconds).toBeCloseTo(5 * 1018.52 + 18.5, 0);
  });

  test('a month of a million', () => {
    // Table 0.811 x 0.48 = 0.38928; 55 556 writes 0.036667; 30.417 nights of 0.0015757 = 0.047928; 4.3452 weeks of
    // 0.019791 = 0.085996; lake 0.105 x 0.023 = 0.002415.
    expect(monthUsd(million)).toBeCloseTo(0.562_29, 4);
  });

  test('questions: what is scanned, at least 10 MB', () => {
    expect(queryUsd(small)).toBeCloseTo(0.000_05, 8);
    expect(queryUsd({ ...small, stored: 100_000_000 })).toBeCloseTo(0.017, 6);
    expect(queryUsd(many)).toBeCloseTo(0.1525, 6);
  });

  test('what bites, and when', () => {
    expect(reachedAt.moreShards()).toBe(9_000_000);
    // 2^30 x 10 / 811 = 13 239 727 in a month.
    expect(reachedAt.itemCollection('participants')).toBeCloseTo(476_630_155, -2);
    expect(reachedAt.lambdaTime('needs-analysis')).toBe(90_000_000);
    expect(workerSpeed('participants')).toBe(20_000);
    expect(workerReads('participants')).toBeCloseTo(2_397.46, 2);
    expect(batchesInHistory()).toBe(2_272);
    expect(nativeExportUsd(million)).toBeCloseTo(0.089_21, 5);
  });
});
