import type { activity as form } from '../../../forms/activity.ts';
import type { Answers } from '../../../forms/grammar/form.ts';
import { supportActors } from '../../../forms/lists/support-actors.ts';
import { type Activity, isMeeting } from './activities.ts';
import { type Chance, chanceOf } from './chance.ts';
import { after } from './moments.ts';
import { networks } from './network.ts';
import { personFrom } from './people.ts';
import { maybe, recordOf, type Submission } from './submission.ts';

type Registered = Answers<typeof form>;

/** Every activity as it was planned, and then as it was held, or that it was not. */
export function activitiesSubmitted(activities: readonly Activity[]): Submission[] {
  return activities.flatMap((activity) => {
    const chance = chanceOf(`activity record ${activity.date}`);
    const plan = planOf(activity, chance);
    const states = [{ at: after(activity.date, chance, -70, -45), answers: { ...plan, status: 'planned' } }];
    if (activity.status === 'cancelled') {
      states.push({ at: after(activity.date, chance, -9, -3), answers: { ...plan, status: 'cancelled' } });
    }
    if (activity.status === 'held') {
      const held = { ...plan, status: 'held', ...heldAs(activity, chance) };
      states.push({ at: after(activity.date, chance, 0, 5), answers: held });
    }
    return recordOf('activity', activity.id, states);
  });
}

function planOf(activity: Activity, chance: Chance): Omit<Registered, 'status'> {
  const { kind, title, date, municipality, attendance } = activity;
  const mode = chance.weighted([
    ['on_site', 8],
    ['hybrid', 1],
    ['digital', kind === 'workshop' || kind === 'inspiration_seminar' ? 1 : 0],
  ]);
  const [start_time, end_time] = chance.pick([
    ['07:30', '09:00'],
    ['08:30', '12:00'],
    ['09:00', '16:00'],
    ['13:00', '16:30'],
  ]);
  return {
    activity_type: kind,
    title,
    start_date: date,
    start_time,
    end_time,
    mode,
    ...(mode !== 'digital' && { municipality_code: municipality.code }),
    focus_areas: focusOf(activity, chance),
    ...networkOf(activity, chance),
    target_group: targetOf(kind, chance),
    attendance_mode: attendance,
  };
}

function focusOf({ kind, title, network }: Activity, chance: Chance): Registered['focus_areas'] {
  if (network !== undefined) return networks[network]?.answers.focus_areas ?? [];
  if (kind === 'outside_industry_seminar') return ['cross_cutting'];
  if (/robot/iu.test(title)) return ['automation'];
  if (/AI |digital|cyber|papper|spårbarhet/iu.test(title)) return ['digitalisation'];
  return chance.pick([
    ['production_efficiency'],
    ['production_efficiency', 'automation'],
    ['production_efficiency', 'digitalisation'],
  ]);
}

function networkOf({ kind, network }: Activity, chance: Chance): Partial<Registered> {
  const id = network === undefined ? undefined : networks[network]?.id;
  return {
    ...(id !== undefined && { network_id: id }),
    ...(kind === 'women_in_industry_network' && maybe(chance, 0.4, { based_on: 'MITC Kvinna i industrin' })),
  };
}

function targetOf(kind: Activity['kind'], chance: Chance): Registered['target_group'] {
  if (kind === 'women_in_industry_network') return ['industry_companies', 'women'];
  if (kind !== 'outside_industry_seminar') return ['industry_companies'];
  return chance.pick([
    ['youth', 'young_women'],
    ['young_women', 'teachers_guidance'],
    ['jobseekers', 'women'],
  ]);
}

/** What is known when it has been held. */
function heldAs(activity: Activity, chance: Chance): Partial<Registered> {
  const { kind, rows, attendance } = activity;
  const isOfWomen = kind === 'women_in_industry_network' || kind === 'outside_industry_seminar';
  const expected = attendance === 'per_person' ? rows : rows * chance.whole(2, 3);
  return {
    ...maybe(chance, 0.7, { description: descriptions[kind] }),
    ...maybe(chance, 0.5, {
      sustainability_tags: chance.pick([['env'], ['soc'], ['eco'], ['env', 'eco'], ['soc', 'eco']]),
    }),
    ...maybe(chance, 0.4, {
      co_organisers: [chance.pick(supportActors.options.filter(({ code }) => code !== 'other')).code],
    }),
    ...maybe(chance, isMeeting(activity) ? 0.6 : 0.8, { experts: [expertFrom(chance)] }),
    registration_count: attendance === 'counts_only' ? chance.whole(60, 140) : expected + chance.whole(0, 4),
    aid_treatment: chance.weighted([
      ['not_aid', 9],
      ['not_assessed', 1],
    ]),
    ...maybe(chance, 0.8, { accessibility_ok: chance.happens(0.95) }),
    photo_policy: attendance === 'counts_only' ? 'none' : chance.pick(['none', 'crowd_only', 'crowd_only']),
    speakers_women: isOfWomen ? chance.whole(1, 4) : chance.whole(0, 2),
    speakers_men: kind === 'women_in_industry_network' ? chance.whole(0, 1) : chance.whole(1, 2),
    speakers_undisclosed: 0,
    eu_info_given: chance.happens(0.95),
  };
}

const descriptions: Readonly<Record<Activity['kind'], string>> = {
  inspiration_seminar:
    'Föredrag, ett företag som har gjort resan och tid att fråga. Frukost från klockan sju.',
  workshop: 'Arbete i grupp med egna exempel. Ta med en ritning, en bild eller siffror från det egna flödet.',
  topic_network:
    'Runda i verkstaden hos värden, därefter en fråga som alla har arbetat med sedan förra gången.',
  women_in_industry_network: 'Samtal i mindre grupper om att leda, med studiebesök hos värdföretaget.',
  outside_industry_seminar: 'Prova på svets, robot och mätteknik, och möt dem som arbetar med det.',
  other: 'Gemensam resa med rundvandring och samtal på hemvägen.',
};

const organisations = [
  'Bergslagens Ledarlabb AB',
  'Närkes Flödesteknik AB',
  'Hjälmarens Automation AB',
  'Tivedens Energikonsult AB',
];
const topics = [
  'Ställtider i praktiken',
  'Robotar till korta serier',
  'Daglig styrning',
  'Energikartläggning',
  'Data från äldre maskiner',
];

function expertFrom(chance: Chance) {
  return {
    ...maybe(chance, 0.5, { name: personFrom(chance).name }),
    org: chance.pick(organisations),
    topic: chance.pick(topics),
  };
}
