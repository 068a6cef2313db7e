import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { approval } from '../forms/approval.ts';
import { companyIdentity } from '../forms/company-identity.ts';
import { contact } from '../forms/contact.ts';
import { readerOf } from '../forms/derived/answers.ts';
import { tablesOf } from '../forms/derived/columns.ts';
import { itemOf } from '../forms/derived/item.ts';
import { questions } from '../forms/derived/page.ts';
import { rowMakerOf } from '../forms/derived/rows.ts';
import type { Form } from '../forms/grammar/form.ts';
import { fieldsOf } from '../forms/grammar/form-parts.ts';
import { type PublishedForm, readPublished } from '../forms/grammar/published.ts';
import type { TypedFields } from '../forms/grammar/typed.ts';
import { checks, columns, controls, inputs } from '../forms/kinds/all.ts';
import { network } from '../forms/network.ts';
import { rules } from '../forms/rules/all.ts';
import { scores } from '../forms/scores/all.ts';
import { signUp } from '../forms/sign-up.ts';
import { mistakesIn } from '../infra/publishing/checks.ts';
import { officeAnswers } from './office-answers.ts';

const declared: readonly Form[] = [companyIdentity, contact, network, approval, signUp];
const forms = new Map(declared.map((form) => [form.id, asPublished(form)]));
const readers = new Map([...forms].map(([id, form]) => [id, readerOf(form, { checks, scores, rules })]));

const id = '01994f00-0000-7000-8000-000000000001';
const references = { company_key: 'EF-000012', record: id, activity: id };
const examples: Readonly<Record<string, object>> = Object.fromEntries(
  Object.entries(officeAnswers).map(([form, answersOf]) => [form, answersOf(references)]),
);

function asPublished(form: Form): PublishedForm {
  return readPublished(JSON.parse(JSON.stringify({ version: 1, ...form })));
}

function formOf(name: string): PublishedForm {
  const form = forms.get(name);
  if (form === undefined) throw new Error(`expected a form of the office, got ${name}`);
  return form;
}

/** The example with these changes; what is undefined is left out. */
function changed(form: string, changes: object) {
  const entries = Object.entries({ ...examples[form], ...changes });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** What is read of the example with these changes. */
function read(form: string, changes: object, from: 'program' | 'page' = 'program') {
  const reading = readers.get(form)?.read(changed(form, changes), from);
  if (reading === undefined) throw new Error(`expected a form of the office, got ${form}`);
  return reading;
}

function problemsOf(form: string, changes: object): string[] {
  const reading = read(form, changes);
  return 'problems' in reading ? reading.problems.map(({ path, code }) => `${path} ${code}`) : [];
}

/** The whole form as one page, with this typed. */
function pageOf(form: PublishedForm, typed: TypedFields): string {
  const state = { lang: 'sv', typed, answers: {}, problems: [] } as const;
  const step = { title: form.title, sections: form.sections, fields: fieldsOf(form) };
  return renderToString(h('main', null, questions(step, { inputs, controls }, state)));
}

describe.each([...forms])('%s', (name, form) => {
  test('can be published', () => {
    expect(mistakesIn(form)).toEqual([]);
  });

  test('reads its example as it is, which answers every question', () => {
    expect(read(name, {})).toEqual({ answers: examples[name], leftOut: [] });
    expect(Object.keys(examples[name] ?? {}).toSorted()).toEqual(
      fieldsOf(form)
        .map(([field]) => field)
        .toSorted(),
    );
  });

  test('has a noun for every question that is asked as a sentence', () => {
    const questionsOnly = fieldsOf(form).filter(([, { label, short }]) => label.sv.endsWith('?') && !short);
    expect(questionsOnly).toEqual([]);
  });

  test('has nothing chosen until somebody chooses', () => {
    expect(pageOf(form, {})).not.toMatch(/ (checked|selected)\b/);
  });
});

const staff = { staff: ['industrial_developer', 'project_manager'] };

test.each([
  ['company-identity', { send: staff, company: 'company_key', unique: ['record'] }],
  ['contact', { send: staff, company: 'company_key' }],
  ['network', { send: staff }],
  [
    'approval',
    {
      send: { staff: ['project_manager'] },
      company: 'company_key',
      unique: ['project', 'company_key', 'rule_version'],
      activityDate: 'decided_on',
    },
  ],
  ['sign-up', { send: 'token', company: 'organisationsnummer' }],
])('%s says who sends it, and what its records are of', (name, said) => {
  const { send, company, unique, activityDate, anonymous } = formOf(name);
  expect({ send, company, unique, activityDate, anonymous }).toEqual(said);
});

describe('right answers', () => {
  test.each<[form: string, changes: object, kept?: object]>([
    ['company-identity', { note: undefined }],
    ['company-identity', { company_key: '5560360793' }, { company_key: '556036-0793' }],
    ['company-identity', { basis: 'other', record: id.toUpperCase() }, { basis: 'other', record: id }],
    ['contact', { contact_email: undefined }],
    ['contact', { contact_phone: undefined, contact_gender: undefined, newsletter_consent: undefined }],
    ['contact', { contact_phone: '019-21 10 00' }, { contact_phone: '+4619211000' }],
    ['contact', { handover_basis: 'consent', handover_text_version: 'samtycke-2.1' }],
    ...['objected', 'not_asked'].map((handover_basis): [string, object] => [
      'contact',
      { handover_basis, handover_at: undefined, handover_text_version: undefined },
    ]),
    ['network', { started_on: undefined }],
    ['network', { network_type: 'topic_network', based_on: undefined, focus_areas: ['automation'] }],
    ['network', { focus_areas: ['cross_cutting'] }],
    ['approval', { verdict: 'approved', reason: undefined }],
    ['approval', { verdict: 'approved' }],
    ['approval', { reason: 'Tillverkar i Kumla 1' }],
    ['approval', { verdict: 'approved', reason: 'Ja' }],
    ['approval', { verdict: 'not_approved', reason: 'Handlar bara.' }],
    ['approval', { verdict: 'not_approved', rule_version: 'SC-12.10', project: 'ordinarie' }],
    ['sign-up', { organisationsnummer: undefined }],
    ['sign-up', { organisationsnummer: 'SE559900000601' }, { organisationsnummer: '559900-0006' }],
  ])('to %s: %j', (form, changes, kept = changes) => {
    expect(read(form, changes)).toEqual({ answers: changed(form, kept), leftOut: [] });
  });
});

const personnummer = '811228-9874';

describe('wrong answers', () => {
  test.each<[form: string, changes: object, problems: readonly string[]]>([
    [
      'company-identity',
      { record: undefined, company_key: undefined, basis: undefined },
      ['record 422.1', 'company_key 422.1', 'basis 422.1'],
    ],
    ['company-identity', { record: '556036-0793' }, ['record 422.7']],
    ['company-identity', { company_key: personnummer }, ['company_key 422.9']],
    ['company-identity', { basis: 'guess' }, ['basis 422.5']],
    [
      'company-identity',
      { note: `Ägaren har ${personnummer}`, company_name: 'AB' },
      ['note 422.9', 'company_name 422.2'],
    ],
    ['company-identity', { note: 'x'.repeat(201) }, ['note 422.4']],
    [
      'contact',
      { contact_name: undefined, contact_role: undefined, handover_basis: undefined },
      [
        'contact_name 422.1',
        'contact_role 422.1',
        'handover_basis 422.1',
        'handover_at 422.11',
        'handover_text_version 422.11',
      ],
    ],
    ['contact', { company_key: undefined }, ['company_key 422.1']],
    ['contact', { contact_email: undefined, contact_phone: undefined }, ['contact_email 422.1']],
    ['contact', { contact_gender: 'kvinna' }, ['contact_gender 422.5']],
    ...['consent', 'legit_interest'].map((handover_basis): [string, object, string[]] => [
      'contact',
      { handover_basis, handover_at: undefined, handover_text_version: undefined },
      ['handover_at 422.1', 'handover_text_version 422.1'],
    ]),
    ...['objected', 'not_asked'].map((handover_basis): [string, object, string[]] => [
      'contact',
      { handover_basis },
      ['handover_at 422.11', 'handover_text_version 422.11'],
    ]),
    ['contact', { handover_at: '2020-12-31' }, ['handover_at 422.6']],
    ['contact', { handover_text_version: 'den från i våras' }, ['handover_text_version 422.7']],
    ['contact', { handover_text_version: personnummer }, ['handover_text_version 422.9']],
    [
      'network',
      { name: undefined, network_type: undefined, role_or_question: undefined, focus_areas: undefined },
      ['name 422.1', 'network_type 422.1', 'based_on 422.11', 'role_or_question 422.1', 'focus_areas 422.1'],
    ],
    ['network', { based_on: undefined }, ['based_on 422.1']],
    ['network', { network_type: 'topic_network', focus_areas: ['digitalisation'] }, ['based_on 422.11']],
    ...[['cross_cutting'], ['automation', 'cross_cutting']].map((focus_areas): [string, object, string[]] => [
      'network',
      { network_type: 'topic_network', based_on: undefined, focus_areas },
      ['focus_areas 422.12'],
    ]),
    ['network', { focus_areas: [] }, ['focus_areas 422.5']],
    ['network', { focus_areas: ['ai'] }, ['focus_areas 422.5']],
    [
      'approval',
      {
        company_key: undefined,
        project: undefined,
        rule_version: undefined,
        verdict: undefined,
        decided_on: undefined,
      },
      ['company_key 422.1', 'project 422.1', 'rule_version 422.1', 'verdict 422.1', 'decided_on 422.1'],
    ],
    ['approval', { reason: undefined }, ['reason 422.1']],
    ['approval', { reason: 'Tillverkar i Kumla.' }, ['reason 422.12']],
    ['approval', { verdict: 'not_approved', reason: undefined }, ['reason 422.1']],
    ['approval', { reason: `Ägaren är ${personnummer}` }, ['reason 422.9']],
    ...['SC-1', 'sc-1.0', '1.0', 'SC-1.0 '.padEnd(9, 'x')].map((rule_version): [string, object, string[]] => [
      'approval',
      { rule_version },
      ['rule_version 422.7'],
    ]),
    ['approval', { project: 'Starkare industri' }, ['project 422.5']],
    [
      'sign-up',
      { activity: undefined, name: undefined, email: undefined, company_name: undefined },
      ['activity 422.1', 'name 422.1', 'email 422.1', 'company_name 422.1'],
    ],
    ['sign-up', { organisationsnummer: personnummer }, ['organisationsnummer 422.9']],
    ['sign-up', { organisationsnummer: '559900-0007' }, ['organisationsnummer 422.8']],
    ['sign-up', { email: 'tage.stalnas' }, ['email 422.7']],
    ['sign-up', { allergies: 'Nötter' }, ['allergies 422.2']],
  ])('to %s: %j', (form, changes, problems) => {
    expect(problemsOf(form, changes)).toEqual(problems);
  });
});

test.each([
  ['contact', { handover_basis: 'objected' }, ['handover_at', 'handover_text_version']],
  ['network', { network_type: 'topic_network', focus_areas: ['automation'] }, ['based_on']],
])('what a page of %s sent and no longer asks for is left out', (form, changes, leftOut) => {
  expect(read(form, changes, 'page')).toMatchObject({ leftOut });
});

test('a sign-up asks for its activity only where no link told it', () => {
  expect(pageOf(formOf('sign-up'), {})).toContain('name="activity"');
  expect(pageOf(formOf('sign-up'), { activity: id })).not.toContain('name="activity"');
});

describe('the lake', () => {
  const base = ['submission_id', 'root_id', 'form_version', 'activity_date', 'company_key'];

  test.each([
    [
      'company-identity',
      { analytic: ['record', 'basis', 'note_length'], confidential: ['note'], personal: [] },
    ],
    [
      'contact',
      {
        analytic: ['contact_name_length', 'contact_role'],
        confidential: [],
        personal: [
          ...['contact_name', 'contact_email', 'contact_phone', 'contact_gender'],
          ...['handover_basis', 'handover_at', 'handover_text_version', 'newsletter_consent'],
        ],
      },
    ],
    [
      'network',
      {
        analytic: [
          ...['name_length', 'network_type', 'based_on_length', 'role_or_question_length'],
          ...['focus_areas', 'started_on'],
        ],
        confidential: ['name', 'based_on', 'role_or_question'],
        personal: [],
      },
    ],
    [
      'approval',
      {
        analytic: ['project', 'rule_version', 'verdict', 'decided_on', 'reason_length'],
        confidential: ['reason'],
        personal: [],
      },
    ],
    [
      'sign-up',
      {
        analytic: ['activity', 'name_length', 'company_name_length', 'organisationsnummer'],
        confidential: [],
        personal: ['name', 'email', 'company_name'],
      },
    ],
  ])('has of %s what each zone may have', (name, zones) => {
    const columnsIn = (database: string) =>
      tablesOf([formOf(name)], columns)
        .filter((table) => table.database === database)
        .flatMap((table) => table.columns.map((column) => column.name))
        .filter((column) => ![...base, 'missing_to_count'].includes(column));
    const personal = fieldsOf(formOf(name)).filter(([, { zone }]) => zone === 'personal');
    expect({
      analytic: columnsIn('analytic'),
      confidential: columnsIn('confidential'),
      personal: personal.map(([field]) => field),
    }).toEqual(zones);
  });

  /** The rows of the example, by database. */
  function rowsOf(name: string) {
    const form = formOf(name);
    const envelope = { channel: 'web', submitterRole: 'public', lang: 'sv', receivedAt: 0 } as const;
    const item = itemOf(form, id, { ...examples[name] }, envelope);
    const rows = rowMakerOf(form, tablesOf([form], columns), columns).rowsOf(item);
    return Object.fromEntries(rows.map(({ database, row }) => [database, row]));
  }

  test('tells of a contact that there is one at the company, with a role', () => {
    const always = { submission_id: id, root_id: id, form_version: 1, company_key: 'EF-000012' };
    expect(rowsOf('contact')).toEqual({
      analytic: {
        ...always,
        missing_to_count: [],
        contact_name_length: 12,
        contact_role: 'production_manager',
      },
      confidential: always,
    });
  });

  test.each([
    ['company-identity', 'EF-000012', undefined],
    ['approval', 'EF-000012', '2026-09-24'],
    ['sign-up', '559900-0006', undefined],
    ['network', undefined, undefined],
  ])('has %s under the key of its company, and on its day', (name, company_key, activity_date) => {
    const { analytic, confidential } = rowsOf(name);
    for (const row of [analytic, confidential]) {
      expect([row?.company_key, row?.activity_date]).toEqual([company_key, activity_date]);
    }
  });
});
