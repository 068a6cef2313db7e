import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type Files, folder, listsOfParts } from '../publishing/lists.ts';
import { run, say } from './terminal.ts';

// `npm run forms:publish`: writes what `publication` says and tells which files are new. What it loads is among what it
// writes: a new kind of answer is listed before the forms that use it are looked at.
await run(async () => {
  write(listsOfParts());
  const [{ publication }, { forms }] = await Promise.all([
    import('../publishing/publication.ts'),
    import('../../forms/index.ts'),
  ]);
  write(publication(forms, Date.now()));
});

function write(files: Files): void {
  for (const [path, text] of files) {
    const file = new URL(path, folder);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    mkdirSync(new URL('.', file), { recursive: true });
    writeFileSync(file, text);
    say(`wrote forms/${path}`);
  }
}
