import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { withProduct } from '../local/product.ts';
import { execute } from './execution.ts';
import { reportExport } from './export-report.ts';
import { reportRuns } from './export-status.ts';
import { invoke } from './invoke.ts';
import { run, say, warn } from './terminal.ts';

const usage = `usage: npm run export [-- options]
  --as-of TIME   show the table as of this moment instead of now less the cut-off's distance: ISO 8601 with Z
                 or an offset, or a date, which is its midnight UTC
  --full         render every partition, not only those that changed, and read every object again
  --verify       render every partition, and tell when the lake was not as the table
  --accept-loss  publish although there are fewer submissions than before: after a restore that lost some
  --grace N      let the sweep keep objects of earlier runs for N seconds
  --status       no export: what the last runs did`;

const swept = z.object({ deleted: z.int() });

/** Only what ISO 8601 and whole seconds are: `Date` and `Number` make something of almost any text. */
const argument = z.object({
  'as-of': z.optional(z.union([z.iso.datetime({ offset: true }), z.iso.date()])),
  grace: z.optional(z.string().check(z.regex(/^\d{1,9}$/))),
  full: z.boolean(),
  verify: z.boolean(),
  'accept-loss': z.boolean(),
  status: z.boolean(),
});

// `npm run export`: an export and a sweep, as the night runs them. Exit code 1: a form kept its old objects, or the
// lake was found to be wrong; 2: another run has the lake, or the command was not understood.
await run(async () => {
  const input = readArguments();
  if (input === undefined) return;
  await withProduct(async ({ env }) => {
    if (input.status) return reportRuns(await invoke(env, 'describe-runs', {}));
    const exported = await succeed(env, input.export);
    if (exported === undefined) return;
    if (!reportExport(exported)) process.exitCode = 1;
    const sweep = await succeed(env, input.sweep);
    if (sweep !== undefined) say(`sweep: ${swept.parse(sweep).deleted} objects deleted`);
  });
});

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        'as-of': { type: 'string' },
        full: { type: 'boolean', default: false },
        verify: { type: 'boolean', default: false },
        'accept-loss': { type: 'boolean', default: false },
        status: { type: 'boolean', default: false },
        grace: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return void say(usage);
    const { 'as-of': asOf, grace, full, verify, status, 'accept-loss': acceptLoss } = argument.parse(values);
    return {
      status,
      export: { full, verify, acceptLoss, ...(asOf !== undefined && { asOf: new Date(asOf).toISOString() }) },
      sweep: { what: 'sweep', ...(grace !== undefined && { graceSeconds: Number(grace) }) },
    };
  } catch {
    warn(usage);
    process.exitCode = 2;
    return undefined;
  }
}

/** The output of an execution; undefined when it failed, which is said. */
async function succeed(env: Readonly<Record<string, string>>, input: object): Promise<unknown> {
  const ended = await execute(env, input);
  if ('output' in ended) return ended.output;
  process.exitCode = ended.error === 'LeaseHeld' ? 2 : 1;
  warn(ended.cause);
  return undefined;
}
