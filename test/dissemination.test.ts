import { describe, expect, test } from 'vitest';
import { dissemination } from '../forms/dissemination.ts';
import { changed, declaredForm } from './declared-form.ts';
import { registerAnswers } from './register-answers.ts';

const { published, mistakes, read, readFromPage, problems, waitsFor, zones } = declaredForm(dissemination);
const example = registerAnswers.dissemination({ company_key: 'EF-000012' });
const personnummer = '811228-9874';

test('can be published, and counts on the day that it was spread', () => {
  expect(mistakes()).toEqual([]);
  const { send, company, unique, activityDate } = published;
  expect({ send, company, unique, activityDate }).toEqual({
    send: { staff: ['communication', 'project_manager'] },
    company: 'company_key',
    activityDate: 'date',
  });
});

test('reads its example as it is, from a program and from a page', () => {
  expect(read(example)).toEqual({ answers: example, leftOut: [] });
  expect(readFromPage(example)).toEqual({ answers: example, leftOut: [] });
});

const approval = {
  publication_approval_role: undefined,
  publication_approval_date: undefined,
  publication_approval_text_version: undefined,
};
const aboutNobody = { kind: 'aggregate', company_key: undefined, ...approval };

describe('right answers', () => {
  test.each<[changes: object, kept?: object]>([
    [aboutNobody],
    [{ ...aboutNobody, kind: 'info', channel: 'municipality_office', target: ['region'] }],
    [{ company_key: '16556036-0793' }, { company_key: '556036-0793' }],
    [{ title: undefined, target: undefined, reach: undefined, project: undefined }],
    [{ publication_approval_date: '2026-05-20' }],
    [{ reach: 0, eu_emblem_used: false }],
    [
      {
        eu_emblem_used: undefined,
        inclusion_checklist_background: undefined,
        inclusion_checklist_gender: undefined,
        inclusion_checklist_age: undefined,
        inclusion_checklist_geography: undefined,
      },
    ],
  ])('%j', (changes, kept = changes) => {
    expect(read(changed(example, changes))).toEqual({ answers: changed(example, kept), leftOut: [] });
  });
});

describe('wrong answers', () => {
  test.each<[changes: object, found: readonly string[]]>([
    [
      { ...aboutNobody, date: undefined, channel: undefined, kind: undefined },
      ['date 422.1', 'channel 422.1', 'kind 422.1'],
    ],
    // A company is named only when it has approved the text.
    [
      { company_key: undefined, ...approval },
      [
        'company_key 422.1',
        'publication_approval_role 422.1',
        'publication_approval_date 422.1',
        'publication_approval_text_version 422.1',
      ],
    ],
    [{ publication_approval_date: undefined }, ['publication_approval_date 422.1']],
    [
      { kind: 'aggregate' },
      [
        'company_key 422.11',
        'publication_approval_role 422.11',
        'publication_approval_date 422.11',
        'publication_approval_text_version 422.11',
      ],
    ],
    [{ publication_approval_date: '2026-05-21' }, ['publication_approval_date 422.12']],
    [{ company_key: personnummer }, ['company_key 422.9']],
    [{ title: `Nr ${personnummer}` }, ['title 422.9']],
    [{ title: 'x'.repeat(151) }, ['title 422.4']],
    // An activity is called that in every list.
    [{ channel: 'event' }, ['channel 422.5']],
    [{ target: ['everybody'] }, ['target 422.5']],
    [{ reach: -1 }, ['reach 422.6']],
    [{ eu_emblem_used: 'kanske' }, ['eu_emblem_used 422.3']],
    [{ publication_approval_text_version: 'den andra' }, ['publication_approval_text_version 422.7']],
    [{ date: '2020-12-31' }, ['date 422.6']],
  ])('%j', (changes, found) => {
    expect(problems(changed(example, changes))).toEqual(found);
  });
});

test('a company is left out of a page that is about none', () => {
  expect(readFromPage(changed(example, { kind: 'info' }))).toEqual({
    answers: changed(example, { ...aboutNobody, kind: 'info' }),
    leftOut: [
      'company_key',
      'publication_approval_role',
      'publication_approval_date',
      'publication_approval_text_version',
    ],
  });
});

test.each([
  [{}, []],
  [{ eu_emblem_used: undefined }, ['eu_emblem_used']],
  [{ eu_emblem_used: false }, []],
])('with %j, what it needs to count is %j', (changes, names) => {
  expect(waitsFor(changed(example, changes))).toEqual(names);
});

test('codes, counts, dates and yes or no can be analysed', () => {
  expect(zones()).toEqual({
    date: 'analytic',
    title: 'confidential',
    channel: 'analytic',
    kind: 'analytic',
    target: 'analytic',
    reach: 'analytic',
    project: 'analytic',
    company_key: 'analytic',
    publication_approval_role: 'analytic',
    publication_approval_date: 'analytic',
    publication_approval_text_version: 'analytic',
    eu_emblem_used: 'analytic',
    inclusion_checklist_background: 'analytic',
    inclusion_checklist_gender: 'analytic',
    inclusion_checklist_age: 'analytic',
    inclusion_checklist_geography: 'analytic',
  });
});
