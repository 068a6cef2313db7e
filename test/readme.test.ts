import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { settings } from '../functions/lambda/settings.ts';

const file = new URL('../README.md', import.meta.url);
const readme = readFileSync(file, 'utf8');
const scripts: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
).scripts;

const begin = '<!-- settings: written from functions/lambda/settings.ts -->\n';
const end = '<!-- /settings -->';

/** The list of settings as a table. With UPDATE_README=1 the test writes it. */
function table(): string {
  const lines = Object.entries(settings).map(
    ([variable, { is, standard }]) =>
      `| \`${variable}\` | ${is} | ${standard === undefined ? '' : `\`${standard}\``} |\n`,
  );
  return `| variable | what it is | standard |\n|---|---|---|\n${lines.join('')}`;
}

test('the README’s table of settings is the list of settings', ({ task }) => {
  const [before = '', rest = ''] = readme.split(begin);
  const [, after = ''] = rest.split(end);
  const whole = `${before}${begin}${table()}${end}${after}`;
  if (process.env.UPDATE_README === '1') writeFileSync(file, whole);
  else expect(readme, `${task.name}: UPDATE_README=1 npx vitest run test/readme`).toBe(whole);
});

test('every file it links to is there', () => {
  const links = Array.from(readme.matchAll(/\]\((?!http)([^)#]+)\)/g), ([, path]) => path ?? '');
  expect(links.length).toBeGreaterThan(5);
  for (const link of links) expect(existsSync(new URL(`../${link}`, import.meta.url)), link).toBe(true);
});

test('every command it names exists', () => {
  const named = Array.from(
    readme.matchAll(/npm (?:run ([\w:-]+)|(start|test))/g),
    ([, run, other]) => run ?? other ?? '',
  );
  expect(named.length).toBeGreaterThan(8);
  for (const command of named) expect(Object.keys(scripts)).toContain(command);
});

test('every runtime dependency has its reason', () => {
  const { dependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const reasons = readme.slice(readme.indexOf('## Runtime dependencies'));
  for (const name of Object.keys(dependencies)) expect(reasons).toContain(name.replace(/^@aws-sdk\//, ''));
});
