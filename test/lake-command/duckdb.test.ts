import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { inDuckDb } from './readers.ts';
import { allZones, inOrder, nameOf, ownLake, siblings, tables, written } from './world.ts';

const lake = ownLake();
let bySql: Awaited<ReturnType<typeof lake.rows>>;
let path: string;
beforeAll(async () => {
  await lake.fill();
  bySql = await lake.rows();
  path = lake.place('lake.duckdb');
  const { code, text } = await lake.run('--duckdb', path, ...allZones);
  expect([code, text]).toEqual([0, expect.stringContaining(`${path}\n`)]);
});

/** Microseconds that are none are written by Athena and not by DuckDB. */
const withoutZeros = (text: string) => text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');

test('has the rows, types and comments of every table and view', async () => {
  const found = await inDuckDb(path, async (ask) => {
    const described = await ask(
      'select schema_name, table_name, column_name, data_type, comment from duckdb_columns()',
    );
    const rows = new Map<string, unknown[][]>();
    for (const table of tables) {
      const texts = table.columns.map(({ name }) => `cast("${name}" as varchar)`);
      rows.set(nameOf(table), await ask(`select ${texts.join(', ')} from ${table.database}."${table.name}"`));
    }
    return { described, rows };
  });
  for (const table of tables) {
    const expected = written(table, bySql.get(table) ?? [], (text, type) => {
      if (type === 'timestamp') return withoutZeros(text);
      return type === 'double' ? String(Number(text)) : text;
    });
    const rows = (found.rows.get(nameOf(table)) ?? []).map((row) =>
      row.map((value, index) =>
        table.columns[index]?.type === 'timestamp' && value !== null ? withoutZeros(String(value)) : value,
      ),
    );
    expect([nameOf(table), inOrder(rows)]).toEqual([nameOf(table), expected]);
    const own = found.described.filter(([schema, name]) => schema === table.database && name === table.name);
    expect(own.map(([, , name]) => name)).toEqual(table.columns.map(({ name }) => name));
    for (const [, , , , comment] of own) expect(comment).toMatch(/\S/);
  }
  expect(found.described).toContainEqual([
    'analytic',
    'participants',
    'n_women',
    'INTEGER',
    'Antal kvinnor / Number of women',
  ]);
  expect(found.described).toContainEqual([
    'confidential',
    'needs_analysis',
    'turnover_msek',
    'DECIMAL(18,2)',
    'Omsättning – miljoner kr / Turnover – million SEK',
  ]);
});

test('says what is in it in a table', async () => {
  const facts = await inDuckDb(path, (ask) => ask('from main.completeness'));
  expect(facts).toContainEqual(['run', 'run', 'number', '1']);
  expect(facts).toContainEqual(['form', 'participants', 'received', '24']);
  expect(facts).toContainEqual(['form', 'participants', 'quarantined', '1']);
  expect(facts).toContainEqual(['table', 'analytic.participants', 'rows_in_file', '23']);
  expect(facts).toContainEqual(['table', 'analytic.participants', 'rows_in_run', '23']);
  expect(facts).toContainEqual(['zone', 'confidential', 'included', 'true']);
  expect(facts).toContainEqual(['zone', 'personal', 'included', 'false']);
  expect(facts).toContainEqual(['statement', 'Delete after use', 'en', expect.stringContaining('Delete it')]);
});

test('is replaced by the next, unless it is another file or has more in it', async () => {
  expect((await lake.run('--duckdb', path)).code).toBe(0);
  const zones = await inDuckDb(path, (ask) =>
    ask('select distinct schema_name from duckdb_tables() order by 1'),
  );
  expect(zones).toEqual([['analytic'], ['main'], ['open']]);
  expect(siblings(path)).toEqual(['lake.duckdb']);

  await inDuckDb(path, (ask) => ask('create table analytic.mine as select 1 as x'), {});
  const more = await lake.run('--duckdb', path);
  expect([more.code, more.text]).toEqual([
    1,
    expect.stringContaining('it has analytic.mine; name another file'),
  ]);
  for (const text of ['not a database', '']) {
    const other = lake.place('notes.duckdb');
    writeFileSync(other, text);
    const { code, text: said } = await lake.run('--duckdb', other);
    expect([code, said]).toEqual([1, expect.stringContaining('it is something else; name another file')]);
    expect(readFileSync(other, 'utf8')).toBe(text);
  }
});

test('is left alone while another program has it open', async () => {
  const own = lake.place('lake.duckdb');
  expect((await lake.run('--duckdb', own, '--zone', 'open')).code).toBe(0);
  await inDuckDb(
    own,
    async (ask) => {
      await ask('create table mine as select 1 as x');
      const { code, text } = await lake.run('--duckdb', own, '--zone', 'open');
      expect([code, text]).toEqual([1, expect.stringMatching(/^expected \S+ to be closed, .* open/)]);
    },
    {},
  );
});
