import { describe, expect, test } from 'vitest';
import { economicOutcome } from '../forms/economic-outcome.ts';
import { changed, declaredForm } from './declared-form.ts';
import { registerAnswers } from './register-answers.ts';

const { published, mistakes, read, readFromPage, problems, waitsFor, zones, lake } =
  declaredForm(economicOutcome);
const example = registerAnswers['economic-outcome']({ company_key: '559900-0006' });
const personnummer = '811228-9874';

test('can be published, once for each project and period, which counts by its last day', () => {
  expect(mistakes()).toEqual([]);
  const { send, company, unique, activityDate } = published;
  expect({ send, company, unique, activityDate }).toEqual({
    send: { staff: ['finance', 'project_manager'] },
    unique: ['project', 'period_from', 'period_to'],
    activityDate: 'period_to',
  });
});

test('reads its example as it is, from a program and from a page', () => {
  expect(read(example)).toEqual({ answers: example, leftOut: [] });
  expect(readFromPage(example)).toEqual({ answers: example, leftOut: [] });
});

test('reads amounts as people write them', () => {
  const costs = { egen_personal: { amount_sek: '1 289 624' }, resor_logi: { amount_sek: '−500,00' } };
  expect(read(changed(example, { costs }))).toMatchObject({
    answers: { costs: { egen_personal: { amount_sek: 1_289_624 }, resor_logi: { amount_sek: -500 } } },
  });
});

const amount = (amount_sek: unknown) => ({ amount_sek });

describe('right answers', () => {
  test.each<object>([
    { costs: { indirekta: amount(0) } },
    { costs: { egen_personal: amount(-100_000_000), externa_tjanster: amount(100_000_000) } },
    { financing: undefined, source_ref: undefined, claimed_on: undefined },
    { project: 'ordinarie', financing: { egna_medel: amount(12) } },
    { period_from: '2026-03-31' },
    { period_from: '2026-01-01', period_to: '2026-12-31' },
  ])('%j', (changes) => {
    expect(read(changed(example, changes))).toEqual({ answers: changed(example, changes), leftOut: [] });
  });
});

describe('wrong answers', () => {
  test.each<[changes: object, found: readonly string[]]>([
    [
      { project: undefined, period_from: undefined, period_to: undefined, costs: undefined },
      ['project 422.1', 'period_from 422.1', 'period_to 422.1', 'costs 422.1'],
    ],
    [{ costs: {} }, ['costs 422.1']],
    [{ costs: { egen_personal: amount(12.5) } }, ['costs.egen_personal.amount_sek 422.6']],
    [{ costs: { egen_personal: amount('12,50') } }, ['costs.egen_personal.amount_sek 422.6']],
    [{ costs: { resor_logi: amount(100_000_001) } }, ['costs.resor_logi.amount_sek 422.6']],
    [{ costs: { lokaler: amount(1) } }, ['costs.lokaler 422.5']],
    [{ financing: { almi: amount(1) } }, ['financing.almi 422.5']],
    [{ financing: { eruf: { ...amount(1), note: 'x' } } }, ['financing.eruf.note 422.2']],
    [{ project: 'annat', period_to: '2026-02-30' }, ['project 422.5', 'period_to 422.7']],
    [{ period_from: '2026-04-01' }, ['period_to 422.12']],
    [{ period_from: '2025-12-31' }, ['period_to 422.12']],
    // One thing wrong is told once: it ends before it begins.
    [{ period_from: '2027-01-01' }, ['period_to 422.12']],
    [{ source_ref: personnummer }, ['source_ref 422.9']],
    [{ source_ref: 'x'.repeat(201) }, ['source_ref 422.4']],
  ])('%j', (changes, found) => {
    expect(problems(changed(example, changes))).toEqual(found);
  });
});

test.each([
  [{}, []],
  [{ claimed_on: undefined }, []],
  [{ financing: undefined, source_ref: undefined }, ['financing', 'source_ref']],
  [
    { costs: { egen_personal: amount(0) } },
    ['costs.externa_tjanster.amount_sek', 'costs.resor_logi.amount_sek', 'costs.indirekta.amount_sek'],
  ],
  [
    { financing: { eruf: amount(1) } },
    ['financing.region_1_1.amount_sek', 'financing.egna_medel.amount_sek'],
  ],
])('with %j, what it needs to count is %j', (changes, names) => {
  expect(waitsFor(changed(example, changes))).toEqual(names);
});

test('money is confidential', () => {
  expect(zones()).toEqual({
    project: 'analytic',
    period_from: 'analytic',
    period_to: 'analytic',
    costs: 'confidential',
    'costs.amount_sek': 'confidential',
    financing: 'confidential',
    'financing.amount_sek': 'confidential',
    source_ref: 'confidential',
    claimed_on: 'analytic',
  });
  expect(lake('confidential')).toEqual({
    economic_outcome: ['source_ref'],
    economic_outcome__costs: ['row_no', 'cost_line', 'amount_sek'],
    economic_outcome__financing: ['row_no', 'financier', 'amount_sek'],
  });
  expect(lake('analytic')).toEqual({
    economic_outcome: ['project', 'period_from', 'period_to', 'source_ref_length', 'claimed_on'],
  });
});
