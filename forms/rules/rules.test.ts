import { describe, expect, test } from 'vitest';
import { problemCodes } from './problem.ts';
import { eachRankedHas, judge, publishedRule, sumAtLeast } from './rules.ts';

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
