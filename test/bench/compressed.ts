import { createServer } from 'node:http';
import { brotliCompressSync } from 'node:zlib';
import { listen } from './listening.ts';

export interface Found {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** What there is at an address, query and all. */
export type Find = (address: string) => Promise<Found | undefined>;

/** As an edge sends it that compresses all it can. */
export function brotli(body: Buffer): Buffer {
  return brotliCompressSync(body);
}

/** Sends what is found, compressed with brotli; once for each address, so that finding and compressing take no time. */
export async function serveCompressed(find: Find): Promise<{ url: string; stop: () => void }> {
  const kept = new Map<string, Promise<Found | undefined>>();
  async function compressed(address: string): Promise<Found | undefined> {
    const found = await find(address);
    return found && { ...found, body: brotli(found.body) };
  }
  const server = createServer(async ({ url: address = '/' }, response) => {
    const keeping = kept.get(address) ?? compressed(address);
    kept.set(address, keeping);
    const found = await keeping.catch(() => undefined);
    if (found === undefined) response.writeHead(404).end();
    else response.writeHead(200, { ...found.headers, 'content-encoding': 'br' }).end(found.body);
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The pages and files of a running product. */
export function pagesOf(product: string): Find {
  return async (address) => {
    const response = await fetch(`${product}${address}`);
    if (!response.ok) return undefined;
    const passedOn = ['content-type', 'content-security-policy', 'cache-control'];
    const headers = passedOn.flatMap((name) => {
      const value = response.headers.get(name);
      return value === null ? [] : [[name, value] as const];
    });
    return { headers: Object.fromEntries(headers), body: Buffer.from(await response.arrayBuffer()) };
  };
}
