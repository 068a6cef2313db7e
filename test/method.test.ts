import { describe, expect, test } from 'vitest';
import { method } from '../forms/method.ts';
import { changed, declaredForm } from './declared-form.ts';
import { registerAnswers } from './register-answers.ts';

const { published, mistakes, read, readFromPage, problems, waitsFor, zones } = declaredForm(method);
const example = registerAnswers.method({ company_key: '559900-0006' });
const personnummer = '811228-9874';

test('can be published, and counts in the period in which the method was first tried', () => {
  expect(mistakes()).toEqual([]);
  const { send, company, unique, activityDate } = published;
  expect({ send, company, unique, activityDate }).toEqual({
    send: { staff: ['project_manager'] },
    activityDate: 'ready_on',
  });
});

test('reads its example as it is, from a program and from a page', () => {
  expect(read(example)).toEqual({ answers: example, leftOut: [] });
  expect(readFromPage(example)).toEqual({ answers: example, leftOut: [] });
});

const draft = { status: 'draft', tested_with_n_companies: undefined };

describe('right answers', () => {
  test.each<object>([
    draft,
    { status: 'managed' },
    { tested_with_n_companies: undefined },
    { description: undefined, version: undefined, owner: undefined, licence: undefined },
    { project: undefined },
    { project: 'ordinarie', kind: 'template', version: '1.0' },
    { description: 'x'.repeat(2000), tested_with_n_companies: 1 },
  ])('%j', (changes) => {
    expect(read(changed(example, changes))).toEqual({ answers: changed(example, changes), leftOut: [] });
  });
});

describe('wrong answers', () => {
  test.each<[changes: object, found: readonly string[]]>([
    [
      {
        title: undefined,
        kind: undefined,
        status: undefined,
        ready_on: undefined,
        tested_with_n_companies: undefined,
      },
      ['title 422.1', 'kind 422.1', 'status 422.1', 'ready_on 422.1'],
    ],
    [{ status: 'draft' }, ['tested_with_n_companies 422.11']],
    [{ tested_with_n_companies: 0 }, ['tested_with_n_companies 422.6']],
    [{ tested_with_n_companies: 2.5 }, ['tested_with_n_companies 422.6']],
    // A method belongs to one of the three areas.
    [{ focus_area: 'cross_cutting' }, ['focus_area 422.5']],
    [{ kind: 'idea', project: 'other' }, ['kind 422.5', 'project 422.5']],
    [{ version: 'andra utgåvan' }, ['version 422.7']],
    [{ ready_on: '2026-13-01' }, ['ready_on 422.7']],
    [{ title: 'x'.repeat(151), description: 'x'.repeat(2001) }, ['title 422.4', 'description 422.4']],
    [{ file: 'mall.pdf' }, ['file 422.2']],
    ...['title', 'description', 'owner', 'licence'].map((name): [object, string[]] => [
      { [name]: `Nr ${personnummer}` },
      [`${name} 422.9`],
    ]),
  ])('%j', (changes, found) => {
    expect(problems(changed(example, changes))).toEqual(found);
  });
});

test('how many tried a draft is left out of a page', () => {
  expect(readFromPage(changed(example, { status: 'draft' }))).toEqual({
    answers: changed(example, draft),
    leftOut: ['tested_with_n_companies'],
  });
});

test.each([
  [{}, []],
  [{ focus_area: undefined }, ['focus_area']],
])('with %j, what it needs to count is %j', (changes, names) => {
  expect(waitsFor(changed(example, changes))).toEqual(names);
});

test('codes, counts and dates can be analysed, texts are confidential', () => {
  expect(zones()).toEqual({
    title: 'confidential',
    kind: 'analytic',
    focus_area: 'analytic',
    description: 'confidential',
    version: 'analytic',
    owner: 'confidential',
    licence: 'confidential',
    status: 'analytic',
    ready_on: 'analytic',
    tested_with_n_companies: 'analytic',
    project: 'analytic',
  });
});
