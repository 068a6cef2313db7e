import { describe, expect, test } from 'vitest';
import { followUp } from '../forms/follow-up.ts';
import { fieldsOf } from '../forms/grammar/form-parts.ts';
import type { Values } from '../forms/grammar/reading.ts';
import { changed, declaredForm } from './declared-form.ts';
import { missionAnswers } from './mission-answers.ts';

const { published, mistakes, read, readFromPage, problems, waitsFor, zones } = declaredForm(followUp);
const example = missionAnswers['follow-up']({
  company_key: 'EF-000012',
  needs_analysis: '',
  offer: '',
  network: '',
});
const fromLink = { company_key: '559900-0006', answered_on: '2026-08-25' };
/** Of a company that has taken a step: no other is asked for more. */
const least = {
  ...fromLink,
  respondent_role: 'owner_ceo',
  gender: 'undisclosed',
  activities_recalled: ['visit'],
  steps_taken: ['action_plan'],
  focus_moved: ['automation'],
  attribution: 2,
  effects: ['none_yet'],
  innovation_introduced: 'none',
  publish_ok: 'no',
  handover_choice: false,
};

test('can be published, and counts on the day of the answer', () => {
  expect(mistakes()).toEqual([]);
  const { send, anonymous, company, unique, activityDate } = published;
  expect({ send, anonymous, company, unique, activityDate }).toEqual({
    send: 'token',
    company: 'company_key',
    activityDate: 'answered_on',
  });
});

test('says how long it takes, and that the answers are kept with the name of the company', () => {
  expect(published.intro.sv).toMatch(/ungefär tio minuter.*företagets namn/);
  expect(published.intro.en).toMatch(/about ten minutes.*name of the company/);
});

const capability = (answers: Values) => {
  const reading = read(answers);
  const found = 'answers' in reading ? reading.answers : {};
  return [found.cap_before, found.cap_now, found.cap_delta];
};
const computed = { cap_before: 15 / 9, cap_now: 22 / 9, cap_delta: 22 / 9 - 15 / 9 };

test('reads its example as it is, from a program and from a page', () => {
  expect(read(example)).toEqual({ answers: { ...example, ...computed }, leftOut: [] });
  expect(readFromPage(example)).toEqual({ answers: { ...example, ...computed }, leftOut: [] });
  expect(waitsFor(example)).toEqual([]);
});

test('at most twelve answers are required, ten of them when the link gives the rest', () => {
  expect(problems(least)).toEqual([]);
  expect(Object.keys(least)).toHaveLength(12);
  for (const name of Object.keys(least).filter((each) => each !== 'steps_taken')) {
    expect(problems(changed(least, { [name]: undefined }))).toEqual([`${name} 422.1`]);
  }
  expect(problems(changed(least, { steps_taken: undefined }))).toEqual([
    'steps_taken 422.1',
    'focus_moved 422.11',
  ]);
  expect(problems(changed(least, { steps_taken: ['none'], focus_moved: undefined }))).toEqual([]);
  const given = fieldsOf(published).filter(([, field]) => field.fromLink);
  expect(given.map(([name]) => name)).toEqual(Object.keys(fromLink));
});

describe('capability', () => {
  test('rises by 0.7778 in the example, from 1.6667 to 2.4444', () => {
    const [before, now, delta] = capability(example);
    expect(before).toBeCloseTo(1.6667, 4);
    expect(now).toBeCloseTo(2.4444, 4);
    expect(delta).toBeCloseTo(0.7778, 4);
  });

  const without = (...numbers: number[]) =>
    Object.fromEntries(
      numbers.flatMap((number) => [
        [`s${number}_before`, undefined],
        [`s${number}_now`, undefined],
      ]),
    );
  test.each([
    ['seven statements', without(6, 9), [11 / 7, 18 / 7, 18 / 7 - 11 / 7]],
    ['six statements', without(1, 6, 9), [undefined, undefined, undefined]],
    ['none', without(1, 2, 3, 4, 5, 6, 7, 8, 9), [undefined, undefined, undefined]],
  ])('is told by %s as %j', (_, changes, found) => {
    expect(problems(changed(example, changes))).toEqual([]);
    expect(capability(changed(example, changes))).toEqual(found);
  });

  test('is told by both times: whoever answers one answers the other', () => {
    expect(problems({ ...least, s4_before: 0 })).toEqual(['s4_now 422.1']);
    expect(problems({ ...least, s4_now: 5 })).toEqual(['s4_before 422.1']);
    expect(problems({ ...least, s4_before: 0, s4_now: 5 })).toEqual([]);
  });

  test.each([['cap_before'], ['cap_now'], ['cap_delta']])('cannot be sent: %s', (name) => {
    expect(problems({ ...least, [name]: 2 })).toEqual([`${name} 422.13`]);
  });
});

describe('right answers', () => {
  test.each<[changes: object]>([
    [{ activities_recalled: ['none'] }],
    [{ steps_taken: ['skills_raised'], skills_staff_women: 0, skills_staff_men: 3 }],
    [{ effects: ['jobs'], jobs_women: 0.5, jobs_men: 1 }],
    [{ attribution: 0, nps: 0 }],
    [{ attribution: 4, nps: 10 }],
    [{ maturity_now_pe: 0, maturity_now_dig: 5, maturity_now_aut: 'na' }],
    [{ invest_sek_band: '0' }],
    [{ publish_ok: 'yes_contact_me', handover_choice: true }],
  ])('%j', (changes) => {
    expect(read(changed(least, changes))).toEqual({ answers: changed(least, changes), leftOut: [] });
  });
});

describe('wrong answers', () => {
  test.each<[changes: object, found: readonly string[]]>([
    [{ activities_recalled: ['visit', 'none'] }, ['activities_recalled 422.12']],
    [{ steps_taken: ['none', 'action_plan'] }, ['steps_taken 422.12']],
    [{ steps_taken: ['none'] }, ['focus_moved 422.11']],
    [
      { steps_taken: ['none'], focus_moved: undefined, step_description: 'Inget' },
      ['step_description 422.11'],
    ],
    [{ skills_staff_women: 1 }, ['skills_staff_women 422.11']],
    [{ jobs_men: 1 }, ['jobs_men 422.11']],
    [{ effects: ['none_yet', 'sales'] }, ['effects 422.12']],
    [{ attribution: 5 }, ['attribution 422.6']],
    [{ nps: 11 }, ['nps 422.6']],
    [{ s1_before: 6, s1_now: 5 }, ['s1_before 422.6']],
    [{ s1_before: 'na', s1_now: 5 }, ['s1_before 422.6']],
    [{ step_description: 'Ring 811228-9874' }, ['step_description 422.9']],
    [{ step_description: 'x'.repeat(601) }, ['step_description 422.4']],
    [{ company_key: '811228-9874' }, ['company_key 422.9']],
    [{ handover_choice: 'kanske' }, ['handover_choice 422.3']],
    [{ email: 'anna@exempel.se' }, ['email 422.2']],
  ])('%j', (changes, found) => {
    expect(problems(changed(least, changes))).toEqual(found);
  });
});

test.each([
  [{}, ['step_description', 'development_status_now', 'eu_awareness_after']],
  [{ steps_taken: ['none'], focus_moved: undefined }, ['development_status_now', 'eu_awareness_after']],
  [{ step_description: 'Ny robot', development_status_now: 'started', eu_awareness_after: 'no' }, []],
])('with %j, what it needs to count is %j', (changes, names) => {
  expect(waitsFor(changed(least, changes))).toEqual(names);
});

test('steps, counts and codes can be analysed; what is written cannot, and who wants contact is a person’s own', () => {
  const statements = [1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((number) => [
    [`s${number}_before`, 'analytic'],
    [`s${number}_now`, 'analytic'],
  ]);
  expect(zones()).toEqual({
    company_key: 'analytic',
    answered_on: 'analytic',
    respondent_role: 'analytic',
    gender: 'analytic',
    activities_recalled: 'analytic',
    ...Object.fromEntries(statements),
    cap_before: 'analytic',
    cap_now: 'analytic',
    cap_delta: 'analytic',
    steps_taken: 'analytic',
    focus_moved: 'analytic',
    step_description: 'confidential',
    skills_staff_women: 'analytic',
    skills_staff_men: 'analytic',
    attribution: 'analytic',
    effects: 'analytic',
    jobs_women: 'analytic',
    jobs_men: 'analytic',
    innovation_introduced: 'analytic',
    invest_sek_band: 'analytic',
    development_status_now: 'analytic',
    maturity_now_pe: 'analytic',
    maturity_now_dig: 'analytic',
    maturity_now_aut: 'analytic',
    eu_awareness_after: 'analytic',
    nps: 'analytic',
    publish_ok: 'analytic',
    handover_choice: 'personal',
  });
});
