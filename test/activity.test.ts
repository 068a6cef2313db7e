import { describe, expect, test } from 'vitest';
import { activity } from '../forms/activity.ts';
import { changed, declaredForm } from './declared-form.ts';
import { missionAnswers } from './mission-answers.ts';

const { published, mistakes, read, readFromPage, problems, waitsFor, zones, lake } = declaredForm(activity);
const record = '0199f000-0000-7000-8000-000000000001';
const example = missionAnswers.activity({
  company_key: '',
  needs_analysis: '',
  offer: '',
  network: record,
});
const planned = {
  activity_type: 'workshop',
  title: 'Korta ställtiderna',
  start_date: '2026-03-11',
  mode: 'on_site',
  municipality_code: '1881',
  focus_areas: ['production_efficiency'],
};
const afterwards = ['speakers_women', 'speakers_men', 'speakers_undisclosed', 'eu_info_given'];
const isForOutsiders = { activity_type: 'outside_industry_seminar' };
const isMeeting = { activity_type: 'topic_network' };

test('can be published, and counts on its first day', () => {
  expect(mistakes()).toEqual([]);
  const { send, company, unique, activityDate } = published;
  expect({ send, company, unique, activityDate }).toEqual({
    send: { staff: ['industrial_developer', 'project_manager'] },
    activityDate: 'start_date',
  });
});

test('reads its example as it is, from a program and from a page', () => {
  expect(read(example)).toEqual({ answers: example, leftOut: [] });
  expect(readFromPage(example)).toEqual({ answers: example, leftOut: [] });
  expect(waitsFor(example)).toEqual([]);
});

test('six answers plan one, and each of them is needed', () => {
  expect(problems(planned)).toEqual([]);
  expect(Object.keys(planned)).toHaveLength(6);
  for (const name of Object.keys(planned).filter((each) => each !== 'mode')) {
    expect(problems(changed(planned, { [name]: undefined }))).toEqual([`${name} 422.1`]);
  }
  expect(problems(changed(planned, { mode: undefined }))).toEqual(['mode 422.1', 'municipality_code 422.11']);
});

test('where it is held is asked unless it is online only', () => {
  const online = changed(planned, { mode: 'digital', municipality_code: undefined });
  expect(problems(online)).toEqual([]);
  expect(problems(changed(planned, { mode: 'digital' }))).toEqual(['municipality_code 422.11']);
  expect(problems(changed(online, { mode: 'hybrid' }))).toEqual(['municipality_code 422.1']);
});

describe('right answers', () => {
  test.each<[changes: object]>([
    [{ status: 'planned' }],
    [{ status: 'cancelled' }],
    [{ status: 'held', speakers_women: 0, speakers_men: 0, speakers_undisclosed: 0 }],
    [{ start_time: '08:59', end_time: '09:00' }],
    [{ start_time: '13:00', end_time: '09:00', end_date: '2026-03-12' }],
    [{ end_date: '2026-03-11' }],
    [{ activity_type: 'outside_industry_seminar', focus_areas: ['cross_cutting'] }],
    [{ activity_type: 'women_in_industry_network', focus_areas: ['automation', 'cross_cutting'] }],
    [{ ...isMeeting, network_name: 'Underhållschefer i Bergslagen', network_role_or_question: 'Underhåll' }],
    [{ ...isMeeting, network_id: record, network_role_or_question: 'Underhåll' }],
    [{ aid_treatment: 'de_minimis', seat_cost_per_company_sek: 2500 }],
    [{ experts: [{ org: 'RISE' }] }],
    // Of people outside industry there are only numbers.
    [{ ...isForOutsiders, attendance_mode: 'counts_only' }],
    [isForOutsiders],
    [{ activity_type: 'inspiration_seminar', attendance_mode: 'per_person' }],
    [{ attendance_mode: 'per_company_counts' }],
    [{ attendance_mode: 'counts_only' }],
  ])('%j', (changes) => {
    expect(read(changed(planned, changes))).toEqual({ answers: changed(planned, changes), leftOut: [] });
  });
});

describe('wrong answers', () => {
  test.each<[changes: object, found: readonly string[]]>([
    [{ activity_type: 'seminar' }, ['activity_type 422.5']],
    [{ title: 'x'.repeat(151) }, ['title 422.4']],
    [{ focus_areas: [] }, ['focus_areas 422.5']],
    // Across them all is for those two types of activity only.
    [{ focus_areas: ['cross_cutting'] }, ['focus_areas 422.12']],
    [{ focus_areas: ['automation', 'cross_cutting'] }, ['focus_areas 422.12']],
    [{ activity_type: 'inspiration_seminar', focus_areas: ['cross_cutting'] }, ['focus_areas 422.12']],
    [{ ...isMeeting, focus_areas: ['cross_cutting'] }, ['focus_areas 422.12']],
    [{ activity_type: 'other', focus_areas: ['cross_cutting'] }, ['focus_areas 422.12']],
    [{ start_time: '9:00' }, ['start_time 422.7']],
    [{ start_time: '24:00' }, ['start_time 422.7']],
    [{ start_time: '09:00', end_time: '09:00' }, ['end_time 422.12']],
    [{ start_time: '13:00', end_time: '12:59', end_date: '2026-03-11' }, ['end_time 422.12']],
    [{ end_date: '2026-03-10' }, ['end_date 422.12']],
    // What only is known afterwards is asked afterwards.
    [{ speakers_women: 1 }, ['speakers_women 422.11']],
    [{ status: 'planned', eu_info_given: true }, ['eu_info_given 422.11']],
    [{ status: 'cancelled', speakers_men: 1 }, ['speakers_men 422.11']],
    [{ status: 'held', speakers_men: -1 }, ['speakers_men 422.6']],
    [{ network_id: record }, ['network_id 422.11']],
    [{ network_name: 'Nätverket' }, ['network_name 422.11']],
    [{ ...isMeeting, network_id: record, network_name: 'Nätverket' }, ['network_name 422.11']],
    [{ ...isMeeting, based_on: 'MITC' }, ['based_on 422.11']],
    [{ seat_cost_per_company_sek: 2500 }, ['seat_cost_per_company_sek 422.11']],
    [{ aid_treatment: 'gber_28' }, ['aid_treatment 422.5']],
    [{ ...isForOutsiders, attendance_mode: 'per_person' }, ['attendance_mode 422.12']],
    [{ ...isForOutsiders, attendance_mode: 'per_company_counts' }, ['attendance_mode 422.12']],
    [{ experts: [{ name: 'Maj Hyttsten' }] }, ['experts.0.org 422.1']],
    [{ experts: [{ org: 'Maj 811228-9874' }] }, ['experts.0.org 422.9']],
    [
      { experts: [{ org: 'Hyttsten', organisationsnummer: '811228-9874' }] },
      ['experts.0.organisationsnummer 422.9'],
    ],
    [{ allergies: 'nötter' }, ['allergies 422.2']],
  ])('%j', (changes, found) => {
    expect(problems(changed(planned, changes))).toEqual(found);
  });
});

test('what came of it is left out of a page when it turns out to be cancelled', () => {
  const { speakers_women, speakers_men, speakers_undisclosed, eu_info_given, ...before } = example;
  expect([speakers_women, speakers_men, speakers_undisclosed, eu_info_given]).not.toContain(undefined);
  expect(readFromPage(changed(example, { status: 'cancelled' }))).toEqual({
    answers: { ...before, status: 'cancelled' },
    leftOut: afterwards,
  });
});

const always = [
  'start_time',
  'end_time',
  'target_group',
  'registration_count',
  'attendance_mode',
  'aid_treatment',
  'photo_policy',
];
const withStatus = [...always.slice(0, 2), 'status', ...always.slice(2)];
test.each<[changes: object, names: readonly string[]]>([
  [{}, withStatus],
  [{ status: 'planned' }, always],
  [{ status: 'cancelled' }, always],
  [{ status: 'held' }, [...always, ...afterwards]],
  [
    { status: 'held', ...isMeeting },
    [...always.slice(0, 3), 'network_id', ...always.slice(3), ...afterwards],
  ],
])('with %j, what it needs to count is %j', (changes, names) => {
  expect(waitsFor(changed(planned, changes))).toEqual(names);
});

test('no text can be analysed, and whom an expert is and is of are nowhere but in the store', () => {
  expect(zones()).toEqual({
    activity_type: 'analytic',
    title: 'confidential',
    start_date: 'analytic',
    end_date: 'analytic',
    start_time: 'analytic',
    end_time: 'analytic',
    mode: 'analytic',
    municipality_code: 'analytic',
    focus_areas: 'analytic',
    status: 'analytic',
    project: 'analytic',
    description: 'confidential',
    target_group: 'analytic',
    sustainability_tags: 'analytic',
    co_organisers: 'analytic',
    network_id: 'analytic',
    network_name: 'confidential',
    network_role_or_question: 'confidential',
    based_on: 'confidential',
    experts: 'analytic',
    'experts.name': 'personal',
    'experts.org': 'personal',
    'experts.organisationsnummer': 'analytic',
    'experts.topic': 'confidential',
    registration_count: 'analytic',
    attendance_mode: 'analytic',
    aid_treatment: 'analytic',
    seat_cost_per_company_sek: 'analytic',
    accessibility_ok: 'analytic',
    photo_policy: 'analytic',
    speakers_women: 'analytic',
    speakers_men: 'analytic',
    speakers_undisclosed: 'analytic',
    eu_info_given: 'analytic',
  });
  expect(lake('confidential').activity__experts).toEqual(['row_no', 'topic']);
});
