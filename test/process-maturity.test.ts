import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { readerOf } from '../forms/derived/answers.ts';
import { questions, stepsOf } from '../forms/derived/page.ts';
import { fieldsOf } from '../forms/grammar/form-parts.ts';
import type { Values } from '../forms/grammar/reading.ts';
import { pmm30 } from '../forms/instruments/pmm-30.ts';
import { checks, controls, inputs } from '../forms/kinds/all.ts';
import { processMaturity, processMaturityWith } from '../forms/process-maturity.ts';
import { rules } from '../forms/rules/all.ts';
import { scores } from '../forms/scores/all.ts';
import { changed, declaredForm } from './declared-form.ts';

const form = declaredForm(processMaturity);
const steps = stepsOf(form.published);

/** The measurement of the project's definition, statement by statement: one does not apply, nobody knows another. */
const stated = {
  d01: [3, 2, 3],
  d02: [2, 2, 1],
  d03: [3, 2, 3],
  d04: [3, 3, 2],
  d05: [2, 1, 2],
  d06: [2, 2, 1],
  d07: [2, 1, 2],
  d08: [1, 1, 'na'],
  d09: [3, 2, 3],
  d10: [2, 'dk', 'na'],
};
const statements = Object.fromEntries(
  Object.entries(stated).flatMap(([dimension, all]) =>
    all.map((answer, index) => [`${dimension}q${index + 1}`, answer]),
  ),
);
const needsOnly = { company_key: '556036-0793', measured_on: '2026-03-10' };
const known = {
  ...needsOnly,
  scope_text: 'Hela verksamheten',
  respondent_kind: 'consensus',
  needs_ref: '019a1b2c-3d4e-7f60-8a9b-0c1d2e3f4a5b',
  n_respondents_women: 1,
  n_respondents_men: 3,
  n_respondents_undisclosed: 0,
  ...statements,
  comment_d05: 'Stopptid mäts bara på två av maskinerna.',
  report_delivered_on: '2026-03-24',
};

/** What is stored of right answers. */
function stored(sent: Values, of = form): Values {
  const reading = of.read(sent);
  if (!('answers' in reading)) throw new Error(`expected right answers, got ${JSON.stringify(reading)}`);
  return reading.answers;
}

test('it can be published, under the key of a company', () => {
  expect(form.mistakes()).toEqual([]);
});

describe('a measurement with known results', () => {
  const answers = stored(known);
  test.each([
    ['dim_score_d01', 2.6667],
    ['dim_score_d02', 1.6667],
    ['dim_score_d03', 2.6667],
    ['dim_score_d04', 2.6667],
    ['dim_score_d05', 1.6667],
    ['dim_score_d06', 1.6667],
    ['dim_score_d07', 1.6667],
    ['dim_score_d08', 1],
    ['dim_score_d09', 2.6667],
    ['pmm_mean', 2.037],
    ['pmm_index', 40.7407],
    ['focus_pe', 2.0667],
    ['focus_dig', 1.6667],
    ['focus_aut', 1],
    ['dk_share', 0.0333],
  ])('%s is %s', (name, value) => {
    expect(answers[name]).toBeCloseTo(value, 4);
  });

  test('one dimension has too few steps for a mean, and the rest is as defined', () => {
    expect(answers).not.toHaveProperty('dim_score_d10');
    expect(answers).toMatchObject({
      pmm_step: 1,
      low_confidence: false,
      straightlining: false,
      n_respondents_total: 4,
      instrument_version: 'pmm30-1.0',
    });
  });

  test('is read from its page as from a program, and lacks nothing to count', () => {
    expect(form.readFromPage(known)).toEqual({ answers, leftOut: [] });
    expect(form.waitsFor(answers)).toEqual([]);
  });
});

describe('what there is no number for is not computed', () => {
  const without = (...names: string[]) => {
    const isGone = (name: string) => names.some((each) => name.startsWith(each));
    return stored(Object.fromEntries(Object.entries(known).filter(([name]) => !isGone(name))));
  };
  test('with seven dimensions there is no mean of all, and no index', () => {
    const answers = without('d01q', 'd02q');
    expect(answers).not.toHaveProperty('pmm_mean');
    expect(answers).not.toHaveProperty('pmm_index');
    expect(answers.pmm_step).toBe(1);
  });

  test('with eight there is', () => {
    expect(without('d01q').pmm_mean).toBeCloseTo((2.037037 * 9 - 2.666667) / 8, 5);
  });

  test('production efficiency needs four of its five dimensions', () => {
    expect(without('d02q').focus_pe).toBeCloseTo(2.166667, 5);
    expect(without('d02q', 'd06q')).not.toHaveProperty('focus_pe');
  });

  test('without a statement there is nothing but the instrument', () => {
    const computed = fieldsOf(form.published).filter(([, { kind }]) => kind === 'computed');
    const found = computed.map(([name]) => name).filter((name) => stored(needsOnly)[name] !== undefined);
    expect(found).toEqual(['instrument_version']);
  });
});

describe('answers', () => {
  test.each<[string, object, string[]]>([
    ['are accepted as they are', {}, []],
    ['are accepted without what can follow', { report_delivered_on: undefined, d01q1: undefined }, []],
    ['are accepted without a needs analysis', { needs_ref: undefined }, []],
    ['are accepted with a report on the same day', { report_delivered_on: '2026-03-10' }, []],
    ['are accepted of a company with a key of ours', { company_key: 'EF-000012' }, []],
    ['are accepted without a participant', { n_respondents_women: 0, n_respondents_men: 0 }, []],
    ['need a company', { company_key: undefined }, ['company_key 422.1']],
    ['need a date', { measured_on: undefined }, ['measured_on 422.1']],
    [
      'are refused with a report before the measurement',
      { report_delivered_on: '2026-03-09' },
      ['report_delivered_on 422.12'],
    ],
    ['are refused with a step above the scale', { d01q1: 6 }, ['d01q1 422.6']],
    ['are refused with a step below it', { d01q1: -1 }, ['d01q1 422.6']],
    ['are refused with half a step', { d01q1: 2.5 }, ['d01q1 422.6']],
    ['are refused with another reason', { d01q1: 'maybe' }, ['d01q1 422.6']],
    ['are refused with a statement that is not asked', { d01q4: 3 }, ['d01q4 422.2']],
    ['are refused with a mean that was sent', { pmm_mean: 2 }, ['pmm_mean 422.13']],
    ['are refused with a version that was sent', { instrument_version: 'x' }, ['instrument_version 422.13']],
    ['are refused with less than nobody', { n_respondents_men: -1 }, ['n_respondents_men 422.6']],
    ['are refused with another respondent', { respondent_kind: 'expert' }, ['respondent_kind 422.5']],
    ['are refused with a long scope', { scope_text: 'x'.repeat(151) }, ['scope_text 422.4']],
    [
      'are refused with a personnummer in a comment',
      { comment_d05: 'Kontakt 811228-9874' },
      ['comment_d05 422.9'],
    ],
  ])('%s', (_, changes, problems) => {
    expect(form.problems(changed(known, changes))).toEqual(problems);
  });

  test('what they need to count is told', () => {
    expect(form.waitsFor(needsOnly)).toEqual([
      'scope_text',
      'respondent_kind',
      'n_respondents_women',
      'n_respondents_men',
      'n_respondents_undisclosed',
      ...Object.keys(statements),
      'report_delivered_on',
    ]);
  });
});

describe('the page', () => {
  test('asks of one dimension at a time, between the measurement and its results', () => {
    expect(steps.map(({ title }) => title.sv)).toEqual([
      'Mätningen',
      ...pmm30.dimensions.map(({ sv }) => sv),
      'Resultat',
    ]);
    expect(steps.slice(1, -1).map(({ fields }) => fields.map(([name]) => name))).toEqual(
      pmm30.dimensions.map(({ code, statements: asked }) => [
        ...asked.map((statement) => statement.code),
        `dim_score_${code}`,
        `comment_${code}`,
      ]),
    );
  });

  test('shows the mean so far beside the statements of its dimension, and the results at the end', () => {
    const seen = (at: number, lang: 'sv' | 'en', typed: Record<string, string>) => {
      const step = steps[at];
      if (step === undefined) throw new Error(`expected a step ${at}`);
      const answers = readerOf(form.published, { checks, scores, rules }).soFar(typed);
      const page = questions(step, { inputs, controls }, { lang, typed, answers, problems: [] });
      const text = renderToString(h('div', null, page));
      return Array.from(text.matchAll(/<output[^>]*>([^<]*)/g), ([, shown]) => shown);
    };
    expect(seen(1, 'sv', { d01q1: '3', d01q2: '2' })).toEqual(['2,5']);
    expect(seen(1, 'en', { d01q1: '3', d01q2: '2', d01q3: '3' })).toEqual(['2.67']);
    expect(seen(1, 'sv', { d01q1: '3', d01q2: 'na', d01q3: 'dk' })).toEqual(['–']);
    const typed = Object.fromEntries(
      Object.entries(statements).map(([name, value]) => [name, String(value)]),
    );
    expect(seen(11, 'sv', typed)).toEqual([
      '2,04',
      '40,7',
      '1',
      '2,07',
      '1,67',
      '1',
      '3\u00a0%',
      'Nej',
      'Nej',
    ]);
  });
});

test('statements and means stay confidential; the step, what is counted and how sure it is are analysed', () => {
  const { analytic, confidential } = {
    analytic: form.lake('analytic'),
    confidential: form.lake('confidential'),
  };
  expect(analytic.process_maturity).toEqual([
    'measured_on',
    'scope_text_length',
    'respondent_kind',
    'needs_ref',
    'instrument_version',
    'n_respondents_women',
    'n_respondents_men',
    'n_respondents_undisclosed',
    'n_respondents_total',
    ...pmm30.dimensions.map(({ code }) => `comment_${code}_length`),
    'pmm_step',
    'low_confidence',
    'straightlining',
    'report_delivered_on',
  ]);
  expect(confidential.process_maturity).toEqual(
    expect.arrayContaining(['scope_text', 'd01q1', 'd01q1_missing_reason', 'dim_score_d01', 'pmm_mean']),
  );
});

describe('PMM-30', () => {
  test('has ten dimensions of three statements, each with words and a code of its own', () => {
    expect(pmm30.dimensions.map((each) => each.statements.length)).toEqual(
      Array.from({ length: 10 }, () => 3),
    );
    const items = pmm30.dimensions.flatMap((each) => [
      { code: each.code, sv: each.sv, en: each.en },
      ...each.statements,
    ]);
    const distinct = (words: readonly string[]) => new Set(words).size;
    expect(items).toHaveLength(40);
    expect(distinct(items.map(({ code }) => code))).toBe(40);
    expect(distinct(items.map(({ sv }) => sv))).toBe(40);
    expect(distinct(items.map(({ en }) => en))).toBe(40);
  });

  test('its focus areas are made of its dimensions', () => {
    const codes: readonly string[] = pmm30.dimensions.map(({ code }) => code);
    expect(
      pmm30.focuses.flatMap(({ dimensions }) => dimensions).filter((each) => !codes.includes(each)),
    ).toEqual([]);
  });
});

/** A question set that is nobody's: another scale, other dimensions that do not weigh the same, other reasons. */
const licensed = {
  version: 'flow-2.1',
  name: { sv: 'Flödestestet', en: 'The flow test' },
  scale: {
    from: 1,
    to: 4,
    labels: {
      1: { sv: 'Nej', en: 'No' },
      2: { sv: 'Delvis', en: 'Partly' },
      3: { sv: 'Mest', en: 'Mostly' },
      4: { sv: 'Helt', en: 'Wholly' },
    },
    none: [{ code: 'unsure', sv: 'Osäkert', en: 'Unsure' }],
    doNotKnow: 'unsure',
    missing: { sv: 'Välj ett steg.', en: 'Choose a step.' },
  },
  dimensions: [
    {
      code: 'pull',
      sv: 'Dragande flöde',
      en: 'Pull',
      weight: 3,
      statements: [
        { code: 'pull_a', sv: 'Kunden drar', en: 'The customer pulls' },
        { code: 'pull_b', sv: 'Lagret är litet', en: 'Stock is small' },
      ],
    },
    {
      code: 'pace',
      sv: 'Jämn takt',
      en: 'Even pace',
      statements: [
        { code: 'pace_a', sv: 'Takten är känd', en: 'Takt is known' },
        { code: 'pace_b', sv: 'Takten hålls', en: 'Takt is kept' },
      ],
    },
  ],
  statementsLeast: 1,
  dimensionsLeast: 2,
  focuses: [{ code: 'focus_flow', sv: 'Flöde', en: 'Flow', dimensions: ['pull'], least: 1 }],
} as const;

describe('another question set takes the place of PMM-30', () => {
  const other = declaredForm(processMaturityWith(licensed));
  const sent = { ...needsOnly, pull_a: 4, pull_b: 'unsure', pace_a: 2, pace_b: 1 };

  test('can be published, and asks its own questions', () => {
    expect(other.mistakes()).toEqual([]);
    expect(stepsOf(other.published).map(({ title }) => title.en)).toEqual([
      'The measurement',
      'Pull',
      'Even pace',
      'Results',
    ]);
    expect(other.published.intro.sv).toContain('Flödestestet');
    expect(other.problems({ ...sent, d01q1: 3 })).toEqual(['d01q1 422.2']);
  });

  test('has its own scale', () => {
    expect(other.problems({ ...sent, pull_a: 0 })).toEqual(['pull_a 422.6']);
    expect(other.problems({ ...sent, pull_a: 5 })).toEqual(['pull_a 422.6']);
    expect(other.problems({ ...sent, pull_a: 'na' })).toEqual(['pull_a 422.6']);
  });

  test('has its own means, weights, index and step', () => {
    expect(stored(sent, other)).toMatchObject({
      instrument_version: 'flow-2.1',
      dim_score_pull: 4,
      dim_score_pace: 1.5,
      // Three parts of 4 and one of 1.5, of a scale to 4.
      pmm_mean: 3.375,
      pmm_index: 84.375,
      focus_flow: 4,
      pmm_step: 1,
      dk_share: 0.25,
      low_confidence: true,
      straightlining: false,
    });
  });
});
