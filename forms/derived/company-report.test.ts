import { describe, expect, test } from 'vitest';
import { analysed, measured, mostOf, nearlyNothing, visited } from '../../test/company-report-answers.ts';
import { changed, declaredForm } from '../../test/declared-form.ts';
import type { Values } from '../grammar/reading.ts';
import type { Lang } from '../grammar/words.ts';
import { shows } from '../kinds/all.ts';
import { needsAnalysis } from '../needs-analysis.ts';
import { processMaturity } from '../process-maturity.ts';
import { productionAnalysis } from '../production-analysis.ts';
import type { Points } from './company-report/model.ts';
import { companyReport } from './company-report.ts';

const forms = {
  'process-maturity': declaredForm(processMaturity),
  'production-analysis': declaredForm(productionAnalysis),
  'needs-analysis': declaredForm(needsAnalysis),
};

/** The report of right answers. */
function reportOf(id: keyof typeof forms, sent: Values, lang: Lang = 'sv') {
  const form = forms[id];
  const reading = form.read(sent);
  if (!('answers' in reading)) throw new Error(`expected right answers, got ${JSON.stringify(reading)}`);
  return companyReport({ form: form.published, answers: reading.answers, company: 'Mekan AB' }, lang, shows);
}

const titles = ({ points }: Points) => points.map(({ title }) => title.replaceAll('\u00a0', ' '));
const plain = (value: unknown) => JSON.parse(JSON.stringify(value).replaceAll('\u00a0', ' '));

describe('a process-maturity measurement', () => {
  const report = (changes: object = {}, lang: Lang = 'sv') =>
    reportOf('process-maturity', changed(measured, changes), lang);
  const statementsOf = (dimensions: readonly string[], answer: unknown) =>
    Object.fromEntries(
      dimensions.flatMap((code) => [1, 2, 3].map((number) => [`${code}q${number}`, answer])),
    );
  const all = ['d01', 'd02', 'd03', 'd04', 'd05', 'd06', 'd07', 'd08', 'd09', 'd10'];

  test('has its index, mean and step, and the means of the focus areas', () => {
    expect(plain(report().figures)).toEqual([
      { name: 'Index, av 100', value: '40,7' },
      { name: 'Medelvärde för alla områden', value: '2,04 av 5' },
      { name: 'Mognadssteg', value: '1 av 5' },
    ]);
    expect(report().also.list).toEqual([
      { name: 'Produktionseffektivisering', value: '2,07' },
      { name: 'Digitalisering', value: '1,67' },
      { name: 'Automation', value: '1' },
    ]);
  });

  test('draws and lists every dimension; the one without a mean is missing, not 0', () => {
    const { chart, table } = report();
    if (chart?.kind !== 'radar') throw new Error('expected a radar');
    expect(chart.highest).toBe(5);
    expect(chart.values.map((value) => value?.toFixed(4))).toEqual([
      '2.6667',
      '1.6667',
      '2.6667',
      '2.6667',
      '1.6667',
      '1.6667',
      '1.6667',
      '1.0000',
      '2.6667',
      undefined,
    ]);
    expect(plain(table.rows)).toHaveLength(10);
    expect(plain(table.rows[7])).toEqual({ mark: '8', name: 'Automation', cells: ['1', '2 av 3'] });
    expect(plain(table.rows[9])).toEqual({ mark: '10', name: 'Hållbarhet', cells: ['saknas', '1 av 3'] });
  });

  test('has the areas above the mean as strengths, and those furthest from the top step as gaps', () => {
    expect(titles(report().strengths)).toEqual([
      'Strategi och ledning: 2,67 av 5',
      'Flöde, planering och ledtid: 2,67 av 5',
      'Kvalitet: 2,67 av 5',
    ]);
    expect(titles(report().gaps)).toEqual([
      'Automation: 1 av 5',
      'Standardiserat arbetssätt: 1,67 av 5',
      'Underhåll och tillgänglighet: 1,67 av 5',
    ]);
    expect(report().gaps.points[2]?.text).toBe('Stopptid mäts bara på två av maskinerna.');
  });

  test('recommends the next step for the weakest statement of each gap', () => {
    expect(report({}, 'en').recommendations.points).toEqual([
      {
        title: 'Goal: Heavy, repetitive or risky tasks are automated where it pays',
        text: 'Go from step 1 (Done sometimes, depends on individuals) to step 2 (Planned and followed up in parts of the business).',
      },
      expect.objectContaining({
        title: 'Goal: Changeovers follow a standard with measured time (e.g. SMED)',
      }),
      expect.objectContaining({ title: 'Goal: Operators take part in maintenance' }),
    ]);
  });

  test('aims past what is done sometimes, and never at it', () => {
    expect(report({ d08q2: 0 }).recommendations.points[0]).toEqual({
      title: expect.stringMatching(/^Mål: /),
      text: 'Gå från steg 0 (Finns inte) till steg 2 (Planeras och följs upp på delar av verksamheten).',
    });
  });

  test('has as gaps only areas below the mean, and as strengths only those above it', () => {
    const some = report({
      ...statementsOf(all, undefined),
      ...statementsOf(['d01', 'd02'], 3),
      ...statementsOf(['d03'], 1),
    });
    expect(titles(some.gaps)).toEqual(['Flöde, planering och ledtid: 1 av 5']);
    expect(titles(some.strengths)).toEqual([
      'Strategi och ledning: 3 av 5',
      'Standardiserat arbetssätt: 3 av 5',
    ]);
  });

  test('at the mean of the others is neither a gap nor a strength, also when it is of thirds', () => {
    const thirds = report({
      ...statementsOf(all, undefined),
      ...{ d01q1: 3, d01q2: 3, d01q3: 2 },
      ...{ d02q1: 2, d02q2: 2, d02q3: 3 },
      ...{ d03q1: 2, d03q2: 2, d03q3: 2 },
    });
    expect(titles(thirds.strengths)).toEqual(['Strategi och ledning: 2,67 av 5']);
    expect(titles(thirds.gaps)).toEqual(['Flöde, planering och ledtid: 2 av 5']);
  });

  test('has no strength below step 2, however low the others are', () => {
    const low = report({ ...statementsOf(all, 0), ...statementsOf(['d04'], 1) });
    expect(titles(low.strengths)).toEqual([]);
    expect(titles(report({ ...statementsOf(all, 0), ...statementsOf(['d04'], 2) }).strengths)).toEqual([
      'Kvalitet: 2 av 5',
    ]);
  });

  test('that is the same everywhere has no strength, and says that it is', () => {
    const same = report(statementsOf(all, 2));
    expect(titles(same.strengths)).toEqual([]);
    expect(same.strengths.none).toBe('Inget område når steg 2 och ligger över medelvärdet.');
    expect(titles(same.gaps)).toHaveLength(3);
    expect(same.cautions).toEqual([expect.stringContaining('samma svar')]);
  });

  test('at the top step everywhere has neither gap nor anything to recommend', () => {
    const top = report(statementsOf(all, 5));
    expect([titles(top.gaps), titles(top.recommendations)]).toEqual([[], []]);
    expect(top.recommendations.none).toBe('Det finns inget steg att ta i de områdena.');
  });

  test('with seven areas has neither index nor step, and says why', () => {
    const few = report(statementsOf(['d01', 'd02'], 'dk'));
    expect(few.figures.map(({ value }) => value)).toEqual(['saknas', 'saknas', 'saknas']);
    expect(plain(few.cautions)).toEqual([
      'Index, medelvärde och mognadssteg visas när minst 8 av 10 områden har ett medelvärde. Här har 7 områden det.',
      'Mätningen är osäker: 23 % av påståendena kunde ingen svara på.',
    ]);
    expect(titles(few.gaps)).toHaveLength(3);
  });

  test('with one area has neither gap nor strength: there is nothing to compare it with', () => {
    const answers = { ...statementsOf(all, undefined), d03q1: 4, d03q2: 4 };
    const one = report(answers);
    for (const { points, none } of [one.strengths, one.gaps, one.recommendations])
      expect([points, none]).toEqual([[], 'För få områden har ett medelvärde för att jämföra.']);
    expect(plain(one.cautions)).toEqual([expect.stringMatching(/ Här har 1 område det\.$/)]);
    expect(report(answers, 'en').cautions).toEqual([expect.stringMatching(/ Here 1 has\.$/)]);
  });

  test('without an answer has no chart, and not a single figure', () => {
    const nothing = reportOf('process-maturity', nearlyNothing['process-maturity']);
    expect(nothing.chart).toBeUndefined();
    expect(new Set(nothing.figures.map(({ value }) => value))).toEqual(new Set(['saknas']));
    expect(new Set(nothing.table.rows.map(({ cells }) => cells[0]))).toEqual(new Set(['saknas']));
    expect([nothing.strengths, nothing.gaps, nothing.recommendations].flatMap(titles)).toEqual([]);
  });
});

describe('a production analysis', () => {
  const report = (changes: object = {}, lang: Lang = 'sv') =>
    reportOf('production-analysis', changed(analysed, changes), lang);
  const cellsOf = (name: string, changes: object = {}) =>
    plain(report(changes).table.rows.find((row) => row.name === name)?.cells);
  const barsOf = (changes: object = {}) => {
    const { chart } = report(changes);
    return chart?.kind === 'cascade' ? chart.bars : [];
  };

  test('has OEE and its factors', () => {
    expect(plain(report().figures)).toEqual([
      { name: 'OEE', value: '72,9 %' },
      { name: 'Tillgänglighet', value: '87,5 %' },
      { name: 'Anläggningsutbyte', value: '85,7 %' },
      { name: 'Kvalitetsutbyte', value: '97,2 %' },
    ]);
  });

  test('lists where the planned time goes; losses and good time are all of it', () => {
    const rows = plain(report().table.rows);
    expect(rows.map(({ mark, name, cells }: Record<string, unknown>) => [mark, name, cells])).toEqual([
      [undefined, 'Planerad beläggningstid (PBT)', ['480', '100 %']],
      ['2', 'Haveri och fel', ['30', '6,3 %']],
      ['3', 'Omställning och justering', ['25', '5,2 %']],
      [undefined, 'Väntan', ['5', '1 %']],
      [undefined, 'Övriga stopp', ['0', '0 %']],
      [undefined, 'Småstopp', ['12', '2,5 %']],
      ['1', 'Hastighetsförlust', ['48', '10 %']],
      [undefined, 'Kvalitetsförlust', ['10', '2,1 %']],
      [undefined, 'Tid för godkända enheter', ['350', '72,9 %']],
    ]);
  });

  test('draws each loss where the one before ends, down to the time for good units', () => {
    const bars = barsOf();
    expect(bars[0]?.at).toEqual({ from: 0, to: 1 });
    const parts = bars.filter(({ sort }) => sort === 'part');
    const ends = parts.map(({ at }) => at?.to);
    const starts = parts.map(({ at }) => at?.from);
    expect(ends[0]).toBe(1);
    for (const [index, start] of starts.slice(0, -1).entries())
      expect(start).toBeCloseTo(ends[index + 1] ?? 0);
    expect(bars.at(-1)?.at?.to).toBeCloseTo(350 / 480);
    expect(starts.at(-1)).toBeCloseTo(350 / 480);
  });

  test('has the largest losses, and as strengths what is best and what costs nothing', () => {
    expect(titles(report().gaps)).toEqual([
      'Hastighetsförlust: 48 minuter (10 %)',
      'Haveri och fel: 30 minuter (6,3 %)',
      'Omställning och justering: 25 minuter (5,2 %)',
    ]);
    expect(titles(report().strengths)).toEqual(['Kvalitetsutbyte: 97,2 %', 'Övriga stopp']);
  });

  test.each([
    [
      'fewer good units than were needed',
      { demand_units: 701 },
      false,
      ['700 godkända av 701 som behövdes.'],
    ],
    ['as many as were needed', { demand_units: 700 }, true, []],
    ['no demand that anybody told', { demand_units: undefined }, false, []],
    [
      'as many, and an ideal time longer than takt',
      { demand_units: 700, available_time_min: 300 },
      false,
      [expect.stringContaining('längre än takten')],
    ],
    [
      'fewer, because the ideal time is longer than takt',
      { demand_units: 800, available_time_min: 300 },
      false,
      [
        'Den ideala cykeltiden är längre än takten, så behovet kan inte mötas. 700 godkända av 800 som behövdes.',
      ],
    ],
  ])('of %s', (_, changes, meets, cautions) => {
    expect(titles(report(changes).strengths).includes('Behovet kan mötas')).toBe(meets);
    expect(plain(report(changes).cautions)).toEqual(cautions);
  });

  test('calls no factor below 60 % a strength, though it is the best of the three', () => {
    const slow = { loss_breakdown_min: 200, loss_waiting_min: 10, pq: 144, gq: 80, scrap_q: 64, rework_q: 0 };
    expect(plain(report(slow).figures).slice(1)).toEqual([
      { name: 'Tillgänglighet', value: '51 %' },
      { name: 'Anläggningsutbyte', value: '29,4 %' },
      { name: 'Kvalitetsutbyte', value: '55,6 %' },
    ]);
    expect(titles(report(slow).strengths)).toEqual(['Övriga stopp']);
  });

  test('tells the uncertainty of its work sampling in percentage points', () => {
    const sampling = (lang: Lang, changes = {}) =>
      plain(report(changes, lang).also.list).filter(({ name }: { name: string }) =>
        /^V(ärdeskap|alue-add)/.test(name),
      );
    expect(sampling('sv')).toEqual([{ name: 'Värdeskapande andel', value: '57 % ± 5,6 procentenheter' }]);
    expect(sampling('en')).toEqual([{ name: 'Value-adding share', value: '57 % ± 5.6 percentage points' }]);
    const none = { ws_value_adding: undefined, ws_supporting: undefined, ws_non_value: undefined };
    expect(sampling('sv', none)).toEqual([]);
  });

  test('has the recommendations with the largest effect and the least effort, and tells of the others', () => {
    const { recommendations } = report();
    expect(plain(recommendations.points)).toEqual([
      {
        title: 'Inför SMED på svarven, med en mätt tid för varje omställning.',
        text: 'Effekt: Stor · Arbetsinsats: Liten · Område: Produktionseffektivisering',
      },
      {
        title: 'Byt styrsystem.',
        text: 'Effekt: Stor · Arbetsinsats: Stor · Område: Digitalisering och data',
      },
      { title: 'Städa varje fredag.', text: 'Effekt: Medel · Arbetsinsats: Liten · Område: Arbetsmiljö' },
    ]);
    expect(recommendations.more).toContain('3 av 4');
    expect(report({ recommendations: undefined }).recommendations.none).toBe(
      'Ingen rekommendation är skriven än.',
    );
  });

  test('puts a recommendation that nobody judged last', () => {
    const [first, ...others] = analysed.recommendations ?? [];
    const unjudged = [{ text: 'Obedömd.' }, first, ...others.slice(0, 1)];
    expect(titles(report({ recommendations: unjudged }).recommendations).at(-1)).toBe('Obedömd.');
  });

  test('with minor stops that nobody counted says that they are in the speed loss, and has no 0 for them', () => {
    const without = { loss_minor_stops_min: undefined };
    expect(cellsOf('Småstopp', without)).toEqual(['saknas', 'saknas']);
    expect(cellsOf('Hastighetsförlust', without)).toEqual(['60', '12,5 %']);
    expect(cellsOf('Tid för godkända enheter', without)).toEqual(['350', '72,9 %']);
    expect(report(without).table.notes).toEqual([expect.stringContaining('hastighetsförlusten')]);
    expect(barsOf(without)[5]).toMatchObject({ name: 'Småstopp', value: 'saknas', at: undefined });
  });

  test('with a stop missing has no OEE and says why; what is known is drawn from 0', () => {
    const without = { loss_waiting_min: undefined, demand_units: undefined };
    expect(report(without).figures[0]?.value).toBe('saknas');
    expect(plain(report(without).cautions)).toEqual(['OEE går inte att räkna ut. Det här saknas: Väntan.']);
    expect(cellsOf('Tid för godkända enheter', without)).toEqual(['saknas', 'saknas']);
    expect(barsOf(without)[1]).toMatchObject({ name: 'Haveri och fel', at: { from: 0, to: 30 / 480 } });
    expect(titles(report(without).gaps)[0]).toBe('Haveri och fel: 30 minuter (6,3 %)');
  });

  test('of which nothing was produced has no OEE, and every quantity is known', () => {
    const none = report({ pq: 0, gq: 0, scrap_q: 0, rework_q: 0 });
    expect(none.figures[0]?.value).toBe('saknas');
    expect(plain(none.cautions)).toEqual([
      expect.stringContaining('av de här tiderna och antalen'),
      '0 godkända av 800 som behövdes.',
    ]);
    // Nothing was lost to speed or quality, because nothing was made.
    expect(none.table.rows.find(({ name }) => name === 'Kvalitetsförlust')?.cells[0]).toBe('0');
    expect(titles(none.strengths)).toEqual(['Övriga stopp']);
  });

  test('with too long an ideal cycle time cuts nothing off, and draws no loss below 0', () => {
    const tooLong = { pri_min_per_unit: 0.75, demand_units: 700 };
    expect(cellsOf('Hastighetsförlust', tooLong)).toEqual(['-132', '-27,5 %']);
    expect(report(tooLong).cautions).toEqual([
      expect.stringContaining('över 100 %'),
      expect.stringContaining('längre än takten'),
    ]);
    expect(titles(report(tooLong).strengths)).toEqual(['Övriga stopp']);
    const bars = barsOf(tooLong);
    expect(bars.find(({ name }) => name === 'Hastighetsförlust')?.at).toBeUndefined();
    for (const { at } of bars) expect(at?.to ?? 0).toBeLessThanOrEqual(1);
  });

  test('of several products takes their times together', () => {
    const mixed = {
      several_products: true,
      pri_min_per_unit: undefined,
      pq: undefined,
      gq: undefined,
      mix: [
        { item: 'Axel', pri: 0.5, pq: 400, gq: 390 },
        { item: 'Fläns', pri: 1.25, pq: 128, gq: 120 },
      ],
      scrap_q: 10,
    };
    expect(cellsOf('Kvalitetsförlust', mixed)).toEqual(['15', '3,1 %']);
    expect(cellsOf('Tid för godkända enheter', mixed)).toEqual(['345', '71,9 %']);
    expect(report({ ...mixed, mix: undefined }).cautions[0]).toContain('Produktmix');
  });

  test('says when its figures are estimated or few', () => {
    const weak = {
      demand_units: 700,
      data_source: 'estimate',
      ws_value_adding: 1,
      ws_supporting: 1,
      ws_non_value: 1,
    };
    expect(report(weak).cautions).toEqual([
      'Siffrorna är uppskattade, inte mätta.',
      'Frekvensstudien har färre än 100 observationer, så dess andel är osäker.',
    ]);
  });

  test('without a figure has no chart, and not a single figure', () => {
    const nothing = reportOf('production-analysis', nearlyNothing['production-analysis']);
    expect(nothing.chart).toBeUndefined();
    expect(new Set(nothing.table.rows.flatMap(({ cells }) => cells))).toEqual(new Set(['saknas']));
    expect([nothing.strengths, nothing.gaps, nothing.recommendations].flatMap(titles)).toEqual([]);
  });
});

describe('a picture of needs', () => {
  const report = (changes: object = {}, lang: Lang = 'sv') =>
    reportOf('needs-analysis', changed(visited, changes), lang);

  test('has the needs with the ranked ones first, then by how large they are', () => {
    const { table } = report();
    expect(plain(table.rows)).toEqual([
      {
        mark: '1',
        name: 'Kompetensutveckling',
        cells: [{ text: '3', step: 3, highest: 3 }, '1 av 5', 'Ja'],
      },
      {
        mark: '2',
        name: 'Kvalitet och certifiering',
        cells: [{ text: '2', step: 2, highest: 3 }, 'saknas', 'Nej'],
      },
      {
        name: 'Produktionseffektivisering',
        cells: [{ text: '2', step: 2, highest: 3 }, '2 av 5', 'Ja'],
      },
      { name: 'Automation och robotik', cells: [{ text: '1', step: 1, highest: 3 }, 'Inte bedömt', 'Nej'] },
    ]);
    expect(table.notes).toEqual([
      expect.stringMatching(/^Inget behov: Digitalisering och data · .+ekonomisk\.$/),
    ]);
  });

  test('has the ranked needs with their challenge, and what is strong where little is needed', () => {
    expect(titles(report().gaps)).toEqual(['Kompetensutveckling', 'Kvalitet och certifiering']);
    expect(report().gaps.points[1]?.text).toBe('Kunderna kräver ISO 14001.');
    // The mean of 1, 2, 4, 3, 3 and 1.
    expect(titles(report().strengths)).toEqual([
      'Digitalisering och data',
      'Hållbarhet – miljö: energi, klimat, cirkularitet',
      'Hållbarhet – social',
    ]);
  });

  test('has what was agreed and proposed', () => {
    expect(report({}, 'en').recommendations).toMatchObject({
      intro: 'Agreed actions: Vi ses igen i maj och börjar med svarvarna.',
      points: [{ title: 'A workshop' }, { title: 'A process-maturity measurement' }],
    });
    expect(titles(report({ proposed_next: ['none'] }).recommendations)).toEqual([]);
  });

  test('names no person', () => {
    expect(JSON.stringify([report(), report({}, 'en')])).not.toMatch(/Åsa|jarnfors/i);
  });

  test('without a need says so', () => {
    const areas = Object.fromEntries(
      Object.entries(visited.areas ?? {}).map(([area, { current_state }]) => [
        area,
        { priority: '0', current_state },
      ]),
    );
    const nothing = report({ areas, top3: undefined });
    expect([nothing.table.rows, titles(nothing.gaps)]).toEqual([[], []]);
    expect(nothing.gaps.none).toBe('Inget behov är angivet.');
    expect(nothing.table.notes).toEqual([expect.stringMatching(/^Inget behov: Kompetensutveckling · /)]);
  });

  test('of a visit whose needs are not finished names what was not asked, and calls nothing of it strong', () => {
    const nothing = reportOf('needs-analysis', nearlyNothing['needs-analysis']);
    expect([nothing.table.rows, titles(nothing.gaps), titles(nothing.strengths)]).toEqual([[], [], []]);
    expect(nothing.table.notes).toEqual([expect.stringMatching(/^Ej svarat: Kompetensutveckling · /)]);
    expect(new Set(nothing.figures.map(({ value }) => value))).toEqual(new Set(['saknas']));
    expect(nothing.recommendations.none).toBe('Inget nästa steg är föreslaget.');

    const { maturity_pe, maturity_dig } = visited;
    const assessed = {
      ...nearlyNothing['needs-analysis'],
      maturity_pe,
      maturity_dig,
      maturity_basis: 'joint',
    };
    expect(titles(reportOf('needs-analysis', assessed).strengths)).toEqual([]);
  });

  test('with needs everywhere has rows for some, and names the others', () => {
    const { table } = reportOf('needs-analysis', mostOf('Mycket')['needs-analysis']);
    expect(table.rows).toHaveLength(14);
    expect(table.notes[0]?.split(' · ')).toHaveLength(10);
  });
});

describe.each(['process-maturity', 'production-analysis', 'needs-analysis'] as const)(
  'the report of %s',
  (id) => {
    const longest = reportOf(id, mostOf('W'.repeat(1000))[id]);

    test('keeps every text within its bounds, however long the answers are', () => {
      const texts = JSON.stringify(longest).match(/W+…?/g) ?? [];
      expect(texts.length).toBeGreaterThan(2);
      for (const text of texts) expect(text.length).toBeLessThanOrEqual(200);
    });

    test('has at most three of each', () => {
      for (const { points } of [longest.strengths, longest.gaps])
        expect(points.length).toBeLessThanOrEqual(3);
    });
  },
);

test('a company without a name is called what it is', () => {
  const { published } = forms['process-maturity'];
  const report = companyReport({ form: published, answers: measured, company: undefined }, 'sv', shows);
  expect(report.company).toBe('Företaget');
});
