import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { type Metafile, transform } from 'esbuild';
import * as z from 'zod/mini';
import { newId } from '../../functions/submissions/ids.ts';
import { makeCertificate } from './certificate.ts';
import { analysisEvent, pageSentEvent } from './events.ts';
import { budget, figure, heading, median, ratio, table } from './print.ts';
import { withProgram } from './programs.ts';
import { answersOf } from './samples.ts';

const samples = 15;
const run = promisify(execFile);

const start = z.object({
  boot: z.number(),
  init: z.number(),
  first: z.number(),
  answer: z.object({ statusCode: z.int() }),
});
type Start = z.infer<typeof start>;

const names = ['receive-submission', 'submit-page'] as const;

/** How large the ingest Lambdas are, and what their cold starts cost beside node's own. */
export async function bundling(
  folder: string,
  metafiles: ReadonlyMap<string, Metafile>,
  bundles: string,
): Promise<void> {
  heading('Bundles (what a start loads; each form is a chunk of its own, loaded when it is first asked for)');
  const sizes = names.map((name) => [name, sizeOf(join(bundles, name), metafiles.get(name))] as const);
  table(
    ['function', 'files', 'kB min', 'kB gz'],
    sizes.map(([name, { files, bytes, gz }]) => [
      name,
      String(files),
      figure(bytes / 1000),
      figure(gz / 1000),
    ]),
  );
  const limits = { 'receive-submission': 80, 'submit-page': 120 };
  for (const [name, { gz }] of sizes) budget(`kB gz of ${name}`, gz / 1000, limits[name], 'at most');
  await coldStarts(folder, bundles);
}

/** The entry and every chunk it imports at once. */
function sizeOf(folder: string, metafile: Metafile | undefined) {
  const outputs = Object.entries(metafile?.outputs ?? {}).map(
    ([path, output]) => [fileOf(path), output] as const,
  );
  const found = new Set<string>();
  const left = ['index.mjs'];
  for (let file = left.pop(); file !== undefined; file = left.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    const output = outputs.find(([name]) => name === file)?.[1];
    const imports = output?.imports.filter(({ kind, external }) => kind === 'import-statement' && !external);
    left.push(...(imports ?? []).map(({ path }) => fileOf(path)));
  }
  const contents = [...found].map((file) => readFileSync(join(folder, file)));
  const sum = (lengths: readonly number[]) => lengths.reduce((total, each) => total + each, 0);
  return {
    files: found.size,
    bytes: sum(contents.map((content) => content.length)),
    gz: sum(contents.map((content) => gzipSync(content, { level: 9 }).length)),
  };
}

const fileOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

async function coldStarts(folder: string, bundles: string): Promise<void> {
  const made = makeCertificate(folder);
  const server = made && { BENCH_CERTIFICATE: made.certificate, BENCH_KEY: made.key };
  heading(
    `Cold starts (${samples} fresh processes each, interleaved; medians; first call over ${made ? 'HTTPS' : 'HTTP, without openssl'})`,
  );
  const program = join(folder, 'run-start.mjs');
  const source = readFileSync(new URL('run-start.ts', import.meta.url), 'utf8');
  writeFileSync(program, (await transform(source, { loader: 'ts' })).code);
  const nothing = join(folder, 'nothing', 'index.mjs');
  mkdirSync(dirname(nothing));
  writeFileSync(nothing, 'export const handler = async () => ({ statusCode: 204 });\n');

  await withProgram('instant', server ?? {}, async (instant) => {
    const { url } = await instant.ask('where', z.object({ url: z.string() }));
    const env = { ...environment(url), ...(made && { NODE_EXTRA_CA_CERTS: made.certificate }) };
    const found = new Map<string, Start[]>();
    for (let sample = 0; sample < samples; sample += 1) {
      for (const name of [...names, 'nothing']) {
        const module = name === 'nothing' ? nothing : join(bundles, name, 'index.mjs');
        const event = join(folder, `event-${name}.json`);
        writeFileSync(
          event,
          JSON.stringify(name === 'submit-page' ? pageEvent() : analysisEvent(Date.now())),
        );
        const { stderr } = await run(process.execPath, [program, module, event], { env });
        found.set(name, [...(found.get(name) ?? []), start.parse(JSON.parse(stderr))]);
      }
    }
    showStarts(found);
  });
}

/** What a person sends from the page where the answers are looked through. */
function pageEvent() {
  const own = { _id: newId(Date.now()), _version: '1', _step: 'send' };
  const typed = Object.entries(answersOf(1)).map(([name, value]) => [name, String(value)]);
  return pageSentEvent({ ...Object.fromEntries(typed), ...own });
}

function environment(url: string) {
  return {
    AWS_REGION: 'eu-north-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: url,
    SUBMISSIONS_TABLE: 'submissions',
    SENDERS: 'public,staff',
  };
}

function showStarts(found: ReadonlyMap<string, readonly Start[]>): void {
  const boot = median([...found.values()].flat().map((each) => each.boot));
  const rows = [...found].map(([name, starts]) => {
    const init = median(starts.map((each) => each.init));
    const cold = median(starts.map((each) => each.init + each.first));
    return { name, init, cold };
  });
  table(
    ['function', 'boot CPU ms', 'init CPU ms', 'init to boot', 'cold CPU ms', 'cold to boot'],
    rows.map(({ name, init, cold }) => [
      name,
      figure(boot),
      figure(init),
      ratio(init, boot),
      figure(cold),
      ratio(cold, boot),
    ]),
  );
  const ours = rows.find(({ name }) => name === 'receive-submission');
  budget('init of receive-submission to node boot', (ours?.init ?? Number.NaN) / boot, 2.2, 'at most');
  budget('cold start of receive-submission to node boot', (ours?.cold ?? Number.NaN) / boot, 3.5, 'at most');
}
