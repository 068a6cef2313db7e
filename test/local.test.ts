import { cpSync, readdirSync, readFileSync, readlinkSync, statSync, writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { runningOn } from '../infra/local/data-folder.ts';
import { bundles } from './bundled.ts';
import { rightAnswers, uuidv7 } from './local-product.ts';
import { ownFolders } from './own-folders.ts';
import {
  itemsIn,
  kill,
  type Program,
  processesOn,
  put,
  runExport,
  send,
  serve,
  start,
  until,
} from './serve.ts';

// Each starts processes or sends thousands of requests, and other test files may have the other core.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

const newFolder = ownFolders();

const create = async (url: string, id: string, answers: object = rightAnswers) =>
  (await put(url, id, answers)).status;
const get = (url: string, path: string, headers: Readonly<Record<string, string>> = {}) =>
  send(url, { method: 'GET', path, headers });
const submissionsIn = async (env: Readonly<Record<string, string>>) =>
  (await itemsIn(env)).filter(({ form }) => form === 'participants');
const gone = (dataDir: string) => () => processesOn(dataDir).length === 0;

/** `npm start` without npm, which would be a process of its own. */
async function startCommand(dataDir: string): Promise<Program> {
  const program = start(['infra/commands/start.ts'], { DATA_DIR: dataDir, PORT: '0' });
  await until(() => program.printed().includes('Stop it with'), 'the product to be ready');
  return program;
}

describe('a folder', () => {
  test('has a product of its own, which sees nothing of another one', async () => {
    const [here, there] = [newFolder(), newFolder()];
    const [one, other] = await Promise.all([serve(here), serve(there)]);
    const id = uuidv7();
    expect(await create(one.url, id)).toBe(201);
    expect(await submissionsIn(other.env)).toEqual([]);
    expect(await create(other.url, id, { ...rightAnswers, n_men: 7 })).toBe(201);
    expect((await submissionsIn(one.env)).map(({ answers }) => answers)).toEqual([rightAnswers]);

    const portsOf = ({ env, url }: typeof one) =>
      [url, ...Object.values(env)]
        .filter((value) => value.startsWith('http'))
        .map((value) => new URL(value).port);
    expect(new Set([...portsOf(one), ...portsOf(other)]).size).toBe(12);
  });

  test('is refused to a second product with a sentence, and free again when the first was killed', async () => {
    const dataDir = newFolder();
    const first = await serve(dataDir);
    const second = start(['infra/commands/start.ts'], { DATA_DIR: dataDir, PORT: '0' });
    expect([await second.ended, second.printed()]).toEqual([1, `a product already runs on ${dataDir}\n`]);
    expect(await create(first.url, uuidv7())).toBe(201);

    kill(first.pid);
    await first.ended;
    const third = await serve(dataDir);
    expect(await submissionsIn(third.env)).toHaveLength(1);
  });

  test('that cannot be used is told apart from one that is taken', async () => {
    const dataDir = newFolder();
    writeFileSync(join(dataDir, 'lock'), 'no lock of ours '.repeat(100));
    const program = start(['infra/commands/start.ts'], { DATA_DIR: dataDir, PORT: '0' });
    expect([await program.ended, program.printed()]).toEqual([
      1,
      expect.not.stringContaining('already runs'),
    ]);
    expect(program.printed()).toContain(join(dataDir, 'lock'));
  });

  test('keeps submissions, objects and the number of the run when the product starts again', async () => {
    const dataDir = newFolder();
    const first = await serve(dataDir);
    const id = uuidv7();
    expect(await create(first.url, id)).toBe(201);
    expect(await runExport(dataDir)).toEqual({ code: 0, text: expect.stringContaining('run 1, ') });
    const before = await submissionsIn(first.env);
    process.kill(first.pid, 'SIGTERM');
    expect(await first.ended).toBe(0);

    const second = await serve(dataDir);
    expect(await submissionsIn(second.env)).toEqual(before);
    expect(await create(second.url, id)).toBe(200);
    expect(JSON.parse((await get(second.url, '/healthz')).body)).toMatchObject({
      status: 'ok',
      lake: { run: 1 },
    });
    const { code, text } = await runExport(dataDir, ['--full']);
    expect([code, text]).toEqual([0, expect.stringContaining('run 2, ')]);
    expect(text).toContain('0 objects written, 0 pointers moved');
  });
});

describe('a product', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('leaves nothing behind on %s', async (signal) => {
    const dataDir = newFolder();
    const program = await startCommand(dataDir);
    expect(processesOn(dataDir).length).toBeGreaterThan(1);
    expect(runningOn(dataDir)?.pid).toBe(program.pid);
    process.kill(program.pid, signal);
    expect(await program.ended).toBe(0);
    await until(gone(dataDir), 'the engine to be gone', 2000);
    expect(readdirSync(dataDir)).not.toContain('running.json');
  });

  test('takes its engine with it when it is killed', async () => {
    const dataDir = newFolder();
    const { pid, ended } = await serve(dataDir);
    expect(processesOn(dataDir).length).toBeGreaterThan(1);
    kill(pid);
    expect(await ended).toBe('SIGKILL');
    await until(gone(dataDir), 'the engine to be gone', 5000);
  });

  test('tells where its parts are to its user alone', async () => {
    const dataDir = newFolder();
    await serve(dataDir);
    expect((statSync(join(dataDir, 'running.json')).mode & 0o777).toString(8)).toBe('600');
  });

  test('listens on 127.0.0.1 and nowhere else, and hears no other name', async () => {
    const dataDir = newFolder();
    const { url, env } = await serve(dataDir);
    const listening = processesOn(dataDir).flatMap(listeningOf);
    // API, engine, S3, Athena, Lambda and Step Functions; the kernel writes addresses from the last byte.
    expect(listening.length).toBeGreaterThanOrEqual(6);
    expect(new Set(listening.map((address) => address.split(':')[0]))).toEqual(new Set(['0100007F']));
    expect(Object.values(env).filter((value) => value.startsWith('http://127.0.0.1:'))).toHaveLength(5);
    for (const address of foreignAddresses()) {
      await expect(get(`http://${address}:${new URL(url).port}`, '/')).rejects.toThrow('ECONNREFUSED');
    }
    const { port } = new URL(url);
    for (const host of ['example.org', `example.org:${port}`, `127.0.0.1.example.org:${port}`]) {
      expect((await get(url, '/', { host })).status).toBe(403);
    }
    expect((await get(url, '/', { host: `localhost:${port}` })).status).toBe(200);
    expect((await get(env.AWS_ENDPOINT_URL_LAMBDA ?? '', '/', { host: 'example.org' })).status).toBe(403);
  });

  test('answers any path, and goes on', async () => {
    const { url } = await serve(newFolder());
    for (const path of [
      '//',
      '//x:99999/y',
      '/\\',
      '/%',
      '/%2e%2e/%ff',
      '/a?%',
      '/assets/',
      '/assets/..%2fx',
    ]) {
      expect([path, (await get(url, path)).status]).toEqual([path, 404]);
    }
    expect((await get(url, `/${'x'.repeat(20_000)}`)).status).toBe(431);
    expect((await get(url, '/')).status).toBe(200);
  });

  test('answers 503 when a function hangs, and the next call of it works', async () => {
    const dataDir = newFolder();
    const made = join(dataDir, 'bundles');
    cpSync(bundles, made, { recursive: true });
    writeFileSync(
      join(made, 'show-start/index.mjs'),
      `export async function handler({ rawQueryString }) {
        if (rawQueryString === 'waits') await new Promise(() => {});
        for (; rawQueryString === 'loops'; );
        return { statusCode: 200, body: 'here' };
      }`,
    );
    const { url } = await serve(dataDir, { made });
    const hanging = [get(url, '/?waits'), get(url, '/?loops')];
    expect((await get(url, '/v1/forms')).status, 'another function is not held up').toBe(200);
    expect((await Promise.all(hanging)).map(({ status }) => status)).toEqual([503, 503]);
    expect((await get(url, '/')).body).toBe('here');
  });
});

/** The addresses on which a process listens, as `/proc/net` writes them. */
function listeningOf(pid: number): string[] {
  const sockets = new Set(
    readdirSync(`/proc/${pid}/fd`)
      .map((descriptor) => linkOf(`/proc/${pid}/fd/${descriptor}`))
      .map((target) => /^socket:\[(\d+)\]$/.exec(target)?.[1]),
  );
  return ['tcp', 'tcp6'].flatMap((family) =>
    readFileSync(`/proc/${pid}/net/${family}`, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((columns) => columns[3] === '0A' && sockets.has(columns[9]))
      .map((columns) => columns[1] ?? ''),
  );
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

/** Other IPv4 addresses of this machine. */
function foreignAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((found) => found ?? []);
  return ['127.0.0.2', ...all.filter(({ family }) => family === 'IPv4').map(({ address }) => address)].filter(
    (address) => address !== '127.0.0.1',
  );
}
