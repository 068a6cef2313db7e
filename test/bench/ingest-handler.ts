import { join } from 'node:path';
import * as z from 'zod/mini';
import { budget, figure, heading, median, ratio, table } from './print.ts';
import { startProgram, withProgram } from './programs.ts';
import type { PartsEnv } from './store.ts';

const calls = 1000;
/** The optimizer is still at work after some thousand. */
const warmUpCalls = 4000;
const rounds = 5;

/** CPU of the real handler per submission, beside the bare way, against a real and an instant store. */
export async function measureHandlers(env: PartsEnv, bundles: string): Promise<void> {
  heading('Handler CPU per submission (one after the other, client included; median of five rounds)');
  const module = join(bundles, 'receive-submission', 'index.mjs');
  const [real, instant] = [
    await compare({ ...env, SENDERS: 'public,staff' }, module),
    await withProgram('instant', {}, async (program) => {
      const { url } = await program.ask('where', z.object({ url: z.string() }));
      return compare({ ...env, SENDERS: 'public,staff', AWS_ENDPOINT_URL_DYNAMODB: url }, module);
    }),
  ];
  table(
    ['store', 'handler CPU ms', 'bare CPU ms', 'ratio'],
    [
      ['the real engine', figure(real.ours), figure(real.bare), ratio(real.ours, real.bare)],
      ['says yes at once', figure(instant.ours), figure(instant.bare), ratio(instant.ours, instant.bare)],
    ],
  );
  budget('handler CPU ms per submission, real engine,', real.ours, 0.5, 'at most');
  budget('handler CPU to bare JSON.parse + zod + put', real.ours / real.bare, 2, 'at most');
}

async function compare(env: PartsEnv, module: string): Promise<{ ours: number; bare: number }> {
  const ours = startProgram('handler', { ...env, BENCH_MODULE: module });
  const bare = startProgram('handler', env);
  const oursMs: number[] = [];
  const bareMs: number[] = [];
  try {
    for (const program of [ours, bare]) {
      await program.ask('measure', z.number(), { calls: warmUpCalls });
    }
    for (let round = 0; round < rounds; round += 1) {
      oursMs.push(await ours.ask('measure', z.number(), { calls }));
      bareMs.push(await bare.ask('measure', z.number(), { calls }));
    }
  } finally {
    await Promise.all([ours.stop(), bare.stop()]);
  }
  return { ours: median(oursMs), bare: median(bareMs) };
}
