import { describe, expect, test } from 'vitest';
import { deliverable } from '../forms/deliverable.ts';
import { changed, declaredForm } from './declared-form.ts';
import { registerAnswers } from './register-answers.ts';

const { published, mistakes, read, readFromPage, problems, waitsFor, zones } = declaredForm(deliverable);
const example = registerAnswers.deliverable({ company_key: '559900-0006' });

test('can be published, once for each version of what a project delivers', () => {
  expect(mistakes()).toEqual([]);
  const { send, company, unique, activityDate } = published;
  expect({ send, company, unique, activityDate }).toEqual({
    send: { staff: ['communication', 'project_manager'] },
    unique: ['project', 'kind', 'version'],
    activityDate: 'date',
  });
});

test('reads its example as it is, from a program and from a page', () => {
  expect(read(example)).toEqual({ answers: example, leftOut: [] });
  expect(readFromPage(example)).toEqual({ answers: example, leftOut: [] });
  expect(waitsFor(example)).toEqual([]);
});

describe('right answers', () => {
  test.each<object>([
    ...['definition_strengthened_capability', 'privacy_notice', 'retention_plan', 'handover_package'].map(
      (kind) => ({ kind }),
    ),
    ...['project_manager', 'project_owner', 'funder'].map((approver_role) => ({ approver_role })),
    { version: undefined, approver_role: undefined },
    { version: 'SC-1.0', project: 'ordinarie' },
  ])('%j', (changes) => {
    expect(read(changed(example, changes))).toEqual({ answers: changed(example, changes), leftOut: [] });
  });
});

describe('wrong answers', () => {
  test.each<[changes: object, found: readonly string[]]>([
    [{ project: undefined, kind: undefined, date: undefined }, ['project 422.1', 'kind 422.1', 'date 422.1']],
    [{ project: '', kind: 'report' }, ['project 422.1', 'kind 422.5']],
    [{ version: 'version 2' }, ['version 422.7']],
    [{ version: 'x'.repeat(21) }, ['version 422.7']],
    [{ version: '811228-9874' }, ['version 422.9']],
    [{ date: '15/6 2023' }, ['date 422.7']],
    [{ approver_role: 'Anna' }, ['approver_role 422.5']],
  ])('%j', (changes, found) => {
    expect(problems(changed(example, changes))).toEqual(found);
  });
});

test('everything in it can be analysed', () => {
  expect(zones()).toEqual({
    project: 'analytic',
    kind: 'analytic',
    version: 'analytic',
    date: 'analytic',
    approver_role: 'analytic',
  });
});
