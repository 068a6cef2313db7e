import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import { lakeTables } from '../../forms/derived/lake-tables.ts';
import { loadAll } from '../../forms/grammar/published.ts';
import { columns } from '../../forms/kinds/all.ts';
import { publications } from '../../forms/published/index.ts';
import { lakeViews } from '../../functions/reports/views.ts';
import { execute } from '../../infra/commands/execution.ts';
import { rightAnswers, startTestProduct, type TestProduct, uuidv7 } from '../local-product.ts';
import { query } from '../queries.ts';
import { dynamodbOf, type Program, start } from '../serve.ts';
import { hostile, month, secret, stranger, visit } from './answers.ts';

const published = await loadAll(publications);
/** Every table of the lake, and every view. */
export const tables = [...lakeTables(published, columns), ...lakeViews(published, columns)];
export type LakeTable = (typeof tables)[number];

export const tablesIn = (zone: string) => tables.filter(({ database }) => database === zone);
export const nameOf = ({ database, name }: LakeTable) => `${database}.${name}`;
export const allZones = ['--zone=confidential', '--zone=open', '--zone=analytic'];
/** What else is in the folder that a file or folder is in. */
export const siblings = (path: string) => readdirSync(join(path, '..'));

/** A product of the test file's own, and what its tests do with it. Files that are made are gone afterwards. */
export function ownLake() {
  let product: TestProduct;
  let folder: string;
  // Each test runs commands as processes of their own, and other test files may have the other core.
  vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
  beforeAll(async () => {
    product = await startTestProduct();
    folder = mkdtempSync(join(tmpdir(), 'lake-test-'));
  });
  afterAll(async () => {
    await product?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function send(form: string, id: string, answers: object): Promise<void> {
    const response = await fetch(`${product.url}/v1/forms/${form}/submissions/${id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ version: 1, answers }),
    });
    const said = response.status === 201 ? '' : await response.text();
    expect([form, response.status, said]).toEqual([form, 201, '']);
  }

  /** Keeps an item that did not come through the API. */
  async function plant(id: string, item: object): Promise<void> {
    const client = dynamodbOf(product.env);
    const common = { form: 'participants', received_at: month, changed_at: month };
    const Item = marshall({ pk: 'participants#2025-03#0', sk: id, submission_id: id, ...common, ...item });
    await client.send(new PutItemCommand({ TableName: product.env.SUBMISSIONS_TABLE, Item }));
    client.destroy();
  }

  async function exported(): Promise<void> {
    const ended = await execute(product.env, {});
    if ('error' in ended) throw new Error(`expected an export, got ${ended.error}: ${ended.cause}`);
  }

  function objects(): S3Client {
    const { AWS_ENDPOINT_URL_S3: endpoint, AWS_REGION: region, ...keys } = product.env;
    const { AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '' } = keys;
    return new S3Client({ endpoint, region, credentials: { accessKeyId, secretAccessKey } });
  }

  /** Starts `npm run lake`; its files of the moment are in a folder of their own. */
  function begin(...args: string[]): Program & { readonly temporary: string } {
    const temporary = mkdtempSync(join(folder, 'tmp-'));
    const env = { DATA_DIR: product.dataDir, TMPDIR: temporary };
    return { ...start(['infra/commands/lake.ts', ...args], env), temporary };
  }

  return {
    env: () => product.env,
    send,
    exported,
    begin,

    /** Runs `npm run lake` to its end: nothing of the moment is left behind. */
    async run(...args: string[]) {
      const program = begin(...args);
      const code = await program.ended;
      expect(readdirSync(program.temporary)).toEqual([]);
      return { code, text: program.printed() };
    },

    /** A place for a file that is the only thing in its folder. */
    place: (name: string) => join(mkdtempSync(join(folder, 'out-')), name),

    async readObject(Key: string): Promise<string> {
      const { Body } = await objects().send(new GetObjectCommand({ Bucket: 'analytic', Key }));
      return (await Body?.transformToString()) ?? '';
    },
    async putObject(Key: string, text: string): Promise<void> {
      await objects().send(new PutObjectCommand({ Bucket: 'analytic', Key, Body: Buffer.from(text) }));
    },

    /** Fills it with hostile and ordinary answers, and exports: 25 received, of which one cannot become a row. */
    async fill(): Promise<void> {
      for (const [index, activity] of hostile.entries()) {
        const note = index === 0 ? { note: secret } : {};
        await send('participants', uuidv7(month + index), { ...rightAnswers, activity, ...note });
      }
      await send('participants', uuidv7(month + 100), {
        ...rightAnswers,
        organisationsnummer: undefined,
        organisationsnummer_missing_reason: 'sole_trader',
        company_name: `${secret}s svets`,
      });
      await send('needs-analysis', uuidv7(month + 200), visit);
      for (const [index, activity] of stranger.entries()) {
        const id = uuidv7(month + 300 + index);
        const sent = { channel: 'staff', submitter_role: 'staff', lang: 'sv', activity_date: '2025-03-15' };
        await plant(id, { root_id: id, form_version: 1, ...sent, answers: { ...rightAnswers, activity } });
      }
      await plant(uuidv7(month + 400), { answers: 1 });
      await exported();
    },

    /** Every table's rows through the product's SQL, by column name, as text. */
    async rows(): Promise<ReadonlyMap<LakeTable, Record<string, string | null>[]>> {
      const found = new Map<LakeTable, Record<string, string | null>[]>();
      for (const table of tables) {
        found.set(table, await query(product, `select * from ${table.database}."${table.name}"`));
      }
      return found;
    },
  };
}

/** Rows with each value as `write` has it, in an order of their own. */
export function written(
  table: LakeTable,
  rows: readonly Readonly<Record<string, string | null>>[],
  write: (text: string, type: string) => string | null,
): (string | null)[][] {
  const values = rows.map((row) =>
    table.columns.map(({ name, type }) => {
      const text = row[name] ?? null;
      return text === null ? null : write(text, type);
    }),
  );
  return inOrder(values);
}

export function inOrder<T>(rows: readonly T[]): T[] {
  return rows.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}

/** What is between the brackets of an array, as Athena writes one. */
export function itemsIn(array: string): string {
  return array.slice(1, -1);
}
