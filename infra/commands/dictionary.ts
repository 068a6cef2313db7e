import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { markdown } from '../../forms/derived/dictionary/markdown.ts';
import { dataPackage } from '../../forms/derived/dictionary/package.ts';
import { dictionaryOf } from '../../forms/derived/dictionary.ts';
import { loadAll } from '../../forms/grammar/published.ts';
import { columns, jsonSchemas as schemas } from '../../forms/kinds/all.ts';
import { publications } from '../../forms/published/index.ts';
import { lakeViews } from '../../functions/reports/views.ts';
import { run, say, warn } from './terminal.ts';

const usage = `usage: npm run dictionary [-- --out FOLDER]
  --out FOLDER   where datapackage.json, dictionary.sv.md and dictionary.en.md are written; dictionary/ if not named`;

// `npm run dictionary`: what every table and column of the lake means, from the published forms alone: no product
// runs, and nothing is read that anybody answered. Exit code 2: the command was not understood.
await run(async () => {
  const folder = readArguments();
  if (folder === undefined) return;
  const published = await loadAll(publications);
  const dictionary = dictionaryOf(published, { columns, schemas }, lakeViews(published, columns));
  const files = {
    'datapackage.json': `${JSON.stringify(dataPackage(dictionary), null, 2)}\n`,
    'dictionary.sv.md': markdown(dictionary, 'sv'),
    'dictionary.en.md': markdown(dictionary, 'en'),
  };
  mkdirSync(folder, { recursive: true });
  const { tables, neverExported } = dictionary;
  const count = tables.reduce((sum, table) => sum + table.columns.length, 0);
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), text);
    say(join(folder, name));
  }
  say(
    `${tables.length} tables and views, ${count} columns, ${neverExported.length} questions whose answers are never exported`,
  );
});

function readArguments(): string | undefined {
  try {
    const { values } = parseArgs({
      options: { out: { type: 'string', default: 'dictionary' }, help: { type: 'boolean', default: false } },
    });
    if (values.help) return void say(usage);
    if (values.out !== '') return resolve(values.out);
  } catch {
    // Said below.
  }
  warn(usage);
  process.exitCode = 2;
  return undefined;
}
