import { existsSync } from 'node:fs';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { databases } from '../../../forms/derived/columns.ts';
import type { DescribedTable } from '../../../forms/derived/dictionary/tables.ts';
import type { Words } from '../../../forms/grammar/words.ts';
import { identifier, quoted } from '../../local/athena/table-rows.ts';
import { type Completeness, requireRows, swedishTime, utc } from './completeness.ts';
import { countOf, nameOf } from './source.ts';
import { statement } from './statement.ts';

/** The name that the file has while it is written. */
const file = 'lake';

/** Writes the tables into a DuckDB database, with comments, and what is in it into `main.completeness`. */
export async function writeDuckDb(
  connection: DuckDBConnection,
  path: string,
  tables: readonly DescribedTable[],
  facts: Completeness,
): Promise<void> {
  await connection.run(`attach ${quoted(path)} as ${file}`);
  for (const zone of facts.zones) await connection.run(`create schema ${file}.${zone}`);
  for (const [index, table] of tables.entries()) {
    const name = `${file}.${table.database}.${identifier(table.name)}`;
    const columns = table.columns.map(({ name: column, type }) => {
      const sqlType = type === 'array<string>' ? 'varchar[]' : type;
      return `cast(${identifier(column)} as ${sqlType}) as ${identifier(column)}`;
    });
    await connection.run(`create table ${name} as select ${columns.join(', ')} from ${nameOf(table)}`);
    const comments = [
      `comment on table ${name} is ${quoted(both(table.title))}`,
      ...table.columns.map(
        ({ name: column, meaning }) =>
          `comment on column ${name}.${identifier(column)} is ${quoted(both(meaning))}`,
      ),
    ];
    await connection.run(comments.join(';\n'));
    const said = facts.tables[index];
    if (said !== undefined) requireRows(said, await countOf(connection, name));
  }
  await writeCompleteness(connection, facts);
  await connection.run(`detach ${file}`);
}

function both({ sv, en }: Words): string {
  return sv === en ? sv : `${sv} / ${en}`;
}

type Fact = readonly [part: string, name: string, measure: string, value: string | number];

async function writeCompleteness(connection: DuckDBConnection, facts: Completeness): Promise<void> {
  const rows: Fact[] = [
    ['run', 'run', 'number', facts.run],
    ['run', 'cutoff', 'utc', utc(facts.asOf)],
    ['run', 'cutoff', 'stockholm', swedishTime(facts.asOf)],
    ['run', 'taken', 'utc', utc(facts.madeAt)],
    ['run', 'taken', 'stockholm', swedishTime(facts.madeAt)],
    ...[...databases, 'personal' as const].map((zone): Fact => {
      const isIncluded = facts.zones.some((each) => each === zone);
      return ['zone', zone, 'included', String(isIncluded)];
    }),
    ...[...facts.forms].flatMap(([form, counts]) =>
      Object.entries(counts).map(([measure, count]): Fact => ['form', form, measure, count]),
    ),
    ...Object.entries(facts.stale).map(([form, since]): Fact => ['form', form, 'stale_since', utc(since)]),
    ...facts.tables.flatMap(({ database, name, rows: count, inRun }): Fact[] => [
      ['table', `${database}.${name}`, 'rows_in_file', count],
      ...(inRun === undefined ? [] : ([['table', `${database}.${name}`, 'rows_in_run', inRun]] as const)),
    ]),
    ...(['sv', 'en'] as const).flatMap((lang) =>
      statement(facts, [], lang).flatMap(({ title, sentences }) =>
        sentences.map((sentence): Fact => ['statement', title, lang, sentence]),
      ),
    ),
  ];
  const table = `${file}.main.completeness`;
  const values = rows.map((row) => `(${row.map((value) => quoted(String(value))).join(', ')})`);
  await connection.run(`create table ${table} (part varchar, name varchar, measure varchar, value varchar);
    insert into ${table} values ${values.join(', ')};
    comment on table ${table} is 'Vad filen innehåller och inte / What is in the file and what is not'`);
}

/** Why a file may not be replaced: it is no lake of this command, or has more in it. Undefined when it may. */
export async function strangeDatabase(path: string): Promise<string | undefined> {
  if (!existsSync(path)) return undefined;
  if (existsSync(`${path}.wal`)) {
    return `expected ${path} to be closed, ${path}.wal says that another program has it open or left it open`;
  }
  const strange = `expected ${path} to be a lake that npm run lake wrote, it is something else; name another file`;
  const instance = await DuckDBInstance.create(path, { access_mode: 'READ_ONLY' }).catch((error) =>
    /lock/i.test(String(error)) ? 'locked' : undefined,
  );
  if (instance === undefined) return strange;
  if (instance === 'locked') return `expected ${path} to be closed, another program has it open`;
  const connection = await instance.connect();
  try {
    const more = await connection.runAndReadAll(`
      select schema_name || '.' || name from (
        select schema_name, table_name as name from duckdb_tables() where not internal
        union all select schema_name, view_name from duckdb_views() where not internal
      ) where schema_name || '.' || name not in (
        select name from main.completeness where part = 'table' union all select 'main.completeness'
      ) order by 1`);
    const [first] = more.getRows();
    return (
      first && `expected ${path} to hold only what npm run lake wrote, it has ${first[0]}; name another file`
    );
  } catch {
    return strange;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
