import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { forms } from '../../forms/index.ts';
import { publication } from '../publishing/publication.ts';
import { run, say } from './terminal.ts';

// `npm run forms:publish`: writes what `publication` says and tells which files are new.
await run(() => {
  const folder = new URL('../../forms/', import.meta.url);
  for (const [path, text] of publication(forms, Date.now())) {
    const file = new URL(path, folder);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    mkdirSync(new URL('.', file), { recursive: true });
    writeFileSync(file, text);
    say(`wrote forms/${path}`);
  }
});
