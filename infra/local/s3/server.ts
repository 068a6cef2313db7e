import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answer, readAddress } from './call.ts';
import { S3Error } from './errors.ts';
import { findOperation } from './operations.ts';
import { postObject } from './post.ts';
import { type Credentials, verifyRequest } from './signature.ts';
import { openStore, type Store } from './store.ts';
import { errorDocument, textElement } from './xml.ts';

type Settings = { folder: string; port: number } & Credentials;

export type RunningS3 = { port: number; url: string; stop(): Promise<void> };

// Longer than clients keep a connection, so that none is closed as a request is on its way.
const keepAliveMs = 75_000;
// Time for one body of the largest size on a slow disk.
const requestMs = 60 * 60 * 1000;
const stopMs = 3000;
const connectionsMax = 1000;

/**
 * Starts an S3 endpoint on this machine that keeps everything in the folder. It does the calls the product
 * makes, as the API reference describes them, and answers NotImplemented to the rest.
 */
export async function startS3({ folder, port, ...credentials }: Settings): Promise<RunningS3> {
  const store = openStore(folder);
  const server = createServer(
    { keepAliveTimeout: keepAliveMs, requestTimeout: requestMs },
    (request, response) => {
      void handle(store, credentials, request, response);
    },
  );
  server.maxConnections = connectionsMax;
  let address: AddressInfo;
  try {
    address = await listen(server, port);
  } catch (error) {
    store.database.close();
    throw error;
  }
  return {
    port: address.port,
    url: `http://127.0.0.1:${address.port}`,
    stop: () => stop(server, store),
  };
}

function listen(server: Server, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address !== null && typeof address === 'object') resolve(address);
      else reject(new Error(`The local S3 expected to listen on a port, got ${address}.`));
    });
  });
}

// Requests under way get a moment to end; one that is cut off was not answered and leaves nothing.
async function stop(server: Server, store: Store): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), stopMs);
  await closed;
  clearTimeout(timer);
  if (store.database.isOpen) store.database.close();
}

async function handle(
  store: Store,
  credentials: Credentials,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const requestId = randomBytes(8).toString('hex').toUpperCase();
  response.setHeader('x-amz-request-id', requestId);
  response.setHeader('server', 'AmazonS3');
  try {
    await answerRequest(store, credentials, request, response);
  } catch (error) {
    sendError(request, response, error, requestId);
  }
}

async function answerRequest(
  store: Store,
  credentials: Credentials,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const address = readAddress(request);
  const now = new Date();
  const form = address.sentHeaders.get('content-type')?.startsWith('multipart/form-data') ?? false;
  if (form && address.method === 'POST' && address.bucket !== '' && address.key === '') {
    await postObject({ ...address, store, request, response }, credentials, now);
    return;
  }
  const signed = { ...address, query: address.queryPairs, headers: address.sentHeaders };
  const verified = verifyRequest(signed, credentials, now);
  await findOperation(address).run({ ...address, store, request, response, verified });
}

function sendError(
  request: IncomingMessage,
  response: ServerResponse,
  error: unknown,
  requestId: string,
): void {
  if (response.headersSent) {
    // Half a body cannot be taken back; a broken connection tells the client that it is not whole.
    response.destroy();
    return;
  }
  const known = error instanceof S3Error ? error : new S3Error('InternalError', `We failed: ${error}`);
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  response.setHeader('x-amz-request-id', requestId);
  response.setHeader('server', 'AmazonS3');
  const etag = known.status === 304 ? known.details.ETag : undefined;
  if (etag !== undefined) response.setHeader('etag', etag);
  if (request.method === 'HEAD' || known.status === 304) {
    answer(response, known.status);
    return;
  }
  const details = Object.entries(known.details).map(([name, value]) => textElement(name, value));
  const place = textElement('Resource', request.url ?? '') + textElement('RequestId', requestId);
  const words = textElement('Code', known.code) + textElement('Message', known.message);
  answer(response, known.status, errorDocument(words + details.join('') + place));
}
