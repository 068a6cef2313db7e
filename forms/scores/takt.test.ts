import { describe, expect, test } from 'vitest';
import { v1 as flow1, flowEfficiency } from './flow-efficiency.ts';
import { takt, v1 } from './takt.ts';

const fields = { available: 'available', planned: 'pbt', demand: 'demand', ideal: 'pri' } as const;

describe('takt@1', () => {
  test.each([
    ['by the planned time', { pbt: 480, demand: 800, pri: 0.5 }, 0.6, false],
    [
      'by the time that was said to be available',
      { pbt: 480, available: 400, demand: 800, pri: 0.5 },
      0.5,
      false,
    ],
    ['shorter than the ideal time', { pbt: 480, demand: 1000, pri: 0.5 }, 0.48, true],
    ['where the ideal time is not known', { pbt: 480, demand: 800 }, 0.6, undefined],
    ['where nothing is asked for', { pbt: 480, demand: 0, pri: 0.5 }, undefined, undefined],
    ['where there is no time', { demand: 800, pri: 0.5 }, undefined, undefined],
    ['where demand is not known', { pbt: 480, pri: 0.5 }, undefined, undefined],
  ])('%s', (_, answers, pace, isShort) => {
    expect(v1(answers, takt('takt_min', fields))).toBe(pace);
    expect(v1(answers, takt('cannot_meet_demand', fields))).toBe(isShort);
  });
});

describe('flow-efficiency@1', () => {
  test.each([
    ['a tenth of a day in ten', { touch: 144, days: 10 }, 0.01],
    ['all of the time', { touch: 1440, days: 1 }, 1],
    ['longer than the lead time', { touch: 1441, days: 1 }, undefined],
    ['no lead time', { touch: 0, days: 0 }, undefined],
    ['no value-adding time', { touch: 0, days: 3 }, 0],
    ['one missing', { days: 3 }, undefined],
    ['the other missing', { touch: 3 }, undefined],
  ])('%s', (_, answers, value) => {
    expect(flow1(answers, flowEfficiency('touch', 'days'))).toBe(value);
  });
});
