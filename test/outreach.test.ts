import { describe, expect, test } from 'vitest';
import { outreach } from '../forms/outreach.ts';
import { changed, declaredForm } from './declared-form.ts';
import { missionAnswers } from './mission-answers.ts';

const { published, mistakes, read, readFromPage, problems, waitsFor, zones } = declaredForm(outreach);
const named = { company_key: 'EF-000012', needs_analysis: '', offer: '', network: '' };
const example = missionAnswers.outreach(named);
const least = {
  company_key: '559900-0006',
  contact_date: '2026-01-14',
  contact_channel: 'phone',
  outcome: 'no_answer',
};

test('can be published, and counts on the day of the contact', () => {
  expect(mistakes()).toEqual([]);
  const { send, company, unique, activityDate } = published;
  expect({ send, company, unique, activityDate }).toEqual({
    send: { staff: ['industrial_developer', 'project_manager'] },
    company: 'company_key',
    activityDate: 'contact_date',
  });
});

test('reads its example as it is, from a program and from a page', () => {
  expect(read(example)).toEqual({ answers: example, leftOut: [] });
  expect(readFromPage(example)).toEqual({ answers: example, leftOut: [] });
});

test('four answers are enough, and each of them is needed', () => {
  expect(problems(least)).toEqual([]);
  expect(Object.keys(least)).toHaveLength(4);
  for (const name of Object.keys(least)) {
    expect(problems(changed(least, { [name]: undefined }))).toEqual([`${name} 422.1`]);
  }
});

describe('right answers', () => {
  test.each<[changes: object, kept?: object]>([
    [{ outcome: 'not_target' }],
    [{ contact_channel: 'activity' }],
    [{ company_key: '5599000006' }, { company_key: '559900-0006' }],
    [{ contact_channel: 'referral', referred_by: 'almi' }],
    [{ contact_channel: 'referral' }],
    [{ next_step_date: '2026-01-13', project: 'ordinarie' }],
  ])('%j', (changes, kept = changes) => {
    expect(read(changed(least, changes))).toEqual({ answers: changed(least, kept), leftOut: [] });
  });
});

describe('wrong answers', () => {
  test.each<[changes: object, found: readonly string[]]>([
    [{ contact_channel: 'event' }, ['contact_channel 422.5']],
    [{ referred_by: 'almi' }, ['referred_by 422.11']],
    [{ contact_channel: 'referral', referred_by: 'nobody' }, ['referred_by 422.5']],
    [{ outcome: 'booked' }, ['outcome 422.5']],
    [{ contact_date: '2020-12-31' }, ['contact_date 422.6']],
    [{ contact_date: '2026-02-29' }, ['contact_date 422.7']],
    [{ company_key: '811228-9874' }, ['company_key 422.9']],
    [{ note: 'Ring 811228-9874' }, ['note 422.9']],
    [{ note: 'x'.repeat(501) }, ['note 422.4']],
    [{ project: 'other' }, ['project 422.5']],
    [{ orgnr: '559900-0006' }, ['orgnr 422.2']],
  ])('%j', (changes, found) => {
    expect(problems(changed(least, changes))).toEqual(found);
  });
});

test('who referred the company is left out of a page where nobody did', () => {
  expect(readFromPage(changed(example, { contact_channel: 'phone' }))).toEqual({
    answers: changed(example, { contact_channel: 'phone', referred_by: undefined }),
    leftOut: ['referred_by'],
  });
});

test.each([
  [{}, []],
  [{ contact_channel: 'referral' }, ['referred_by']],
])('with %j, what it needs to count is %j', (changes, names) => {
  expect(waitsFor(changed(least, changes))).toEqual(names);
});

test('all but what is written can be analysed', () => {
  expect(zones()).toEqual({
    company_key: 'analytic',
    contact_date: 'analytic',
    contact_channel: 'analytic',
    referred_by: 'analytic',
    outcome: 'analytic',
    next_step_date: 'analytic',
    note: 'confidential',
    project: 'analytic',
  });
});
