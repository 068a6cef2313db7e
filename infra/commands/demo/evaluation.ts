import type { evaluation as form } from '../../../forms/evaluation.ts';
import type { Answers } from '../../../forms/grammar/form.ts';
import { focusAreas } from '../../../forms/lists/focus-areas.ts';
import { type Activity, isMeeting } from './activities.ts';
import { type Chance, chanceOf } from './chance.ts';
import type { History } from './histories.ts';
import { interventionsOf } from './intervention.ts';
import { after } from './moments.ts';
import { processMaturitiesOf } from './process-maturity.ts';
import { productionAnalysesOf } from './production-analysis.ts';
import { idAt, maybe, type Submission, sentAfter, submissionOf } from './submission.ts';
import { evaluationTexts, generally, textFrom } from './texts.ts';

type Evaluation = Answers<typeof form>;
/** What the link says of the activity. */
type FromLink = Pick<Evaluation, 'activity' | 'activity_kind' | 'activity_date' | 'few_expected'>;

/** What is evaluated: an activity, or what was done in a single company. */
interface Evaluated {
  /** The id of its record. */
  readonly id: string;
  readonly kind: NonNullable<Evaluation['activity_kind']>;
  /** `yyyy-mm-dd` */
  readonly date: string;
  readonly isSmall: boolean;
}

/**
 * What participants thought: about four in ten answer, most of them the same evening. So do a few of those with whom
 * something was done in their own company.
 */
export function evaluationsOf(activities: readonly Activity[], histories: readonly History[]): Submission[] {
  const held = activities.filter(({ status }) => status === 'held');
  return [
    ...held.flatMap((activity) => {
      const count = activity.isSmall ? 2 : chanceOf(`evaluation ${activity.date}`).whole(6, 18);
      return Array.from({ length: count }, (_, index) => submitted(activity, index));
    }),
    ...histories.flatMap(atCompany).map(submitted),
  ];
}

function atCompany(history: History): Evaluated[] {
  const { company, days, visit, status } = history;
  if (!chanceOf(`evaluation at ${company.key}`).happens(0.3)) return [];
  const isSmall = true;
  const [intervention] = interventionsOf([history]);
  if (intervention !== undefined) {
    return status === 'completed'
      ? [{ id: intervention.id, kind: 'intervention', date: days.ended, isSmall }]
      : [];
  }
  const [measurement] = [...processMaturitiesOf([history]), ...productionAnalysesOf([history])];
  if (measurement !== undefined) {
    return [{ id: measurement.id, kind: 'measurement', date: days.measured, isSmall }];
  }
  return [{ id: visit.id, kind: 'visit', date: visit.date, isSmall }];
}

function submitted(evaluated: Evaluated, index: number): Submission {
  const chance = chanceOf(`evaluation ${evaluated.date} ${index}`);
  const madeAt = after(evaluated.date, chance, 0, chance.pick([0, 0, 0, 1, 9]));
  const id = idAt(madeAt, chance, { anonymous: true });
  const answers = { ...linkOf(evaluated), ...answersTo(evaluated, chance) };
  return submissionOf('evaluation', id, answers, sentAfter(madeAt, chance));
}

function linkOf({ id, kind, date, isSmall }: Evaluated): FromLink {
  return {
    activity: id,
    activity_kind: kind,
    activity_date: date,
    ...(isSmall && { few_expected: true }),
  };
}

function answersTo({ kind, isSmall }: Evaluated, chance: Chance): Omit<Evaluation, keyof FromLink> {
  const mood = chance.weighted([
    [2, 7],
    [3, 18],
    [4, 45],
    [5, 30],
  ]);
  const agreement = () => (chance.happens(0.04) ? 'na' : near(mood, chance));
  return {
    q_overall: near(mood, chance),
    ...(isMeeting({ kind }) ? { q_new_contacts: agreement() } : { q_relevance: agreement() }),
    q_learning: agreement(),
    ...(kind === 'outside_industry_seminar' ? interest(chance) : consequence(mood, chance)),
    q_eu_awareness: chance.weighted([
      ['yes', 5],
      ['partly', 3],
      ['no', 2],
    ]),
    ...(!isSmall && aboutSender(kind, chance)),
    ...maybe(chance, 0.35, { free_text: textFrom(chance, evaluationTexts, 500, generally) }),
  };
}

/** Whoever likes one thing likes the others about as well. */
function near(mood: number, chance: Chance): number {
  return Math.max(1, Math.min(5, mood + chance.pick([-1, 0, 0, 0, 1])));
}

function consequence(mood: number, chance: Chance) {
  const q_will_act = chance.weighted([
    ['yes_decided', mood * 2],
    ['probably', mood * 3],
    ['unsure', 6],
    ['no', 7 - mood],
  ]);
  if (q_will_act === 'unsure' || q_will_act === 'no') return { q_will_act };
  const areas = chance.shuffled(focusAreas.options).slice(0, chance.pick([1, 1, 2]));
  return { q_will_act, q_focus: areas.map(({ code }) => code) };
}

function interest(chance: Chance) {
  const before = chance.whole(1, 4);
  return { q_interest_before: before, q_interest_after: Math.min(5, before + chance.pick([0, 1, 1, 2])) };
}

function aboutSender(kind: Evaluated['kind'], chance: Chance) {
  const share = kind === 'women_in_industry_network' ? 95 : kind === 'outside_industry_seminar' ? 55 : 27;
  const isOutside = kind === 'outside_industry_seminar';
  return {
    gender: chance.weighted([
      ['woman', share],
      ['man', 97 - Math.min(share, 96)],
      ['undisclosed', 3],
    ]),
    respondent_type: isOutside
      ? chance.pick(['education', 'education', 'private_person'])
      : chance.weighted([
          ['industry_company', 80],
          ['other_company', 8],
          ['support_actor', 7],
          ['public_sector', 3],
          ['academia', 2],
        ]),
  };
}
