import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { readerOf } from '../forms/derived/answers.ts';
import { questions, stepsOf } from '../forms/derived/page.ts';
import { fieldsOf } from '../forms/grammar/form-parts.ts';
import type { Values } from '../forms/grammar/reading.ts';
import type { TypedFields } from '../forms/grammar/typed.ts';
import { checks, controls, inputs } from '../forms/kinds/all.ts';
import { productionAnalysis } from '../forms/production-analysis.ts';
import { rules } from '../forms/rules/all.ts';
import { scores } from '../forms/scores/all.ts';
import { changed, declaredForm } from './declared-form.ts';

const form = declaredForm(productionAnalysis);
const steps = stepsOf(form.published);

const needsOnly = { company_key: '556036-0793', object_name: 'Svarv 3', period_end: '2026-03-12' };
/** A shift with known results. */
const shift = {
  pbt_min: 480,
  loss_breakdown_min: 30,
  loss_changeover_min: 25,
  loss_waiting_min: 5,
  loss_other_stop_min: 0,
  pri_min_per_unit: 0.5,
  pq: 720,
  gq: 700,
  scrap_q: 12,
  rework_q: 8,
};
const known = {
  ...needsOnly,
  period_start: '2026-03-10',
  ...shift,
  loss_minor_stops_min: 12,
  startup_reject_q: 4,
  object_kind: 'machine',
  is_bottleneck: 'yes',
  n_shifts: 3,
  data_source: 'observation',
  needs_ref: '019a1b2c-3d4e-7f60-8a9b-0c1d2e3f4a5b',
  n_changeovers: 2,
  demand_units: 800,
  lead_time_days: 10,
  touch_time_min: 144,
  wip_units: 40,
  inventory_value_sek: 250_000,
  cogs_year_sek: 1_000_000,
  total_orders: 40,
  on_time_orders: 34,
  operators: 1.5,
  output_value_sek: 90_000,
  energy_kwh: 350,
  ws_value_adding: 171,
  ws_supporting: 60,
  ws_non_value: 69,
  potential_text: 'Ställtiden kan halveras.',
  recommendations: [
    { text: 'Inför SMED på svarven.', area: 'production_efficiency', effect: 'high', effort: 'low' },
  ],
  report_delivered_on: '2026-03-24',
};
const mixed = {
  ...known,
  several_products: true,
  pri_min_per_unit: undefined,
  pq: undefined,
  gq: undefined,
  mix: [
    { item: 'Axel', pri: 0.5, pq: 400, gq: 390 },
    { item: 'Fläns', pri: 1.25, pq: 128, gq: 120 },
  ],
  rework_q: 6,
};
const [axle, flange] = mixed.mix;

/** What is stored of right answers. */
function stored(sent: Values): Values {
  const reading = form.read(sent);
  if (!('answers' in reading)) throw new Error(`expected right answers, got ${JSON.stringify(reading)}`);
  return reading.answers;
}

test('it can be published, under the key of a company', () => {
  expect(form.mistakes()).toEqual([]);
});

describe('a shift with known results', () => {
  const answers = stored(known);
  test.each([
    ['apt_min', 420],
    ['availability', 0.875],
    ['performance', 0.857143],
    ['quality', 0.972222],
    ['oee', 0.729167],
    ['takt_min', 0.6],
    ['changeover_avg_min', 12.5],
    ['setup_ratio', 25 / 445],
    ['flow_efficiency', 0.01],
    ['inventory_turns', 4],
    ['on_time_share', 0.85],
    ['energy_per_good_unit', 0.5],
    ['ws_va_share', 0.57],
    ['scrap_ratio', 12 / 720],
    ['rework_ratio', 8 / 720],
    ['first_pass_yield', 0.972222],
    ['loss_speed_min', 48],
    ['loss_quality_min', 10],
    ['loss_share_changeover', 25 / 480],
  ])('%s is %s', (name, value) => {
    expect(answers[name]).toBeCloseTo(value, 6);
  });

  test('half its interval is 5.6 percentage points', () => {
    expect(answers.ws_ci95).toBeCloseTo(0.056, 3);
  });

  test('nothing about it is doubtful, and its class is told', () => {
    expect(answers).toMatchObject({
      ideal_cycle_too_long: false,
      cannot_meet_demand: false,
      low_n: false,
      oee_class: '60_85',
    });
  });

  test('its shares of loss and its OEE are 1 together', () => {
    const losses = Object.entries(answers).filter(([name]) => name.startsWith('loss_share_'));
    expect(losses).toHaveLength(7);
    expect(losses.reduce((sum, [, share]) => sum + Number(share), Number(answers.oee))).toBeCloseTo(1, 9);
  });

  test('is read from its page as from a program, and lacks nothing to count', () => {
    expect(form.readFromPage(known)).toEqual({ answers, leftOut: [] });
    expect(form.waitsFor(answers)).toEqual([]);
  });
});

describe('several products', () => {
  const answers = stored(changed(mixed, {}));
  test('are asked of instead of one, and their ideal times are weighed together', () => {
    expect(answers.oee).toBeCloseTo(345 / 480, 9);
    expect(answers.quality).toBeCloseTo(345 / 360, 9);
    expect(answers.first_pass_yield).toBeCloseTo(510 / 528, 9);
    expect(answers.energy_per_good_unit).toBeCloseTo(350 / 510, 9);
    expect(answers).toMatchObject({ pq_total: 528, gq_total: 510, cannot_meet_demand: true });
    expect(form.waitsFor(answers)).toEqual([]);
  });

  test('have to be named before they count', () => {
    expect(form.waitsFor(stored(changed(mixed, { mix: undefined })))).toEqual(['mix']);
  });
});

describe('what there is no number for is not computed', () => {
  test.each<[string, object, string[]]>([
    ['no stop is told', { loss_waiting_min: undefined }, ['apt_min', 'availability', 'oee', 'oee_class']],
    [
      'nothing was produced',
      { pq: 0, gq: 0, scrap_q: 0, rework_q: 0, startup_reject_q: 0 },
      ['quality', 'oee', 'scrap_ratio'],
    ],
    ['nothing was changed over', { n_changeovers: 0 }, ['changeover_avg_min']],
    ['no demand is told', { demand_units: undefined }, ['takt_min', 'cannot_meet_demand']],
    ['more time adds value than there is', { touch_time_min: 20_000 }, ['flow_efficiency']],
    ['there is no stock', { inventory_value_sek: 0 }, ['inventory_turns']],
    ['nothing was good', { gq: 0, scrap_q: 712 }, ['energy_per_good_unit']],
    [
      'nothing was observed',
      { ws_value_adding: 0, ws_supporting: 0, ws_non_value: 0 },
      ['ws_va_share', 'ws_ci95', 'low_n'],
    ],
  ])('where %s', (_, changes, names) => {
    const before = stored(known);
    const answers = stored(changed(known, changes));
    expect(names.filter((name) => before[name] === undefined || answers[name] !== undefined)).toEqual([]);
  });

  test('without figures there is nothing computed', () => {
    const computed = fieldsOf(form.published).filter(([, { kind }]) => kind === 'computed');
    expect(computed.filter(([name]) => stored(needsOnly)[name] !== undefined)).toEqual([]);
  });
});

describe('what is doubtful is told, and not refused', () => {
  test.each([
    ['a performance over 1', { pq: 1000, gq: 980 }, { ideal_cycle_too_long: true, performance: 500 / 420 }],
    ['a takt shorter than the ideal time', { demand_units: 1000 }, { cannot_meet_demand: true }],
    [
      'a takt by less time than was planned',
      { available_time_min: 300 },
      { cannot_meet_demand: true, takt_min: 0.375 },
    ],
    ['few observations', { ws_value_adding: 50, ws_supporting: 20, ws_non_value: 29 }, { low_n: true }],
  ])('%s', (_, changes, told) => {
    expect(stored(changed(known, changes))).toMatchObject(told);
  });
});

describe('answers', () => {
  test.each<[string, object, string[]]>([
    ['are accepted as they are', {}, []],
    ['are accepted of one day', { period_start: '2026-03-12' }, []],
    ['are accepted without a needs analysis', { needs_ref: undefined }, []],
    ['are accepted without work sampling', changedAll('ws_', undefined), []],
    ['are accepted without orders', { total_orders: undefined, on_time_orders: undefined }, []],
    ['are accepted where it is said that there is one product', { several_products: false }, []],
    ['need a company', { company_key: undefined }, ['company_key 422.1']],
    ['need an object', { object_name: undefined }, ['object_name 422.1']],
    ['need the last day', { period_end: undefined }, ['period_end 422.1']],
    [
      'are refused with a period that ends before it begins',
      { period_start: '2026-03-13' },
      ['period_end 422.12'],
    ],
    ['are refused without planned time', { pbt_min: 0 }, ['pbt_min 422.6']],
    ['are refused with less than no time', { loss_waiting_min: -1 }, ['loss_waiting_min 422.6']],
    ['are refused with no ideal time', { pri_min_per_unit: 0 }, ['pri_min_per_unit 422.6']],
    ['are refused with less than no units', { gq: -1 }, ['gq 422.6']],
    ['are refused with stops longer than the time', { loss_breakdown_min: 450.1 }, ['pbt_min 422.12']],
    [
      'are refused with more good than produced',
      { gq: 721, scrap_q: undefined, startup_reject_q: undefined },
      ['gq 422.12'],
    ],
    ['are refused where what was not good does not add up', { rework_q: 9 }, ['rework_q 422.12']],
    ['are accepted before it can add up', { rework_q: undefined }, []],
    [
      'are refused with more rejects at start-up than scrap',
      { startup_reject_q: 13 },
      ['startup_reject_q 422.12'],
    ],
    ['are refused with more orders on time than orders', { on_time_orders: 41 }, ['on_time_orders 422.12']],
    ['are refused with half a unit', { scrap_q: 1.5 }, ['scrap_q 422.6']],
    ['are refused with no shift', { n_shifts: 0 }, ['n_shifts 422.6']],
    ['are refused with no demand', { demand_units: 0 }, ['demand_units 422.6']],
    ['are refused with another source', { data_source: 'guess' }, ['data_source 422.5']],
    ['are refused with an OEE that was sent', { oee: 0.9 }, ['oee 422.13']],
    ['are refused with a time that was computed', { apt_min: 420 }, ['apt_min 422.13']],
    ['are refused with some of the observations', { ws_supporting: undefined }, ['ws_supporting 422.1']],
    [
      'are refused with one of the observations',
      { ws_supporting: undefined, ws_value_adding: undefined },
      ['ws_value_adding 422.1', 'ws_supporting 422.1'],
    ],
    ['are refused with orders on time of none', { total_orders: undefined }, ['total_orders 422.1']],
    [
      'are refused with orders of which none is told',
      { on_time_orders: undefined },
      ['on_time_orders 422.1'],
    ],
    ['are refused with a mix beside one product', { mix: mixed.mix }, ['mix 422.11']],
    [
      'are refused with one product beside a mix',
      { several_products: true, mix: mixed.mix, rework_q: 6 },
      ['pri_min_per_unit 422.11', 'pq 422.11', 'gq 422.11'],
    ],
    ['are accepted of several products', mixed, []],
    [
      'are accepted with all of a product good',
      { ...mixed, mix: [{ ...axle, gq: 400 }, flange], scrap_q: 4, rework_q: 4 },
      [],
    ],
    [
      'are refused with more good than produced of one product, though not of all together',
      {
        ...mixed,
        mix: [
          { ...axle, gq: 380 },
          { ...flange, gq: 130 },
        ],
      },
      ['mix 422.12'],
    ],
    [
      'are refused where what was not good of several products does not add up',
      { ...mixed, rework_q: 7 },
      ['rework_q 422.12'],
    ],
    [
      'are accepted of several products before it can add up',
      { ...mixed, scrap_q: undefined, startup_reject_q: undefined },
      [],
    ],
    ['are accepted with a report on the last day', { report_delivered_on: '2026-03-12' }, []],
    [
      'are refused with a report before the last day',
      { report_delivered_on: '2026-03-11' },
      ['report_delivered_on 422.12'],
    ],
    [
      'are refused with a product that lacks figures',
      { ...mixed, mix: [{ item: 'Axel', pri: 0.5 }] },
      ['mix.0.pq 422.1', 'mix.0.gq 422.1'],
    ],
    [
      'are refused with a recommendation of nothing',
      { recommendations: [{ effect: 'high' }] },
      ['recommendations.0.text 422.1'],
    ],
    [
      'are refused with a personnummer in a recommendation',
      { recommendations: [{ text: 'Ring 811228-9874' }] },
      ['recommendations.0.text 422.9'],
    ],
  ])('%s', (_, changes, problems) => {
    expect(form.problems(changed(known, changes))).toEqual(problems);
  });

  test('a decimal comma is read', () => {
    expect(stored({ ...known, pri_min_per_unit: '0,5', lead_time_days: '12,25' })).toMatchObject({
      pri_min_per_unit: 0.5,
      lead_time_days: 12.25,
    });
  });

  test('what they need to count is told', () => {
    expect(form.waitsFor(needsOnly)).toEqual([
      'period_start',
      ...Object.keys(shift),
      'object_kind',
      'n_shifts',
      'data_source',
      'n_changeovers',
      'recommendations',
      'report_delivered_on',
    ]);
    const [recommendation] = known.recommendations;
    const bare = { ...known, recommendations: [recommendation, { text: 'Mät stopptid.' }] };
    expect(form.waitsFor(stored(bare))).toEqual([
      'recommendations.1.area',
      'recommendations.1.effect',
      'recommendations.1.effort',
    ]);
  });
});

/** Every question whose id begins so, answered with this. */
function changedAll(begins: string, answer: unknown): object {
  return Object.fromEntries(
    Object.keys(known)
      .filter((name) => name.startsWith(begins))
      .map((name) => [name, answer]),
  );
}

describe('the page', () => {
  test('begins with time and quantity', () => {
    expect(steps.map(({ title }) => title.sv)).toEqual([
      'Objekt, tid och antal',
      'Om mätningen',
      'Flöde och efterfrågan',
      'Frekvensstudie',
      'Förluster',
      'Rekommendationer',
    ]);
    expect(steps[0]?.fields.map(([name]) => name)).toEqual(
      expect.arrayContaining(['company_key', ...Object.keys(shift), 'oee']),
    );
  });

  test('shows OEE as it is written, in per cent, and its losses at the end', () => {
    const typed: TypedFields = Object.fromEntries(
      Object.entries(shift).map(([name, value]) => [name, String(value).replace('.', ',')]),
    );
    expect(seen(0, typed)).toEqual([
      '420',
      '87,5\u00a0%',
      '85,7\u00a0%',
      'Nej',
      '97,2\u00a0%',
      '72,9\u00a0%',
    ]);
    expect(seen(0, { ...typed, gq: '' }).slice(-2)).toEqual(['–', '–']);
    expect(seen(4, typed).slice(0, 4)).toEqual(['60', '10', '6,3\u00a0%', '5,2\u00a0%']);
  });

  function seen(at: number, typed: TypedFields): (string | undefined)[] {
    const step = steps[at];
    if (step === undefined) throw new Error(`expected a step ${at}`);
    const answers = readerOf(form.published, { checks, scores, rules }).soFar(typed);
    const page = questions(step, { inputs, controls }, { lang: 'sv', typed, answers, problems: [] });
    const text = renderToString(h('div', null, page));
    return Array.from(text.matchAll(/<output[^>]*>([^<]*)/g), ([, shown]) => shown);
  }
});

test('figures and words stay confidential; codes, what is doubtful and the period are analysed', () => {
  expect(form.lake('analytic')).toEqual({
    production_analysis: [
      'object_name_length',
      'period_start',
      'period_end',
      'several_products',
      'ideal_cycle_too_long',
      'oee_class',
      'object_kind',
      'is_bottleneck',
      'n_shifts',
      'data_source',
      'needs_ref',
      'cannot_meet_demand',
      'low_n',
      'potential_text_length',
      'report_delivered_on',
    ],
    production_analysis__mix: ['row_no', 'item_length'],
    production_analysis__recommendations: ['row_no', 'text_length', 'area', 'effect', 'effort'],
  });
  const confidential = form.lake('confidential');
  expect(confidential.production_analysis).toEqual(
    expect.arrayContaining([...Object.keys(shift), 'oee', 'apt_min']),
  );
  expect(confidential.production_analysis__mix).toEqual(['row_no', 'item', 'pri', 'pq', 'gq']);
});
