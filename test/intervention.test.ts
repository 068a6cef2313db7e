import { describe, expect, test } from 'vitest';
import { tablesOf } from '../forms/derived/columns.ts';
import { itemOf } from '../forms/derived/item.ts';
import { rowMakerOf } from '../forms/derived/rows.ts';
import { intervention } from '../forms/intervention.ts';
import { columns } from '../forms/kinds/all.ts';
import { changed, declaredForm } from './declared-form.ts';
import { missionAnswers } from './mission-answers.ts';

const { published, mistakes, read, readFromPage, problems, waitsFor, zones } = declaredForm(intervention);
const record = '0199f000-0000-7000-8000-000000000001';
const example = missionAnswers.intervention({
  company_key: 'EF-000012',
  needs_analysis: record,
  offer: '',
  network: '',
});
const planned = {
  company_key: '559900-0006',
  need_areas: ['automation'],
  focus_area: 'automation',
  purpose: 'facilitate',
  intervention_type: 'requirement_spec',
  title: 'Robotcell vid pressen',
  goal_text: 'En kravspecifikation att skicka ut.',
  delivered_by: 'developer',
  planned_start: '2026-03-02',
  status: 'planned',
};
/** What is needed when it begins as de minimis aid. */
const start = {
  aid_treatment: 'de_minimis',
  gross_grant_equivalent_sek: 48_000,
  dm_certificate_date: '2026-02-02',
  dm_prior_total_eur: 0,
  dm_decision_ref: 'Ä 2026-0413',
  dm_decision_date: '2026-02-27',
  actual_start: '2026-03-04',
  maturity_before: 1,
};
const ongoing = { ...planned, ...start, status: 'ongoing' };
const completed = { ...ongoing, status: 'completed', end_date: '2026-05-20' };
const withoutAid = {
  gross_grant_equivalent_sek: undefined,
  dm_certificate_date: undefined,
  dm_prior_total_eur: undefined,
  dm_decision_ref: undefined,
  dm_decision_date: undefined,
};
const byExpert = { delivered_by: 'domain_expert' };

test('can be published, and counts on the day that it was planned to start', () => {
  expect(mistakes()).toEqual([]);
  const { send, company, unique, activityDate } = published;
  expect({ send, company, unique, activityDate }).toEqual({
    send: { staff: ['industrial_developer', 'project_manager', 'expert'] },
    company: 'company_key',
    activityDate: 'planned_start',
  });
});

test('reads its example as it is, from a program and from a page', () => {
  expect(read(example)).toEqual({ answers: example, leftOut: [] });
  expect(readFromPage(example)).toEqual({ answers: example, leftOut: [] });
  expect(waitsFor(example)).toEqual([]);
});

test('ten answers plan one, and each of them is needed', () => {
  expect(problems(planned)).toEqual([]);
  expect(Object.keys(planned)).toHaveLength(10);
  for (const name of Object.keys(planned)) {
    expect(problems(changed(planned, { [name]: undefined }))).toEqual([`${name} 422.1`]);
  }
});

test.each([
  ['begins', ongoing],
  ['is completed', completed],
])('when it %s as de minimis aid, eight more are needed', (_, answers) => {
  expect(problems(answers)).toEqual([]);
  expect(Object.keys(start)).toHaveLength(8);
  for (const name of Object.keys(start).filter((each) => each !== 'aid_treatment')) {
    expect(problems(changed(answers, { [name]: undefined }))).toEqual([`${name} 422.1`]);
  }
  expect(problems(changed(answers, { ...withoutAid, aid_treatment: undefined }))).toEqual([
    'aid_treatment 422.1',
  ]);
});

test('to be completed takes its last day', () => {
  expect(problems(changed(completed, { end_date: undefined }))).toEqual(['end_date 422.1']);
});

describe('state aid', () => {
  test.each<[what: string, status: string, changes: object, found: readonly string[]]>([
    ['is decided the day before the start', 'ongoing', { dm_decision_date: '2026-03-03' }, []],
    ['is decided on the day of the start', 'ongoing', { dm_decision_date: '2026-03-04' }, []],
    [
      'is decided the day after the start',
      'ongoing',
      { dm_decision_date: '2026-03-05' },
      ['actual_start 422.12'],
    ],
    [
      'is decided the day after the start of what is completed',
      'completed',
      { dm_decision_date: '2026-03-05' },
      ['actual_start 422.12'],
    ],
    ['is not decided', 'ongoing', { dm_decision_date: undefined }, ['dm_decision_date 422.1']],
    [
      'is not decided of what is completed',
      'completed',
      { dm_decision_date: undefined },
      ['dm_decision_date 422.1'],
    ],
    [
      'is awaited',
      'awaiting_aid_decision',
      { ...withoutAid, actual_start: undefined, maturity_before: undefined },
      [],
    ],
    [
      'is awaited, and it has begun all the same',
      'awaiting_aid_decision',
      { dm_decision_date: undefined, maturity_before: undefined },
      ['actual_start 422.11'],
    ],
    [
      'is innovation aid',
      'ongoing',
      { ...withoutAid, aid_treatment: 'gber_28', gross_grant_equivalent_sek: 9000 },
      [],
    ],
    [
      'is innovation aid of no amount',
      'ongoing',
      { ...withoutAid, aid_treatment: 'gber_28' },
      ['gross_grant_equivalent_sek 422.1'],
    ],
    ['is none', 'completed', { ...withoutAid, aid_treatment: 'not_aid' }, []],
    ['is certified on the day of the decision', 'ongoing', { dm_certificate_date: '2026-02-27' }, []],
    [
      'is certified the day after the decision',
      'ongoing',
      { dm_certificate_date: '2026-02-28' },
      ['dm_decision_date 422.12'],
    ],
    [
      'is certified the day after the decision of what has not begun',
      'awaiting_aid_decision',
      { dm_certificate_date: '2026-02-28', actual_start: undefined, maturity_before: undefined },
      ['dm_decision_date 422.12'],
    ],
    ['has reached the ceiling', 'ongoing', { dm_prior_total_eur: 300_000 }, []],
    ['is over the ceiling', 'ongoing', { dm_prior_total_eur: 300_000.01 }, ['dm_prior_total_eur 422.12']],
    ['is as when it began, and it is cancelled', 'cancelled', {}, []],
    ['is none, and it is cancelled', 'cancelled', { ...withoutAid, aid_treatment: 'not_aid' }, []],
    [
      'is unknown of what is cancelled after its start',
      'cancelled',
      { ...withoutAid, aid_treatment: undefined },
      ['aid_treatment 422.1'],
    ],
    [
      'is not decided of what is cancelled after its start',
      'cancelled',
      { dm_decision_ref: undefined, dm_decision_date: undefined },
      ['dm_decision_ref 422.1', 'dm_decision_date 422.1'],
    ],
    [
      'is decided after the start of what is cancelled',
      'cancelled',
      { dm_decision_date: '2026-03-05' },
      ['actual_start 422.12'],
    ],
    [
      'is unknown of what is cancelled before its start',
      'cancelled',
      { ...withoutAid, aid_treatment: undefined, actual_start: undefined, maturity_before: undefined },
      [],
    ],
    [
      'is not decided of what is cancelled before its start',
      'cancelled',
      { dm_decision_date: undefined, actual_start: undefined, maturity_before: undefined },
      [],
    ],
    [
      'is unknown of what is cancelled after its start, in a maturity that nobody looked at',
      'cancelled',
      { ...withoutAid, aid_treatment: 'not_assessed', maturity_before: undefined },
      [],
    ],
    [
      'is none, of an amount',
      'completed',
      { ...withoutAid, aid_treatment: 'not_aid', gross_grant_equivalent_sek: 1 },
      ['gross_grant_equivalent_sek 422.11'],
    ],
    ['is not assessed while it goes on', 'ongoing', { ...withoutAid, aid_treatment: 'not_assessed' }, []],
    [
      'is not assessed when it is completed',
      'completed',
      { ...withoutAid, aid_treatment: 'not_assessed' },
      ['aid_treatment 422.12'],
    ],
  ])('%s (%s)', (_, status, changes, found) => {
    const last = status === 'completed' ? { end_date: '2026-05-20' } : {};
    expect(problems(changed(ongoing, { status, ...last, ...changes }))).toEqual(found);
  });

  test('is asked for in words that say what to do', () => {
    const late = read(changed(ongoing, { dm_decision_date: '2026-03-05' }));
    const open = read(changed(ongoing, { dm_decision_date: undefined }));
    for (const reading of [late, open]) {
      const [problem] = 'problems' in reading ? reading.problems : [];
      expect(problem?.message.sv).toContain('välj statusen ”Väntar på beslut om försumbart stöd”');
      expect(problem?.message.en).toContain('choose the status “Awaiting a decision on de minimis aid”');
    }
  });
});

describe('right answers', () => {
  test.each<[changes: object]>([
    [{ end_date: '2026-03-04' }],
    [{ status: 'cancelled', end_date: undefined }],
    [{ participants_women: 0, participants_men: 1, participants_undisclosed: 0 }],
    [{ participants_women: 0, participants_men: 0 }],
    [{ maturity_before: 'not_assessed', maturity_after: 'not_assessed' }],
    [{ development_step: ['none'] }],
    [{ development_step: ['action_plan'], step_evidence_note: 'Protokoll 2026-05-18' }],
    [{ company_confirms: false }],
    [{ company_confirms: true, confirm_role: 'owner_ceo', confirm_date: '2026-06-01' }],
    [{ ...byExpert, hours_expert: 8.25, external_cost_sek: 12_000.5, supplier_name: 'Flödeskonsult' }],
    [{ hours_developer: 0, company_hours: 12.5, report_delivered_on: '2026-05-27' }],
  ])('%j', (changes) => {
    expect(read(changed(completed, changes))).toEqual({ answers: changed(completed, changes), leftOut: [] });
  });
});

describe('wrong answers', () => {
  test.each<[changes: object, found: readonly string[]]>([
    [{ focus_area: 'cross_cutting' }, ['focus_area 422.5']],
    [{ need_areas: [] }, ['need_areas 422.5']],
    [{ end_date: '2026-03-03' }, ['end_date 422.12']],
    [
      { participants_women: 0, participants_men: 0, participants_undisclosed: 0 },
      ['participants_women 422.12'],
    ],
    [{ development_step: ['none', 'action_plan'] }, ['development_step 422.12']],
    [{ development_step: ['none'], step_evidence_note: 'Inget' }, ['step_evidence_note 422.11']],
    [{ company_confirms: false, confirm_role: 'owner_ceo' }, ['confirm_role 422.11']],
    [{ hours_expert: 3 }, ['hours_expert 422.11']],
    [{ ...byExpert, hours_developer: 3 }, ['hours_developer 422.11']],
    [{ supplier_name: 'Flödeskonsult' }, ['supplier_name 422.11']],
    [{ ...byExpert, supplier_organisationsnummer: '811228-9874' }, ['supplier_organisationsnummer 422.9']],
    [{ maturity_after: 6 }, ['maturity_after 422.6']],
    [{ dm_prior_total_eur: -1 }, ['dm_prior_total_eur 422.6']],
    [{ goal_text: 'Fråga 811228-9874' }, ['goal_text 422.9']],
  ])('%j', (changes, found) => {
    expect(problems(changed(completed, changes))).toEqual(found);
  });

  test.each<[status: string, changes: object, found: readonly string[]]>([
    ['planned', { aid_treatment: 'not_aid' }, ['aid_treatment 422.11']],
    ['planned', { actual_start: '2026-03-02' }, ['actual_start 422.11']],
    ['planned', { end_date: '2026-03-02' }, ['end_date 422.11']],
    ['awaiting_aid_decision', { end_date: '2026-03-02' }, ['end_date 422.11']],
  ])('of what is %s: %j', (status, changes, found) => {
    expect(problems({ ...planned, status, ...changes })).toEqual(found);
  });
});

const atTheEnd = [
  'hours_developer',
  'participants_women',
  'participants_men',
  'participants_undisclosed',
  'maturity_after',
  'development_step',
  'company_confirms',
];
const ofSupplier = ['supplier_name', 'supplier_organisationsnummer_missing_reason'];
test.each<[changes: object, names: readonly string[]]>([
  [{ status: 'ongoing', end_date: undefined }, []],
  [{}, atTheEnd],
  [byExpert, [...ofSupplier, 'hours_expert', 'external_cost_sek', ...atTheEnd.slice(1)]],
  [
    { delivered_by: 'both' },
    [...ofSupplier, 'hours_developer', 'hours_expert', 'external_cost_sek', ...atTheEnd.slice(1)],
  ],
  [
    { ...byExpert, status: 'ongoing', end_date: undefined, supplier_organisationsnummer: '559900-0030' },
    ['supplier_name'],
  ],
  [
    { development_step: ['new_technology'] },
    [...atTheEnd.slice(0, 5), 'step_evidence_note', 'company_confirms'],
  ],
  [{ development_step: ['none'] }, [...atTheEnd.slice(0, 5), 'company_confirms']],
  [{ company_confirms: true }, [...atTheEnd.slice(0, 6), 'confirm_role', 'confirm_date']],
])('with %j, what it needs to count is %j', (changes, names) => {
  expect(waitsFor(changed(completed, changes))).toEqual(names);
});

test('steps, counts and dates can be analysed; texts, amounts and the certificate cannot', () => {
  expect(zones()).toEqual({
    company_key: 'analytic',
    needs_ref: 'analytic',
    need_areas: 'analytic',
    focus_area: 'analytic',
    purpose: 'analytic',
    intervention_type: 'analytic',
    title: 'confidential',
    goal_text: 'confidential',
    delivered_by: 'analytic',
    planned_start: 'analytic',
    status: 'analytic',
    project: 'analytic',
    supplier_name: { company: 'confidential', soleTrader: 'personal' },
    supplier_organisationsnummer: { company: 'analytic', soleTrader: 'personal' },
    supplier_organisationsnummer_missing_reason: 'analytic',
    aid_treatment: 'analytic',
    gross_grant_equivalent_sek: 'confidential',
    dm_certificate_date: 'confidential',
    dm_prior_total_eur: 'confidential',
    dm_decision_ref: 'confidential',
    dm_decision_date: 'analytic',
    actual_start: 'analytic',
    maturity_before: 'analytic',
    end_date: 'analytic',
    hours_developer: 'analytic',
    hours_expert: 'analytic',
    external_cost_sek: 'confidential',
    company_hours: 'analytic',
    participants_women: 'analytic',
    participants_men: 'analytic',
    participants_undisclosed: 'analytic',
    maturity_after: 'analytic',
    development_step: 'analytic',
    step_evidence_note: 'confidential',
    report_delivered_on: 'analytic',
    company_confirms: 'analytic',
    confirm_role: 'analytic',
    confirm_name: 'personal',
    confirm_date: 'analytic',
  });
});

test.each([
  ['foreign', 'Flödeskonsult'],
  ['sole_trader', undefined],
  ['private_person', undefined],
])(
  'a supplier without a number because it is %s is named in the lake as %s, and the company as ever',
  (supplier_organisationsnummer_missing_reason, name) => {
    const answers = {
      ...completed,
      ...byExpert,
      supplier_name: 'Flödeskonsult',
      supplier_organisationsnummer_missing_reason,
    };
    expect(problems(answers)).toEqual([]);
    const envelope = { channel: 'web', submitterRole: 'public', lang: 'sv', receivedAt: 0 } as const;
    const item = itemOf(published, record, answers, envelope);
    const rows = rowMakerOf(published, tablesOf([published], columns), columns).rowsOf(item);
    const found = Object.fromEntries(rows.map(({ database, row }) => [database, row]));
    expect(found.confidential?.supplier_name).toBe(name);
    expect(found.analytic).toMatchObject({ company_key: '559900-0006', activity_date: '2026-03-02' });
  },
);
