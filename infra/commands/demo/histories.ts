import type { interventionStatuses } from '../../../forms/lists/intervention-statuses.ts';
import { chanceOf } from './chance.ts';
import type { Company } from './companies.ts';
import { after, noonOf, workdayAfter } from './moments.ts';
import { type Counting, countings, type Part } from './strengthened.ts';
import { idAt } from './submission.ts';

/** A visit at a company: the first one, or what has become of it a year or two later. */
export interface Visit {
  /** The id of its needs analysis, and when that was made (ms UTC). */
  readonly id: string;
  readonly madeAt: number;
  readonly company: Company;
  /** `yyyy-mm-dd` */
  readonly date: string;
  readonly isFollowUp: boolean;
  /** Whether all is answered that is needed to count, or some of it may be missing, or a mandatory answer is. */
  readonly answered: 'all' | 'most' | 'not all';
}

type Status = (typeof interventionStatuses)['options'][number]['code'];

/** What has happened with a company that was visited. */
export interface History {
  readonly company: Company;
  /** What is said of it where it counts, or almost does. */
  readonly counting?: Counting;
  readonly parts: readonly Part[];
  /** How far its intervention has come, where it has one. */
  readonly status: Status;
  readonly visit: Visit;
  readonly laterVisit?: Visit;
  readonly days: Days;
}

/** The days (`yyyy-mm-dd`) on which everything happens that its parts say. */
type Days = ReturnType<typeof daysAfter>;

/** The company that asks to be forgotten before anybody has been there. */
export const forgotten = 105;

/** What has happened with the companies that were visited, in the order of their first visits. */
export function allHistories(companies: readonly Company[]): History[] {
  const counted = countings.flatMap((counting) => {
    const company = companies[counting.company];
    return company === undefined ? [] : [countedHistory(company, counting)];
  });
  const others = otherVisited(companies).map((company, index) => otherHistory(company, index));
  return withLaterVisits(
    [...counted, ...others].toSorted((one, other) => noonOf(one.visit.date) - noonOf(other.visit.date)),
  );
}

function countedHistory(company: Company, counting: Counting): History {
  const { parts, fails } = counting;
  const visit = visitAt(company, firstDayOf(counting), fails === 'baseline' ? 'not all' : 'all');
  return { company, counting, parts, status: 'completed', visit, days: daysAfter(visit) };
}

/** The day of the first visit, so early that all the rest has been done when the demonstration stands. */
function firstDayOf({ company, parts, fails }: Counting): string {
  if (fails === 'period') return '2022-10-03';
  const takesLong = parts.includes('follow_up') || parts.includes('process_maturity_again');
  return someDay(`first visit ${company}`, '2023-05-02', takesLong ? '2025-07-15' : '2026-02-16');
}

function someDay(name: string, first: string, last: string): string {
  const moment = chanceOf(name).whole(noonOf(first), noonOf(last));
  return workdayAfter(new Date(moment).toISOString().slice(0, 10), 0);
}

/** Of the companies that do not count, these were visited: most in the county, one next door. */
function otherVisited(companies: readonly Company[]): Company[] {
  const known = new Set(countings.map(({ company }) => company));
  const others = companies.filter(({ number }) => !known.has(number) && number !== forgotten);
  const inCounty = others.filter(({ municipality }) => municipality !== '9999');
  const outside = others.filter(({ municipality }) => municipality === '9999');
  return [...inCounty.filter((_, index) => index % 4 !== 3), ...outside.slice(1, 2)];
}

interface Course {
  readonly parts: readonly Part[];
  readonly status?: Status;
  /** Between these days they are first visited. */
  readonly from: string;
  readonly to: string;
}

/** What the others have had, in their order; nobody has approved them. */
const otherCourses: readonly (Course & { readonly count: number })[] = [
  { count: 1, parts: ['match', 'intervention', 'follow_up'], from: '2024-02-05', to: '2024-04-26' },
  { count: 5, parts: ['match', 'intervention'], status: 'ongoing', from: '2026-05-04', to: '2026-06-05' },
  { count: 3, parts: ['intervention'], status: 'planned', from: '2026-08-17', to: '2026-08-26' },
  {
    count: 2,
    parts: ['intervention'],
    status: 'awaiting_aid_decision',
    from: '2026-08-03',
    to: '2026-08-14',
  },
  { count: 2, parts: ['match', 'intervention'], status: 'cancelled', from: '2024-09-02', to: '2025-10-31' },
  { count: 5, parts: ['match', 'process_maturity'], from: '2023-09-04', to: '2026-05-29' },
  { count: 5, parts: ['match', 'production_analysis'], from: '2023-09-04', to: '2026-05-29' },
  { count: 2, parts: ['match'], from: '2023-06-07', to: '2026-05-29' },
];

function otherHistory(company: Company, index: number): History {
  const course = otherCourses.flatMap(({ count, ...each }) => Array.from({ length: count }, () => each))[
    index
  ];
  if (course === undefined) throw new Error(`expected as many courses as companies, got none for ${index}`);
  const { parts, status = 'completed', from, to } = course;
  const visit = visitAt(company, someDay(`first visit ${company.number}`, from, to), 'most');
  return { company, parts, status, visit, days: daysAfter(visit) };
}

function visitAt(company: Company, date: string, answered: Visit['answered'], isFollowUp = false): Visit {
  const chance = chanceOf(`visit ${company.key} ${date}`);
  const madeAt = after(date, chance, 0, chance.pick([0, 0, 1, 6]));
  return { id: idAt(madeAt, chance), madeAt, company, date, isFollowUp, answered };
}

const visitedAgain = 34;

/** Those who came first, of all that count, are visited once more. */
function withLaterVisits(histories: readonly History[]): History[] {
  const first = histories
    .filter(({ counting }) => counting !== undefined && counting.fails === undefined)
    .slice(0, visitedAgain);
  return histories.map((history) => {
    if (!first.includes(history)) return history;
    const days = chanceOf(`later visit ${history.company.key}`).whole(380, 620);
    const date = workdayAfter(history.visit.date, days);
    return { ...history, laterVisit: visitAt(history.company, date, 'most', true) };
  });
}

function daysAfter({ company, date }: Visit) {
  const chance = chanceOf(`days ${company.key}`);
  const later = (day: string, from: number, to: number) => workdayAfter(day, chance.whole(from, to));
  const planned = later(date, 25, 33);
  const started = later(planned, 0, 6);
  const ended = later(started, 50, 95);
  const matched = later(date, 14, 25);
  const matchContacted = later(matched, 6, 12);
  const matchStarted = later(matchContacted, 14, 40);
  return {
    planned,
    started,
    ended,
    confirmed: later(ended, 5, 12),
    matched,
    matchContacted,
    matchStarted,
    matchEnded: later(matchStarted, 60, 110),
    measured: later(date, 18, 32),
    measuredAgain: later(date, 230, 275),
    answered: later(date, 305, 375),
  };
}

/** Whether a history has something that it takes to count: `has(history, 'match')`. */
export function has({ parts }: History, part: Part): boolean {
  return parts.includes(part);
}
