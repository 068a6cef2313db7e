import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What publishing needs of the repository, in a folder where it may write. */
export function copyOfRepository() {
  const folder = mkdtempSync(join(tmpdir(), 'forms-'));
  for (const part of ['forms', 'infra/publishing', 'infra/commands', 'package.json']) {
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));

  function run(...args: readonly string[]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    return { status, printed: stdout, refused: stderr };
  }
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text);

  return {
    publish: () => run('infra/commands/publish-forms.ts'),
    read,
    write,
    edit(path: string, from: string, to: string): void {
      const text = read(path);
      if (!text.includes(from)) throw new Error(`expected "${from}" in ${path}, got ${text}`);
      write(path, text.replace(from, to));
    },
    remove: (path: string) => rmSync(join(folder, path)),
    /** Reads each of these answers to a form by each of these versions, and tells what became of it. */
    verdicts(form: string, versions: readonly number[], answers: readonly object[]): unknown {
      const sent = answers.map((each) => JSON.stringify(each));
      const all = [form, JSON.stringify(versions), ...sent];
      return JSON.parse(run('--input-type=module', '-e', reading, ...all).printed);
    },
    discard: () => rmSync(folder, { recursive: true }),
  };
}

const reading = `
  const { publications } = await import('./forms/published/index.ts');
  const { loadForm, loadParts } = await import('./forms/grammar/published.ts');
  const { readerOf } = await import('./forms/derived/answers.ts');
  const [form, versions, ...all] = process.argv.slice(1);
  const parts = await loadParts(publications, form);
  const verdicts = [];
  for (const version of JSON.parse(versions)) {
    const reader = readerOf(await loadForm(publications, form, version), parts);
    for (const answers of all) {
      const { problems = [] } = reader.read(JSON.parse(answers), 'program');
      verdicts.push(problems.map(({ path }) => path));
    }
  }
  process.stdout.write(JSON.stringify(verdicts));
`;

/** A form as somebody who is new here would write it. */
export const trial = `import { form, section } from './grammar/form.ts';
import { integer } from './kinds/integer.ts';
import { url } from './kinds/url.ts';

const page = url({ label: { sv: 'Webbsida', en: 'Web page' }, wanted: 'optional', zone: 'analytic' });

export const trial = form({
  id: 'trial',
  title: { sv: 'Prov', en: 'Trial' },
  intro: { sv: 'Ett prov.', en: 'A trial.' },
  send: 'public',
  shards: [{ from: '2021-01', count: 1 }],
  sections: [
    section(
      { sv: 'Provet', en: 'The trial' },
      {
        hours: integer({ label: { sv: 'Timmar', en: 'Hours' }, wanted: 'optional', min: 0, max: 9, zone: 'analytic' }),
        // more
      },
    ),
  ],
  rules: [],
});
`;
