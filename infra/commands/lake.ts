import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { databases } from '../../forms/derived/columns.ts';
import { withProduct } from '../local/product.ts';
import { swedishTime, utc } from './lake/completeness.ts';
import { strangeDatabase } from './lake/duckdb.ts';
import { type Asked, makeLakeFile } from './lake/make.ts';
import { strangeInFolder } from './lake/target.ts';
import { run, say, warn } from './terminal.ts';

const usage = `usage: npm run lake -- --duckdb FILE | --csv FOLDER | --xlsx FOLDER [--zone ZONE …]
  --duckdb FILE   one DuckDB database with every table
  --csv FOLDER    a CSV file for each table, as Swedish Excel opens it
  --xlsx FOLDER   an Excel workbook for each zone, a sheet for each table
  --zone ZONE     ${databases.join(', ')}; may be repeated; open and analytic if none is named`;

const formats = { duckdb: { type: 'string' }, csv: { type: 'string' }, xlsx: { type: 'string' } } as const;

const argument = z.object({
  place: z.string().check(z.minLength(1)),
  zone: z._default(z.array(z.enum(databases)).check(z.minLength(1)), ['open', 'analytic']),
});

const confidentialWarning =
  'confidential: names, free text and business details leave the lake, where who may read them is decided; from now on that is up to whoever has the file';
const eraseWarning =
  'Answers that are erased at somebody’s request disappear from the lake, but not from here: delete it when it has been used';

// `npm run lake`: the whole lake, all of one run, as a file or folder. Exit code 1: it could not be made, and nothing
// was; 2: the command was not understood.
await run(async () => {
  const asked = readArguments();
  if (asked === undefined) return;
  const { format, place, zones } = asked;
  const strange = await (format === 'duckdb' ? strangeDatabase : strangeInFolder)(place);
  if (strange !== undefined) throw new Error(strange);
  if (zones.includes('confidential')) warn(confidentialWarning);
  // What is half made goes when the process exits, which a signal alone would not let it do.
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
  const facts = await withProduct(({ env }) => makeLakeFile(env, asked, warn));
  say(`run ${facts.run}, T = ${utc(facts.asOf)} (${swedishTime(facts.asOf)} Swedish time)`);
  for (const { database, name, rows } of facts.tables) say(`${database}.${name}: ${rows} rows`);
  say(place);
  warn(eraseWarning);
});

function readArguments(): Asked | undefined {
  try {
    const { values } = parseArgs({
      options: {
        ...formats,
        zone: { type: 'string', multiple: true },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return void say(usage);
    const places = { duckdb: values.duckdb, csv: values.csv, xlsx: values.xlsx };
    const named = (['duckdb', 'csv', 'xlsx'] as const).filter((format) => places[format] !== undefined);
    const [format, ...others] = named;
    if (format !== undefined && others.length === 0) {
      const { place, zone } = argument.parse({ place: places[format], zone: values.zone });
      return { format, place: resolve(place), zones: databases.filter((each) => zone.includes(each)) };
    }
  } catch {
    // Said below.
  }
  warn(usage);
  process.exitCode = 2;
  return undefined;
}
