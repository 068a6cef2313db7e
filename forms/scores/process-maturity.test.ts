import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { processMaturity, v1 } from './process-maturity.ts';

const statements = Array.from({ length: 30 }, (_, index) => `q${index + 1}`);
const scale = { highest: 5, doNotKnow: 'dk' };

/** Answers to the statements in their order, as `3 2 na`. */
function answering(written: string): Record<string, unknown> {
  const answers = written.split(' ').map((each) => (/^\d$/.test(each) ? Number(each) : each));
  return Object.fromEntries(answers.map((answer, index) => [`q${index + 1}`, answer]));
}

function resultOf(result: Parameters<typeof processMaturity>[0], answers: Record<string, unknown>) {
  return v1(answers, processMaturity(result, statements, scale));
}

/** The measurement of the project's definition: one statement does not apply, and nobody knows one. */
const known = answering('3 2 3 2 2 1 3 2 3 3 3 2 2 1 2 2 2 1 2 1 2 1 1 na 3 2 3 2 dk na');
const { q30: _, ...unfinished } = known;

describe('a measurement with known results', () => {
  // Of the 27 numbers, 21 reach 2: less than 80 %.
  test.each([
    ['pmm_step', 1],
    ['dk_share', 1 / 30],
    ['low_confidence', false],
    ['straightlining', false],
  ] as const)('%s is %s', (result, value) => {
    expect(resultOf(result, known)).toBe(value);
  });

  test('its index is 20 times its mean', () => {
    const settings = processMaturity('pmm_index', ['mean'], scale);
    expect(v1({ mean: 2.037037037037037 }, settings)).toBeCloseTo(40.740741, 6);
    expect(v1({}, settings)).toBeUndefined();
  });
});

describe('the step is the highest that at least 80 % of the numbers reach', () => {
  test.each([
    ['exactly 80 %', '5 5 5 5 0', 5],
    ['a little less', '5 5 5 0', 0],
    ['four of five reach 2, and all 1', '2 3 4 5 1', 2],
    ['reasons for none are no numbers', '4 na dk na', 4],
    ['all at the bottom', '0 0', 0],
    ['no number', 'na dk', undefined],
  ])('%s', (_, written, step) => {
    expect(resultOf('pmm_step', answering(written))).toBe(step);
  });
});

describe('what nobody knows is a share of what is answered', () => {
  test.each([
    ['exactly a fifth is not too much', 'dk 1 2 na 3', 0.2, false],
    ['more is', 'dk dk 1 2 3', 0.4, true],
    ['what does not apply is known', 'na na na', 0, false],
    ['nobody knew anything', 'dk', 1, true],
  ])('%s', (_, written, share, isLow) => {
    expect(resultOf('dk_share', answering(written))).toBe(share);
    expect(resultOf('low_confidence', answering(written))).toBe(isLow);
  });
});

describe('the same answer to all', () => {
  const all = (answer: string) => answering(statements.map(() => answer).join(' '));
  test.each([
    ['of a step', all('3'), true],
    ['of a reason', all('dk'), true],
    ['but for one', { ...all('3'), q30: 4 }, false],
    ['where one is not answered yet', unfinished, undefined],
    ['where nothing is', {}, undefined],
  ])('%s', (_, answers, value) => {
    expect(resultOf('straightlining', answers)).toBe(value);
  });
});

test.each(['pmm_index', 'pmm_step', 'dk_share', 'low_confidence', 'straightlining'] as const)(
  'without answers there is no %s',
  (result) => {
    expect(resultOf(result, {})).toBeUndefined();
  },
);

test('the step does not fall when an answer rises, and is reached by four of five', () => {
  const answer = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constantFrom('na', 'dk'));
  fc.assert(
    fc.property(fc.array(answer, { minLength: 1, maxLength: 30 }), fc.nat(29), (given, place) => {
      const answers = Object.fromEntries(given.map((each, index) => [`q${index + 1}`, each]));
      const step = resultOf('pmm_step', answers);
      const numbers = given.filter((each) => typeof each === 'number');
      if (numbers.length === 0) {
        expect(step).toBeUndefined();
        return;
      }
      expect(numbers.filter((each) => each >= Number(step)).length / numbers.length).toBeGreaterThanOrEqual(
        0.8,
      );
      const name = `q${(place % given.length) + 1}`;
      if (typeof answers[name] !== 'number') return;
      const raised = resultOf('pmm_step', { ...answers, [name]: 5 });
      expect(Number(raised)).toBeGreaterThanOrEqual(Number(step));
    }),
  );
});
