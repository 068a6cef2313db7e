import { describe, expect, test } from 'vitest';
import { matcherOf, pathsNaming } from '../forms/derived/forgetting.ts';
import { columns } from '../forms/kinds/all.ts';
import { rightsCaseStatuses } from '../forms/lists/rights-case-statuses.ts';
import { rightsCase } from '../forms/rights-case.ts';
import { changed, declaredForm } from './declared-form.ts';
import { registerAnswers } from './register-answers.ts';

const { published, mistakes, read, readFromPage, problems, waitsFor, zones, lake } = declaredForm(rightsCase);
const request = '01994f00-0000-7000-8000-000000000001';
const example = registerAnswers['rights-case']({ rights_request: request });
const personnummer = '811228-9874';

const notExtended = { extended_on: undefined, extension_reason: undefined };
const notAnswered = { answered_on: undefined, refusal_reason: undefined };
/** The example as it is at each status. */
const statuses: readonly (readonly [string, object])[] = [
  ['received', { ...notExtended, ...notAnswered }],
  ['identity_checked', { ...notExtended, ...notAnswered }],
  ['extended', notAnswered],
  ['answered', { refusal_reason: undefined }],
  ['refused', {}],
];
const at = (status: string, changes: object = {}) =>
  changed(changed(example, { ...statuses.find(([code]) => code === status)?.[1], status }), changes);

test('can be published, for the project manager, once for each request', () => {
  expect(mistakes()).toEqual([]);
  const { send, company, unique, activityDate, anonymous } = published;
  expect({ send, company, unique, activityDate, anonymous }).toEqual({
    send: { staff: ['project_manager'] },
    unique: ['rights_request_id'],
  });
});

test('reads its example as it is, from a program and from a page', () => {
  expect(read(example)).toEqual({ answers: example, leftOut: [] });
  expect(readFromPage(example)).toEqual({ answers: example, leftOut: [] });
  expect(waitsFor(example)).toEqual([]);
});

test('knows a case from when the request came until it is answered or refused', () => {
  expect(rightsCaseStatuses.options.map(({ code }) => code)).toEqual(statuses.map(([code]) => code));
});

describe('right answers', () => {
  test.each<[changes: object, status: string]>([
    ...statuses.map(([status]): [object, string] => [{}, status]),
    ...statuses.map(([status]): [object, string] => [{ received_on: undefined, note: undefined }, status]),
    [notExtended, 'answered'],
    [notExtended, 'refused'],
    // All on one day.
    [{ received_on: '2026-04-08', answered_on: '2026-04-08' }, 'refused'],
    // Without the day on which it came nothing is known of what was before it.
    [{ received_on: undefined, extended_on: '2021-01-01' }, 'extended'],
    [
      { note: 'x'.repeat(1000), extension_reason: 'x'.repeat(1000), refusal_reason: 'x'.repeat(1000) },
      'refused',
    ],
  ])('%j when it is %s', (changes, status) => {
    const answers = at(status, changes);
    expect(read(answers)).toEqual({ answers, leftOut: [] });
  });
});

describe('wrong answers', () => {
  test.each<[status: string, changes: object, found: readonly string[]]>([
    [
      'received',
      { rights_request_id: undefined, status: undefined },
      ['rights_request_id 422.1', 'status 422.1'],
    ],
    ['received', { rights_request_id: 'K7M2P4QA' }, ['rights_request_id 422.7']],
    ['received', { status: 'completed' }, ['status 422.5']],
    ['extended', notExtended, ['extended_on 422.1']],
    ['extended', { extension_reason: undefined }, ['extension_reason 422.1']],
    ['answered', { extension_reason: undefined }, ['extension_reason 422.1']],
    ['answered', { answered_on: undefined }, ['answered_on 422.1']],
    ['refused', notAnswered, ['answered_on 422.1', 'refusal_reason 422.1']],
    // What has not come so far is not asked.
    ['received', { extended_on: '2026-04-08' }, ['extended_on 422.11']],
    ['identity_checked', { answered_on: '2026-05-20' }, ['answered_on 422.11']],
    ['extended', { answered_on: '2026-05-20' }, ['answered_on 422.11']],
    ['answered', { refusal_reason: 'Nej.' }, ['refusal_reason 422.11']],
    ['answered', { ...notExtended, extension_reason: 'Mycket.' }, ['extension_reason 422.11']],
    // The lake says when it is due.
    ['received', { due_on: '2026-04-12' }, ['due_on 422.2']],
    ['extended', { received_on: '2026-04-09' }, ['extended_on 422.12']],
    ['answered', { ...notExtended, received_on: '2026-05-21' }, ['answered_on 422.12']],
    ['answered', { answered_on: '2026-04-07' }, ['answered_on 422.12']],
    ['received', { received_on: '12/3 2026' }, ['received_on 422.7']],
    ['received', { received_on: '2020-12-31' }, ['received_on 422.6']],
    ['received', { note: 'x'.repeat(1001) }, ['note 422.4']],
    ...['extension_reason', 'refusal_reason', 'note'].map((name): [string, object, string[]] => [
      'refused',
      { [name]: `Det gäller ${personnummer}.` },
      [`${name} 422.9`],
    ]),
  ])('of what is %s: %j', (status, changes, found) => {
    expect(problems(at(status, changes))).toEqual(found);
  });
});

test('tells analysts of days and status, and of what is written about a person only what staff have to account for', () => {
  expect(zones()).toEqual({
    rights_request_id: 'analytic',
    received_on: 'analytic',
    status: 'analytic',
    extended_on: 'analytic',
    extension_reason: 'confidential',
    answered_on: 'analytic',
    refusal_reason: 'confidential',
    note: 'personal',
  });
  expect(lake('confidential')).toEqual({ rights_case: ['extension_reason', 'refusal_reason'] });
});

test.each([
  ['Jon Älvdal', {}, ['note']],
  ['jon älvdal', { extension_reason: 'Jon Älvdal står i många listor.' }, ['extension_reason', 'note']],
  ['070-174 06 18', { note: undefined, refusal_reason: 'Ring +46 70 174 06 18.' }, ['refusal_reason']],
  ['Siv Gruvström', {}, []],
])('whoever looks for %s finds the case by what is written in it: %j', (words, changes, paths) => {
  expect(pathsNaming(published, changed(example, changes), matcherOf([words]), columns)).toEqual(paths);
});
