import { describe, expect, test } from 'vitest';
import { rightsRequestTypes } from '../forms/lists/rights-request-types.ts';
import { rightsRequest } from '../forms/rights-request.ts';
import { changed, declaredForm } from './declared-form.ts';
import { registerAnswers } from './register-answers.ts';

const { published, mistakes, read, readFromPage, problems, zones, lake } = declaredForm(rightsRequest);
const example = registerAnswers['rights-request']({ company_key: '559900-0006' });
const personnummer = '811228-9874';

test('can be published, for everybody, and is of no company', () => {
  expect(mistakes()).toEqual([]);
  const { send, company, unique, activityDate, anonymous } = published;
  expect({ send, company, unique, activityDate, anonymous }).toEqual({ send: 'public' });
});

test('reads its example as it is, from a program and from a page', () => {
  expect(read(example)).toEqual({ answers: example, leftOut: [] });
  expect(readFromPage(example)).toEqual({ answers: example, leftOut: [] });
});

test('asks for every right that GDPR gives a person about their data', () => {
  expect(rightsRequestTypes.options.map(({ code }) => code)).toEqual([
    'access',
    'rectify',
    'erase',
    'restrict',
    'object',
    'portability',
  ]);
});

test.each([
  ['sv', /inom en månad/, /inom en månad.*varför.*IMY/s, /frågar aldrig efter ditt personnummer/],
  ['en', /within one month/, /within one month.*why.*IMY/s, /never ask for your personal identity number/],
] as const)(
  'says in %s within which time it is answered, and what happens next',
  (lang, before, after, never) => {
    expect(published.intro[lang]).toMatch(before);
    expect(published.intro[lang]).toMatch(never);
    expect(published.receipt?.[lang]).toMatch(after);
  },
);

describe('right answers', () => {
  test.each<[changes: object, kept?: object]>([
    ...rightsRequestTypes.options.map(({ code }): [object] => [{ request_type: code }]),
    [{ message: undefined, identifier: undefined, phone: undefined }],
    [{ email: undefined }],
    [{ phone: '070-174 06 18' }, {}],
    [{ message: 'x'.repeat(1000), identifier: 'x'.repeat(500) }],
  ])('%j', (changes, kept = changes) => {
    expect(read(changed(example, changes))).toEqual({ answers: changed(example, kept), leftOut: [] });
  });
});

describe('wrong answers', () => {
  test.each<[changes: object, found: readonly string[]]>([
    [{ request_type: undefined, name: undefined }, ['request_type 422.1', 'name 422.1']],
    [{ request_type: 'forget' }, ['request_type 422.5']],
    [{ email: undefined, phone: undefined }, ['email 422.1']],
    [{ message: 'x'.repeat(1001) }, ['message 422.4']],
    [{ identifier: 'x'.repeat(501) }, ['identifier 422.4']],
    // Who asks does not decide what has become of it, or when it came.
    [{ status: 'completed', received_on: '2026-01-01' }, ['status 422.2', 'received_on 422.2']],
    ...['message', 'name', 'phone', 'identifier'].map((name): [object, string[]] => [
      { [name]: personnummer },
      [`${name} 422.9`],
    ]),
    [{ email: `${personnummer}@example.se` }, ['email 422.9']],
  ])('%j', (changes, found) => {
    expect(problems(changed(example, changes))).toEqual(found);
  });
});

test('is about a person, all but what is asked for', () => {
  expect(zones()).toEqual({
    request_type: 'analytic',
    message: 'personal',
    name: 'personal',
    email: 'personal',
    phone: 'personal',
    identifier: 'personal',
  });
  expect(lake('confidential')).toEqual({ rights_request: [] });
});
