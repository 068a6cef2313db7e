import { expect, test } from 'vitest';
import { loadForm } from '../grammar/published.ts';
import { checks } from '../kinds/all.ts';
import { publications } from '../published/index.ts';
import { rules } from '../rules/all.ts';
import { scores } from '../scores/all.ts';
import { readerOf, sameAnswers } from './answers.ts';

const form = await loadForm(publications, 'participants', 1);
if (form === undefined) throw new Error('expected participants to be published');
const reader = readerOf(form, { checks, scores, rules });

const right = {
  activity: 'Workshop',
  activity_date: '2026-09-10',
  organisationsnummer: '556036-0793',
  company_name: 'Bolaget AB',
  municipality_code: '1880',
  n_women: 1,
  n_men: 0,
  n_undisclosed: 0,
};
const { organisationsnummer: _, ...withoutNumber } = right;

function problemsOf(sent: Record<string, unknown>, hidden: 'program' | 'page' = 'program') {
  const reading = reader.read(sent, hidden);
  return 'problems' in reading ? reading.problems.map(({ path, code }) => `${path} ${code}`) : [];
}

test('right answers are read, in their canonical form', () => {
  expect(reader.read({ ...right, n_women: '1', company_name: ' Bolaget AB ' }, 'program')).toEqual({
    answers: right,
    leftOut: [],
  });
});

test('what is missing depends on the other answers', () => {
  expect(problemsOf(withoutNumber)).toEqual(['organisationsnummer 422.1']);
  expect(problemsOf({ ...withoutNumber, organisationsnummer_missing_reason: 'foreign' })).toEqual([]);
});

test('an answer to a question that is not asked is refused, or left out of a page', () => {
  const both = { ...right, organisationsnummer_missing_reason: 'foreign' };
  expect(problemsOf(both)).toEqual(['organisationsnummer_missing_reason 422.11']);
  expect(reader.read(both, 'page')).toEqual({
    answers: right,
    leftOut: ['organisationsnummer_missing_reason'],
  });
});

test('everything that is wrong is told at once, in the order of the page, unknown fields last', () => {
  const wrong = { zzz: 1, n_women: 'x', municipality_code: '1', activity: 'a\u0000' };
  expect(problemsOf(wrong)).toEqual([
    'activity 422.10',
    'activity_date 422.1',
    'organisationsnummer 422.1',
    'company_name 422.1',
    'municipality_code 422.5',
    'n_women 422.6',
    'n_men 422.1',
    'n_undisclosed 422.1',
    'zzz 422.2',
  ]);
});

test('a rule over several answers waits until they can be read', () => {
  expect(problemsOf({ ...right, n_women: 0 })).toEqual(['n_women 422.12']);
  expect(problemsOf({ ...right, n_women: 0, n_men: 'x' })).toEqual(['n_men 422.6']);
});

test('the name of an unknown field is repeated only when it can be a name', () => {
  expect(problemsOf({ ...right, 'Karin Ek 811228-9874': 1 })).toEqual(['? 422.2']);
  expect(problemsOf({ ...right, p8112289874: 1 })).toEqual(['? 422.2']);
  expect(problemsOf(JSON.parse('{"__proto__":1}')).at(-1)).toBe('? 422.2');
});

test.each([
  [{ a: 1, b: ['x', 'y'] }, { b: ['x', 'y'], a: 1 }, true],
  [{ a: 1 }, { a: 1, b: undefined }, false],
  [{ a: ['x', 'y'] }, { a: ['y', 'x'] }, false],
  [{ a: 1 }, { a: '1' }, false],
  [{ a: [] }, { a: {} }, false],
  [{}, {}, true],
])('%j and %j are the same: %s', (one, other, same) => {
  expect(sameAnswers(one, other)).toBe(same);
});
