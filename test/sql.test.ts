import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadAll } from '../forms/grammar/published.ts';
import { columns } from '../forms/kinds/all.ts';
import { municipalities } from '../forms/lists/municipalities.ts';
import { publications } from '../forms/published/index.ts';
import { lakeViews, reads } from '../functions/reports/views.ts';
import { openPortable } from './sql/portable.ts';

const { problemsOf, tablesOf, literalsOf } = await openPortable();
const views = lakeViews(await loadAll(publications), columns);

const folder = new URL('../functions/reports/', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.sql'))
  .map((file) => [file, readFileSync(new URL(file, folder), 'utf8')] as const);
const derived = views
  .map(({ database, name, sql }) => [`${database}.${name}`, sql] as const)
  .filter(([name]) => files.every(([file]) => file !== `views/${name}.sql`));

test('there are SQL files and derived views', () => {
  expect(files.length).toBeGreaterThanOrEqual(6);
  expect(derived.length + files.length).toBeGreaterThanOrEqual(views.length);
  expect(derived.length).toBeGreaterThan(30);
});

test.each([...files, ...derived])('%s is one query that means the same in Trino and DuckDB', (_, sql) => {
  expect(problemsOf(sql)).toEqual([]);
});

test.each([...files, ...derived])('%s says first what one row is', (_, sql) => {
  expect(sql).toMatch(/^-- One row per /);
});

test.each([...files, ...derived])('%s names no municipality, year or amount', (_, sql) => {
  const places: string[] = municipalities.options.flatMap(({ code, sv }) => [code, sv]);
  const found = literalsOf(sql).filter((each) => places.includes(each) || Number(each) > 100);
  expect(found).toEqual([]);
});

test('what a view reads is found in its text as the grammar finds it, and comes before it', () => {
  for (const [index, view] of views.entries()) {
    const found = tablesOf(view.sql);
    const others = found.map((table) => table.split('.')).map(([, name = '']) => name);
    expect(found.length, view.name).toBeGreaterThan(0);
    const readViews = views.filter((other) => reads(view, other));
    const named = views.filter(({ database, name }) => found.includes(`${database}.${name}`));
    expect(readViews, view.name).toEqual(named);
    for (const other of readViews) expect(views.indexOf(other)).toBeLessThan(index);
    expect(others).not.toContain('');
  }
});

const t = 'from analytic.needs_analysis t';

test.each([
  ['integer division', `select a / b as x ${t}`, /cast one side to double/],
  ['division of a decimal', `select cast(a as decimal(18,2)) / 3 as x ${t}`, /cast one side to double/],
  ['division of a cast sum', `select cast(a / 2 as double) as x ${t}`, /cast one side to double/],
  ['division by what may be zero', `select cast(a as double) / b as x ${t}`, /nullif\(x, 0\)/],
  ['division by zero', `select cast(a as double) / 0 as x ${t}`, /nullif\(x, 0\)/],
  ['division by null instead of one', `select cast(a as double) / nullif(b, 1) as x ${t}`, /nullif\(x, 0\)/],
  ['a remainder', `select a % b as x ${t}`, /null in DuckDB/],
  ['mod', `select mod(a, b) as x ${t}`, /null in DuckDB/],
  ['concat', `select concat(a, b) as x ${t}`, /write \|\|/],
  ['concat in capitals, on two lines', `select CONCAT\n(a, b) as x ${t}`, /write \|\|/],
  ['a quoted function', `select "concat"(a, b) as x ${t}`, /"concat" is not among the functions/],
  ['greatest', `select greatest(a, b) as x ${t}`, /coalesce\(x, 0\) in each place/],
  ['least of one that may be null', `select least(1, a) as x ${t}`, /coalesce\(x, 0\) in each place/],
  [
    'greatest of a coalesce that may be null',
    `select greatest(coalesce(a, b), 1) as x ${t}`,
    /in each place/,
  ],
  ['extract of a weekday', `select extract(dow from a) as x ${t}`, /year, quarter, month and day only/],
  ['date_diff', `select date_diff('day', a, b) as x ${t}`, /boundaries/],
  ['date_add', `select date_add('day', 1, a) as x ${t}`, /interval/],
  ['a subscript', `select a[1] as x ${t}`, /x\[n\]/],
  ['a subscript of a map', `select a['k'] as x ${t}`, /x\[n\]/],
  ['element_at', `select element_at(a, 'k') as x ${t}`, /list in DuckDB/],
  ['cardinality', `select cardinality(a) as x ${t}`, /unnest/],
  ['avg of anything', `select avg(a) as x ${t}`, /avg\(cast\(x as double\)\)/],
  ['avg of a decimal', `select avg(cast(a as decimal(18,2))) as x ${t}`, /avg\(cast\(x as double\)\)/],
  ['round of anything', `select round(a, 2) as x ${t}`, /another scale/],
  ['round of a decimal', `select round(cast(a as decimal(18,4)), 2) as x ${t}`, /another scale/],
  ['count_if', `select count_if(a) as x ${t}`, /null in DuckDB/],
  ['format', `select format('%s', a) as x ${t}`, /format takes/],
  ['regexp_replace', `select regexp_replace(a, 'b') as x ${t}`, /replaces all/],
  ['regexp_extract', `select regexp_extract(a, 'b') as x ${t}`, /no match/],
  ['split_part', `select split_part(a, '-', 2) as x ${t}`, /beyond the last/],
  ['trim', `select trim(a) as x ${t}`, /white space/],
  ['substring', `select substring(a from 2) as x ${t}`, /substring from 0/],
  ['substr', `select substr(a, 2) as x ${t}`, /substr from 0/],
  ['upper', `select upper(a) as x ${t}`, /upper/],
  ['a time zone', `select a at time zone 'Europe/Stockholm' as x ${t}`, /other way/],
  ['date_trunc', `select date_trunc('month', a) as x ${t}`, /cast\(… as date\) around it/],
  ['date_trunc as a timestamp', `select cast(max(date_trunc('month', a)) as date) as x ${t}`, /around it/],
  ['a moved date', `select a + interval '1' day as x ${t}`, /cast\(… as date\) around it/],
  ['an interval by itself', `select interval '1' day as x ${t}`, /added to a date/],
  [
    'an interval with its unit inside',
    `select cast(a + interval '2 days' as date) as x ${t}`,
    /one number and one unit/,
  ],
  ['array_distinct', `select array_distinct(a) as x ${t}`, /another order/],
  ['array_position', `select array_position(a, b) as x ${t}`, /nullif\(array_position/],
  [
    'array_position against another number',
    `select nullif(array_position(a, b), 1) as x ${t}`,
    /nullif\(array/,
  ],
  ['typeof', `select typeof(a) as x ${t}`, /called differently/],
  ['an array in any order', `select array_agg(a) as x ${t}`, /order by y/],
  ['max_by', `select max_by(a, b) as x ${t}`, /passes over null/],
  ['any value', `select any_value(a) as x ${t}`, /any of them/],
  ['try', `select try(a) as x ${t}`, /hides mistakes/],
  ['a function nobody has looked at', `select soundex(a) as x ${t}`, /soundex is not among the functions/],
  ['a row number without order', `select row_number() over (partition by a) as x ${t}`, /needs an order/],
  ['lag without a window', `select lag(a) over () as x ${t}`, /needs an order/],
  ['distinct over a window', `select count(distinct a) over (partition by b) as x ${t}`, /no distinct over/],
  ['listagg', `select listagg(a, ',') within group (order by a) as x ${t}`, /listagg/],
  [
    'a text as a date',
    `select a from analytic.needs_analysis where b >= '2026-01-01'`,
    /never equal to a date/,
  ],
  ['a date', `select a from analytic.needs_analysis where b >= date '2026-01-01'`, /setting of the project/],
  ['the clock', `select current_date as x ${t}`, /no clock/],
  ['the clock, with a zone', `select current_timestamp as x ${t}`, /no clock/],
  ['the clock as a function', `select now() as x ${t}`, /now is not among the functions/],
  ['backticks', 'select `a` from analytic.needs_analysis', /backticks/],
  ['a name in capitals', 'select "Company" from analytic.needs_analysis', /small letters/],
  ['all columns', `select * ${t}`, /name the columns/],
  ['all columns of a table', `select t.* ${t}`, /name the columns/],
  ['a whole table', 'table open.codes', /name the columns/],
  ['all columns in a subquery', 'select a from (select * from open.codes) c', /name the columns/],
  ['a column without a name', `select count(*) ${t}`, /needs a name/],
  [
    'a column without a name in a query of its own',
    'with c as (select 1) select 2 as x from c',
    /needs a name/,
  ],
  ['an order that is lost', `select a ${t} order by a`, /order by without limit/],
  ['an order lost inside', `select a from (select a ${t} order by a) u`, /order by without limit/],
  ['a limit of any rows', `select a ${t} limit 3`, /any rows/],
  ['a narrow integer', `select cast(a as tinyint) as x ${t}`, /tinyint is not the same type/],
  ['a short varchar', `select cast(a as varchar(3)) as x ${t}`, /varchar\(3\) is not the same type/],
  ['a decimal without scale', `select cast(a as decimal) as x ${t}`, /decimal is not the same type/],
  ['a timestamp', `select cast(a as timestamp) as x ${t}`, /timestamp is not the same type/],
  ['try_cast', `select try_cast(a as integer) as x ${t}`, /other texts/],
  ['anything as a text', `select cast(a as varchar) as x ${t}`, /written differently/],
  [
    'a double as an integer',
    `select cast(cast(a as double) / 2 as integer) as x ${t}`,
    /rounded differently/,
  ],
  ['a quotient as a decimal', `select cast(cast(a as double) / 3 as decimal(18,2)) as x ${t}`, /double/],
  ['a table without its database', 'select a from needs_analysis', /needs its database/],
  ['a table of another database', 'select a from personal.needs_analysis', /needs its database/],
  ['a table with its catalog', 'select a from awsdatacatalog.open.codes', /needs its database/],
  ['a name given in the same select', `select a + 1 as b, b + 1 as c ${t}`, /b is given in this select list/],
  ['a name given in the same select, grouped by', `select a + 1 as b ${t} group by b`, /b is given/],
  ['a name given in the same select, in where', `select a as b ${t} where b > 1`, /b is given/],
  ['a natural join', `select a ${t} natural join open.codes`, /natural join/],
  ['using', `select a ${t} join open.codes c using (code)`, /USING/],
  ['recursion', `with recursive r as (select 1 as n) select n from r`, /ten rounds/],
  ['a sample', `select a from open.codes tablesample bernoulli (5)`, /another one every time/],
  ['a lambda', `select contains(a, x -> x) as y ${t}`, /on its way out/],
  ['bytes', `select x'41' as a ${t}`, /bytes/],
  ['a parameter', `select a ${t} where b = ?`, /no parameters/],
  ['values', 'select a from (values 1) v (a)', /InlineTable is not among the parts/],
  ['a lateral join', `select a ${t} cross join lateral (select 1 as b) l`, /Lateral is not among the parts/],
  ['a semicolon', `select a ${t};`, /without a semicolon/],
])('%s is refused', (_, sql, reason) => {
  expect(problemsOf(sql)).toEqual([expect.stringMatching(reason)]);
});

test.each([
  ['two queries', `select a ${t}; select a ${t}`],
  ['two queries without a semicolon', `select a ${t} table open.codes`],
  ['a write', 'insert into open.codes select a from open.codes'],
  ['a view', `create view open.v as select a ${t}`],
  ['a deletion', 'delete from open.codes'],
  ['a table dropped', 'drop table open.codes'],
  ['an explanation', `explain select a ${t}`],
  ['a description', 'describe open.codes'],
  ['a setting', 'set session a = 1'],
  ['a call', 'call system.kill()'],
])('%s is no query', (_, sql) => {
  expect(problemsOf(sql)).toEqual(['expected one query and nothing else']);
});

test.each([
  ['a typing mistake', 'selec a from open.codes'],
  ['a comma too many', 'select a, from open.codes'],
  ['a parenthesis that is not closed', 'select (a from open.codes'],
  ['a cast of DuckDB', 'select a::integer as x from open.codes'],
  ['qualify', 'select a from open.codes qualify row_number() over (order by a) = 1'],
  ['group by all', 'select a, count(*) as n from open.codes group by all'],
  ['exclude', 'select * exclude (a) from open.codes'],
  ['FROM first', 'from open.codes'],
  ['ilike', "select a from open.codes where a ilike 'x'"],
])('%s is not the grammar of Trino', (_, sql) => {
  const problems = problemsOf(sql);
  expect(problems).not.toEqual([]);
  for (const problem of problems) expect(problem).toMatch(/^line 1: .*(not valid at|incomplete)/);
});

test.each([
  [
    'division with a double and a divisor that is not zero',
    `select cast(a as double) / nullif(b, 0) as x ${t}`,
  ],
  ['division by a number', `select (cast(a as double)) / 2 as x ${t}`],
  ['division by a double made null', `select a / nullif(cast(b as double), 0) as x ${t}`],
  ['a remainder by a number', `select a % 2 as x, mod(a, 3) as y ${t}`],
  ['a slash in a text and in a comment', `select 'a / b' as x -- a / b, concat(a)\n ${t} /* select * */`],
  ['texts that look like functions', `select 'concat(a, null)' as x, 'a[1]' as y ${t}`],
  ['a column that is called as a function', `select t.format, t.concat, t.typeof ${t}`],
  ['count of all', `select count(*) as n ${t}`],
  ['multiplication', `select a * b as x ${t}`],
  ['greatest of what is not null', `select greatest(coalesce(a, 0), coalesce(b, 0), 1) as x ${t}`],
  ['parts of a date', `select extract(year from a) as x, year(a) as y, quarter(a) as z ${t}`],
  ['an average of doubles', `select avg(cast(a as double)) as x ${t}`],
  ['a decimal rounded', `select cast(cast(a as decimal(18,4)) as decimal(18,2)) as x ${t}`],
  ['a double made whole', `select cast(floor(cast(a as double) / 2) as bigint) as x ${t}`],
  ['a date moved and a date again', `select cast(a + interval '1' month as date) as x ${t}`],
  ['a date truncated and a date again', `select cast((date_trunc('month', a)) as date) as x ${t}`],
  ['a place in an array, or null', `select nullif(array_position(a, b), 0) as x ${t}`],
  ['rows of an array', `select u.x, u.n ${t} cross join unnest(t.a) with ordinality as u (x, n)`],
  ['an ordered array', `select array_agg(a order by b desc) as x ${t}`],
  ['a row number in an order', `select row_number() over (partition by a order by b) as x ${t}`],
  [
    'a running sum',
    `select sum(a) over (order by b rows between unbounded preceding and current row) as x ${t}`,
  ],
  ['the first three', `select a ${t} order by a desc limit 3`],
  ['names in quotes and small letters', 'select c."code" from open."codes" c'],
  [
    'a join with its condition',
    `select a ${t} left join open.codes c on c.code = t.b and c.list = 'genders'`,
  ],
  [
    'queries by name',
    `with u as (select a ${t}), v as (select a from u) select v.a from v join u on u.a = v.a`,
  ],
  [
    'a value of a subquery',
    `select a, (select max(code) from open.codes) as x ${t} where exists (select 1 from open.codes)`,
  ],
  [
    'a number as a text',
    `select cast(year(a) as varchar) || '-' || cast(cast(b as integer) as varchar) as x ${t}`,
  ],
  ['the new name of a column, which no other uses', `select a as b, t.b as c ${t} where t.b > 1`],
  ['a name given inside', `select u.x ${t} join (select a + 1 as x from open.codes) u on u.x = t.x`],
  ['both and either', `select a ${t} union all select a ${t} except select a ${t}`],
  ['cases', `select case a when 1 then 'x' else 'y' end as x, if(a = 1, 2, 3) as y ${t}`],
  ['a text of digits that is no date', `select a ${t} where b = '2026-Q3' or b = '4711'`],
])('%s is allowed', (_, sql) => {
  expect(problemsOf(sql)).toEqual([]);
});

test('a problem is told with its line', () => {
  expect(problemsOf('-- a comment\nselect a,\n  concat(a, b) as x\nfrom open.codes')).toEqual([
    expect.stringMatching(/^line 3: concat/),
  ]);
});
