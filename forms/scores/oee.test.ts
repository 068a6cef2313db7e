import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oeeClasses } from '../lists/oee-classes.ts';
import { v1 as classOf, effectivenessClass } from './effectiveness-class.ts';
import { idealCycleTooLong, oee, v1 } from './oee.ts';

const fields = {
  planned: 'pbt',
  stops: ['breakdown', 'changeover', 'waiting', 'other'],
  minorStops: 'minor',
  ideal: 'pri',
  produced: 'pq',
  good: 'gq',
  mix: 'mix',
} as const;
type Result = Parameters<typeof oee>[0];
type Answers = Readonly<Record<string, unknown>>;

function resultOf(result: Result, answers: Answers): number {
  const value = v1(answers, oee(result, fields));
  return typeof value === 'number' ? value : Number.NaN;
}
function hasNo(result: Result, answers: Answers): boolean {
  return v1(answers, oee(result, fields)) === undefined;
}
const isTooLong = (answers: Answers) => v1(answers, idealCycleTooLong(fields));

/** A shift with known results. */
const shift = { pbt: 480, breakdown: 30, changeover: 25, waiting: 5, other: 0, pri: 0.5, pq: 720, gq: 700 };
const times = ['pbt', 'breakdown', 'changeover', 'waiting', 'other'] as const;

describe('a shift with known results', () => {
  test.each<[Result, number]>([
    ['apt_min', 420],
    ['availability', 0.875],
    ['performance', 0.857143],
    ['quality', 0.972222],
    ['oee', 0.729167],
    ['loss_speed_min', 60],
    ['loss_quality_min', 10],
    ['good_time_min', 350],
    ['pq_total', 720],
    ['gq_total', 700],
    ['pri_mean_min_per_unit', 0.5],
  ])('%s is %s', (result, value) => {
    expect(resultOf(result, shift)).toBeCloseTo(value, 6);
  });

  test('its minor stops are no speed loss', () => {
    expect(resultOf('loss_speed_min', { ...shift, minor: 12.5 })).toBe(47.5);
  });
});

describe('several products', () => {
  const mix = [
    { item: 'A', pri: 0.5, pq: 400, gq: 390 },
    { item: 'B', pri: 1.25, pq: 128, gq: 120 },
  ];
  const { pri: _, pq: __, gq: ___, ...time } = shift;
  test.each<[Result, number]>([
    ['performance', 360 / 420],
    ['quality', 345 / 360],
    ['oee', 345 / 480],
    ['pq_total', 528],
    ['gq_total', 510],
    ['pri_mean_min_per_unit', 360 / 528],
    ['loss_quality_min', 15],
  ])('%s is of them all', (result, value) => {
    expect(resultOf(result, { ...time, mix })).toBeCloseTo(value, 9);
  });

  test('stand instead of the single one', () => {
    expect(resultOf('oee', { ...shift, mix })).toBe(resultOf('oee', { ...time, mix }));
  });

  test('one of them alone is as the single one', () => {
    const alone = { ...time, mix: [{ item: 'A', pri: 0.5, pq: 720, gq: 700 }] };
    for (const result of ['performance', 'quality', 'oee', 'loss_speed_min'] as const) {
      expect(resultOf(result, alone)).toBeCloseTo(resultOf(result, shift), 12);
    }
  });

  test('where one lacks a number, or has more good than produced, there is no OEE', () => {
    expect(hasNo('oee', { ...time, mix: [...mix, { item: 'C', pri: 1, pq: 2 }] })).toBe(true);
    expect(hasNo('oee', { ...time, mix: [...mix, { item: 'C', pri: 1, pq: 2, gq: 3 }] })).toBe(true);
  });
});

describe('there is none', () => {
  test.each<[string, Answers, readonly Result[]]>([
    ['where nothing was produced', { ...shift, pq: 0, gq: 0 }, ['quality', 'oee', 'pri_mean_min_per_unit']],
    ['where all time was stops', { ...shift, breakdown: 450 }, ['performance', 'oee']],
    [
      'where stops are longer than the time',
      { ...shift, breakdown: 451 },
      ['apt_min', 'availability', 'oee'],
    ],
    [
      'where more is good than produced',
      { ...shift, gq: 721 },
      ['quality', 'oee', 'gq_total', 'good_time_min'],
    ],
    ...times.map((name): [string, Answers, Result[]] => [
      `where ${name} is missing`,
      { ...shift, [name]: undefined },
      ['apt_min', 'availability', 'performance', 'oee', 'loss_speed_min'],
    ]),
    [
      'where the ideal time is missing',
      { ...shift, pri: undefined },
      ['performance', 'oee', 'loss_speed_min'],
    ],
    ['where nothing is answered', {}, ['apt_min', 'performance', 'quality', 'oee', 'pq_total']],
  ])('%s', (_, answers, results) => {
    expect(results.filter((result) => !hasNo(result, answers))).toEqual([]);
  });

  test('but what follows from the others is there', () => {
    expect(resultOf('quality', { pq: 720, gq: 700 })).toBeCloseTo(0.972222, 6);
    expect(resultOf('availability', { ...shift, pri: undefined })).toBe(0.875);
    expect(resultOf('availability', { ...shift, breakdown: 450 })).toBe(0);
  });
});

describe('an ideal time that is too long', () => {
  const quick = { ...shift, pq: 1000, gq: 1000 };
  test('is told, and performance is not cut off', () => {
    expect(isTooLong(quick)).toBe(true);
    expect(resultOf('performance', quick)).toBeCloseTo(500 / 420, 12);
    expect(resultOf('loss_speed_min', quick)).toBe(-80);
  });

  test.each([
    ['a performance of less than 1', shift, false],
    // 0.7 × 600 is a little less than 420 in binary fractions, 0.1 × 3 a little more than 0.3.
    ['one of 1', { ...shift, pri: 0.7, pq: 600, gq: 600 }, false],
    ['one of 1 of tenths', { ...shift, pbt: 60.3, pri: 0.1, pq: 3, gq: 3 }, false],
    ['a missing part', { ...shift, pri: undefined }, undefined],
  ])('%s', (_, answers, value) => {
    expect(isTooLong(answers)).toBe(value);
  });
});

/** Right figures: stops within the planned time, good units among the produced. In tenths of minutes. */
const figures = fc
  .tuple(
    fc.array(fc.nat(50_000), { minLength: 5, maxLength: 5 }),
    fc.integer({ min: 1, max: 100_000 }),
    fc.integer({ min: 1, max: 1_000_000 }),
    fc.integer({ min: 1, max: 100_000 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([stops, running, ideal, pq, goodShare]) => {
    const [breakdown = 0, changeover = 0, waiting = 0, other = 0, minor = 0] = stops.map((each) => each / 10);
    const stopped = stops.slice(0, 4).reduce((sum, each) => sum + each, 0);
    const pbt = (stopped + running) / 10;
    return {
      ...{ pbt, breakdown, changeover, waiting, other, minor, pri: ideal / 10_000, pq },
      gq: Math.floor(pq * goodShare),
    };
  });

describe('of all right figures', () => {
  test('the losses and the good time are the planned time', () => {
    fc.assert(
      fc.property(figures, (given) => {
        const losses = [
          'loss_speed_min',
          'loss_quality_min',
          'good_time_min',
        ] as const satisfies readonly Result[];
        const found = losses.map((result) => resultOf(result, given)).reduce((sum, each) => sum + each, 0);
        const { breakdown, changeover, waiting, other, minor, pbt } = given;
        const stops = breakdown + changeover + waiting + other + minor;
        expect((found + stops) / pbt).toBeCloseTo(1, 6);
      }),
    );
  });

  test('OEE is the product of the three, and the ideal time of what was good by the planned time', () => {
    fc.assert(
      fc.property(figures, (given) => {
        const [one, two, three] = (['availability', 'performance', 'quality'] as const).map((result) =>
          resultOf(result, given),
        );
        expect(resultOf('oee', given)).toBe(Number(one) * Number(two) * Number(three));
        const expected = (given.pri * given.gq) / given.pbt;
        expect(resultOf('oee', given) / (expected || 1)).toBeCloseTo(expected === 0 ? 0 : 1, 5);
      }),
    );
  });

  test('more that is good is never a lower OEE, and a longer stop never a higher availability', () => {
    fc.assert(
      fc.property(figures, fc.nat(100_000), (given, more) => {
        const better = { ...given, gq: Math.min(given.pq, given.gq + more) };
        expect(resultOf('oee', better)).toBeGreaterThanOrEqual(resultOf('oee', given));
        const longer = { ...given, waiting: given.waiting + Math.min(more / 10, resultOf('apt_min', given)) };
        expect(resultOf('availability', longer)).toBeLessThanOrEqual(resultOf('availability', given));
      }),
    );
  });

  test('availability and quality are from 0 to 1', () => {
    fc.assert(
      fc.property(figures, (given) => {
        for (const result of ['availability', 'quality'] as const) {
          expect(resultOf(result, given)).toBeGreaterThanOrEqual(0);
          expect(resultOf(result, given)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

test('nothing that is ever answered gives what is no number', () => {
  const anything = fc.option(fc.oneof(fc.constantFrom(0, -1, 'x', null), fc.double()), { nil: undefined });
  const answers = fc.record(
    Object.fromEntries([...times, 'minor', 'pri', 'pq', 'gq'].map((name) => [name, anything])),
  );
  const results = ['apt_min', 'availability', 'performance', 'quality', 'oee', 'loss_speed_min'] as const;
  fc.assert(
    fc.property(answers, (given) => {
      for (const result of results) {
        const value = v1(given, oee(result, fields));
        expect(value === undefined || Number.isFinite(value)).toBe(true);
      }
    }),
  );
});

describe('the class of an OEE', () => {
  test.each([
    [0, 'lt40'],
    [0.3999, 'lt40'],
    [0.4, '40_60'],
    [0.729167, '60_85'],
    [0.6, '60_85'],
    [0.85, 'ge85'],
    // Of 0.9, 0.95 and what makes it 0.85, in binary fractions.
    [0.9 * 0.95 * (0.85 / (0.9 * 0.95)), 'ge85'],
    [1.2, 'ge85'],
    [undefined, undefined],
  ])('%s is %s', (value, code) => {
    expect(classOf({ oee: value }, effectivenessClass('oee'))).toBe(code);
  });

  test('is always one of the list', () => {
    const codes = oeeClasses.options.map(({ code }) => code);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 2, noNaN: true }), (value) => {
        expect(codes).toContain(classOf({ oee: value }, effectivenessClass('oee')));
      }),
    );
  });
});
