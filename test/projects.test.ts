import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import type { Table } from '../forms/derived/columns.ts';
import { itemOf } from '../forms/derived/item.ts';
import { declaredTables, lakeTables } from '../forms/derived/lake-tables.ts';
import { type Row, rowMakerOf } from '../forms/derived/rows.ts';
import { loadAll, readPublished } from '../forms/grammar/published.ts';
import { columns } from '../forms/kinds/all.ts';
import { projectSettings } from '../forms/project-settings.ts';
import { projects } from '../forms/projects/index.ts';
import { type Change, type Project, projectOf, settingsOn, statusOf } from '../forms/projects/project.ts';
import { starkareIndustri } from '../forms/projects/starkare-industri.ts';
import { publications } from '../forms/published/index.ts';
import { cellsOf, openParquet } from '../functions/exports/parquet.ts';
import { dayAt, now } from '../functions/lambda/clock.ts';
import { lakeViews } from '../functions/reports/views.ts';
import { uuidv7 } from './local-product.ts';
import { longer, madeUp, moreTime } from './made-up-project.ts';
import { nameOf, textsOf, withPlainDuckDb } from './views/plain-duckdb.ts';

const all = [...projects, madeUp];

afterEach(() => vi.unstubAllEnvs());

test.each([
  ['2026-09-30T21:59:59Z', '2026-09-30', 'running'],
  ['2026-09-30T22:00:00Z', '2026-10-01', 'reporting'],
  ['2027-03-31T21:59:59Z', '2027-03-31', 'reporting'],
  ['2027-03-31T22:00:00Z', '2027-04-01', 'closed'],
  ['2027-12-31T22:59:59Z', '2027-12-31', 'closed'],
  ['2027-12-31T23:00:00Z', '2028-01-01', 'closed'],
])('when the clock says %s it is %s in Sweden, and the first project is %s', (clock, day, status) => {
  vi.stubEnv('CLOCK', clock);
  expect(dayAt(now())).toBe(day);
  expect(statusOf(starkareIndustri, [], dayAt(now()))).toBe(status);
});

const settings = readPublished(JSON.parse(JSON.stringify({ version: 1, ...projectSettings })));
const company = (await loadAll(publications)).filter((versions) => versions[0]?.id === 'company');
const published = [...company, [settings]];
const tables = lakeTables(published, columns);
const views = lakeViews(published, columns).filter(({ name }) =>
  ['projects', 'project_values', 'named_projects', 'submissions_in_projects'].includes(name),
);

const folder = mkdtempSync(join(tmpdir(), 'projects-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

/** What became of a submission, as the log has it. */
interface Logged {
  readonly submission_id?: string;
  readonly root_id?: string;
  readonly form?: string;
  readonly status?: string;
  readonly activity_date?: string;
  readonly received_date?: string;
}

interface Known {
  readonly projects: readonly Project[];
  readonly changes?: readonly Change[];
  readonly log?: readonly Logged[];
}

/** The rows of the lake in which nothing but this is known. */
function rowsOf({ projects: declared, changes = [], log = [] }: Known): ReadonlyMap<string, readonly Row[]> {
  const rows = new Map<string, Row[]>();
  const add = (table: Pick<Table, 'database' | 'name'>, more: readonly Row[]) =>
    rows.set(nameOf(table), [...(rows.get(nameOf(table)) ?? []), ...more]);
  for (const { table, rows: found } of declaredTables(published, declared)) add(table, found);
  const maker = rowMakerOf(settings, tables, columns);
  const envelope = { channel: 'staff', submitterRole: 'project_manager', lang: 'sv', receivedAt: 1 } as const;
  for (const [index, change] of changes.entries()) {
    const item = itemOf(settings, uuidv7(index), { ...change }, envelope);
    for (const { database, table: name, row } of maker.rowsOf(item)) add({ database, name }, [row]);
    add({ database: 'analytic', name: 'submission_log' }, [
      logged({ ...item, status: 'current', received_date: change.valid_from }),
    ]);
  }
  add({ database: 'analytic', name: 'submission_log' }, log.map(logged));
  const companies = log.filter(({ form }) => form === 'company');
  add(
    { database: 'analytic', name: 'company' },
    companies.map(({ submission_id }) => ({ submission_id })),
  );
  return rows;
}

function logged({ submission_id, root_id, form, status, activity_date, received_date }: Logged): Row {
  return { submission_id, root_id, form, status, activity_date, received_date };
}

async function ask(known: Known, sql: string) {
  const rows = rowsOf(known);
  const pathsOf = (table: Pick<Table, 'database' | 'name'>) => {
    const { columns: own } = tables.find((each) => nameOf(each) === nameOf(table)) ?? { columns: [] };
    const found = rows.get(nameOf(table)) ?? [];
    if (found.length === 0) return [];
    files += 1;
    const file = openParquet(join(folder, `${files}.parquet`), own);
    for (const row of found) file.add(cellsOf(own, row));
    return [file.finish().path];
  };
  return withPlainDuckDb({ tables, views, pathsOf }, (connection) => textsOf(connection, sql));
}

const entered = { projects: all, changes: [longer, moreTime] };

describe('what a project is held to, in SQL', () => {
  const dates = 'project, valid_from, valid_to, is_latest, period_from, period_to, approval_until';

  test('is what it began with, with every change from its day on', async () => {
    const found = await ask(
      entered,
      `select ${dates}, is_ordinary, goal, rule_version, privacy_notice_version
      from analytic.projects order by project, valid_from nulls first`,
    );
    const of = (project: string, is_ordinary: string) => ({
      project,
      is_ordinary,
      privacy_notice_version: '1.0',
    });
    const first = {
      ...of('starkare-industri', 'false'),
      ...{ period_from: '2023-04-01', period_to: '2026-09-30', rule_version: 'SC-1.0', goal: '75' },
      approval_until: '2027-03-31',
    };
    expect(found).toEqual([
      {
        ...of('hallbar-mat', 'false'),
        ...{ valid_from: null, valid_to: null, is_latest: 'true' },
        ...{ period_from: '2026-07-01', period_to: '2028-12-31', approval_until: '2029-06-30' },
        ...{ goal: '20', rule_version: 'HM-2.0' },
      },
      {
        ...of('ordinarie', 'true'),
        ...{ valid_from: null, valid_to: null, is_latest: 'true' },
        ...{ period_from: null, period_to: null, approval_until: null, goal: null, rule_version: null },
      },
      { ...first, valid_from: null, valid_to: '2026-05-31', is_latest: 'false' },
      {
        ...{ ...first, approval_until: '2027-06-30', goal: '78' },
        ...{ valid_from: '2026-06-01', valid_to: '2026-08-31', is_latest: 'false' },
      },
      {
        ...{ ...first, approval_until: '2027-06-30', period_to: '2026-12-31', goal: '80' },
        ...{ valid_from: '2026-09-01', valid_to: null, is_latest: 'true' },
      },
    ]);
  });

  test('is for the companies of some municipalities and sectors, in some areas', async () => {
    const found = await ask(
      entered,
      'select project, municipalities, sni_divisions, focus_areas from analytic.projects where is_latest order by 1',
    );
    const list = (codes: readonly string[]) => `[${codes.join(', ')}]`;
    const { municipalities, sni_divisions, focus_areas } = starkareIndustri.first;
    const wide = { sni_divisions: list(sni_divisions), focus_areas: list(focus_areas) };
    expect(found).toEqual([
      {
        project: 'hallbar-mat',
        municipalities: '[1881, 1814]',
        sni_divisions: '[10, 11]',
        focus_areas: '[automation]',
      },
      { project: 'ordinarie', municipalities: list(municipalities), ...wide },
      { project: 'starkare-industri', municipalities: '[1881, 1880]', ...wide },
    ]);
  });

  const values = (known: Known, where: string) =>
    ask(
      known,
      `select valid_from, valid_to, what, code, year, number, cap_sek, starts_on, ends_on
      from analytic.project_values where ${where} order by what, code, year nulls last, valid_from nulls first`,
    );
  const nothing = { year: null, number: null, cap_sek: null, starts_on: null, ends_on: null };

  test('has rows, each replaced by a later one of the same thing', async () => {
    const found = await values(
      entered,
      `project = 'starkare-industri' and (code in ('resor_logi', 'meetings_least', 'ind_03', '8', 'ind_02')
      or what = 'financier' and code = 'eruf' or code = 'eruf' and year = 2026)`,
    );
    const travel = { ...nothing, what: 'cost', code: 'resor_logi' };
    const first = { valid_from: null, valid_to: null };
    const until = (valid_to: string) => ({ valid_from: null, valid_to });
    const from = (valid_from: string) => ({ valid_from, valid_to: null });
    const eruf = { ...nothing, code: 'eruf' };
    const share = { ...eruf, what: 'financier', starts_on: '2023-04-01' };
    const lastPeriod = { ...nothing, what: 'reporting_period', code: '8', starts_on: '2026-07-01' };
    expect(found).toEqual([
      { ...travel, ...first, year: '2023', number: '45000.00' },
      { ...travel, ...first, year: '2024', number: '70000.00' },
      { ...travel, ...first, year: '2025', number: '70000.00' },
      { ...travel, ...until('2026-05-31'), year: '2026', number: '45000.00' },
      { ...travel, ...from('2026-06-01'), year: '2026', number: '60000.00' },
      { ...travel, ...from('2026-06-01'), year: '2027', number: '5000.00' },
      { ...travel, ...first, number: '230000.00' },
      { ...share, ...until('2026-08-31'), number: '40.00', cap_sek: '3870344', ends_on: '2026-09-30' },
      { ...share, ...from('2026-09-01'), number: '45.00', ends_on: '2026-12-31' },
      { ...eruf, ...until('2026-08-31'), what: 'financing', year: '2026', number: '846573.00' },
      { ...eruf, ...from('2026-09-01'), what: 'financing', year: '2026', number: '900000.00' },
      { ...nothing, ...first, what: 'indicator', code: 'ind_02' },
      { ...nothing, ...until('2026-05-31'), what: 'indicator', code: 'ind_03' },
      { ...nothing, ...from('2026-06-01'), what: 'indicator', code: 'ind_03', number: '120.00' },
      { ...nothing, ...until('2026-08-31'), what: 'parameter', code: 'meetings_least', number: '2.00' },
      { ...nothing, ...from('2026-09-01'), what: 'parameter', code: 'meetings_least', number: '4.00' },
      { ...lastPeriod, ...until('2026-08-31'), ends_on: '2026-09-30' },
      { ...lastPeriod, ...from('2026-09-01'), ends_on: '2026-12-31' },
    ]);
  });

  test('has of two rows of the same thing in one change the last', async () => {
    const parameters = [2, 5, 4].map((value) => ({ parameter: 'meetings_least' as const, value }));
    const change = { project: 'hallbar-mat', valid_from: '2027-01-01', parameters };
    const found = await values(
      { projects: all, changes: [change] },
      "project = 'hallbar-mat' and code = 'meetings_least'",
    );
    const least = { ...nothing, what: 'parameter', code: 'meetings_least', number: '3.00' };
    expect(found).toEqual([
      { ...least, valid_from: null, valid_to: '2026-12-31' },
      { ...least, number: '4.00', valid_from: '2027-01-01', valid_to: null },
    ]);
    expect(settingsOn(madeUp, [change], '2027-01-01').parameters).toEqual([
      { parameter: 'meetings_least', value: 4 },
    ]);
  });

  test('is the same as in the configuration, last of all', async () => {
    const numbers = 'select project, what, code, year, number from analytic.project_values where is_latest';
    const found = await ask(entered, numbers);
    const expected = all.flatMap((project) => {
      const held = settingsOn(project, entered.changes, '2099-12-31');
      const row = (
        what: string,
        code: string | number,
        year: number | undefined,
        number: number | undefined,
      ) => ({
        project: project.id,
        what,
        code: String(code),
        year: year?.toString() ?? null,
        number: number?.toFixed(2) ?? null,
      });
      return [
        ...held.parameters.map(({ parameter, value }) => row('parameter', parameter, undefined, value)),
        ...held.indicators.map(({ indicator, target }) => row('indicator', indicator, undefined, target)),
        ...held.financiers.map(({ financier, share }) => row('financier', financier, undefined, share)),
        ...held.costs.map(({ cost_line, year, amount_sek }) => row('cost', cost_line, year, amount_sek)),
        ...held.financing.map(({ financier, year, amount_sek }) =>
          row('financing', financier, year, amount_sek),
        ),
        ...held.reporting_periods.map(({ period }) => row('reporting_period', period, undefined, undefined)),
      ];
    });
    const inOrder = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).toSorted();
    expect(found.length).toBeGreaterThan(80);
    expect(inOrder(found)).toEqual(inOrder(expected));
  });
});

describe('which project a submission is of, in SQL', () => {
  const id = (number: number) => uuidv7(1000 + number);
  let made = 0;
  const sent = (activity_date: string | undefined, received_date: string): Logged => {
    made += 1;
    const submission_id = id(made);
    const when = { received_date, ...(activity_date !== undefined && { activity_date }) };
    return { submission_id, root_id: submission_id, form: 'participants', status: 'current', ...when };
  };
  const facts = (known: Known) =>
    ask(
      known,
      `select submission_id, project, in_period, received_after_period, counts_in_project, is_correction,
        corrected_after_close
      from analytic.submissions_in_projects where form = 'participants' order by submission_id`,
    );
  const answers = [
    'in_period',
    'received_after_period',
    'counts_in_project',
    'is_correction',
    'corrected_after_close',
  ];
  /** The facts that are so. */
  const isSo = (found: readonly Readonly<Record<string, string | null>>[]) =>
    found.map((row) => [row.project, answers.filter((name) => row[name] === 'true')]);

  // With the changes the first project goes on until 2026-12-31 and approves until 2027-06-30.
  const inTime = ['in_period', 'counts_in_project'];
  const late = ['in_period', 'received_after_period', 'counts_in_project'];
  const tooLate = ['in_period', 'received_after_period'];
  const placed: readonly (readonly [string | undefined, string, string, readonly string[]])[] = [
    ['2023-03-31', '2023-05-01', 'ordinarie', inTime],
    ['2023-04-01', '2023-04-01', 'starkare-industri', inTime],
    ['2026-06-30', '2026-12-31', 'starkare-industri', inTime],
    ['2026-06-30', '2027-01-01', 'starkare-industri', late],
    ['2026-06-30', '2027-06-30', 'starkare-industri', late],
    ['2026-06-30', '2027-07-01', 'starkare-industri', tooLate],
    ['2026-07-01', '2026-07-01', 'hallbar-mat', inTime],
    ['2026-12-31', '2026-12-31', 'hallbar-mat', inTime],
    ['2028-12-31', '2029-06-30', 'hallbar-mat', late],
    ['2028-12-31', '2029-07-01', 'hallbar-mat', tooLate],
    ['2029-01-01', '2029-01-01', 'ordinarie', inTime],
    [undefined, '2026-08-01', 'ordinarie', []],
  ];
  const log = placed.map(([activity, received]) => sent(activity, received));

  test('follows from its activity date, and from when it came whether it counts', async () => {
    expect(isSo(await facts({ ...entered, log }))).toEqual(placed.map(([, , project, so]) => [project, so]));
  });

  test('is what the configuration says, too', async () => {
    const found = await facts({ ...entered, log });
    const held = all.map((project) => ({
      ...settingsOn(project, entered.changes, '2099-12-31'),
      id: project.id,
      isOrdinary: project.isOrdinary,
    }));
    expect(found.map(({ project }) => project)).toEqual(
      placed.map(([activityDate]) => projectOf({ activityDate }, held)),
    );
  });

  test('with the two that there are, and nothing changed, is the first until 2026-09-30', async () => {
    const days: readonly [string, string][] = [
      ['2026-09-30', '2026-09-30'],
      ['2026-09-30', '2026-10-01'],
      ['2026-09-30', '2027-04-01'],
      ['2026-10-01', '2026-10-01'],
    ];
    const own = days.map(([activity, received]) => sent(activity, received));
    expect(isSo(await facts({ projects, log: own }))).toEqual([
      ['starkare-industri', inTime],
      ['starkare-industri', late],
      ['starkare-industri', tooLate],
      ['ordinarie', inTime],
    ]);
  });

  test('a record came when its first submission did; a correction of it after the close is told', async () => {
    const first = { ...sent('2026-06-30', '2026-07-01'), status: 'superseded' };
    const corrections = ['2027-06-30', '2027-07-01'].map((day) => ({
      ...sent('2026-06-30', day),
      root_id: first.submission_id ?? '',
    }));
    const lateFirst = { ...sent('2026-06-30', '2027-07-01'), status: 'superseded' };
    const lateToo = { ...sent('2026-06-30', '2027-08-01'), root_id: lateFirst.submission_id ?? '' };
    const found = await facts({ ...entered, log: [first, ...corrections, lateFirst, lateToo] });
    expect(isSo(found)).toEqual([
      ['starkare-industri', [...inTime, 'is_correction']],
      ['starkare-industri', [...inTime, 'is_correction', 'corrected_after_close']],
      ['starkare-industri', [...tooLate, 'is_correction', 'corrected_after_close']],
    ]);
  });

  test('is the one that it names, whatever its date; what is not current, anonymous or a company has none', async () => {
    const { submission_id, ...anonymous } = sent('2026-06-30', '2026-07-01');
    const others = ['superseded', 'erased', 'quarantined'].map((status) => ({
      ...sent('2026-06-30', '2026-07-01'),
      status,
    }));
    const found = await ask(
      { ...entered, log: [anonymous, ...others, { ...sent(undefined, '2026-07-01'), form: 'company' }] },
      'select form, activity_date, project, in_period from analytic.submissions_in_projects order by activity_date',
    );
    const named = { form: 'project-settings', project: 'starkare-industri', in_period: 'true' };
    expect(found).toEqual([
      { ...named, activity_date: '2026-06-01' },
      // The made-up project holds this day, too, and began later.
      { ...named, activity_date: '2026-09-01' },
    ]);
  });
});
