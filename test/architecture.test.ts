import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const ours = ['forms', 'functions', 'infra', 'test'];

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const files = ours
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  )
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
  .toSorted();

const imports: Import[] = files.flatMap((from) => {
  const text = readFileSync(join(root, from), 'utf8');
  const found = text.matchAll(
    /^(?:import|export)\s+(type\s)?[^'"]*?from\s+'(\.[^']+)'|import\('(\.[^']+)'/gms,
  );
  return Array.from(found, ([, type, named = '', dynamic = named]) => ({
    from,
    to: relative(root, join(root, dirname(from), dynamic)),
    typeOnly: type !== undefined,
  }));
});

/**
 * Who may import whom. A file directly in a folder is what the folder is called and follows the folder's own
 * line (`forms/*`); the first line that fits decides.
 */
const law: readonly (readonly [string, readonly string[]])[] = [
  ['forms/grammar/', []],
  ['forms/lists/', []],
  ['forms/rules/', ['forms/grammar/']],
  ['forms/scores/', []],
  ['forms/instruments/', []],
  ['forms/kinds/', ['forms/grammar/', 'forms/lists/']],
  ['forms/blocks/', ['forms/grammar/', 'forms/kinds/', 'forms/lists/']],
  ['forms/projects/', ['forms/lists/']],
  // What follows from a project needs to know what one is, as what follows from a form does.
  ['forms/derived/', ['forms/grammar/', 'forms/projects/project.ts']],
  ['forms/published/', ['forms/grammar/', 'forms/kinds/', 'forms/rules/', 'forms/scores/']],
  ['forms/', ['forms/']],
  ['functions/lambda/', []],
  ['functions/submissions/', ['forms/derived/', 'forms/grammar/', 'functions/lambda/']],
  ['functions/exports/', ['forms/derived/', 'forms/grammar/', 'functions/lambda/']],
  [
    'functions/erasures/',
    ['forms/derived/', 'forms/grammar/', 'functions/lambda/', 'functions/submissions/'],
  ],
  ['functions/access/', ['functions/lambda/']],
  ['functions/reports/', ['forms/derived/', 'forms/grammar/', 'functions/lambda/']],
  ['functions/people/', ['forms/grammar/', 'functions/lambda/']],
  ['functions/site/', ['forms/', 'functions/lambda/']],
  ['functions/', ['forms/', 'functions/*/']],
  ['infra/local/', ['forms/', 'infra/*', 'functions/lambda/settings.ts', 'functions/reports/views.ts']],
  ['infra/commands/', ['forms/', 'infra/', 'functions/lambda/settings.ts', 'functions/reports/views.ts']],
  ['infra/publishing/', ['forms/']],
  ['infra/bundling/', []],
  ['infra/', ['forms/', 'infra/*', 'functions/lambda/settings.ts', 'functions/reports/views.ts', 'cdk.json']],
  ['test/', ['']],
];

function mayImport(from: string, to: string): boolean {
  const rule = law.find(([part]) => from.startsWith(part));
  if (rule === undefined) return false;
  const [part, allowed] = rule;
  // A part with its own folder may use its own files; Lambdas may not use each other.
  const isOwn = part.split('/').length > 2 && to.startsWith(part);
  return isOwn || allowed.some((target) => fits(target, to));
}

/** `infra/*` means the files directly in it, `functions/*\/` those of its subfolders. */
function fits(target: string, to: string): boolean {
  if (target === 'infra/*') return /^infra\/[^/]+\.ts$/.test(to);
  return target === 'functions/*/' ? /^functions\/[^/]+\//.test(to) : to.startsWith(target);
}

describe('the import law', () => {
  test('is seen at work: files and imports are found', () => {
    expect(files.length).toBeGreaterThan(60);
    expect(imports).toContainEqual({
      from: 'functions/receive-submission.ts',
      to: 'functions/submissions/sent.ts',
      typeOnly: false,
    });
  });

  test('holds for every import outside tests', () => {
    const broken = imports.filter(({ from, to }) => !from.includes('.test.') && !mayImport(from, to));
    expect(broken.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  test.each([
    ['functions/show-form.ts', 'functions/submit-page.ts'],
    ['functions/exports/lake.ts', 'functions/submissions/table.ts'],
    ['functions/submissions/table.ts', 'functions/exports/lake.ts'],
    ['functions/submit-page.ts', 'infra/routes.ts'],
    ['forms/derived/answers.ts', 'forms/kinds/text.ts'],
    ['forms/grammar/form.ts', 'forms/kinds/text.ts'],
    ['forms/participants.ts', 'functions/lambda/clock.ts'],
    ['infra/app.ts', 'functions/exports/lake.ts'],
    ['infra/app.ts', 'functions/reports/views/columns.ts'],
    ['infra/app.ts', 'infra/local/product.ts'],
    ['infra/local/product.ts', 'test/bundled.ts'],
  ])('forbids %s → %s', (from, to) => {
    expect(mayImport(from, to)).toBe(false);
  });
});

test('there are no import cycles', () => {
  const next = new Map(
    files.map((file) => [file, imports.filter(({ from, typeOnly }) => from === file && !typeOnly)]),
  );
  const done = new Set<string>();
  const cycles: string[][] = [];
  function walk(file: string, path: readonly string[]): void {
    if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file]);
    if (done.has(file)) return;
    done.add(file);
    for (const { to } of next.get(file) ?? []) walk(to, [...path, file]);
  }
  for (const file of files) walk(file, []);
  expect(cycles).toEqual([]);
});

test('forms are pure: no clock, no network, no AWS, no Node', () => {
  const impure = files
    .filter((file) => file.startsWith('forms/') && !file.includes('.test.'))
    .filter((file) =>
      /from '(node:|@aws-sdk|aws-)|Date\.now|new Date\(\)|Math\.random|process\.|fetch\(/.test(
        readFileSync(join(root, file), 'utf8'),
      ),
    );
  expect(impure).toEqual([]);
});

test('only submissions know DynamoDB, and one file how to reach S3, beside the objects of the lake', () => {
  const users = (client: string) =>
    files.filter(
      (file) =>
        file.startsWith('functions/') &&
        !file.includes('.test.') &&
        readFileSync(join(root, file), 'utf8').includes(client),
    );
  expect(users('client-dynamodb').every((file) => file.startsWith('functions/submissions/'))).toBe(true);
  expect(users('client-s3')).toEqual(['functions/exports/lake.ts', 'functions/lambda/objects.ts']);
});

test('every Lambda has its row, and every row its Lambda', async () => {
  const { functionNames } = await import('../infra/lambdas.ts');
  const lambdas = files
    .filter((file) => /^functions\/[^/]+\.ts$/.test(file))
    .map((file) => posix.basename(file, '.ts'));
  expect([...functionNames].sort()).toEqual(lambdas.sort());
});
