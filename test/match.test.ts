import { describe, expect, test } from 'vitest';
import { match } from '../forms/match.ts';
import { changed, declaredForm } from './declared-form.ts';
import { missionAnswers } from './mission-answers.ts';

const { published, mistakes, read, readFromPage, problems, waitsFor, zones } = declaredForm(match);
const record = '0199f000-0000-7000-8000-000000000001';
const example = missionAnswers.match({
  company_key: 'EF-000012',
  needs_analysis: record,
  offer: '0199f000-0000-7000-8000-000000000002',
  network: '',
});
const least = {
  company_key: '559900-0006',
  need_area: 'export',
  match_date: '2026-02-10',
  actor: 'almi',
  status: 'proposed',
};
/** A need that no offer meets. */
const gap = changed(least, { gap_no_offer: true, actor: undefined, status: undefined });

test('can be published, and counts on the day of the match', () => {
  expect(mistakes()).toEqual([]);
  const { send, company, unique, activityDate } = published;
  expect({ send, company, unique, activityDate }).toEqual({
    send: { staff: ['industrial_developer', 'project_manager'] },
    company: 'company_key',
    activityDate: 'match_date',
  });
});

test('reads its example as it is, from a program and from a page', () => {
  expect(read(example)).toEqual({ answers: example, leftOut: [] });
  expect(readFromPage(example)).toEqual({ answers: example, leftOut: [] });
});

test.each([
  ['a match', least, 5],
  ['a need without an offer', gap, 4],
])('%s takes few answers, and each of them is needed', (_, answers, count) => {
  expect(problems(answers)).toEqual([]);
  expect(Object.keys(answers)).toHaveLength(count);
  for (const name of Object.keys(least).filter((each) => Object.hasOwn(answers, each))) {
    expect(problems(changed(answers, { [name]: undefined }))).toEqual([`${name} 422.1`]);
  }
});

describe('right answers', () => {
  test.each<[changes: object]>([
    [{ gap_no_offer: false }],
    [{ status: 'declined', status_date: '2026-03-01' }],
    [{ status: 'no_capacity', active_intro: false }],
    [{ status: 'completed', result_code: 'none_yet' }],
    [{ offer_text: 'Exportrådgivning tre timmar' }],
    [{ offer_id: record }],
  ])('%j', (changes) => {
    expect(read(changed(least, changes))).toEqual({ answers: changed(least, changes), leftOut: [] });
  });
});

describe('wrong answers', () => {
  test.each<[changes: object, found: readonly string[]]>([
    [{ status: undefined, actor: undefined }, ['actor 422.1', 'status 422.1']],
    [{ gap_no_offer: true }, ['actor 422.11', 'status 422.11']],
    // An offer of the catalogue has its words there.
    [{ offer_id: record, offer_text: 'Export' }, ['offer_text 422.11']],
    [{ offer_id: 'Exportcheck' }, ['offer_id 422.7']],
    [{ offer_text: 'x'.repeat(201) }, ['offer_text 422.4']],
    [{ need_submission_id: '1' }, ['need_submission_id 422.7']],
    [{ need_area: 'sales' }, ['need_area 422.5']],
    [{ result_code: 'advice' }, ['result_code 422.11']],
    [{ status: 'started', result_code: 'advice' }, ['result_code 422.11']],
    [{ status: 'done' }, ['status 422.5']],
    [{ active_intro: 'kanske' }, ['active_intro 422.3']],
  ])('%j', (changes, found) => {
    expect(problems(changed(least, changes))).toEqual(found);
  });
});

test.each([
  [{}, ['need_submission_id', 'offer_text', 'active_intro', 'status_date']],
  [{ offer_id: record }, ['need_submission_id', 'active_intro', 'status_date']],
  [{ need_submission_id: record, offer_text: 'Export', active_intro: false, status_date: '2026-02-10' }, []],
  [
    { offer_id: record, status: 'completed' },
    ['need_submission_id', 'active_intro', 'status_date', 'result_code'],
  ],
])('with %j, what it needs to count is %j', (changes, names) => {
  expect(waitsFor(changed(least, changes))).toEqual(names);
});

test('a need without an offer waits for its needs analysis only', () => {
  expect(waitsFor(gap)).toEqual(['need_submission_id']);
});

test('all but what is written can be analysed', () => {
  expect(zones()).toEqual({
    company_key: 'analytic',
    need_submission_id: 'analytic',
    need_area: 'analytic',
    match_date: 'analytic',
    gap_no_offer: 'analytic',
    project: 'analytic',
    actor: 'analytic',
    offer_id: 'analytic',
    offer_text: 'confidential',
    active_intro: 'analytic',
    status: 'analytic',
    status_date: 'analytic',
    result_code: 'analytic',
  });
});
