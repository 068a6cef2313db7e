import { randomUUID } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { basename, extname, join } from 'node:path';
import * as z from 'zod/mini';
import type { FunctionName } from '../lambdas.ts';
import { assetsPath, routes } from '../routes.ts';
import { isLocalHost } from './aws-json.ts';
import type { Functions } from './functions.ts';

export interface Api {
  readonly url: string;
  stop(): Promise<void>;
}

export interface ApiOptions {
  readonly port: number;
  readonly functions: Functions;
  /** Folder of hashed files. */
  readonly assets: string;
}

/** API Gateway's own limit on a payload. */
const payloadBytesMax = 10 * 1024 * 1024;

/**
 * The HTTP API on this machine: API Gateway's payload format 2.0 in front of the functions, after the same
 * routes, and the hashed files that CloudFront serves on AWS. Listens on 127.0.0.1 only.
 */
export async function startApi({ port, functions, assets }: ApiOptions): Promise<Api> {
  const server = createServer((request, response) => {
    serve(request, response, functions, assets).catch(() => sendJson(response, 500, 'Internal Server Error'));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(takenPort(error, port))).listen(port, '127.0.0.1', resolve);
  });
  return { url: urlOf(server), stop: () => close(server) };
}

function takenPort(error: Error, port: number): Error {
  if (!('code' in error) || error.code !== 'EADDRINUSE') return error;
  return new Error(`port ${port} is taken by another program: set PORT to another, or to 0 for any free one`);
}

function urlOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('expected a port, got none');
  return `http://127.0.0.1:${address.port}`;
}

async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  functions: Functions,
  assets: string,
): Promise<void> {
  const url = addressOf(request.url ?? '/');
  // A page elsewhere whose name was pointed at 127.0.0.1 must not reach us (DNS rebinding).
  if (!isLocalHost(request.headers.host)) return sendJson(response, 403, 'Forbidden');
  if (url.pathname.startsWith(assetsPath)) return sendAsset(response, assets, url.pathname);
  const match = matchRoute(request.method ?? 'GET', url.pathname);
  if (match === undefined) return sendJson(response, 404, 'Not Found');
  const body = await readBody(request);
  if (body === undefined) return sendJson(response, 413, 'Request Too Long');

  const event = eventOf(request, url, match, body);
  const result = await functions.invoke(match.starts, event).then(
    (value) => resultSchema.safeParse(value),
    () => undefined,
  );
  if (result === undefined) return sendJson(response, 503, 'Service Unavailable');
  if (!result.success) return sendJson(response, 500, 'Internal Server Error');
  const { statusCode, headers, isBase64Encoded } = result.data;
  response.writeHead(statusCode, headers);
  response.end(Buffer.from(result.data.body, isBase64Encoded ? 'base64' : 'utf8'));
}

/** Two slashes at the start of a path are a path, and not the name of a host. */
function addressOf(target: string): URL {
  return new URL(`http://localhost${target.startsWith('/') ? '' : '/'}${target}`);
}

const resultSchema = z.object({
  statusCode: z.int(),
  headers: z._default(z.record(z.string(), z.string()), {}),
  body: z._default(z.string(), ''),
  isBase64Encoded: z._default(z.boolean(), false),
});

interface Match {
  readonly routeKey: string;
  readonly starts: FunctionName;
  readonly parameters: Readonly<Record<string, string>>;
}

/** API Gateway prefers the most specific route; a greedy one is the last resort. */
const patterns = Object.entries(routes)
  .map(([routeKey, starts]) => {
    const [method = '', path = ''] = routeKey.split(' ');
    const pattern = path.replace(
      /\{(\w+)(\+?)\}/g,
      (_, name, greedy) => `(?<${name}>${greedy ? '.+' : '[^/]+'})`,
    );
    return { routeKey, starts, method, expression: new RegExp(`^${pattern}$`), greedy: path.includes('+}') };
  })
  .toSorted((one, other) => Number(one.greedy) - Number(other.greedy));

function matchRoute(method: string, path: string): Match | undefined {
  for (const { routeKey, starts, expression, ...route } of patterns) {
    const match = route.method === method ? expression.exec(path) : null;
    if (match === null) continue;
    const parameters = Object.entries(match.groups ?? {}).map(([name, value]) => [name, decoded(value)]);
    return { routeKey, starts, parameters: Object.fromEntries(parameters) };
  }
  return undefined;
}

/** What is no percent-encoded text names nothing, and is refused like any name that is not known. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    // Reading on to the end lets the sender hear our answer instead of a broken connection.
    if (size <= payloadBytesMax) chunks.push(chunk);
  }
  return size > payloadBytesMax ? undefined : Buffer.concat(chunks);
}

/** Types that API Gateway passes on as text; everything else comes in base64. */
function isText(type: string | undefined): boolean {
  return /^(text\/|application\/([\w.-]+\+)?json\b|application\/xml\b)/i.test(type ?? 'text/plain');
}

function eventOf(request: IncomingMessage, url: URL, { routeKey, parameters }: Match, body: Buffer) {
  const { 'content-type': type, 'user-agent': userAgent = '' } = request.headers;
  const text = isText(type);
  const headers = Object.entries(request.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(',') : value,
  ]);
  return {
    version: '2.0',
    routeKey,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers: Object.fromEntries(headers),
    pathParameters: parameters,
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: request.headers.host ?? '',
      domainPrefix: 'local',
      http: {
        method: request.method ?? 'GET',
        path: url.pathname,
        protocol: 'HTTP/1.1',
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent,
      },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: new Date().toISOString(),
      timeEpoch: Date.now(),
    },
    ...(body.length > 0 && { body: body.toString(text ? 'utf8' : 'base64') }),
    isBase64Encoded: !text && body.length > 0,
  };
}

function sendJson(response: ServerResponse, status: number, message: string): void {
  if (!response.headersSent) response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ message }));
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

function sendAsset(response: ServerResponse, assets: string, path: string): void {
  const name = basename(path);
  const file = join(assets, name);
  if (!existsSync(file) || name === '') {
    sendJson(response, 404, 'Not Found');
    return;
  }
  response.writeHead(200, {
    'content-type': types[extname(name)] ?? 'application/octet-stream',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  });
  createReadStream(file).pipe(response);
}
