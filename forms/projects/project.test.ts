import { describe, expect, test } from 'vitest';
import { declaredForm } from '../../test/declared-form.ts';
import { longer, madeUp, moreTime } from '../../test/made-up-project.ts';
import { projects as projectList } from '../lists/projects.ts';
import { projectSettings } from '../project-settings.ts';
import { projects } from './index.ts';
import { ordinarie } from './ordinarie.ts';
import { type Change, type Project, projectOf, settingsOn, statusOf } from './project.ts';
import { starkareIndustri } from './starkare-industri.ts';

const all = [...projects, madeUp];

describe('the projects that are declared', () => {
  test('are those that can be chosen, and one of them is the ordinary operations', () => {
    expect(projects.map(({ id }) => id).toSorted()).toEqual(
      projectList.options.map(({ code }) => code).toSorted(),
    );
    expect(projects.filter(({ isOrdinary }) => isOrdinary)).toEqual([ordinarie]);
    const { period_from, period_to, goal }: Project['first'] = ordinarie.first;
    expect([period_from, period_to, goal]).toEqual([undefined, undefined, undefined]);
  });

  const { published, read } = declaredForm(projectSettings);

  test.each(all)('begin with what staff could enter, as they enter it: $id', ({ first, owners }) => {
    const place = { project: 'ordinarie', valid_from: '2026-01-01' };
    const filled = Object.entries(first).filter(([, value]) => !Array.isArray(value) || value.length > 0);
    const sent = { ...Object.fromEntries(filled), ...place };
    expect(read(sent)).toEqual({ answers: sent, leftOut: [] });
    for (const { valid_from, ...owner } of owners) {
      const later = { ...place, ...owner, valid_from };
      expect(read(later)).toEqual({ answers: later, leftOut: [] });
    }
  });

  /** What no decision says: it is left out until the project knows it. */
  const unknown = [
    'owner_organisationsnummer',
    'eruf_decision_case_id',
    'eruf_decision_status',
    'last_payment_date',
  ];
  test('can be changed in everything that they began with, and in what was not known then', () => {
    const asked = published.sections.flatMap(({ fields }) => Object.keys(fields));
    const began = Object.keys(starkareIndustri.first);
    expect(asked.toSorted()).toEqual(['project', 'valid_from', ...began, ...unknown].toSorted());
  });

  test('say each thing once', () => {
    for (const { first } of all) {
      const keys = [
        ...first.parameters.map(({ parameter }) => parameter),
        ...first.indicators.map(({ indicator }) => indicator),
        ...first.financiers.map(({ financier }) => financier),
        ...first.costs.map(({ cost_line, year }) => `${cost_line} ${year}`),
        ...first.financing.map(({ financier, year }) => `financing ${financier} ${year}`),
        ...first.reporting_periods.map(({ period }) => period),
      ];
      expect(keys.length).toBe(new Set(keys).size);
    }
  });
});

describe('the first project', () => {
  const {
    costs,
    financing,
    financiers,
    municipalities,
    sni_divisions,
    focus_areas,
    reporting_periods,
    ...first
  } = starkareIndustri.first;
  const years = [2023, 2024, 2025, 2026];
  type Amount = { readonly year?: number; readonly amount_sek: number };
  const sumOf = (rows: readonly Amount[]) => rows.reduce((sum, { amount_sek }) => sum + amount_sek, 0);
  const within = (rows: readonly Amount[], year: number | undefined) =>
    rows.filter((row) => row.year === year);

  test('is the one that was granted', () => {
    expect(first).toMatchObject({ period_from: '2023-04-01', period_to: '2026-09-30', goal: 75 });
    expect([municipalities.length, sni_divisions.length, focus_areas.length]).toEqual([12, 29, 3]);
    expect([sni_divisions[0], sni_divisions.at(-1)]).toEqual(['05', '33']);
    expect(financiers[0]).toEqual({
      financier: 'region_1_1',
      share: 50,
      cap_sek: 4_837_929,
      starts_on: '2023-04-01',
      ends_on: '2026-09-30',
    });
  });

  test('has a budget whose years and lines add up as they are printed, to the krona', () => {
    const lines = costs.filter(({ cost_line }) => cost_line !== 'total');
    const printed = costs.filter(({ cost_line }) => cost_line === 'total');
    const differences = [...years, undefined].flatMap((year) => {
      const total = sumOf(within(printed, year));
      return [sumOf(within(lines, year)) - total, sumOf(within(financing, year)) - total];
    });
    expect(differences).toEqual([1, 1, 0, 1, 0, -1, -1, 0, 0, 0]);
    const overYears = (rows: readonly Amount[]) =>
      sumOf(rows.filter(({ year }) => year !== undefined)) - sumOf(within(rows, undefined));
    const codes = [
      ...new Set([
        ...costs.map(({ cost_line }) => cost_line),
        ...financing.map(({ financier }) => financier),
      ]),
    ];
    expect(
      Object.fromEntries(
        codes.map((code) => [
          code,
          overYears([
            ...costs.filter(({ cost_line }) => cost_line === code),
            ...financing.filter(({ financier }) => financier === code),
          ]),
        ]),
      ),
    ).toEqual({
      ...{ egen_personal: 0, externa_tjanster: 0, resor_logi: 0, indirekta: 0, total: 0 },
      ...{ region_1_1: 1, eruf: 0, egna_medel: 0 },
    });
    expect(sumOf(within(printed, undefined))).toBe(9_675_859);
  });

  test('has reporting periods from its first day to its last, one after the other', () => {
    const nextDay = (day: string) =>
      new Date(Date.parse(day) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    expect(reporting_periods[0].starts_on).toBe(first.period_from);
    expect(reporting_periods.at(-1)?.ends_on).toBe(first.period_to);
    for (const [index, { starts_on }] of reporting_periods.slice(1).entries()) {
      expect(starts_on).toBe(nextDay(reporting_periods[index]?.ends_on ?? ''));
    }
  });
});

describe('what a project is held to', () => {
  const changes = [longer, { project: 'hallbar-mat', valid_from: '2026-06-01', goal: 1 }, moreTime];
  const held = (day: string) => settingsOn(starkareIndustri, changes, day);

  test.each([
    ['2023-03-31', 'Business Region Örebro (Örebro kommun)'],
    ['2023-04-01', 'IUC Industrihubb'],
    ['2026-12-31', 'IUC Industrihubb'],
  ])('on %s its owner is %s', (day, owner) => {
    expect(held(day).owner).toBe(owner);
  });

  test.each([
    ['2023-04-01', '2027-03-31', '2026-09-30', 75],
    ['2026-05-31', '2027-03-31', '2026-09-30', 75],
    ['2026-06-01', '2027-06-30', '2026-09-30', 78],
    ['2026-08-31', '2027-06-30', '2026-09-30', 78],
    ['2026-09-01', '2027-06-30', '2026-12-31', 80],
    ['2030-01-01', '2027-06-30', '2026-12-31', 80],
  ])('on %s approvals go on until %s, it goes on until %s, for %i companies', (day, until, to, goal) => {
    const { approval_until, period_to, goal: companies } = held(day);
    expect([approval_until, period_to, companies]).toEqual([until, to, goal]);
  });

  test('has rows, of which a change replaces those of the same thing and adds the others', () => {
    const after = held('2026-09-01');
    const { costs, indicators, parameters, municipalities } = after;
    const before = starkareIndustri.first;
    expect(costs.filter(({ cost_line }) => cost_line === 'resor_logi')).toEqual([
      { cost_line: 'resor_logi', year: 2023, amount_sek: 45_000 },
      { cost_line: 'resor_logi', year: 2024, amount_sek: 70_000 },
      { cost_line: 'resor_logi', year: 2025, amount_sek: 70_000 },
      { cost_line: 'resor_logi', year: 2026, amount_sek: 60_000 },
      { cost_line: 'resor_logi', amount_sek: 230_000 },
      { cost_line: 'resor_logi', year: 2027, amount_sek: 5_000 },
    ]);
    expect(costs.filter(({ cost_line }) => cost_line !== 'resor_logi')).toEqual(
      before.costs.filter(({ cost_line }) => cost_line !== 'resor_logi'),
    );
    expect(indicators.filter(({ target }) => target !== undefined)).toEqual([
      { indicator: 'ind_03', target: 120 },
    ]);
    expect(indicators.length).toBe(before.indicators.length);
    expect(parameters[0]).toEqual({ parameter: 'meetings_least', value: 4 });
    expect(parameters.slice(1)).toEqual(before.parameters.slice(1));
    expect(municipalities).toEqual(['1881', '1880']);
    expect(Object.keys(after)).toEqual(Object.keys(before));
  });

  test('is as declared while nobody has changed it', () => {
    expect(settingsOn(madeUp, [longer, moreTime], '2030-01-01')).toEqual(madeUp.first);
  });
});

describe('a project', () => {
  test.each([
    ['starkare-industri', '2022-12-31', 'running'],
    ['starkare-industri', '2026-09-30', 'running'],
    ['starkare-industri', '2026-10-01', 'reporting'],
    ['starkare-industri', '2027-03-31', 'reporting'],
    ['starkare-industri', '2027-04-01', 'closed'],
    ['hallbar-mat', '2028-12-31', 'running'],
    ['hallbar-mat', '2029-01-01', 'reporting'],
    ['hallbar-mat', '2029-06-30', 'reporting'],
    ['hallbar-mat', '2029-07-01', 'closed'],
    ['ordinarie', '2099-12-31', 'running'],
  ])('%s is on %s %s', (id, today, status) => {
    const project = all.find((each) => each.id === id);
    expect(project && statusOf(project, [], today)).toBe(status);
  });

  test.each([
    ['2026-12-31', 'running'],
    ['2027-01-01', 'reporting'],
    ['2027-06-30', 'reporting'],
    ['2027-07-01', 'closed'],
  ])('that was given more time is on %s %s', (today, status) => {
    expect(statusOf(starkareIndustri, [moreTime, longer], today)).toBe(status);
  });

  test('without a last day for approvals is never closed', () => {
    const { approval_until, ...first } = madeUp.first;
    expect(statusOf({ ...madeUp, first }, [], '2099-12-31')).toBe('reporting');
  });
});

describe('something is', () => {
  const held = (of: readonly Project[], changes: readonly Change[] = []) =>
    of.map((project) => ({ ...settingsOn(project, changes, '2099-12-31'), ...project }));

  test.each([
    [undefined, 'ordinarie'],
    ['2023-03-31', 'ordinarie'],
    ['2023-04-01', 'starkare-industri'],
    ['2026-06-30', 'starkare-industri'],
    ['2026-07-01', 'hallbar-mat'],
    ['2026-09-30', 'hallbar-mat'],
    ['2026-10-01', 'hallbar-mat'],
    ['2028-12-31', 'hallbar-mat'],
    ['2029-01-01', 'ordinarie'],
  ])('of %s in the project %s', (activityDate, project) => {
    expect(projectOf({ activityDate }, held(all))).toBe(project);
    expect(projectOf({ activityDate }, held(all.toReversed()))).toBe(project);
    expect(projectOf({ named: 'starkare-industri', activityDate }, held(all))).toBe('starkare-industri');
  });

  test.each([
    ['2026-09-30', [], 'starkare-industri'],
    ['2026-10-01', [], 'ordinarie'],
    ['2026-12-31', [longer], 'starkare-industri'],
    ['2027-01-01', [longer], 'ordinarie'],
  ])('on %s, with the two there are and %j, of %s', (activityDate, changes, project) => {
    expect(projectOf({ activityDate }, held(projects, changes))).toBe(project);
  });

  test('of the first by id, of projects that began on the same day', () => {
    const twin = { ...madeUp, id: 'battre-mat' };
    for (const both of [
      [madeUp, twin],
      [twin, madeUp],
    ]) {
      expect(projectOf({ activityDate: '2027-01-01' }, held([...projects, ...both]))).toBe('battre-mat');
    }
  });

  test('also of one that has no last day, but of none that has no first', () => {
    const open = { id: 'open', isOrdinary: false };
    const given = (project: object) =>
      projectOf({ activityDate: '2099-12-31' }, [...held(projects), { ...open, ...project }]);
    expect([given({ period_from: '2027-01-01' }), given({ period_to: '2099-12-31' })]).toEqual([
      'open',
      'ordinarie',
    ]);
  });

  test('of nothing where nobody takes what is of no project', () => {
    expect(() => projectOf({ activityDate: '2020-01-01' }, held([madeUp]))).toThrow(
      'expected a project of the ordinary operations, there is none',
    );
  });
});
