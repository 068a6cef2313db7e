import { describe, expect, test } from 'vitest';
import { holds } from '../forms/grammar/conditions.ts';
import { needsRequest } from '../forms/needs-request.ts';
import { changed, declaredForm } from './declared-form.ts';
import { registerAnswers } from './register-answers.ts';

const { published, mistakes, read, readFromPage, problems, waitsFor, zones, lake } =
  declaredForm(needsRequest);
const example = registerAnswers['needs-request']({ company_key: '559900-0014' });
const personnummer = '811228-9874';

test('can be published, for everybody, by the company’s own number if it is known', () => {
  expect(mistakes()).toEqual([]);
  const { send, company, unique, activityDate } = published;
  expect({ send, company, unique, activityDate }).toEqual({
    send: 'public',
    company: 'organisationsnummer',
    unique: undefined,
    activityDate: undefined,
  });
});

test('reads its example as it is, from a program and from a page', () => {
  expect(read(example)).toEqual({ answers: example, leftOut: [] });
  expect(readFromPage(example)).toEqual({ answers: example, leftOut: [] });
  expect(waitsFor(example)).toEqual([]);
});

test('takes as little as a name, a need and a way to answer', () => {
  const least = {
    message: 'Hjälp med robotar',
    use_permission: 'no',
    company_name: 'Bolaget',
    contact_name: 'Siv',
    contact_phone: '+46701740635',
  };
  expect(read(least)).toEqual({ answers: least, leftOut: [] });
});

const onlyPhone = { contact_email: undefined, preferred_contact: undefined };
const withoutNumber = { organisationsnummer: undefined };

describe('right answers', () => {
  test.each<[changes: object, kept?: object]>([
    [{ message: undefined }],
    [{ need_areas: undefined }],
    [{ need_areas: ['sust_environment', 'automation'] }],
    [{ municipality_code: undefined, preferred_contact: undefined }],
    [onlyPhone],
    [{ ...onlyPhone, contact_phone: '070-174 06 35' }, onlyPhone],
    [{ contact_phone: undefined, preferred_contact: undefined }],
    [withoutNumber],
    [{ ...withoutNumber, organisationsnummer_missing_reason: 'sole_trader' }],
    [{ organisationsnummer: 'SE559900001401' }, {}],
    [{ use_permission: 'yes_aggregated_only', municipality_code: '9999' }],
    [{ message: 'x'.repeat(500) }],
  ])('%j', (changes, kept = changes) => {
    expect(read(changed(example, changes))).toEqual({ answers: changed(example, kept), leftOut: [] });
  });
});

describe('wrong answers', () => {
  test.each<[changes: object, found: readonly string[]]>([
    [{ need_areas: undefined, message: undefined }, ['need_areas 422.1']],
    [{ use_permission: undefined }, ['use_permission 422.1']],
    [{ use_permission: 'maybe' }, ['use_permission 422.5']],
    [{ company_name: undefined, contact_name: undefined }, ['company_name 422.1', 'contact_name 422.1']],
    [
      { contact_email: undefined, contact_phone: undefined, preferred_contact: undefined },
      ['contact_email 422.1'],
    ],
    [{ contact_email: undefined }, ['preferred_contact 422.11']],
    [{ contact_email: 'siv' }, ['contact_email 422.7']],
    [{ organisationsnummer: '559900-0015' }, ['organisationsnummer 422.8']],
    [{ organisationsnummer: personnummer }, ['organisationsnummer 422.9']],
    [{ organisationsnummer_missing_reason: 'unknown' }, ['organisationsnummer_missing_reason 422.11']],
    [{ need_areas: ['robots'] }, ['need_areas.0 422.5']],
    [{ need_areas: ['ai', 'ai'] }, ['need_areas.1 422.12']],
    [{ need_areas: ['ai', 'export', 'maintenance', 'other'] }, ['need_areas 422.6']],
    [{ message: 'x'.repeat(501) }, ['message 422.4']],
    [{ company_key: '559900-0014' }, ['company_key 422.2']],
    ...['message', 'company_name', 'contact_name', 'contact_phone'].map((name): [object, string[]] => [
      { [name]: personnummer },
      [`${name} 422.9`],
    ]),
    [{ contact_email: `${personnummer}@example.se` }, ['contact_email 422.9']],
  ])('%j', (changes, found) => {
    expect(problems(changed(example, changes))).toEqual(found);
  });
});

test('what a page asked no more is left out', () => {
  expect(
    readFromPage(
      changed(example, { contact_email: undefined, organisationsnummer_missing_reason: 'foreign' }),
    ),
  ).toEqual({
    answers: changed(example, onlyPhone),
    leftOut: ['organisationsnummer_missing_reason', 'preferred_contact'],
  });
});

const companyOwn = { company: 'confidential', soleTrader: 'personal' };

test('what tells who somebody is stays out of the lake', () => {
  expect(zones()).toEqual({
    need_areas: 'analytic',
    message: 'confidential',
    use_permission: 'analytic',
    company_name: companyOwn,
    organisationsnummer: { company: 'analytic', soleTrader: 'personal' },
    organisationsnummer_missing_reason: 'analytic',
    municipality_code: 'analytic',
    contact_name: 'personal',
    contact_email: 'personal',
    contact_phone: 'personal',
    preferred_contact: 'analytic',
  });
  expect(Object.values(lake('confidential')).flat()).toEqual(['message', 'company_name']);
});

test.each([
  [{}, false],
  [withoutNumber, true],
  [{ ...withoutNumber, organisationsnummer_missing_reason: 'sole_trader' }, true],
  // Nobody knows yet that it is no sole trader.
  [{ ...withoutNumber, organisationsnummer_missing_reason: 'unknown' }, true],
])('with %j, it is kept as a sole trader’s: %s', (changes, isSoleTrader) => {
  expect(published.soleTrader && holds(published.soleTrader, changed(example, changes))).toBe(isSoleTrader);
});
