import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { passMs } from './clock.ts';

/** One call that a server made, as the proxy in front of the stores sees it. */
export interface Call {
  /** From 1, in the order in which calls came since the last `begin`. */
  readonly number: number;
  readonly store: 'table' | 'objects';
  /** The operation and what it is about: `PutItem`, or `PUT analytic/_pointers`. */
  readonly what: string;
}

/**
 * What becomes of a call: it passes, or fails before or after its effect. `error` and `drop` may be tried again,
 * as the clients do; `dead` may not: to the caller it is as if the process had been killed there.
 */
export type Verdict = 'pass' | { readonly moment: Moment; readonly as: 'error' | 'drop' | 'dead' };
export type Moment = 'before' | 'after';

/** Decides about calls, and may do something else first; `seen` is called after the effect of each. */
export interface Judge {
  readonly judge?: (call: Call) => Verdict | Promise<Verdict>;
  readonly seen?: (call: Call) => void | Promise<void>;
  /** Called when a step of the state machine has failed, before it is tried again. */
  readonly stepFailed?: () => void;
}

export interface StoreProxy {
  readonly url: string;
  /** Counts calls from 1 again, and has them judged. */
  begin(judge?: Judge): void;
  /** Waits until nobody calls any more: what a failed step began beside its failure goes on for a moment. */
  quiet(): Promise<void>;
  /** What was called since the last `begin`. */
  readonly calls: readonly Call[];
  stop(): Promise<void>;
}

export interface Targets {
  /** Asked for every call: another store may take the place of one. */
  readonly table: () => string;
  readonly objects: () => string;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** Turns of the event loop in which a call that follows from another one has long come. */
const quietTurns = 20;

/** A proxy on a free port in front of both stores: the clients' AWS endpoint. */
export async function startProxy(targets: Targets): Promise<StoreProxy> {
  const agent = new Agent({ keepAlive: true });
  let judging: Judge = {};
  let calls: Call[] = [];
  let open = 0;

  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await bodyOf(incoming);
    passMs(1);
    const call = { number: calls.length + 1, ...described(incoming) };
    const { judge, seen } = judging;
    calls.push(call);
    const verdict = (await judge?.(call)) ?? 'pass';
    if (verdict !== 'pass' && verdict.moment === 'before') return fail(outgoing, call, verdict.as);
    const answer = await forward(agent, targets[call.store](), incoming, body);
    await seen?.(call);
    if (verdict !== 'pass') return fail(outgoing, call, verdict.as);
    const { date: _, ...headers } = answer.headers;
    outgoing.writeHead(answer.status, headers).end(answer.body);
  }

  const server = createServer((incoming, outgoing) => {
    open += 1;
    // No date, neither ours nor the store's, by which a client would correct a clock that a test has moved on.
    outgoing.sendDate = false;
    handle(incoming, outgoing)
      .catch(() => outgoing.destroy())
      .finally(() => {
        open -= 1;
      });
  });
  server.keepAliveTimeout = 75_000;
  const { port } = await new Promise<AddressInfo>((resolve, reject) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address !== null && typeof address === 'object') resolve(address);
      else reject(new Error(`expected a port, got ${address}`));
    });
  });
  return {
    url: `http://127.0.0.1:${port}`,
    begin: (judge = {}) => {
      judging = judge;
      calls = [];
    },
    quiet: async () => {
      for (let still = 0; still < quietTurns; still += 1) {
        const before = calls.length;
        await turn();
        if (open > 0 || calls.length > before) still = 0;
      }
    },
    get calls() {
      return calls;
    },
    stop: async () => {
      agent.destroy();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function described({ headers, method, url = '' }: IncomingMessage): Pick<Call, 'store' | 'what'> {
  const target = headers['x-amz-target'];
  if (typeof target === 'string') return { store: 'table', what: target.replace(/^.*\./, '') };
  return { store: 'objects', what: `${method} ${decodeURIComponent(url.replace(/^\/|[?].*$/g, ''))}` };
}

/** Passes a call on with the headers it came with: its signature is over them. */
function forward(agent: Agent, target: string, incoming: IncomingMessage, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method, url: path, headers } = incoming;
    const sent = request(target, { agent, method, path, headers }, (answered) => {
      bodyOf(answered).then(
        (whole) => resolve({ status: answered.statusCode ?? 500, headers: answered.headers, body: whole }),
        reject,
      );
    });
    sent.once('error', reject).end(body);
  });
}

const words = {
  table: {
    error: { status: 500, text: '{"__type":"InternalServerError","message":"so the test wants it"}' },
    dead: { status: 400, text: '{"__type":"com.test#Dead","message":"this process is dead"}' },
  },
  objects: {
    error: { status: 500, text: '<Error><Code>InternalError</Code><Message>test</Message></Error>' },
    dead: { status: 400, text: '<Error><Code>Dead</Code><Message>this process is dead</Message></Error>' },
  },
};

function fail(outgoing: ServerResponse, { store }: Call, as: 'error' | 'drop' | 'dead'): void {
  if (as === 'drop') {
    outgoing.destroy();
    return;
  }
  const { status, text } = words[store][as];
  const type = store === 'table' ? 'application/x-amz-json-1.0' : 'application/xml';
  outgoing.writeHead(status, { 'content-type': type }).end(text);
}
