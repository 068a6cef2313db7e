import type { activityTypes } from '../../../forms/lists/activity-types.ts';
import { ageBands } from '../../../forms/lists/age-bands.ts';
import { type Chance, chanceOf } from './chance.ts';
import { after, latest, noonOf, workdayAfter } from './moments.ts';
import { type Municipality, places } from './places.ts';
import { idAt } from './submission.ts';

type Kind = (typeof activityTypes)['options'][number]['code'];

export interface Activity {
  /** The id of its record. */
  readonly id: string;
  readonly kind: keyof typeof titles;
  readonly title: string;
  /** `yyyy-mm-dd` */
  readonly date: string;
  readonly municipality: Municipality;
  readonly status: 'planned' | 'held' | 'cancelled';
  /** How it is noted who comes, and how many rows that gives: an organisation, a person or an age group each. */
  readonly attendance: 'per_person' | 'per_company_counts' | 'counts_only';
  readonly rows: number;
  /** Fewer than five people are expected. */
  readonly isSmall: boolean;
  /** The network whose meeting it is, by its place among `networks`. */
  readonly network?: number;
}

const titles = {
  inspiration_seminar: [
    'Frukostseminarium: AI i produktionen – var börjar man?',
    'Så sänkte vi energikostnaden med en tredjedel',
    'Robotdag: kobotar för korta serier',
    'Cybersäkerhet och NIS2 för tillverkande företag',
    'Hållbarhetsrapportering utan krångel',
    'Livsmedelsdagen: spårbarhet från råvara till butik',
    'Additiv tillverkning i metall – när lönar det sig?',
  ],
  workshop: [
    'Workshop om ställtider (SMED)',
    'Workshop: värdeflödesanalys på eget flöde',
    'Workshop: 5S på riktigt',
    'Workshop: räkna hem roboten',
    'Workshop: OEE och daglig styrning',
    'Workshop: energikartläggning',
    'Workshop: digitala arbetsinstruktioner',
    'Heldagsworkshop om att gå från papper, pärmar och Excel till ett sammanhållet planeringssystem som alla i fabriken faktiskt vill använda',
  ],
  topic_network: [
    'Nätverk produktionsledare',
    'Nätverk underhåll',
    'Nätverk kvalitet och miljö',
    'Nätverk digitalisering',
  ],
  women_in_industry_network: [
    'Kvinna i industrin: att leda utan att vara äldst på golvet',
    'Kvinna i industrin: studiebesök och samtal',
  ],
  outside_industry_seminar: [
    'Se industrin inifrån: öppet hus för unga',
    'Byt bana till industrin',
    'Tjejer i tekniken: en dag i verkstaden',
  ],
  other: ['Studieresa till en fabrik i framkant', 'Studiebesök på ett gjuteri'],
} as const satisfies Record<Kind, readonly string[]>;

/** How the kinds follow each other. */
const order: readonly Activity['kind'][] = [
  'inspiration_seminar',
  'workshop',
  'topic_network',
  'workshop',
  'women_in_industry_network',
  'inspiration_seminar',
  'topic_network',
  'workshop',
  'outside_industry_seminar',
  'topic_network',
  'workshop',
  'other',
];

/** How many there are in each month, from January: none in the darkest, nor in July. */
const inMonths = [0, 2, 2, 2, 2, 2, 0, 1, 2, 2, 2, 0];

/** The days of activities, from the project's first month to its last: 60. */
function days(): string[] {
  return ['2023', '2024', '2025', '2026'].flatMap((year) =>
    inMonths
      .flatMap((count, index) =>
        Array.from({ length: count }, (_, half) => {
          const month = String(index + 1).padStart(2, '0');
          const chance = chanceOf(`day ${year} ${month} ${half}`);
          const day = String(half * 14 + chance.whole(3, 12)).padStart(2, '0');
          return workdayAfter(`${year}-${month}-${day}`, 0);
        }),
      )
      .filter((day) => day >= '2023-04-01' && day <= '2026-09-30'),
  );
}

/** How many rows all participant lists have together. */
const allRows = 900;

/** The activities of the demonstration, oldest first: up to its now, and what is planned after it. */
export function allActivities(): Activity[] {
  const activities = days().map(activityOn);
  const isOpen = ({ status, rows }: Activity) => status === 'held' && rows === 0;
  const taken = activities.reduce((sum, { rows }) => sum + rows, 0);
  const weights = activities.map((each) => (isOpen(each) ? chanceOf(`rows ${each.date}`).whole(8, 20) : 0));
  const shares = sharedOut(allRows - taken, weights);
  return activities.map((each, index) => ({ ...each, rows: each.rows + (shares[index] ?? 0) }));
}

/** A number in whole parts, as large as their weights say, that are together just that. */
function sharedOut(total: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let before = 0;
  return weights.map((weight) => {
    const from = Math.round((total * before) / all);
    before += weight;
    return Math.round((total * before) / all) - from;
  });
}

/** Two were cancelled. */
const cancelled = [15, 39];

function activityOn(date: string, index: number): Activity {
  const chance = chanceOf(`activity ${date}`);
  const kind = order[index % order.length] ?? 'other';
  const municipality = whereabouts(chance);
  const status = noonOf(date) > latest ? 'planned' : cancelled.includes(index) ? 'cancelled' : 'held';
  const isSmall = index % 20 === 6;
  const network = networkOf(kind, index);
  return {
    id: idAt(after(date, chance, -70, -45), chance),
    kind,
    title: titleOf(kind, index, chance.pick(municipality.places)),
    date,
    municipality,
    status,
    attendance: attendanceAt(kind, index),
    // How large the others are follows from what is left.
    rows: kind === 'outside_industry_seminar' ? ageBands.options.length : isSmall ? 3 : 0,
    isSmall,
    ...(network !== undefined && { network }),
  };
}

/** Of people outside industry, some of whom are children, nobody is named; where it is useful to know, people are. */
function attendanceAt(kind: Activity['kind'], index: number): Activity['attendance'] {
  if (kind === 'outside_industry_seminar') return 'counts_only';
  const isList = kind === 'women_in_industry_network' || index % order.length === 7;
  return isList ? 'per_person' : 'per_company_counts';
}

/** Where companies learn of each other: twice is support, as seminars never are. */
export function isMeeting({ kind }: { readonly kind: string }): boolean {
  return kind === 'workshop' || kind === 'topic_network' || kind === 'women_in_industry_network';
}

function networkOf(kind: Activity['kind'], index: number): number | undefined {
  if (kind === 'women_in_industry_network') return titles.topic_network.length;
  return kind === 'topic_network' ? placeOf(kind, index) % titles.topic_network.length : undefined;
}

function whereabouts(chance: Chance): Municipality {
  return chance.weighted(
    places.filter(({ code }) => code !== '9999').map((each) => [each, each.companies + 4]),
  );
}

/** The kind's titles in turn; a network's meetings are numbered. */
function titleOf(kind: Activity['kind'], index: number, place: string): string {
  const own: readonly string[] = titles[kind];
  const count = placeOf(kind, index);
  const title = own[count % own.length] ?? '';
  // The longest has no room for more.
  if (title.length > 110) return title;
  return kind === 'topic_network'
    ? `${title}, träff ${Math.floor(count / own.length) + 1} i ${place}`
    : `${title} (${place})`;
}

/** How many of the kind come before it. */
function placeOf(kind: Activity['kind'], index: number): number {
  return countOf(kind, order.length) * Math.floor(index / order.length) + countOf(kind, index % order.length);
}

function countOf(kind: Activity['kind'], length: number): number {
  return order.slice(0, length).filter((each) => each === kind).length;
}
