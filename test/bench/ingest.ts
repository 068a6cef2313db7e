import * as z from 'zod/mini';
import { newId } from '../../functions/submissions/ids.ts';
import { measureGrowth } from './ingest-growth.ts';
import { measureHandlers } from './ingest-handler.ts';
import { type Load, load, type Put, type Speed, speedCells } from './load.ts';
import { budget, figure, heading, ratio, say, table } from './print.ts';
import type { Folders, RunningProduct } from './product.ts';
import { type Program, withProgram } from './programs.ts';
import { bodyOf, momentIn } from './samples.ts';
import type { Month } from './store.ts';

const seconds = 2;
const rounds = 3;
const connectionCounts = [1, 8, 32] as const;

/**
 * Submissions a second by connections, as measured of one process of ODK Central (backend 4f5943d) and of two
 * floors beside it (node:http and zod, with and without one durable PostgreSQL insert), forms of 40 fields, on
 * a machine of the same kind.
 */
const odk = {
  1: { parse: 6_484, storing: 1_690, odk: 135 },
  8: { parse: 26_028, storing: 6_436, odk: 268 },
  32: { parse: 33_293, storing: 7_552, odk: 298 },
} as const;

const where = z.object({ url: z.string() });

/** What is under load, in a process of its own. */
interface Target {
  readonly name: string;
  readonly program: Program;
  readonly url: string;
}

interface Measured {
  readonly speed: Speed;
  readonly cpuMs: number;
}

/** Ingest over HTTP and in the handler alone, each beside the least that could do it. */
export async function ingest(product: RunningProduct, folders: Folders, month: Month): Promise<void> {
  const { SUBMISSIONS_TABLE: _, ...withoutTable } = product.env;
  await withProgram('floor', product.env, (storing) =>
    withProgram('floor', withoutTable, async (parsing) => {
      const ours = { name: 'the product', program: product.program, url: product.url };
      const floor = { name: 'floor, same store', program: storing, ...(await storing.ask('where', where)) };
      const parse = { name: 'floor, parse only', program: parsing, ...(await parsing.ask('where', where)) };
      await endToEnd(ours, floor, parse);
    }),
  );
  await measureGrowth(product, folders, month, puts);
  await measureHandlers(product.env, folders.bundles);
}

let sent = 0;

/** Requests with an id each, of this moment or of a month. */
function puts(target?: Month): () => Put {
  return () => {
    sent += 1;
    const moment = target === undefined ? Date.now() : momentIn(target.month, target.stored);
    if (target !== undefined) target.stored += 1;
    return { path: `/v1/forms/participants/submissions/${newId(moment)}`, body: bodyOf(sent) };
  };
}

async function measure({ program, url }: Target, options: Omit<Load, 'url'>): Promise<Measured> {
  const before = await program.usage();
  const speed = await load({ url, ...options });
  const after = await program.usage();
  return { speed, cpuMs: (after.cpuMs - before.cpuMs) / speed.answered };
}

type Connections = (typeof connectionCounts)[number];

/** The product's speed at so many connections, as a share of each floor's. */
interface Shares {
  readonly connections: Connections;
  readonly ofStoring: number;
  readonly ofParse: number;
}

async function endToEnd(ours: Target, floor: Target, parse: Target): Promise<void> {
  heading('Ingest, HTTP end to end (participants, JSON, unique ids; best of three rounds, interleaved)');
  const rows: string[][] = [];
  const shares: Shares[] = [];
  for (const connections of connectionCounts) {
    const found = await interleaved([ours, floor, parse], connections);
    const [mine = 0, storing = 0, parsing = 0] = found.map(({ speed }) => speed.perSecond);
    shares.push({ connections, ofStoring: mine / storing, ofParse: mine / parsing });
    const toFloor = [ratio(mine, storing), '', ''];
    for (const [index, { name }] of [ours, floor, parse].entries()) {
      const { speed, cpuMs } = found[index] ?? none;
      rows.push([name, String(connections), ...speedCells(speed), figure(cpuMs), toFloor[index] ?? '']);
    }
  }
  table(['', 'connections', 'per second', 'p50 ms', 'p99 ms', 'server CPU ms', 'to floor'], rows);
  for (const { connections, ofStoring } of shares) {
    budget(`speed to floor at ${connections} connections`, ofStoring, 0.4, 'at least');
  }
  derived(shares);
}

const none: Measured = { speed: { perSecond: 0, p50Ms: 0, p99Ms: 0, answered: 0 }, cpuMs: 0 };

/** The targets under the same load in turn, so that what else the machine does meets all of them. */
async function interleaved(targets: readonly Target[], connections: number): Promise<Measured[]> {
  const all: Measured[][] = targets.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, target] of targets.entries()) {
      all[index]?.push(await measure(target, { connections, seconds, next: puts() }));
    }
  }
  return all.map(bestOf);
}

/** The round that the rest of the machine disturbed least. */
function bestOf(measured: readonly Measured[]): Measured {
  return measured.reduce((best, each) => (each.speed.perSecond > best.speed.perSecond ? each : best), none);
}

function derived(shares: readonly Shares[]): void {
  say(
    '  To one process of ODK Central: (the product to a floor, above) x (the same sort of floor to ODK Central,',
  );
  say(
    '  from measurements of backend 4f5943d on a machine of the same kind: storing floor 12.5, 24 and 25 at 1, 8',
  );
  say(
    '  and 32 connections, parse-only floor 48, 97 and 112). Their floors read 40 fields, ours 10, and theirs',
  );
  say(
    '  stored in PostgreSQL: the first figure takes the stores for equal, the second leaves the store to us.',
  );
  say('  ODK Central itself took 135, 268 and 298 a second there, with nothing else on the machine.');
  for (const { connections, ofStoring, ofParse } of shares) {
    const known = odk[connections];
    const byStoring = figure((ofStoring * known.storing) / known.odk);
    const byParse = figure((ofParse * known.parse) / known.odk);
    const goal = connections === 1 ? '' : '  (goal 5x, stretch 10x)';
    say(
      `  *derived* at ${connections} connections: ${byStoring}x; by the parse-only floor ${byParse}x${goal}`,
    );
  }
}
