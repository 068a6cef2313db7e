import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type PutObjectCommandInput,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, describe, expect, test } from 'vitest';
import { objectPath } from './paths.ts';
import { startS3 } from './server.ts';
import { clientOf, refusal, startTestS3 } from './test-client.ts';
import { credentials, hash } from './test-signer.ts';

const { top, stop } = await startTestS3();

afterAll(stop);

describe('a store that stopped', () => {
  const own = join(top, 'restart');
  const address = { Bucket: 'kept' };

  async function running<Result>(use: (client: S3Client) => Promise<Result>): Promise<Result> {
    const server = await startS3({ folder: own, port: 0, ...credentials });
    const ownClient = clientOf(server.url);
    try {
      return await use(ownClient);
    } finally {
      ownClient.destroy();
      await server.stop();
    }
  }

  function write(of: S3Client, Key: string, Body: string, more: Partial<PutObjectCommandInput> = {}) {
    return of.send(new PutObjectCommand({ ...address, Key, Body, ...more }));
  }

  async function read(of: S3Client, Key: string) {
    const answer = await of.send(new GetObjectCommand({ ...address, Key }));
    const body = (await answer.Body?.transformToString()) ?? '';
    expect(answer.ETag).toBe(`"${hash('md5', body)}"`);
    return { body, type: answer.ContentType };
  }

  function rows(sql: string, ...values: string[]) {
    const database = new DatabaseSync(join(own, '.meta.db'));
    try {
      return database.prepare(sql).all(...values);
    } finally {
      database.close();
    }
  }

  test('has everything when it starts again', async () => {
    const metadata = {
      ContentType: 'text/csv',
      Metadata: { run: '1' },
      Tagging: 'a=b',
      ChecksumAlgorithm: 'SHA256',
    } as const;
    const facts = async (of: S3Client) => {
      const head = await of.send(new HeadObjectCommand({ ...address, Key: 'c/d', ChecksumMode: 'ENABLED' }));
      const { ETag, ContentType, Metadata, TagCount, ChecksumSHA256, LastModified } = head;
      return { ETag, ContentType, Metadata, TagCount, ChecksumSHA256, LastModified };
    };
    const before = await running(async (of) => {
      await of.send(new CreateBucketCommand(address));
      await write(of, 'c', 'a file');
      await write(of, 'c/d', 'beside it', metadata);
      return facts(of);
    });
    expect(before).toMatchObject({
      Metadata: { run: '1' },
      ChecksumSHA256: hash('sha256', 'beside it', 'base64'),
    });
    await running(async (of) => {
      expect(await facts(of)).toEqual(before);
      expect([(await read(of, 'c')).body, (await read(of, 'c/d')).body]).toEqual(['a file', 'beside it']);
    });
  });

  test('has the new object when it was killed between the row and the renaming', async () => {
    await running((of) => write(of, 'half/way', 'old', { ContentType: 'text/old' }));
    const path = objectPath(own, 'kept', 'half/way');
    const old = readFileSync(path);
    await running((of) => write(of, 'half/way', 'new', { ContentType: 'text/new' }));
    const [row] = rows('SELECT upload FROM objects WHERE key = ?', 'half/way');
    renameSync(path, join(own, '.tmp', String(row?.upload)));
    writeFileSync(path, old);
    await running(async (of) => {
      expect(await read(of, 'half/way')).toEqual({ body: 'new', type: 'text/new' });
    });
    expect(readdirSync(join(own, '.tmp'))).toEqual([]);
  });

  test('has nothing of an upload that no row names', async () => {
    writeFileSync(join(own, '.tmp', 'unfinished'), 'half a bo');
    await running(async (of) => {
      expect(await read(of, 'half/way')).toMatchObject({ body: 'new' });
    });
    expect(readdirSync(join(own, '.tmp'))).toEqual([]);
  });

  test('has no file of an object whose deletion was cut short, unless it was written again', async () => {
    const path = objectPath(own, 'kept', 'gone/file');
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, 'left behind');
    for (const gone of ['gone/file', 'half/way']) rows("INSERT INTO removed VALUES ('kept', ?)", gone);
    await running(async (of) => {
      await expect(read(of, 'gone/file')).rejects.toMatchObject(refusal('NoSuchKey', 404));
      expect(await read(of, 'half/way')).toMatchObject({ body: 'new' });
    });
    expect(existsSync(dirname(path))).toBe(false);
    expect(rows('SELECT * FROM removed')).toEqual([]);
  });

  test('may be stopped twice', async () => {
    const server = await startS3({ folder: own, port: 0, ...credentials });
    await server.stop();
    await expect(server.stop()).resolves.toBeUndefined();
  });

  test('can be started by one process at a time', async () => {
    await running(async (of) => {
      const second = startS3({ folder: own, port: 0, ...credentials });
      await expect(second).rejects.toThrow('Does another process use this folder?');
      expect(await read(of, 'half/way')).toMatchObject({ body: 'new' });
    });
  });

  test('keeps the old object when the disk refuses the new one', async () => {
    await running(async (of) => {
      await write(of, 'blocked', 'old');
      const path = objectPath(own, 'kept', 'blocked');
      rmSync(path);
      mkdirSync(path);
      await expect(write(of, 'blocked', 'new')).rejects.toMatchObject(refusal('InternalError', 500));
      rmdirSync(path);
      writeFileSync(path, 'old');
      expect(await read(of, 'blocked')).toMatchObject({ body: 'old' });
    });
    expect(readdirSync(join(own, '.tmp'))).toEqual([]);
  });

  test('does not serve a body that somebody else changed', async () => {
    await running(async (of) => {
      await write(of, 'touched', 'body');
      writeFileSync(objectPath(own, 'kept', 'touched'), 'longer body');
      await expect(read(of, 'touched')).rejects.toMatchObject(refusal('InternalError', 500));
    });
  });
});

describe('a process that is killed while it writes', () => {
  const own = join(top, 'killed');
  const server = new URL('./server.ts', import.meta.url).href;
  const settings = JSON.stringify({ folder: own, port: 0, ...credentials });
  const code = `import { startS3 } from '${server}';
    process.stdout.write((await startS3(${settings})).url);`;

  async function start(): Promise<{ child: ChildProcess; url: string }> {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit').then(([status]) => {
      throw new Error(`The server ended with ${status} before it gave its address.`);
    });
    const [url] = await Promise.race([once(child.stdout, 'data'), ended]);
    return { child, url: String(url) };
  }

  function bodyOf(key: string, version: number): string {
    return `${key} ${version} `.repeat(3000 + ((version * 7919) % 9000));
  }

  /** What the writers know of a key: what was answered for, and what they tried last; -1 is its deletion. */
  type Known = Map<string, { acknowledged: number; tried: number }>;

  async function attempt(known: Known, key: string, version: number, send: () => Promise<unknown>) {
    const acknowledged = known.get(key)?.acknowledged ?? -1;
    known.set(key, { acknowledged, tried: version });
    await send();
    known.set(key, { acknowledged: version, tried: version });
  }

  /** Writes, overwrites and deletes until the server is gone. */
  async function work(of: S3Client, worker: string, from: number, known: Known, answered: () => void) {
    for (let version = from; version < from + 10_000; version += 1) {
      const fresh = `${worker}/new/${version}`;
      for (const Key of [`${worker}/hot`, fresh]) {
        const Body = bodyOf(Key, version);
        await attempt(known, Key, version, () =>
          of.send(new PutObjectCommand({ Bucket: 'lake', Key, Body })),
        );
        answered();
      }
      if (version % 3 !== 0) continue;
      const deletion = new DeleteObjectCommand({ Bucket: 'lake', Key: fresh });
      await attempt(known, fresh, -1, () => of.send(deletion));
    }
  }

  async function versionOf(of: S3Client, Key: string): Promise<number> {
    const path = objectPath(own, 'lake', Key);
    const { Contents = [] } = await of.send(new ListObjectsV2Command({ Bucket: 'lake', Prefix: Key }));
    const listed = Contents.find((object) => object.Key === Key);
    if (!listed) {
      expect(existsSync(path)).toBe(false);
      return -1;
    }
    const answer = await of.send(new GetObjectCommand({ Bucket: 'lake', Key }));
    const body = (await answer.Body?.transformToString()) ?? '';
    const version = Number(body.split(' ')[1]);
    expect(body === bodyOf(Key, version)).toBe(true);
    expect([listed.ETag, answer.ETag]).toEqual([`"${hash('md5', body)}"`, `"${hash('md5', body)}"`]);
    expect(readFileSync(path, 'utf8') === body).toBe(true);
    return version;
  }

  // What was answered for is there. What was not may have come through, whole, or not at all.
  async function check(of: S3Client, known: Known) {
    for (const [key, { acknowledged, tried }] of known) {
      const version = await versionOf(of, key);
      expect([acknowledged, tried], key).toContain(version);
      known.set(key, { acknowledged: version, tried: version });
    }
    const page = await of.send(new ListObjectsV2Command({ Bucket: 'lake' }));
    const there = [...known].filter(([, { acknowledged }]) => acknowledged !== -1);
    expect(page.Contents?.map(({ Key }) => Key) ?? []).toEqual(there.map(([key]) => key).sort());
    expect(readdirSync(join(own, '.tmp'))).toEqual([]);
  }

  test('loses no acknowledged object and shows no half one', { timeout: 60_000 }, async () => {
    const known: Known = new Map();
    for (let round = 0; round < 5; round += 1) {
      const { child, url } = await start();
      const of = clientOf(url);
      try {
        if (round === 0) await of.send(new CreateBucketCommand({ Bucket: 'lake' }));
        await check(of, known);
        let left = 60 + round;
        const answered = () => {
          left -= 1;
          if (left === 0) child.kill('SIGKILL');
        };
        const workers = ['a', 'b', 'c', 'd'].map((name) => work(of, name, round * 10_000, known, answered));
        const ends = await Promise.allSettled(workers);
        expect(ends.map(({ status }) => status)).toEqual(ends.map(() => 'rejected'));
        expect(left).toBeLessThanOrEqual(0);
      } finally {
        child.kill('SIGKILL');
        of.destroy();
      }
    }
    const last = await startS3({ folder: own, port: 0, ...credentials });
    const of = clientOf(last.url);
    await check(of, known);
    of.destroy();
    await last.stop();
  });
});
