import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { type Agent, type IncomingHttpHeaders, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { runningOn } from '../infra/local/data-folder.ts';
import { startProduct } from '../infra/local/product.ts';
import { bundles } from './bundled.ts';
import { uuidv7 } from './local-product.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

// As a program: the whole product on the folder that the first argument names, with the bundles in the
// second. It prints its address when it is ready.
if (import.meta.main) {
  const [dataDir = '', made = bundles] = process.argv.slice(2);
  const product = await startProduct({ dataDir, port: 0, bundles: made });
  process.stdout.write(`${product.url}\n`);
  process.once('SIGTERM', async () => {
    await product.stop();
    process.exit(0);
  });
}

/** A program that a test started. */
export interface Program {
  readonly pid: number;
  /** Everything that it has printed, on both streams. */
  printed(): string;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
}

/** Starts a program as the leader of a process group of its own, as a terminal does; ours without `command`. */
export function start(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  command: string = process.execPath,
): Program {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
  }
  const ended = new Promise<number | string>((resolve, reject) => {
    child.once('error', reject).once('close', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
  if (child.pid === undefined) throw new Error(`expected ${args.join(' ')} to start, it did not`);
  return { pid: child.pid, printed: () => text, ended };
}

export interface Served extends Program {
  readonly url: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Starts the whole product on a folder as a process of its own, and waits until it is ready. */
export async function serve(
  dataDir: string,
  {
    made = bundles,
    env = {},
  }: { readonly made?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Served> {
  const program = start(['test/serve.ts', dataDir, made], env);
  let over: number | string | undefined;
  program.ended.then(
    (how) => {
      over = how;
    },
    () => {},
  );
  await until(() => over !== undefined || program.printed().includes('http://'), 'the product to be ready');
  const running = runningOn(dataDir);
  if (over !== undefined || running === undefined) {
    throw new Error(`expected the product to start, got ${over}: ${program.printed()}`);
  }
  return { ...program, url: running.url, env: running.env };
}

/** Waits for a fact; says what it waited for when it does not come. */
export async function until(
  fact: () => boolean | Promise<boolean>,
  what: string,
  withinMs = 30_000,
): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await fact())) {
    if (Date.now() > deadline) throw new Error(`expected ${what} within ${withinMs} ms, it did not happen`);
    await pause(5);
  }
}

/** The engines that run on a data folder, without the shells that guard them. */
export function enginesOn(dataDir: string): number[] {
  return processesOn(dataDir).filter((pid) => /^[^\0]*dynoxide\0serve/.test(fileOf(String(pid), 'cmdline')));
}

/** Every process that was started for a data folder: it has the folder in its arguments or environment. */
export function processesOn(dataDir: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => `${fileOf(pid, 'cmdline')}${fileOf(pid, 'environ')}`.includes(dataDir))
    .map(Number);
}

function fileOf(pid: string, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}

/** Ends every process on a folder as a power cut does. */
export async function killAll(dataDir: string): Promise<void> {
  await until(() => {
    const pids = processesOn(dataDir);
    for (const pid of pids) kill(pid);
    return pids.length === 0;
  }, 'every process to be gone');
}

/** Ends a process as a power cut does. */
export function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended between our look and now.
  }
}

export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Sends a request exactly as it is written: unlike fetch, it does not mend the path. */
export function send(url: string, { body, ...sent }: Sent, agent?: Agent): Promise<Answer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const outgoing = request({ hostname, port, agent, ...sent }, (incoming) => {
      let text = '';
      incoming.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      incoming.once('error', reject).once('end', () => {
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: text });
      });
    });
    outgoing.once('error', reject).end(body);
  });
}

/** Sends answers to `participants` under an id. */
export function put(url: string, id: string, answers: object, agent?: Agent): Promise<Answer> {
  const path = `/v1/forms/participants/submissions/${id}`;
  const headers = { 'content-type': 'application/json' };
  return send(url, { method: 'PUT', path, headers, body: JSON.stringify({ version: 1, answers }) }, agent);
}

/** Runs `npm run export` to its end; gives its exit code and what it printed. */
export async function runExport(
  dataDir: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number | string; readonly text: string }> {
  const program = start(['infra/commands/export.ts', ...args], { DATA_DIR: dataDir, ...env });
  const code = await program.ended;
  return { code, text: program.printed() };
}

/** As `runExport`, for an export that succeeds; gives what it printed. */
export async function exported(
  dataDir: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { code, text } = await runExport(dataDir, args, env);
  if (code !== 0 || !text.includes('objects written'))
    throw new Error(`expected an export, got ${code}: ${text}`);
  return text;
}

/** Creates a submission, under an id of now unless another time is named; gives when it was received. */
export async function create(url: string, answers: object, time = Date.now()): Promise<string> {
  const { status, body } = await put(url, uuidv7(time), answers);
  if (status !== 201) throw new Error(`expected a submission to be created, got ${status}: ${body}`);
  const { received_at }: { readonly received_at: string } = JSON.parse(body);
  await until(() => new Date().toISOString() > received_at, 'the clock to go on');
  return received_at;
}

/** Everything in the table of submissions, by key. */
export async function itemsIn(
  env: Readonly<Record<string, string>>,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = dynamodbOf(env);
  try {
    const items: Readonly<Record<string, unknown>>[] = [];
    const scan = { TableName: env.SUBMISSIONS_TABLE, ConsistentRead: true, Limit: 500 };
    for await (const page of paginateScan({ client }, scan)) {
      items.push(...(page.Items ?? []).map((item) => unmarshall(item)));
    }
    return items;
  } finally {
    client.destroy();
  }
}

/** A client of the running engine. */
export function dynamodbOf(env: Readonly<Record<string, string>>): DynamoDBClient {
  const { AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '' } = env;
  return new DynamoDBClient({
    region: env.AWS_REGION,
    endpoint: env.AWS_ENDPOINT_URL_DYNAMODB,
    credentials: { accessKeyId, secretAccessKey },
  });
}
