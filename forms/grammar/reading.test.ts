import { expect, test } from 'vitest';
import { publishedEverything, rightEverything } from '../../test/everything-form.ts';
import { readerOf } from '../derived/answers.ts';
import { checks, writers } from '../kinds/all.ts';
import { rules } from '../rules/all.ts';
import { scores } from '../scores/all.ts';
import { fieldsOf } from './form-parts.ts';
import { ofKind } from './kind.ts';
import { missingToCount } from './reading.ts';
import { entriesOf, type Typed, typedFrom } from './typed.ts';

const reader = readerOf(publishedEverything, { checks, scores, rules });
const fields = fieldsOf(publishedEverything);

/** What a page sends of these answers. */
function typedOf(answers: Readonly<Record<string, unknown>>): Record<string, Typed> {
  return typedFrom(
    fields
      .filter(([name]) => answers[name] !== undefined)
      .flatMap(([name, field]) =>
        entriesOf(name, ofKind(writers, field.kind)(answers[name], field, writers)),
      ),
  );
}

function problemsOf(changed: Readonly<Record<string, unknown>>, from: 'page' | 'program' = 'program') {
  const reading = reader.read({ ...rightEverything, ...changed }, from);
  return 'problems' in reading ? reading.problems.map(({ path, code }) => `${path} ${code}`) : reading;
}

const read = {
  ...rightEverything,
  n_all: 3,
  table: { ...rightEverything.table, quality: { ...rightEverything.table.quality, now: 3 } },
};

test('right answers are read whole, with what is computed and copied', () => {
  expect(reader.read(rightEverything, 'program')).toEqual({ answers: read, leftOut: [] });
});

test('a page comes to the same answers, and its empty rows and fields are none', () => {
  expect(reader.read(typedOf(read), 'page')).toEqual({ answers: read, leftOut: [] });
  const typed = typedOf(read);
  const people = {
    0: { name: '', role: '' },
    1: { name: 'Anna', role: 'red', role_note: 'Chef' },
    7: { name: 'Bo' },
  };
  expect(reader.read({ ...typed, people, title: ' Rubrik ', web: 'exempel.se/sida' }, 'page')).toEqual({
    answers: read,
    leftOut: [],
  });
});

test.each([
  ['a cell of a row', { people: [{ name: 'Anna', role: 'green' }] }, ['people.0.role 422.5']],
  ['a needed cell that is missing', { people: [{ role: 'blue' }] }, ['people.0.name 422.1']],
  ['an empty row', { people: [{}] }, ['people.0.name 422.1']],
  ['a row that is none', { people: ['Anna'] }, ['people.0 422.3']],
  ['too many rows', { people: Array.from({ length: 4 }, () => ({ name: 'Bo' })) }, ['people 422.6']],
  ['an unknown cell', { people: [{ name: 'Bo', age: 3 }] }, ['people.0.age 422.2']],
  ['a hidden cell', { people: [{ name: 'Bo', role_note: 'x' }] }, ['people.0.role_note 422.11']],
  ['rows that are no list', { people: { 0: { name: 'Bo' } } }, ['people 422.3']],
  [
    'a mandatory row that is missing',
    { table: { quality: { priority: 3 } } },
    ['table.energy.priority 422.1'],
  ],
  ['a row of another list', { table: { ...rightEverything.table, sales: {} } }, ['table.sales 422.5']],
  [
    'a table that is none',
    { table: [] },
    ['table 422.3', 'table.quality.priority 422.1', 'table.energy.priority 422.1'],
  ],
  [
    'a cell that is asked elsewhere',
    { table: { ...rightEverything.table, quality: { priority: 3, now: 3 } } },
    ['table.quality.now 422.13'],
  ],
  ['what is computed', { n_all: 3 }, ['n_all 422.13']],
  ['a list where a row asks for it', { top: undefined }, ['top 422.1']],
  ['a hidden question', { sure: true }, ['why 422.11']],
  ['a rule', { n_old: 0, n_new: 0, top: ['quality'] }, ['n_new 422.12']],
])('%s is told with its path', (_, changed, problems) => {
  expect(problemsOf(changed)).toEqual(problems);
});

test('what a page had typed before it was hidden is left out, and named', () => {
  const typed = typedOf(read);
  const reading = reader.read(
    { ...typed, sure: 'yes', people: { 3: { name: 'Bo', role: 'blue', role_note: 'x' } } },
    'page',
  );
  expect(reading).toMatchObject({ leftOut: ['why', 'people.3.role_note'] });
});

test('what a page sent and what is no right answer is known by its place', () => {
  const typed = typedOf(read);
  expect(reader.unread(typed)).toEqual([]);
  const people = { 3: { name: 'Bo', role: 'blue', role_note: 'x' } };
  const unread = { ...typed, sure: 'yes', n_old: 'x', people, others: ['blue'], nothing: 'x' };
  expect(reader.unread(unread).sort()).toEqual(
    ['n_old', 'nothing', 'note', 'people.3.role_note', 'why'].sort(),
  );
});

test('what is needed to count is missing only where it is asked', () => {
  expect(missingToCount(fields, read)).toEqual([]);
  const { state: _, ...without } = read;
  const table = { ...read.table, quality: { priority: 3 }, energy: { priority: 1 } };
  expect(missingToCount(fields, { ...without, table })).toEqual(['state', 'table.quality.words']);
});

test('a page that is not filled in yet shows what is computed of it so far', () => {
  expect(reader.soFar({ n_old: '4' })).toMatchObject({ n_all: 4 });
  expect(reader.soFar({ n_old: 'x' })).not.toHaveProperty('n_all');
});
