import { describe, expect, test } from 'vitest';
import { problemCodes } from '../grammar/problem.ts';
import { judge as judgeBy, type PublishedRule, publishedRule } from '../grammar/rules.ts';
import { addsUp } from './adds-up.ts';
import { rules } from './all.ts';
import { atMost } from './at-most.ts';
import { eachRankedHas } from './each-ranked-has.ts';
import { endsAfterStart } from './ends-after-start.ts';
import { longEnough } from './long-enough.ts';
import { notAfter } from './not-after.ts';
import { notTogether } from './not-together.ts';
import { rowsAddUp } from './rows-add-up.ts';
import { rowsAtMost } from './rows-at-most.ts';
import { rowsDiffer } from './rows-differ.ts';
import { rowsInOrder } from './rows-in-order.ts';
import { rowsSumAtMost } from './rows-sum-at-most.ts';
import { sameYear } from './same-year.ts';
import { sumAtLeast, sumAtLeastOnceAnswered } from './sum-at-least.ts';
import { sumAtMost } from './sum-at-most.ts';
import { unansweredWhen } from './unanswered-when.ts';

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

describe('at-most@1', () => {
  const rule = publishedRule.parse(atMost('aid', 300_000, words));
  test.each([
    ['less', { aid: 0 }, undefined],
    ['as much', { aid: 300_000 }, undefined],
    ['more', { aid: 300_000.01 }, complaint],
    ['it is not answered', {}, undefined],
  ])('%s', (_, answers, said) => {
    expect(judge(rule, answers)).toEqual(said);
  });
});

describe('long-enough@1', () => {
  const rule = publishedRule.parse(
    longEnough('reason', 5, { field: 'verdict', values: ['override', 'no'] }, words),
  );
  test.each([
    ['as long', { verdict: 'override', reason: 'femåä' }, undefined],
    ['too short', { verdict: 'override', reason: 'fyra' }, complaint],
    ['too short by another of the values', { verdict: 'no', reason: 'fyra' }, complaint],
    [
      'too short in characters, although not in the units of a string',
      { verdict: 'no', reason: '𝒂𝒃𝒄' },
      complaint,
    ],
    ['short where it may be', { verdict: 'yes', reason: 'ja' }, undefined],
    ['short before the other is answered', { reason: 'ja' }, undefined],
    ['not there, which is for the field to say', { verdict: 'override' }, undefined],
  ])('%s', (_, answers, said) => {
    expect(judge(rule, answers)).toEqual(said);
  });

  test('is published as data', () => {
    expect(JSON.parse(JSON.stringify(rule))).toEqual({
      rule: 'long-enough@1',
      fields: ['reason', 'verdict'],
      least: 5,
      values: ['override', 'no'],
      at: 'reason',
      message: words,
    });
  });
});

describe('unanswered-when@1', () => {
  const rule = publishedRule.parse(unansweredWhen('number', { field: 'form', values: ['ef'] }, words));
  test.each([
    ['it is not answered', { form: 'ef' }, undefined],
    ['it is answered', { form: 'ef', number: '556036-0793' }, complaint],
    ['it is answered with what is nearly nothing', { form: 'ef', number: 0 }, complaint],
    ['the other has another value', { form: 'ab', number: '556036-0793' }, undefined],
    ['the other is not answered', { number: '556036-0793' }, undefined],
  ])('%s', (_, answers, said) => {
    expect(judge(rule, answers)).toEqual(said);
  });
});

describe('rows-in-order@1', () => {
  const rule = publishedRule.parse(rowsInOrder('periods', 'from', 'to', words));
  const day = { from: '2026-03-01', to: '2026-03-01' };
  test.each([
    ['every row is', { periods: [day, { from: '2025-12-31', to: '2026-01-01' }] }, undefined],
    ['one row is not', { periods: [day, { from: '2026-03-02', to: '2026-03-01' }] }, complaint],
    ['a row has only one of them', { periods: [{ from: '2026-03-02' }, { to: '2026-03-01' }] }, undefined],
    ['there are no rows', {}, undefined],
  ])('%s', (_, answers, said) => {
    expect(judge(rule, answers)).toEqual(said);
  });
});

describe('rows-differ@1', () => {
  const rule = publishedRule.parse(rowsDiffer('costs', ['line', 'year'], words));
  test.each([
    [
      'in one of the cells',
      {
        costs: [
          { line: 'staff', year: 2025 },
          { line: 'staff', year: 2026 },
        ],
      },
      undefined,
    ],
    [
      'in another cell alone',
      {
        costs: [
          { line: 'staff', sum: 1 },
          { line: 'staff', sum: 2 },
        ],
      },
      complaint,
    ],
    ['in that one has no answer', { costs: [{ line: 'staff', year: 2025 }, { line: 'staff' }] }, undefined],
    ['in nothing', { costs: [{ line: 'travel' }, { line: 'staff' }, { line: 'travel' }] }, complaint],
    ['there is one row', { costs: [{ line: 'staff' }] }, undefined],
    ['there are no rows', {}, undefined],
  ])('%s', (_, answers, said) => {
    expect(judge(rule, answers)).toEqual(said);
  });
});

describe('rows-sum-at-most@1', () => {
  const rule = publishedRule.parse(rowsSumAtMost('funders', 'share', 1, words));
  test.each([
    ['less', { funders: [{ share: 0.3 }, { share: 0.6 }] }, undefined],
    ['as much, in tenths', { funders: [{ share: 0.1 }, { share: 0.2 }, { share: 0.7 }] }, undefined],
    ['more', { funders: [{ share: 0.5 }, { share: 0.51 }] }, complaint],
    ['one is not answered', { funders: [{ share: 1 }, {}] }, undefined],
    ['there are no rows', {}, undefined],
  ])('%s', (_, answers, said) => {
    expect(judge(rule, answers)).toEqual(said);
  });
});

describe('same-year@1', () => {
  const rule = publishedRule.parse(sameYear('from', 'to', 'to', words));
  test.each([
    ['all of a year', { from: '2026-01-01', to: '2026-12-31' }, undefined],
    ['the day after the year', { from: '2026-12-31', to: '2027-01-01' }, complaint],
    ['the same day a year later', { from: '2026-03-01', to: '2027-03-01' }, complaint],
    ['an earlier year', { from: '2026-03-01', to: '2025-03-01' }, undefined],
    ['the first is not answered', { to: '2026-03-01' }, undefined],
    ['the second is not answered', { from: '2026-03-01' }, undefined],
  ])('%s', (_, answers, said) => {
    expect(judge(rule, answers)).toEqual(said);
  });
});

describe('rows-at-most@1', () => {
  const rule = publishedRule.parse(rowsAtMost('mix', 'good', 'made', words));
  test.each([
    ['less', { mix: [{ good: 4, made: 5 }] }, undefined],
    [
      'as many',
      {
        mix: [
          { good: 5, made: 5 },
          { good: 0, made: 0 },
        ],
      },
      undefined,
    ],
    [
      'more in one row, though not together',
      {
        mix: [
          { good: 4, made: 9 },
          { good: 6, made: 5 },
        ],
      },
      complaint,
    ],
    ['a cell is not answered', { mix: [{ good: 4 }, { made: 5 }] }, undefined],
    ['there is no table', {}, undefined],
  ])('%s', (_, answers, said) => {
    expect(judge(rule, answers)).toEqual(said);
  });
});

describe('rows-add-up@1', () => {
  const cells = { table: 'mix', whole: 'made', part: 'good' } as const;
  const rule = publishedRule.parse(rowsAddUp(cells, ['scrap', 'rework'], 'rework', words));
  const mix = [
    { good: 4, made: 5 },
    { good: 6, made: 8 },
  ];
  test.each([
    ['to the wholes', { mix, scrap: 1, rework: 2 }, undefined],
    ['to the wholes, in tenths', { mix: [{ good: 0.1, made: 0.3 }], scrap: 0.2, rework: 0 }, undefined],
    ['to less', { mix, scrap: 1, rework: 1 }, complaint],
    ['to more', { mix, scrap: 1, rework: 3 }, complaint],
    ['before all are answered', { mix, scrap: 4 }, undefined],
    ['before the table is', { scrap: 1, rework: 2 }, undefined],
  ])('%s', (_, answers, said) => {
    expect(judge(rule, answers)).toEqual(said);
  });
});

test('a rule that nobody wrote is no rule', () => {
  const rule = publishedRule.parse({ ...sumAtLeast(1, ['one'], 'one', words), rule: 'made-up@1' });
  expect(() => judge(rule, {})).toThrow('made-up@1');
});
