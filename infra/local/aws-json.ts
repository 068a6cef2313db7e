import { createServer, type IncomingMessage, type Server } from 'node:http';

/** An error as AWS's JSON protocols tell it. */
export class AwsError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

export interface AwsJson {
  readonly url: string;
  stop(): Promise<void>;
}

const bodyBytesMax = 1 << 20;

/**
 * A service that speaks AWS's JSON protocol (`X-Amz-Target` names the operation) on a free port of
 * 127.0.0.1. What an operation throws becomes an error response; anything but an AwsError is the caller's.
 */
export async function startAwsJson(
  version: '1.0' | '1.1',
  operations: Readonly<Record<string, (body: unknown) => unknown>>,
  port = 0,
): Promise<AwsJson> {
  async function answer(request: IncomingMessage): Promise<unknown> {
    // A page elsewhere whose name was pointed at 127.0.0.1 must not reach us (DNS rebinding).
    if (!isLocalHost(request.headers.host))
      throw new AwsError('AccessDeniedException', 'only 127.0.0.1 answers');
    const target = String(request.headers['x-amz-target'] ?? '');
    const operation = Object.hasOwn(operations, target) ? operations[target] : undefined;
    if (operation === undefined)
      throw new AwsError('UnknownOperationException', `no operation "${target}" here`);
    return operation(JSON.parse((await readText(request)) || '{}'));
  }

  const server = createServer((request, response) => {
    const type = `application/x-amz-json-${version}`;
    answer(request).then(
      (value) => response.writeHead(200, { 'content-type': type }).end(JSON.stringify(value ?? {})),
      (error: Error) => {
        const __type = error instanceof AwsError ? error.name : 'ValidationException';
        response
          .writeHead(400, { 'content-type': type })
          .end(JSON.stringify({ __type, message: error.message }));
      },
    );
  });
  return listenLocally(server, port);
}

/** Listens on a port of 127.0.0.1, 0 for any free one. */
export async function listenLocally(server: Server, port = 0): Promise<AwsJson> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('expected a port, got none');
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

/** Whether a request names this machine as its host, and not some name that leads here. */
export function isLocalHost(host: string | undefined): boolean {
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host ?? '');
}

/** The body of a request as text; throws when it is longer than such a request is. */
export async function readText(request: IncomingMessage): Promise<string> {
  let text = '';
  request.setEncoding('utf8');
  for await (const chunk of request) {
    text += chunk;
    if (text.length > bodyBytesMax) throw new AwsError('ValidationException', 'the request is too large');
  }
  return text;
}
