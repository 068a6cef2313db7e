import * as z from 'zod/mini';
import { figure, heading, median, ratio, say, table } from './print.ts';
import { withProgram } from './programs.ts';
import type { PartsEnv } from './store.ts';

const staged = z.object({ rows: z.int(), sdkMs: z.number(), ms: z.array(z.number()) });
const stageNames = ['Query, JSON, values', 'check, rows, cells', 'Parquet, zstd', 'PUT'];
const passes = 5;

/** Where the time of an export goes. */
export async function showStages(form: string, month: string, env: PartsEnv): Promise<void> {
  heading(
    `Where the time of an export goes (on the same 10 000 items of ${form}, warm; medians of ${passes - 1})`,
  );
  const found = await withProgram('render', env, async (program) => {
    const all = [];
    for (let pass = 0; pass < passes; pass += 1)
      all.push(await program.ask('stages', staged, { form, month }));
    return all.slice(1);
  });
  const usOf = (pick: (one: z.infer<typeof staged>) => number | undefined) =>
    median(found.map((one) => ((pick(one) ?? Number.NaN) / one.rows) * 1000));
  const stages = stageNames.map((name, index) => ({ name, us: usOf(({ ms }) => ms[index]) }));
  const total = stages.reduce((sum, { us }) => sum + us, 0);
  table(
    ['stage', 'CPU us a row', 'share'],
    stages.map(({ name, us }) => [name, figure(us), `${Math.round((us / total) * 100)} %`]),
  );
  const sdk = usOf(({ sdkMs }) => sdkMs);
  say(
    `  to read them with the SDK's own reader and unmarshall: ${figure(sdk)} us, ${ratio(sdk, stages[0]?.us ?? Number.NaN)}`,
  );
}
