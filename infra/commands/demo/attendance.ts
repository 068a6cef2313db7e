import { type Activity, isMeeting } from './activities.ts';
import { chanceOf } from './chance.ts';
import type { Company } from './companies.ts';
import { forgotten, type History, has } from './histories.ts';
import { noonOf } from './moments.ts';

/** A company at an activity; or not, although it had signed up. */
export interface Guest {
  readonly company: Company;
  readonly attended: boolean;
}

/** Which companies were at each activity, in the order of its list. */
export type Attendance = ReadonlyMap<Activity, readonly Guest[]>;

/**
 * Whom the histories need there, and then whoever comes: the same again and again, from nearby more often. Those who
 * almost count come nowhere else, so that nothing but their own history decides.
 */
export function attendanceAt(
  activities: readonly Activity[],
  companies: readonly Company[],
  histories: readonly History[],
): Attendance {
  const needed = histories.flatMap((history) => neededBy(history, activities));
  const apart = new Set(
    histories.flatMap(({ company, counting }) => (counting?.fails === undefined ? [] : [company])),
  );
  const free = companies.filter((company) => !apart.has(company) && company.number !== forgotten);
  return new Map(
    activities.map((activity) => [activity, guestsAt(activity, needed, free)] satisfies [unknown, unknown]),
  );
}

interface Needed extends Guest {
  readonly activity: Activity;
}

function neededBy(history: History, activities: readonly Activity[]): Needed[] {
  if (!has(history, 'meetings')) return [];
  const { company, counting, visit, days } = history;
  const [first, second, seminar] = [
    ...twoOf(isMeeting),
    ...twoOf(({ kind }) => kind === 'inspiration_seminar'),
  ];
  if (first === undefined || second === undefined || seminar === undefined) {
    throw new Error(`expected meetings for company ${company.number}, got too few`);
  }
  const isShort = counting?.fails === 'meetings';
  return [
    { activity: first, company, attended: true },
    { activity: second, company, attended: !isShort },
    ...(isShort ? [{ activity: seminar, company, attended: true }] : []),
  ];

  function twoOf(isOne: (activity: Activity) => boolean): Activity[] {
    const between = activities.filter(
      (each) =>
        isOne(each) && isOpen(each) && each.date > visit.date && noonOf(each.date) < noonOf(days.answered),
    );
    return chanceOf(`meetings ${company.key}`).shuffled(between).slice(0, 2);
  }
}

function isOpen({ status, isSmall, attendance }: Activity): boolean {
  return status === 'held' && !isSmall && attendance !== 'counts_only';
}

function guestsAt(activity: Activity, needed: readonly Needed[], free: readonly Company[]): Guest[] {
  if (activity.attendance === 'counts_only') return [];
  const own = needed.filter((each) => each.activity === activity);
  const chance = chanceOf(`guests ${activity.date}`);
  const near = (company: Company) => (company.municipality === activity.municipality.code ? 3 : 1);
  const weights = free.map((each) => [each, each.keenness * near(each)] as const);
  const found = new Map(own.map(({ company, attended }) => [company, attended]));
  const expected = activity.status === 'planned' ? signedUpAlready : activity.rows - othersAt(activity);
  while (found.size < expected) {
    const company = chance.weighted(weights);
    if (!found.has(company)) found.set(company, chance.happens(0.95));
  }
  return [...found].map(([company, attended]) => ({ company, attended }));
}

/** How many have signed up for what is still to come. */
const signedUpAlready = 9;

/** How many rows of its list are not companies: those who advise them. */
export function othersAt({ date, isSmall, status }: Activity): number {
  return !isSmall && status === 'held' && chanceOf(`others ${date}`).happens(0.3) ? 1 : 0;
}
