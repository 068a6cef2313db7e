import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDynamoDb } from '../../infra/local/dynamodb.ts';
import { prepare } from '../../infra/local/prepare.ts';
import { type RunningS3, startS3 } from '../../infra/local/s3/server.ts';
import { startProxy } from './proxy.ts';

const key = { accessKeyId: 'local', secretAccessKey: 'secret' };
const buckets = {
  OPEN_BUCKET: 'open',
  ANALYTIC_BUCKET: 'analytic',
  CONFIDENTIAL_BUCKET: 'confidential',
  ERASURES_BUCKET: 'erasures',
  AUDIT_BUCKET: 'audit',
};

/** A folder in memory where there is one: what a disk keeps through a power cut is not asked here. */
export const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** The two stores that everything is kept in, and nothing else of the product. */
export interface Stores {
  readonly table: () => string;
  readonly objects: () => string;
  /** The folder of the present lake: a bucket is a folder in it. */
  readonly folder: () => string;
  /** Puts a new table and a new lake in the place of the present ones: empty, or with a copy of that folder. */
  renew(lake?: string): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the engine and the S3 endpoint, and sets what programs of this process find them by. */
export async function startStores(): Promise<Stores> {
  const root = mkdtempSync(join(memory, 'starkare-lake-'));
  const fallen: string[] = [];
  const engine = await startDynamoDb(root, (sentence) => fallen.push(sentence));
  let objects: RunningS3 | undefined;
  const urls = { table: () => engine.url, objects: () => objects?.url ?? '' };
  const proxy = await startProxy(urls);
  let count = 0;
  const folder = () => join(root, `lake-${count}`);
  const stopped = async () => {
    await objects?.stop();
    rmSync(folder(), { recursive: true, force: true });
  };
  Object.assign(process.env, {
    AWS_REGION: 'eu-north-1',
    AWS_ACCESS_KEY_ID: key.accessKeyId,
    AWS_SECRET_ACCESS_KEY: key.secretAccessKey,
    AWS_EC2_METADATA_DISABLED: 'true',
    TMPDIR: root,
    ...buckets,
  });

  async function renew(lake?: string): Promise<void> {
    await stopped();
    count += 1;
    if (lake === undefined) mkdirSync(folder());
    else cpSync(lake, folder(), { recursive: true });
    objects = await startS3({ folder: folder(), port: 0, ...key });
    const names = { ...buckets, SUBMISSIONS_TABLE: `submissions-${count}` };
    process.env.SUBMISSIONS_TABLE = names.SUBMISSIONS_TABLE;
    await prepare(names, {
      AWS_ENDPOINT_URL_DYNAMODB: proxy.url,
      AWS_ENDPOINT_URL_S3: proxy.url,
      AWS_REGION: 'eu-north-1',
      AWS_ACCESS_KEY_ID: key.accessKeyId,
      AWS_SECRET_ACCESS_KEY: key.secretAccessKey,
    });
  }
  await renew();
  return {
    ...urls,
    folder,
    renew,
    stop: async () => {
      await proxy.stop();
      await stopped();
      await engine.stop();
      rmSync(root, { recursive: true, force: true });
      if (fallen.length > 0) throw new Error(fallen.join('\n'));
    },
  };
}
