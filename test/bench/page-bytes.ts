import { brotli, type Find } from './compressed.ts';
import { budget, figure, heading, say, table } from './print.ts';

/** A page, and what it loads when nothing is kept from another visit. */
interface Weight {
  readonly name: string;
  readonly parts: Readonly<Record<Part, Size>>;
}
type Part = 'HTML' | 'CSS' | 'script' | 'icon';
interface Size {
  readonly raw: number;
  readonly brotli: number;
}
const parts = ['HTML', 'CSS', 'script', 'icon'] as const;

/** A page to weigh: its HTML, and where what it names is found. */
export interface ToWeigh {
  readonly name: string;
  readonly html: Buffer;
  readonly find: Find;
}

export async function showBytes(pages: readonly ToWeigh[]): Promise<void> {
  heading('Pages: bytes of a first visit, raw and as brotli 11');
  const weights: Weight[] = [];
  for (const page of pages) weights.push(await weigh(page));
  table(
    ['', ...parts.flatMap((part) => [part, 'br']), 'HTML+CSS br', 'all br'],
    weights.map((weight) => [
      weight.name,
      ...parts.flatMap((part) => [bytes(weight.parts[part].raw), bytes(weight.parts[part].brotli)]),
      bytes(sum(weight, ['HTML', 'CSS'])),
      bytes(sum(weight, parts)),
    ]),
  );
  const evaluation = weights.find(({ name }) => name === 'evaluation');
  if (evaluation === undefined) throw new Error('expected the page that the budgets are for, got others');
  budget('kB brotli of evaluation, HTML and CSS,', sum(evaluation, ['HTML', 'CSS']) / 1000, 6, 'at most');
  budget('kB brotli of evaluation in all', sum(evaluation, parts) / 1000, 20, 'at most');
  say(
    '  for scale, measured of DEFRA forms-runner a20919f7: 45 800 + 196 000 bytes for 36 fields (gzip 31 800)',
  );
}

function bytes(count: number): string {
  return count === 0 ? '-' : figure(count);
}

function sum(weight: Weight, of: readonly Part[]): number {
  return of.reduce((total, part) => total + weight.parts[part].brotli, 0);
}

async function weigh({ name, html, find }: ToWeigh): Promise<Weight> {
  const text = html.toString();
  const loaded = async (tag: RegExp) => {
    const addresses = [...text.matchAll(tag)].map(([, address = '']) => address);
    return together(await Promise.all(addresses.map((address) => bodyAt(find, address))));
  };
  return {
    name,
    parts: {
      HTML: together([html]),
      CSS: await loaded(/<link rel="stylesheet" href="([^"]+)"/g),
      script: await loaded(/<script type="module" src="([^"]+)"/g),
      icon: await loaded(/<link rel="icon" href="([^"]+)"/g),
    },
  };
}

/** Each file is compressed by itself. */
function together(bodies: readonly Buffer[]): Size {
  const total = (lengths: readonly number[]) => lengths.reduce((all, each) => all + each, 0);
  return {
    raw: total(bodies.map(({ length }) => length)),
    brotli: total(bodies.map((body) => brotli(body).length)),
  };
}

export async function bodyAt(find: Find, address: string): Promise<Buffer> {
  const found = await find(address);
  if (found === undefined) throw new Error(`expected something at ${address}, got nothing`);
  return found.body;
}
