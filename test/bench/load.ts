import { connect, type Socket } from 'node:net';
import { figure, quantile } from './print.ts';

/** One request to make: a PUT of JSON. */
export interface Put {
  readonly path: string;
  readonly body: string;
}

export interface Load {
  readonly url: string;
  readonly connections: number;
  readonly seconds: number;
  readonly next: () => Put;
}

export interface Speed {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Requests answered, warm-up included. */
  readonly answered: number;
}

const warmUpMs = 500;

/**
 * Keeps a number of connections busy for a while, each sending its next request when the last was answered.
 * Bytes are written and read by hand: a client of comfort would take a core from what is measured.
 */
export async function load({ url, connections, seconds, next }: Load): Promise<Speed> {
  const { host, hostname, port } = new URL(url);
  const begin = performance.now() + warmUpMs;
  const end = begin + seconds * 1000;
  const tookMs: number[] = [];
  let answered = 0;

  async function drive(): Promise<void> {
    const socket = connect(Number(port), hostname).setNoDelay(true);
    const answer = answersOf(socket);
    for (let started = performance.now(); started < end; started = performance.now()) {
      socket.write(textOf(host, next()));
      const status = await answer();
      if (status !== 201) throw new Error(`expected ${url} to answer 201, got ${status}`);
      answered += 1;
      const now = performance.now();
      if (started >= begin && now < end) tookMs.push(now - started);
    }
    socket.destroy();
  }

  await Promise.all(Array.from({ length: connections }, drive));
  return {
    perSecond: tookMs.length / seconds,
    p50Ms: quantile(tookMs, 0.5),
    p99Ms: quantile(tookMs, 0.99),
    answered,
  };
}

/** How speeds are shown, side by side. */
export function speedCells({ perSecond, p50Ms, p99Ms }: Speed): string[] {
  return [figure(perSecond), figure(p50Ms), figure(p99Ms)];
}

function textOf(host: string, { path, body }: Put): string {
  const length = Buffer.byteLength(body);
  return `PUT ${path} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n${body}`;
}

/** Gives the status of each answer on the connection in turn. */
function answersOf(socket: Socket): () => Promise<number> {
  let text = '';
  let waiting: ((status: number) => void) | undefined;
  let broken: ((error: Error) => void) | undefined;
  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => {
    text += chunk;
    if (!isWhole(text)) return;
    const status = Number(text.slice(9, 12));
    text = '';
    waiting?.(status);
  });
  socket.on('error', (error) => broken?.(error));
  socket.on('close', () => broken?.(new Error('expected an answer, got a closed connection')));
  return () =>
    new Promise((resolve, reject) => {
      waiting = resolve;
      broken = reject;
    });
}

function isWhole(text: string): boolean {
  const head = text.indexOf('\r\n\r\n');
  if (head === -1) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, head))?.[1];
  return length === undefined ? text.endsWith('\r\n0\r\n\r\n') : text.length >= head + 4 + Number(length);
}
