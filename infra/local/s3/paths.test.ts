import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { freePath, isBucketName, objectPath } from './paths.ts';

const folder = mkdtempSync(join(tmpdir(), 's3-paths-'));
afterAll(() => rmSync(folder, { recursive: true }));
const sha = 'a'.repeat(64);

test.each([
  { key: `participants/participants.2026-09.0.${sha}.parquet` },
  { key: 'participants/_symlink/manifest' },
  { key: '_runs/1.json' },
  { key: 'year=2026/~a,b+c@d' },
])('the key $key is its own path', ({ key }) => {
  expect(objectPath(folder, 'lake', key)).toBe(join(folder, 'lake', ...key.split('/')));
});

test.each([
  { key: '../../x', path: '.%2E/.%2E/x' },
  { key: './x', path: '%2E/x' },
  { key: '/x', path: '%/x' },
  { key: 'a//b/', path: 'a/%/b/%' },
  { key: 'å b', path: '%C3%A5%20b' },
  { key: '%aside/x', path: '%25aside/x' },
  { key: 'a\\b:c*d\u0000', path: 'a%5Cb%3Ac%2Ad%00' },
  { key: 'con/nul.txt/x.', path: '%63on/%6Eul.txt/x%2E' },
])('the key $key lies at $path', ({ key, path }) => {
  expect(objectPath(folder, 'lake', key)).toBe(join(folder, 'lake', path));
});

test.each([
  { why: 'a segment of 201 letters', key: 'b'.repeat(201) },
  { why: 'a segment that is escaped to more', key: 'ö'.repeat(40) },
  { why: 'a path of more than the limit', key: '/ö'.repeat(340) },
])('$why lies aside, under its hash', ({ key }) => {
  expect(objectPath(folder, 'lake', key)).toMatch(/%aside.[0-9a-f]{64}$/);
});

test('a key whose place is a file or a folder lies aside', () => {
  mkdirSync(join(folder, 'lake', 'd'), { recursive: true });
  writeFileSync(join(folder, 'lake', 'c'), '');
  expect(freePath(join(folder, 'lake'), 'c/d/e')).toMatch(/^%aside\/[0-9a-f]{64}$/);
  expect(freePath(join(folder, 'lake'), 'd')).toMatch(/^%aside\/[0-9a-f]{64}$/);
  expect(freePath(join(folder, 'lake'), 'd/e')).toBe('d/e');
  expect(freePath(join(folder, 'lake'), 'c')).toBe('c');
});

test.each(['..', 'a/b', '.tmp', '.meta.db', 'ab', 'A-b', '127.0.0.1', 'a..b', '-ab'])(
  '%s is no bucket',
  (name) => {
    expect(isBucketName(name)).toBe(false);
    expect(() => objectPath(folder, name, 'x')).toThrow('expected the name of a bucket');
  },
);
