import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import * as z from 'zod/mini';
import { fieldsOf } from '../../forms/grammar/published.ts';
import { budget, figure, heading, median, ratio, say, table } from './print.ts';
import { type Program, withProgram } from './programs.ts';
import { form } from './samples.ts';

const calls = 500;
const rounds = 7;

const answer = z.object({ statusCode: z.literal(200), body: z.string() });

/** What a form's page costs to render and to send. */
export async function page(bundles: string): Promise<void> {
  const module = join(bundles, 'show-form', 'index.mjs');
  await withProgram('page', { BENCH_MODULE: module, SENDERS: 'public,staff' }, async (program) => {
    await showCpu(program);
    showBytes((await program.ask('visit', answer)).body, join(bundles, 'assets'));
  });
}

async function showCpu(program: Program): Promise<void> {
  heading('Page of a form: CPU per rendered page (warm; median of seven rounds, interleaved)');
  const tookMs = { visit: series(), forty: series(), template: series() };
  for (let round = -2; round < rounds; round += 1) {
    for (const page of ['visit', 'forty', 'template'] as const) {
      const took = await program.ask('measure', z.number(), { calls, page });
      // The first two rounds only warm up.
      if (round >= 0) tookMs[page].push(took);
    }
  }
  const [visit, forty, template] = [tookMs.visit, tookMs.forty, tookMs.template].map(median);
  const fields = fieldsOf(form).length;
  const row = (name: string, count: number, ms = Number.NaN) => [
    name,
    String(count),
    figure(ms),
    figure((ms / count) * 1000),
    ratio(ms, template ?? Number.NaN),
  ];
  table(
    ['', 'fields', 'CPU ms', 'us a field', 'to bare template'],
    [
      row('participants, the whole function', fields, visit),
      row('a form of 40 fields, its questions', 40, forty),
      row('bare template of the 40', 40, template),
    ],
  );
  budget('CPU ms of a page of 40 fields', forty ?? Number.NaN, 1, 'at most');
  say(
    '  for scale, measured of DEFRA forms-runner a20919f7 on a machine of the same kind: 3.7 ms (1 field),',
  );
  say('  9.3 ms (36 fields)');
}

const series = (): number[] => [];

function showBytes(html: string, assets: string): void {
  heading('Page of a form: bytes (participants, empty)');
  const css = readdirSync(assets)
    .filter((name) => name.endsWith('.css'))
    .map((name) => readFileSync(join(assets, name)));
  const parts = [['HTML', Buffer.from(html)] as const, ['CSS', Buffer.concat(css)] as const];
  const sizes = parts.map(([name, bytes]) => ({
    name,
    raw: bytes.length,
    brotli: brotliCompressSync(bytes).length,
  }));
  table(
    ['', 'bytes', 'bytes brotli'],
    sizes.map(({ name, raw, brotli }) => [name, figure(raw), figure(brotli)]),
  );
  const whole = sizes.reduce((sum, { brotli }) => sum + brotli, 0);
  budget('kB brotli of HTML and CSS', whole / 1000, 6, 'at most');
  say(
    '  for scale, measured of DEFRA forms-runner a20919f7: 45 800 + 196 000 bytes for 36 fields (gzip 31 800)',
  );
}
