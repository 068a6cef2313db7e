import { expect, test } from 'vitest';
import { projectSettings } from '../forms/project-settings.ts';
import { changed, declaredForm } from './declared-form.ts';
import { changeOfAll } from './made-up-project.ts';

const { published, mistakes, read, readFromPage, problems, zones, lake } = declaredForm(projectSettings);

test('can be published, once for each project and day, and only the project manager sends it', () => {
  expect(mistakes()).toEqual([]);
  const { send, company, unique, activityDate } = published;
  expect({ send, company, unique, activityDate }).toEqual({
    send: { staff: ['project_manager'] },
    unique: ['project', 'valid_from'],
    activityDate: 'valid_from',
  });
});

test('reads a change of everything as it is, from a program and from a page', () => {
  expect(read(changeOfAll)).toEqual({ answers: changeOfAll, leftOut: [] });
  expect(readFromPage(changeOfAll)).toEqual({ answers: changeOfAll, leftOut: [] });
});

const first = { period: 1, starts_on: '2026-07-01', ends_on: '2026-09-30' };
const pays = (financier: string, share: number) => ({
  financier,
  share,
  starts_on: '2023-04-01',
  ends_on: '2026-09-30',
});

test.each<[string, object, readonly string[]]>([
  ['nothing but project and day', {}, []],
  ['no project', { project: undefined }, ['project 422.1']],
  ['no day', { valid_from: undefined }, ['valid_from 422.1']],
  ['another project', { project: 'hallbar-mat' }, ['project 422.5']],
  ['a period of one day', { period_from: '2026-09-30', period_to: '2026-09-30' }, []],
  ['a period that ends first', { period_from: '2026-10-01', period_to: '2026-09-30' }, ['period_to 422.12']],
  ['a last day alone', { period_to: '2022-01-01' }, []],
  [
    'approvals that end first',
    { period_to: '2026-10-01', approval_until: '2026-09-30' },
    ['approval_until 422.12'],
  ],
  ['a version of no rule', { rule_version: 'SC1' }, ['rule_version 422.7']],
  [
    'a share over the whole',
    { financiers: [{ share: 100.5 }] },
    [
      'financiers.0.financier 422.1',
      'financiers.0.share 422.6',
      'financiers.0.starts_on 422.1',
      'financiers.0.ends_on 422.1',
    ],
  ],
  [
    'an amount that is taken away',
    { costs: [{ cost_line: 'total', amount_sek: -1 }] },
    ['costs.0.amount_sek 422.6'],
  ],
  ['a municipality outside the county', { municipalities: ['1880', '9999'] }, ['municipalities 422.5']],
  ['a sector outside the target group', { sni_divisions: ['25', 'other'] }, ['sni_divisions 422.5']],
  [
    'a number of a person for the owner',
    { owner_organisationsnummer: '811228-9874' },
    ['owner_organisationsnummer 422.9'],
  ],
  [
    'another end of the decision on ERUF',
    { eruf_decision_status: 'granted' },
    ['eruf_decision_status 422.5'],
  ],
  ['a rate of the year', { parameters: [{ parameter: 'sek_per_eur', value: 11.48 }] }, []],
  [
    'a reporting period of one day',
    { reporting_periods: [{ period: 9, starts_on: '2026-10-01', ends_on: '2026-10-01' }] },
    [],
  ],
  [
    'a reporting period that ends first',
    { reporting_periods: [first, { period: 9, starts_on: '2026-10-01', ends_on: '2026-09-30' }] },
    ['reporting_periods 422.12'],
  ],
  ['two reporting periods', { reporting_periods: [first, { ...first, period: 2 }] }, []],
  [
    'two reporting periods of the same number',
    { reporting_periods: [first, { ...first, ends_on: '2026-12-31' }] },
    ['reporting_periods 422.12'],
  ],
  ['funders who pay all of it', { financiers: [pays('eruf', 39.9), pays('egna_medel', 60.1)] }, []],
  [
    'funders who pay more than all of it',
    { financiers: [pays('eruf', 39.9), pays('egna_medel', 60.11)] },
    ['financiers 422.12'],
  ],
  [
    'a funder whose last day comes first',
    { financiers: [{ ...pays('eruf', 40), ends_on: '2023-03-31' }] },
    ['financiers 422.12'],
  ],
  ['an indicator without a target', { indicators: [{ indicator: 'ind_02' }] }, []],
])('with %s: %j → %j', (_, changes, found) => {
  expect(problems(changed({ project: 'ordinarie', valid_from: '2026-09-10' }, changes))).toEqual(found);
});

test('keeps what is written in the confidential zone, and everything else where it can be analysed', () => {
  const confidential = Object.entries(zones()).filter(([, zone]) => zone !== 'analytic');
  expect(Object.fromEntries(confidential)).toEqual({
    ...{
      name_sv: 'confidential',
      name_en: 'confidential',
      applicant: 'confidential',
      owner: 'confidential',
      controller: 'confidential',
    },
    ...{ emblem_sv: 'confidential', emblem_en: 'confidential' },
    ...{ region_decision_ref: 'confidential', eruf_decision_case_id: 'confidential' },
  });
  expect(lake('confidential')).toEqual({
    project_settings: [
      ...['name_sv', 'name_en', 'applicant', 'owner', 'controller', 'emblem_sv', 'emblem_en'],
      ...['region_decision_ref', 'eruf_decision_case_id'],
    ],
  });
  expect(Object.keys(lake('analytic'))).toEqual([
    'project_settings',
    ...['reporting_periods', 'parameters', 'indicators', 'financiers', 'costs', 'financing'].map(
      (name) => `project_settings__${name}`,
    ),
  ]);
});
