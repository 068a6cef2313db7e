import type { budgetLines } from '../lists/budget-lines.ts';
import type { countingParameters } from '../lists/counting-parameters.ts';
import type { erufDecisionStatuses } from '../lists/eruf-decision-statuses.ts';
import type { financiers } from '../lists/financiers.ts';
import type { indicators } from '../lists/indicators.ts';
import type { mainFocusAreas } from '../lists/main-focus-areas.ts';
import type { targetMunicipalities } from '../lists/target-municipalities.ts';
import type { targetSniDivisions } from '../lists/target-sni-divisions.ts';

interface List {
  readonly options: readonly { readonly code: string }[];
}
type CodeOf<L extends List> = L['options'][number]['code'];

/** Days (`yyyy-mm-dd`, Europe/Stockholm), the first and the last of them included; without one there is no limit. */
interface Period {
  readonly period_from?: string;
  readonly period_to?: string;
}

/**
 * What a project is held to. Each value has the name of the field of `forms/project-settings.ts` that it is changed by
 * later, and a row that of its cells. Amounts are whole SEK, shares per cent.
 */
export interface Settings extends Period {
  readonly name_sv: string;
  readonly name_en: string;
  /** Late entries are counted and companies approved up to and including this day. */
  readonly approval_until?: string;
  /** Companies that are to have a strengthened capability: the target of IND-01. */
  readonly goal?: number;
  /** The rule that says when a company counts in the goal, with its version. */
  readonly rule_version?: string;
  readonly parameters: readonly {
    readonly parameter: CodeOf<typeof countingParameters>;
    readonly value: number;
  }[];
  /** What it is followed up by besides; a target only where somebody has set one. */
  readonly indicators: readonly {
    readonly indicator: CodeOf<typeof indicators>;
    readonly target?: number;
  }[];
  readonly financiers: readonly {
    readonly financier: CodeOf<typeof financiers>;
    readonly share: number;
    readonly cap_sek?: number;
    readonly starts_on: string;
    readonly ends_on: string;
  }[];
  /** A row without a year is the sum of all years as the decision prints it. */
  readonly costs: readonly {
    readonly cost_line: CodeOf<typeof budgetLines>;
    readonly year?: number;
    readonly amount_sek: number;
  }[];
  readonly financing: readonly {
    readonly financier: CodeOf<typeof financiers>;
    readonly year?: number;
    readonly amount_sek: number;
  }[];
  readonly reporting_periods: readonly {
    readonly period: number;
    readonly starts_on: string;
    readonly ends_on: string;
  }[];
  readonly municipalities: readonly CodeOf<typeof targetMunicipalities>[];
  /** Divisions of SNI whose companies can count in the goal. */
  readonly sni_divisions: readonly CodeOf<typeof targetSniDivisions>[];
  readonly focus_areas: readonly CodeOf<typeof mainFocusAreas>[];
  /** Who applied for the money, and who owns the project now; numbers where they are known. */
  readonly applicant?: string;
  readonly applicant_organisationsnummer?: string;
  readonly owner: string;
  readonly owner_organisationsnummer?: string;
  /** Who is responsible for its personal data. */
  readonly controller: string;
  /** What the decision of the region refers to. */
  readonly region_decision_ref?: string;
  /** The decision on ERUF, which is another: its day, its case id, and what it was. */
  readonly eruf_decision_date?: string;
  readonly eruf_decision_case_id?: string;
  readonly eruf_decision_status?: CodeOf<typeof erufDecisionStatuses>;
  /** Evidence of the financing is kept for years from the end of its year; until it is there, all of it is kept. */
  readonly last_payment_date?: string;
  /** What stands beside the emblem of the Union; without it pages have no emblem. */
  readonly emblem_sv?: string;
  readonly emblem_en?: string;
  readonly privacy_notice_version: string;
}

/** What staff have entered of a project: only what is otherwise from `valid_from` on, as the form has it. */
export interface Change extends Partial<Settings> {
  readonly project: string;
  readonly valid_from: string;
}

export interface Project {
  readonly id: string;
  /** Whether it takes what is of no other project: one of the projects does. */
  readonly isOrdinary: boolean;
  /** What it began with. */
  readonly first: Settings;
  /** Who has owned it since. */
  readonly owners: readonly {
    readonly valid_from: string;
    readonly owner: string;
    readonly controller: string;
  }[];
}

/**
 * What the project is held to on a day (`yyyy-mm-dd`): its first values with every change up to and including that day
 * laid over, in the order of their days. What a change leaves out stays as it was, and so does every row that it has no
 * other row for: of the same indicator, the same cost line and year.
 */
export function settingsOn(project: Project, changes: readonly Change[], day: string): Settings {
  const own = changes.filter((change) => change.project === project.id);
  return [...project.owners, ...own]
    .filter(({ valid_from }) => valid_from <= day)
    .toSorted((one, other) => (one.valid_from < other.valid_from ? -1 : 1))
    .reduce<Settings>(laidOver, project.first);
}

function laidOver(before: Settings, { project, valid_from, ...change }: Partial<Change>): Settings {
  return {
    ...before,
    ...change,
    parameters: rowsOver(before.parameters, change.parameters, ({ parameter }) => parameter),
    indicators: rowsOver(before.indicators, change.indicators, ({ indicator }) => indicator),
    financiers: rowsOver(before.financiers, change.financiers, ({ financier }) => financier),
    costs: rowsOver(before.costs, change.costs, ({ cost_line, year }) => `${cost_line} ${year}`),
    financing: rowsOver(before.financing, change.financing, ({ financier, year }) => `${financier} ${year}`),
    reporting_periods: rowsOver(before.reporting_periods, change.reporting_periods, ({ period }) => period),
  };
}

function rowsOver<Row>(
  before: readonly Row[],
  changed: readonly Row[] | undefined,
  keyOf: (row: Row) => string | number,
): Row[] {
  const rows = new Map([...before, ...(changed ?? [])].map((row) => [keyOf(row), row]));
  return [...rows.values()];
}

/** `running` until the period is over, then `reporting` until approvals are, then `closed`. */
export type Status = 'running' | 'reporting' | 'closed';

/** How far the project has come on a day (`yyyy-mm-dd`, Europe/Stockholm), by what it is held to on that day. */
export function statusOf(project: Project, changes: readonly Change[], today: string): Status {
  const { period_to, approval_until } = settingsOn(project, changes, today);
  if (period_to === undefined || today <= period_to) return 'running';
  return approval_until === undefined || today <= approval_until ? 'reporting' : 'closed';
}

/** What decides which project something is of. */
interface Placed {
  /** The project that its token, activity or case names. */
  readonly named?: string | undefined;
  /** `yyyy-mm-dd`; some forms have none. */
  readonly activityDate?: string | undefined;
}

/**
 * The id of the project that something is of: the one that is named, else the one whose period holds the activity date,
 * of several the one that began last (and of those the first by id), else the ordinary operations.
 */
export function projectOf(
  { named, activityDate }: Placed,
  projects: readonly (Pick<Project, 'id' | 'isOrdinary'> & Period)[],
): string {
  if (named !== undefined) return named;
  const [latest] = projects
    .filter((project) => !project.isOrdinary && holdsDay(project, activityDate))
    .toSorted(
      (one, other) =>
        (other.period_from ?? '').localeCompare(one.period_from ?? '') || one.id.localeCompare(other.id),
    );
  const found = latest ?? projects.find(({ isOrdinary }) => isOrdinary);
  if (found === undefined) throw new Error('expected a project of the ordinary operations, there is none');
  return found.id;
}

/** A project that has not said when it begins holds no day yet. */
function holdsDay({ period_from, period_to }: Period, day: string | undefined): boolean {
  if (day === undefined || period_from === undefined) return false;
  return period_from <= day && (period_to === undefined || day <= period_to);
}
