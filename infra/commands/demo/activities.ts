import type { evaluatedKinds } from '../../../forms/lists/evaluated-kinds.ts';
import { type Chance, chanceOf } from './chance.ts';
import { after, dayMs, dayOf, latest, noonOf } from './moments.ts';
import { type Municipality, places } from './places.ts';
import { idAt } from './submission.ts';

type EvaluatedKind = (typeof evaluatedKinds)['options'][number]['code'];

export interface Activity {
  readonly id: string;
  readonly kind: keyof typeof titles;
  readonly title: string;
  /** `yyyy-mm-dd` */
  readonly date: string;
  readonly municipality: Municipality;
  /** Fewer than five people are expected. */
  readonly isSmall: boolean;
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
} as const satisfies Partial<Record<EvaluatedKind, readonly string[]>>;

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

/** How many there are in each month, from January: none in July. */
const inMonths = [1, 2, 2, 2, 2, 1, 0, 1, 2, 2, 2, 1];

/** The days of activities, from the project's first month to its last. */
function days(): string[] {
  return ['2023', '2024', '2025', '2026'].flatMap((year) =>
    inMonths.flatMap((count, index) =>
      Array.from({ length: count }, (_, half) => {
        const month = String(index + 1).padStart(2, '0');
        const chance = chanceOf(`day ${year} ${month} ${half}`);
        return workday(`${year}-${month}-${String(half * 14 + chance.whole(3, 12)).padStart(2, '0')}`);
      }),
    ),
  );
}

/** The same day, or the Monday after a weekend. */
function workday(day: string): string {
  const moment = noonOf(day);
  const isWeekend = [0, 6].includes(new Date(moment).getUTCDay());
  return isWeekend ? workday(dayOf(moment + dayMs)) : day;
}

/** The activities of the demonstration, oldest first: from 2023-04 to its now. */
export function allActivities(): Activity[] {
  return days()
    .filter((day) => day >= '2023-04-01' && day < dayOf(latest))
    .map(activityOn);
}

function activityOn(date: string, index: number): Activity {
  const chance = chanceOf(`activity ${date}`);
  const kind = order[index % order.length] ?? 'other';
  const municipality = whereabouts(chance);
  return {
    id: idAt(after(date, chance, -40, -10), chance),
    kind,
    title: titleOf(kind, index, chance.pick(municipality.places)),
    date,
    municipality,
    isSmall: index % 20 === 6,
  };
}

function whereabouts(chance: Chance): Municipality {
  return chance.weighted(
    places.filter(({ code }) => code !== '9999').map((each) => [each, each.companies + 4]),
  );
}

/** The kind's titles in turn; a network's meetings are numbered. */
function titleOf(kind: Activity['kind'], index: number, place: string): string {
  const own: readonly string[] = titles[kind];
  const before = countOf(kind, order.length) * Math.floor(index / order.length);
  const count = before + countOf(kind, index % order.length);
  const title = own[count % own.length] ?? '';
  // The longest has no room for more.
  if (title.length > 110) return title;
  return kind === 'topic_network'
    ? `${title}, träff ${Math.floor(count / own.length) + 1} i ${place}`
    : `${title} (${place})`;
}

function countOf(kind: Activity['kind'], length: number): number {
  return order.slice(0, length).filter((each) => each === kind).length;
}
