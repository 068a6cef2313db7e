import { chanceOf } from './chance.ts';
import type { Company } from './companies.ts';
import { dayMs, dayOf, latest, noonOf } from './moments.ts';

/** A visit at a company: the first one, or what has become of it a year or two later. */
export interface Visit {
  readonly company: Company;
  /** `yyyy-mm-dd` */
  readonly date: string;
  readonly isFollowUp: boolean;
}

const first = noonOf('2023-04-17');
const last = noonOf('2026-06-18');

/** Nearly every company is visited; whoever is keen, twice. */
export function visitsAt(companies: readonly Company[]): Visit[] {
  return companies.flatMap(visitsOf);
}

function visitsOf(company: Company): Visit[] {
  const chance = chanceOf(`visits ${company.name}`);
  if (company.municipality === '9999' && chance.happens(0.6)) return [];
  const date = workdayFrom(chance.whole(first, last));
  const again = workdayFrom(noonOf(date) + chance.whole(330, 700) * dayMs);
  const isVisitedAgain = chance.happens(company.keenness > 1 ? 0.7 : 0.25) && noonOf(again) < latest;
  return [
    { company, date, isFollowUp: false },
    ...(isVisitedAgain ? [{ company, date: again, isFollowUp: true }] : []),
  ];
}

/** The day of a moment; after a weekend, and after July, when nobody is visited. */
function workdayFrom(moment: number): string {
  const date = new Date(moment);
  const isOff = date.getUTCMonth() === 6 || date.getUTCDay() % 6 === 0;
  return isOff ? workdayFrom(moment + dayMs) : dayOf(moment);
}
