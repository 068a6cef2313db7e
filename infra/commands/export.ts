import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { withProduct } from '../local/product.ts';
import { execute } from './execution.ts';
import { run, say, warn } from './terminal.ts';

const usage = `usage: npm run export [-- options]
  --as-of TIME   show the table as of this moment instead of now less the cut-off's distance: ISO 8601 with Z
                 or an offset, or a date, which is its midnight UTC
  --full         render every partition, not only those that changed
  --grace N      let the sweep keep objects of earlier runs for N seconds`;

const counts = z.object({
  received: z.int(),
  current: z.int(),
  superseded: z.int(),
  erased: z.int(),
  quarantined: z.int(),
});
const published = z.object({
  run: z.int(),
  asOf: z.string(),
  forms: z.record(z.string(), counts),
  objectsWritten: z.int(),
  pointersMoved: z.array(z.string()),
  shortfalls: z.array(z.object({ form: z.string(), partition: z.string(), reason: z.string() })),
});
const swept = z.object({ deleted: z.int() });

/** Only what ISO 8601 and whole seconds are: `Date` and `Number` make something of almost any text. */
const argument = z.object({
  'as-of': z.optional(z.union([z.iso.datetime({ offset: true }), z.iso.date()])),
  grace: z.optional(z.string().check(z.regex(/^\d{1,9}$/))),
  full: z.boolean(),
});

// `npm run export`: an export and a sweep, as the night runs them. Exit code 1: a form kept its old objects;
// 2: another run has the lake, or the command was not understood.
await run(async () => {
  const input = readArguments();
  if (input === undefined) return;
  await withProduct(async ({ env }) => {
    const exported = await succeed(env, input.export);
    if (exported === undefined) return;
    report(published.parse(exported));
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
        grace: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return void say(usage);
    const { 'as-of': asOf, grace, full } = argument.parse(values);
    return {
      export: { full, ...(asOf !== undefined && { asOf: new Date(asOf).toISOString() }) },
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

function report({
  run: number,
  asOf,
  forms,
  objectsWritten,
  pointersMoved,
  shortfalls,
}: z.infer<typeof published>) {
  say(`run ${number}, T = ${asOf}`);
  for (const [form, each] of Object.entries(forms)) {
    say(
      `${form}: received ${each.received} = current ${each.current} + superseded ${each.superseded}` +
        ` + erased ${each.erased} + quarantined ${each.quarantined}`,
    );
  }
  say(`${objectsWritten} objects written, ${pointersMoved.length} pointers moved`);
  for (const { form, partition, reason } of shortfalls) {
    warn(
      `${form}: ${partition} did not reconcile (${reason}); it keeps its earlier objects, less what was erased`,
    );
    process.exitCode = 1;
  }
}
