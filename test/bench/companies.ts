import { join } from 'node:path';
import * as z from 'zod/mini';
import { newId } from '../../functions/submissions/ids.ts';
import { keyOf } from '../../functions/submissions/keys.ts';
import {
  answersOf,
  companyForm,
  nameOf,
  organisationsnummerOf,
  registerMany,
} from '../registered-companies.ts';
import { budget, figure, heading, median, ratio, table } from './print.ts';
import { type Folders, type RunningProduct, withProduct } from './product.ts';
import { type Program, withProgram } from './programs.ts';

const count = 5000;
const months = 24;
const monthMs = 30 * 24 * 60 * 60 * 1000;
const coldRounds = 5;
const rounds = 40;
/** The optimizer is still at work in the first. */
const warmUpRounds = 20;

/** A search, and how many companies it shows. */
interface Asked {
  readonly search: string;
  readonly shows: number;
}
const byName: Asked = { search: 'gjuteri', shows: 20 };
const byNumber: Asked = { search: organisationsnummerOf(1234), shows: 1 };

/** How long a search of companies takes, beside reading one item from the same store. */
export async function companies(folders: Folders): Promise<void> {
  await withProduct('companies', folders, async (product) => {
    const start = Date.now() - (months + 1) * monthMs;
    const at = (number: number) => start + (number * months * monthMs) / count;
    const [root = ''] = await registerMany(product.env, { count, at });
    const env = {
      ...product.env,
      SENDERS: 'public,staff',
      BENCH_MODULE: join(folders.bundles, 'find-companies', 'index.mjs'),
    };
    heading(
      `Search of ${count} companies (one after the other; medians of ${rounds}, of the first ${coldRounds})`,
    );
    const firstMs: number[] = [];
    for (let round = 0; round < coldRounds; round += 1) {
      firstMs.push(await withProgram('search', env, (program) => searched(program, byNumber)));
    }
    await withProgram('search', env, (program) => show(program, { product, root, firstMs }));
  });
}

function searched(program: Program, asked: Asked): Promise<number> {
  return program.ask('search', z.number(), asked);
}

/** Milliseconds of each search, and of the reference. */
interface Round {
  readonly nameMs: number;
  readonly numberMs: number;
  readonly changedMs: number;
  readonly getMs: number;
}

interface Measured {
  readonly product: RunningProduct;
  /** Of a company that is there. */
  readonly root: string;
  readonly firstMs: readonly number[];
}

async function show(program: Program, { product, root, firstMs }: Measured): Promise<void> {
  const all: Round[] = [];
  for (let round = 0; round < warmUpRounds + rounds; round += 1) {
    const changed = await register(product, count + round);
    // The search right after the change is the one that reads it.
    all.push({
      changedMs: await searched(program, changed),
      nameMs: await searched(program, byName),
      numberMs: await searched(program, byNumber),
      getMs: await program.ask('getItem', z.number(), keyOf(companyForm, root)),
    });
  }
  const warm = all.slice(warmUpRounds);
  const middle = (of: keyof Round) => median(warm.map((each) => each[of]));
  const [getMs, nameMs, numberMs, changedMs] = [
    middle('getMs'),
    middle('nameMs'),
    middle('numberMs'),
    middle('changedMs'),
  ];
  const row = (name: string, tookMs: number) => [name, figure(tookMs), ratio(tookMs, getMs)];
  table(
    ['', 'ms', 'to a GetItem'],
    [
      row('by name, 20 shown of many', nameMs),
      row('by number, 1 shown', numberMs),
      row('right after a change', changedMs),
      row('first of a process', median(firstMs)),
      row('one GetItem, same store', getMs),
    ],
  );
  budget('search by name, ms,', nameMs, 50, 'at most');
  budget('search by number, ms,', numberMs, 50, 'at most');
  budget('search right after a change, ms,', changedMs, 50, 'at most');
}

async function register({ url }: RunningProduct, number: number): Promise<Asked> {
  const response = await fetch(`${url}/v1/forms/company/submissions/${newId(Date.now())}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ version: companyForm.version, answers: answersOf(number) }),
  });
  if (response.status !== 201) throw new Error(`expected a company to be kept, got ${response.status}`);
  return { search: nameOf(number), shows: 1 };
}
