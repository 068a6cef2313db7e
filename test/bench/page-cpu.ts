import { join } from 'node:path';
import * as z from 'zod/mini';
import { budget, figure, heading, median, ratio, say, table } from './print.ts';
import { type Program, withProgram } from './programs.ts';

const calls = 300;
const rounds = 7;

const names = {
  participants: 'participants, the whole function',
  evaluation: 'evaluation, the whole function',
  needs: 'needs-analysis, questions of its largest step',
  forty: 'a form of 40 fields, its questions',
  template: 'bare template of the 40',
} as const;
type PageName = keyof typeof names;
const pages = ['participants', 'evaluation', 'needs', 'forty', 'template'] as const satisfies PageName[];

/** What it costs to render pages, beside a bare template. */
export async function showCpu(bundles: string): Promise<void> {
  heading(`Pages: CPU per rendered page (warm; median of ${rounds} rounds, interleaved)`);
  const module = join(bundles, 'show-form', 'index.mjs');
  await withProgram('page', { BENCH_MODULE: module, SENDERS: 'public,staff' }, async (program) => {
    const took = await measure(program);
    const counts = await program.ask('questions', z.record(z.enum(pages), z.int()));
    show(took, counts);
  });
}

async function measure(program: Program): Promise<Record<PageName, number>> {
  const series: Record<PageName, number[]> = {
    participants: [],
    evaluation: [],
    needs: [],
    forty: [],
    template: [],
  };
  for (let round = -2; round < rounds; round += 1) {
    for (const page of pages) {
      const took = await program.ask('measure', z.number(), { calls, page });
      // The first two rounds only warm up.
      if (round >= 0) series[page].push(took);
    }
  }
  const { participants, evaluation, needs, forty, template } = series;
  return {
    participants: median(participants),
    evaluation: median(evaluation),
    needs: median(needs),
    forty: median(forty),
    template: median(template),
  };
}

function show(took: Readonly<Record<PageName, number>>, counts: Readonly<Record<PageName, number>>): void {
  const each = (page: PageName) => took[page] / counts[page];
  table(
    ['', 'questions', 'CPU ms', 'us a question', 'to bare template'],
    pages.map((page) => [
      names[page],
      String(counts[page]),
      figure(took[page]),
      figure(each(page) * 1000),
      ratio(each(page), each('template')),
    ]),
  );
  budget('CPU ms of a page of 40 fields', took.forty, 1, 'at most');
  budget('CPU ms of 40 questions of needs-analysis', each('needs') * 40, 1, 'at most');
  budget('CPU ms of the whole of evaluation', took.evaluation, 1, 'at most');
  say(
    '  for scale, measured of DEFRA forms-runner a20919f7 on a machine of the same kind: 3.7 ms (1 field),',
  );
  say('  9.3 ms (36 fields)');
}
