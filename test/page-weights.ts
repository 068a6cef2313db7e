import { brotliCompressSync } from 'node:zlib';
import type { HTTPResponse } from 'puppeteer-core';

/** What a page weighs when nothing is kept from another visit: bytes as brotli compresses them. */
export interface Weight {
  readonly pageAndStyle: number;
  /** With script and icon. */
  readonly all: number;
}

/** Weighs the page that a response brought, and the files that it names. */
export async function weightOf(response: HTTPResponse): Promise<Weight> {
  const html = await response.text();
  const linked = Array.from(html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g), ([, path = '']) => path);
  const files = await Promise.all(
    linked.map(async (path) => ({ path, bytes: await bytesAt(new URL(path, response.url()).href) })),
  );
  const sum = (of: typeof files) => of.reduce((total, { bytes }) => total + bytes, 0);
  const page = brotliCompressSync(html).length;
  return {
    pageAndStyle: page + sum(files.filter(({ path }) => path.endsWith('.css'))),
    all: page + sum(files),
  };
}

/** Each file once. */
const found = new Map<string, Promise<number>>();

function bytesAt(url: string): Promise<number> {
  const bytes = found.get(url) ?? compressed(url);
  found.set(url, bytes);
  return bytes;
}

async function compressed(url: string): Promise<number> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`expected a file at ${url}, got ${response.status}`);
  return brotliCompressSync(Buffer.from(await response.arrayBuffer())).length;
}
