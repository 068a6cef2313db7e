import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Engine {
  readonly url: string;
  stop(): Promise<void>;
}

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));

// The engine must not outlive us, even when we are killed and can do nothing: this shell holds the other end
// of our pipe, and when the pipe closes it stops the engine.
const guard = `
exec 3<&0
"$@" </dev/null & engine=$!
(read -r _ <&3; kill -TERM $engine 2>/dev/null) & watch=$!
wait $engine; status=$?
kill $watch 2>/dev/null
exit $status
`;

/**
 * Starts the DynamoDB engine on a free port of 127.0.0.1 with its data in the folder. `died` takes the
 * sentence when the engine ends without being told to.
 */
export async function startDynamoDb(folder: string, died: (sentence: string) => void): Promise<Engine> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const child = spawn('/bin/sh', ['-c', guard, 'dynamodb', ...commandLine(folder, port)], {
      stdio: ['pipe', 'ignore', 'pipe'],
      // Its own process group: Ctrl+C is for us, and the engine stops last.
      detached: true,
    });
    const said = collect(child);
    const url = `http://127.0.0.1:${port}`;
    if (await answers(url, child)) {
      const complain = () => died(`the DynamoDB engine ended: ${said()}`);
      child.once('exit', complain);
      return { url, stop: () => stop(child.off('exit', complain)) };
    }
    await stop(child);
    // Somebody else may have taken the port between our look and the engine's start.
    if (attempt === 3) throw new Error(`expected the DynamoDB engine to answer on ${url}, got: ${said()}`);
  }
}

function commandLine(folder: string, port: number): string[] {
  const { DYNAMODB_LOCAL: local } = process.env;
  if (local !== undefined) return javaLine(local, folder, port);
  const dynoxide = join(modules, `@dynoxide/${process.platform}-${process.arch}/dynoxide`);
  if (existsSync(dynoxide)) {
    return [dynoxide, 'serve', '--port', String(port), '--db-path', join(folder, 'dynamodb.sqlite')];
  }
  throw new Error(
    `no DynamoDB engine comes for ${process.platform}-${process.arch}: download AWS's DynamoDB Local ` +
      '(needs Java 17), and set DYNAMODB_LOCAL to its folder',
  );
}

/** AWS's own DynamoDB Local, for those who have it: a folder with its jar and libraries. */
function javaLine(local: string, folder: string, port: number): string[] {
  const libraries = join(local, 'DynamoDBLocal_lib');
  const jar = join(local, 'DynamoDBLocal.jar');
  const java = ['java', `-Djava.library.path=${libraries}`, '-jar', jar, '-sharedDb', '-disableTelemetry'];
  return [...java, '-port', String(port), '-dbPath', folder];
}

/** The last of what the engine says, for the sentence when it fails. */
function collect(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    text = (text + chunk).slice(-500);
  });
  return () => text.trim() || 'no answer';
}

async function answers(url: string, child: ChildProcess): Promise<boolean> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
    // Any answer will do: an unsigned GET is an error, but one that the engine says.
    const alive = await fetch(url, { signal: AbortSignal.timeout(1000) }).then(
      () => true,
      () => false,
    );
    if (alive) return true;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return false;
}

/** Enough for the engine to write what it has; after that its whole group is ended. */
const stopMs = 5000;

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const impatient = setTimeout(() => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  }, stopMs);
  child.stdin?.end();
  await gone;
  clearTimeout(impatient);
}

/** A port of 127.0.0.1 that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  if (address === null || typeof address === 'string') throw new Error('expected a port, got none');
  return address.port;
}
