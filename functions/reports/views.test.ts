import { expect, test } from 'vitest';
import { lakeTables } from '../../forms/derived/lake-tables.ts';
import { loadAll, type PublishedField, type PublishedForm } from '../../forms/grammar/published.ts';
import { columns } from '../../forms/kinds/all.ts';
import { publications } from '../../forms/published/index.ts';
import { columnsOf, nameOf, withPlainDuckDb } from '../../test/views/plain-duckdb.ts';
import { wholeFormViews } from './views/whole-forms.ts';
import { lakeViews, reads } from './views.ts';

const published = await loadAll(publications);
const tables = lakeTables(published, columns);
const views = lakeViews(published, columns);

test('every view has exactly the columns it declares, in their order and of their types', async () => {
  await withPlainDuckDb({ tables, views, pathsOf: () => [] }, async (connection) => {
    for (const view of views) {
      expect(await columnsOf(connection, view.sql), nameOf(view)).toEqual(
        view.columns.map(({ name, type }) => [name, type]),
      );
    }
  });
});

test('no view is called as a table or another view of its database', () => {
  const names = [...tables, ...views].map(nameOf);
  expect(names.length - new Set(names).size).toBe(0);
});

test('what a view says of itself and its columns is said in both languages', () => {
  for (const { comment, columns } of views) {
    for (const words of [comment, ...columns.map((column) => column.comment)]) {
      expect(words).toEqual({ sv: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) });
    }
  }
});

test('each table of a form has a whole view with its columns, unless the form is anonymous', () => {
  const keyed = tables.filter(
    ({ name, columns }) => name !== 'submission_log' && columns[0]?.name === 'submission_id',
  );
  const whole = views.map(({ name }) => name).filter((name) => name.endsWith('_whole'));
  expect(whole.toSorted()).toEqual([...new Set(keyed.map(({ name }) => `${name}_whole`))].toSorted());
  expect(whole).toContain('needs_analysis__areas_whole');
  expect(whole).not.toContain('evaluation_whole');
  for (const name of whole) {
    const ofForm = tables.filter((table) => `${table.name}_whole` === name);
    const asked = new Set(ofForm.flatMap((table) => table.columns.map((column) => column.name)));
    const found = views.find((view) => view.name === name)?.columns.map((column) => column.name) ?? [];
    expect(found.toSorted()).toEqual([...asked].toSorted());
    // Those of each database in the order that its table has.
    for (const table of ofForm) {
      const inTable = table.columns.map((column) => column.name);
      expect(found.filter((each) => inTable.includes(each))).toEqual(inTable);
    }
  }
});

/** A version of the participant list with these fields and no others. */
function versionWith(version: number, fields: Record<string, PublishedField>): PublishedForm {
  const form = published.flat().find(({ id }) => id === 'participants');
  if (form === undefined) throw new Error('expected participants to be published, got nothing');
  return { ...form, version, sections: [{ title: form.title, fields }] };
}

function asked(name: string, zone: PublishedField['zone']): PublishedField {
  return { kind: 'integer', label: { sv: name, en: `${name} in English` }, wanted: 'optional', zone };
}

test('a whole view keeps the order in which fields were first asked, and a value that may be in either database', () => {
  const [first, second] = [asked('Ett', 'confidential'), asked('Två', 'analytic')];
  const either = asked('Tre', { company: 'analytic', soleTrader: 'confidential' });
  const versions = [versionWith(1, { first, second }), versionWith(2, { either, second })];
  const [view] = wholeFormViews([versions], columns);
  expect(view?.columns.slice(6)).toEqual([
    { name: 'first', type: 'int', comment: { sv: 'Ett', en: 'Ett in English' } },
    { name: 'second', type: 'int', comment: { sv: 'Två', en: 'Två in English' } },
    { name: 'either', type: 'int', comment: { sv: 'Tre', en: 'Tre in English' } },
  ]);
  expect(view?.sql).toMatch(
    / {2}c\."first",\n {2}a\."second",\n {2}coalesce\(a\."either", c\."either"\) as "either"\nfrom /,
  );
});

test.each([
  ['select x from open.codes', true],
  ['select x from open."codes"', true],
  ['select x from open.codes_of_old', false],
  ['select x from analytic.codes', false],
  ['-- as in open.codes\nselect x from analytic.codes', false],
  ['select x /* open.codes */ from analytic.codes', false],
  ["select 'open.codes' as x from analytic.codes", false],
  ["select '-- it''s' as x from open.codes", true],
])('whether %s reads open.codes is %s', (sql, isRead) => {
  expect(reads({ sql }, { database: 'open', name: 'codes' })).toBe(isRead);
});
