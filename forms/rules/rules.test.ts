import { describe, expect, test } from 'vitest';
import { problemCodes } from '../grammar/problem.ts';
import { judge as judgeBy, type PublishedRule, publishedRule } from '../grammar/rules.ts';
import { addsUp } from './adds-up.ts';
import { rules } from './all.ts';
import { eachRankedHas } from './each-ranked-has.ts';
import { endsAfterStart } from './ends-after-start.ts';
import { notAfter } from './not-after.ts';
import { notTogether } from './not-together.ts';
import { sumAtLeast, sumAtLeastOnceAnswered } from './sum-at-least.ts';
import { sumAtMost } from './sum-at-most.ts';

const judge = (rule: PublishedRule, answers: Readonly<Record<string, unknown>>) =>
  judgeBy(rule, answers, rules);

const words = { sv: 'ord', en: 'word' };
const complaint = { code: problemCodes.together, message: words };

describe('sum-at-least@1', () => {
  const rule = publishedRule.parse(sumAtLeast(1, ['women', 'men'], 'women', words));
  test.each([
    [{ women: 0, men: 1 }, undefined],
    [{ men: 1 }, undefined],
    [{ women: 0, men: 0 }, complaint],
    [{}, complaint],
  ])('%j', (answers, said) => {
    expect(judge(rule, answers)).toEqual(said);
  });
});

describe('each-ranked-has@1', () => {
  const rule = publishedRule.parse(eachRankedHas('top', 'areas', 'priority', ['1', '2'], words));
  const areas = { ai: { priority: '2', text: '1' }, export: { priority: '0' }, other: { text: '1' } };
  test.each([
    ['all that is ranked has one of the values', { top: ['ai'], areas }, undefined],
    ['nothing is ranked', { areas }, undefined],
    ['there is neither', {}, undefined],
    ['one has another value', { top: ['ai', 'export'], areas }, complaint],
    ['one has no such cell', { top: ['other'], areas }, complaint],
    ['one has no row', { top: ['maintenance'], areas }, complaint],
    ['there are no rows', { top: ['ai'] }, complaint],
    ['one is called as what every object has', { top: ['constructor'], areas }, complaint],
  ])('%s', (_, answers, said) => {
    expect(judge(rule, answers)).toEqual(said);
  });

  test('is published as data and stands by the ranked field', () => {
    expect(JSON.parse(JSON.stringify(rule))).toEqual({
      rule: 'each-ranked-has@1',
      fields: ['top', 'areas'],
      cell: 'priority',
      values: ['1', '2'],
      at: 'top',
      message: words,
    });
  });
});

describe('sum-at-least@2', () => {
  const rule = publishedRule.parse(sumAtLeastOnceAnswered(1, ['women', 'men'], 'women', words));
  test.each([
    ['one is enough', { women: 0, men: 1 }, undefined],
    ['none is too few', { women: 0, men: 0 }, complaint],
    ['one is not answered yet', { men: 0 }, undefined],
    ['nothing is answered yet', {}, undefined],
  ])('%s', (_, answers, said) => {
    expect(judge(rule, answers)).toEqual(said);
  });
});

describe('not-after@1', () => {
  const rule = publishedRule.parse(notAfter('decided', 'started', 'started', words));
  test.each([
    ['the day before', { decided: '2026-02-28', started: '2026-03-01' }, undefined],
    ['the same day', { decided: '2026-03-01', started: '2026-03-01' }, undefined],
    ['the day after', { decided: '2026-03-02', started: '2026-03-01' }, complaint],
    ['the year after, by month and day earlier', { decided: '2026-01-01', started: '2025-12-31' }, complaint],
    ['the first is not answered', { started: '2026-03-01' }, undefined],
    ['the second is not answered', { decided: '2026-03-01' }, undefined],
  ])('%s', (_, answers, said) => {
    expect(judge(rule, answers)).toEqual(said);
  });
});

describe('ends-after-start@1', () => {
  const fields = { firstDay: 'day', startTime: 'from', lastDay: 'last_day', endTime: 'to' } as const;
  const rule = publishedRule.parse(endsAfterStart(fields, 'to', words));
  const day = '2026-03-01';
  test.each([
    ['a minute later', { day, from: '08:59', to: '09:00' }, undefined],
    ['at the same minute', { day, from: '09:00', to: '09:00' }, complaint],
    ['earlier', { day, from: '13:00', to: '12:59' }, complaint],
    [
      'earlier on a last day that is the first',
      { day, from: '13:00', last_day: day, to: '09:00' },
      complaint,
    ],
    ['earlier on another day', { day, from: '13:00', last_day: '2026-03-02', to: '09:00' }, undefined],
    ['without a start', { day, to: '09:00' }, undefined],
    ['without an end', { day, from: '09:00' }, undefined],
    ['without anything', {}, undefined],
  ])('%s', (_, answers, said) => {
    expect(judge(rule, answers)).toEqual(said);
  });
});

describe('not-together@1', () => {
  const parts = [
    { field: 'status', values: ['done', 'ended'] },
    { field: 'areas', values: ['other'] },
  ] as const;
  const rule = publishedRule.parse(notTogether(parts, 'areas', words));
  test.each([
    ['both have such a value', { status: 'done', areas: 'other' }, complaint],
    ['both do, by another of the values', { status: 'ended', areas: 'other' }, complaint],
    ['one of several chosen options is such', { status: 'done', areas: ['ai', 'other'] }, complaint],
    ['no chosen option is such', { status: 'done', areas: ['ai', 'export'] }, undefined],
    ['the first has another value', { status: 'planned', areas: ['other'] }, undefined],
    ['the values are those of the other field', { status: 'other', areas: ['done'] }, undefined],
    ['one is not answered', { status: 'done' }, undefined],
    ['neither is answered', {}, undefined],
  ])('%s', (_, answers, said) => {
    expect(judge(rule, answers)).toEqual(said);
  });

  test('is published as data', () => {
    expect(JSON.parse(JSON.stringify(rule))).toEqual({
      rule: 'not-together@1',
      fields: ['status', 'areas'],
      values: [['done', 'ended'], ['other']],
      at: 'areas',
      message: words,
    });
  });
});

describe('sum-at-most@1', () => {
  const rule = publishedRule.parse(sumAtMost('all', ['one', 'other'], 'all', words));
  test.each([
    ['less', { all: 10, one: 4, other: 5 }, undefined],
    ['as much', { all: 10, one: 4, other: 6 }, undefined],
    ['as much, in tenths', { all: 0.3, one: 0.1, other: 0.2 }, undefined],
    ['more', { all: 10, one: 4, other: 6.1 }, complaint],
    ['more before the rest is answered', { all: 10, one: 11 }, complaint],
    ['the whole is not answered', { one: 4, other: 6 }, undefined],
    ['the parts are not answered', { all: 0 }, undefined],
  ])('%s', (_, answers, said) => {
    expect(judge(rule, answers)).toEqual(said);
  });
});

describe('adds-up@1', () => {
  const rule = publishedRule.parse(addsUp('all', ['one', 'other'], 'other', words));
  test.each([
    ['to the whole', { all: 10, one: 4, other: 6 }, undefined],
    ['to the whole, in tenths', { all: 0.3, one: 0.1, other: 0.2 }, undefined],
    ['to nothing', { all: 0, one: 0, other: 0 }, undefined],
    ['to less', { all: 10, one: 4, other: 5 }, complaint],
    ['to more', { all: 10, one: 4, other: 7 }, complaint],
    ['before all are answered', { all: 10, one: 4 }, undefined],
    ['before the whole is', { one: 4, other: 7 }, undefined],
  ])('%s', (_, answers, said) => {
    expect(judge(rule, answers)).toEqual(said);
  });
});

test('a rule that nobody wrote is no rule', () => {
  const rule = publishedRule.parse({ ...sumAtLeast(1, ['one'], 'one', words), rule: 'made-up@1' });
  expect(() => judge(rule, {})).toThrow('made-up@1');
});
