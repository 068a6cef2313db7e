import { describe, expect, test } from 'vitest';
import { holds } from '../forms/grammar/conditions.ts';
import { offer } from '../forms/offer.ts';
import { changed, declaredForm } from './declared-form.ts';
import { registerAnswers } from './register-answers.ts';

const { published, mistakes, read, readFromPage, problems, waitsFor, zones } = declaredForm(offer);
const example = registerAnswers.offer({ company_key: '559900-0006' });
const personnummer = '811228-9874';

test('can be published, for those who match needs to offers', () => {
  expect(mistakes()).toEqual([]);
  const { send, company, unique, activityDate } = published;
  expect({ send, company, unique, activityDate }).toEqual({
    send: { staff: ['industrial_developer', 'project_manager'] },
  });
});

test('reads its example as it is, from a program and from a page', () => {
  expect(read(example)).toEqual({ answers: example, leftOut: [] });
  expect(readFromPage(example)).toEqual({ answers: example, leftOut: [] });
  expect(waitsFor(example)).toEqual([]);
});

const almi = { actor: 'almi', actor_name: undefined };
const withoutNumber = { actor_organisationsnummer: undefined };

describe('right answers', () => {
  test.each<[changes: object, kept?: object]>([
    [almi],
    [{ ...almi, ...withoutNumber }],
    [{ actor: 'consultant', ...withoutNumber }],
    [{ size_classes: undefined, cost: undefined, aid_treatment: undefined }],
    [{ valid_from: undefined, valid_to: undefined, contact_url: undefined }],
    [{ cost: 'free', aid_treatment: 'not_assessed', size_classes: ['large'] }],
    [{ valid_from: '2026-12-31' }],
    [{ cost: 'market', aid_treatment: 'gber' }],
    [{ need_areas: ['automation', 'ai', 'automation'] }, { need_areas: ['automation', 'ai'] }],
    [{ contact_url: 'Example.se/Robotstart' }, { contact_url: 'https://example.se/Robotstart' }],
  ])('%j', (changes, kept = changes) => {
    expect(read(changed(example, changes))).toEqual({ answers: changed(example, kept), leftOut: [] });
  });
});

describe('wrong answers', () => {
  test.each<[changes: object, found: readonly string[]]>([
    [
      { actor: undefined, actor_name: undefined, offer_title: undefined, need_areas: undefined },
      ['actor 422.1', 'offer_title 422.1', 'need_areas 422.1'],
    ],
    [{ actor: 'vinnova' }, ['actor 422.5', 'actor_name 422.11']],
    [{ actor: 'almi' }, ['actor_name 422.11']],
    ...['consultant', 'other'].map((actor): [object, string[]] => [
      { actor, actor_name: undefined },
      ['actor_name 422.1'],
    ]),
    [{ actor_organisationsnummer: personnummer }, ['actor_organisationsnummer 422.9']],
    [{ actor_name: personnummer, offer_title: personnummer }, ['actor_name 422.9', 'offer_title 422.9']],
    [{ offer_title: 'x'.repeat(151) }, ['offer_title 422.4']],
    [{ need_areas: [] }, ['need_areas 422.5']],
    [{ size_classes: ['unknown'] }, ['size_classes 422.5']],
    [{ cost: 'cheap', aid_treatment: 'gber_28' }, ['cost 422.5', 'aid_treatment 422.5']],
    [{ valid_from: '1999-12-31', valid_to: '2026-02-30' }, ['valid_from 422.6', 'valid_to 422.7']],
    [{ valid_to: '2025-12-31' }, ['valid_to 422.12']],
    [{ contact_url: 'anna@example.se' }, ['contact_url 422.7']],
  ])('%j', (changes, found) => {
    expect(problems(changed(example, changes))).toEqual(found);
  });
});

test('codes and dates can be analysed, names and addresses are confidential', () => {
  expect(zones()).toEqual({
    actor: 'analytic',
    actor_name: { company: 'confidential', soleTrader: 'personal' },
    actor_organisationsnummer: 'analytic',
    offer_title: 'confidential',
    need_areas: 'analytic',
    size_classes: 'analytic',
    cost: 'analytic',
    aid_treatment: 'analytic',
    valid_from: 'analytic',
    valid_to: 'analytic',
    contact_url: 'confidential',
  });
});

test.each([
  [{}, false],
  [{ actor: 'consultant' }, false],
  [{ actor: 'consultant', ...withoutNumber }, true],
  [withoutNumber, true],
  [{ ...almi, ...withoutNumber }, false],
])('with %j, the name may be that of a person: %s', (changes, isPerson) => {
  expect(published.soleTrader && holds(published.soleTrader, changed(example, changes))).toBe(isPerson);
});
