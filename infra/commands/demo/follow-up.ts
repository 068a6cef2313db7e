import type { followUp as form } from '../../../forms/follow-up.ts';
import type { Answers } from '../../../forms/grammar/form.ts';
import { type Chance, chanceOf } from './chance.ts';
import { type History, has } from './histories.ts';
import { after } from './moments.ts';
import { stepsOf } from './needs.ts';
import { personFrom } from './people.ts';
import { idAt, maybe, type Submission, sentAfter, submissionOf } from './submission.ts';

type FollowUp = Answers<typeof form>;

/** What companies say themselves, most of a year after the first visit: the link in a mail has led them here. */
export function followUpsOf(histories: readonly History[]): Submission[] {
  return histories.filter((each) => has(each, 'follow_up')).map(submitted);
}

function submitted(history: History): Submission {
  const { company, days } = history;
  const chance = chanceOf(`follow-up ${company.key}`);
  const answers: FollowUp = {
    company_key: company.key,
    answered_on: days.answered,
    respondent_role: chance.weighted([
      ['owner_ceo', 7],
      ['production_manager', 3],
    ]),
    gender: personFrom(chance).gender,
    activities_recalled: recalledIn(history),
    ...statementsOf(rises(history, chance), chance),
    ...stepsIn(history, chance),
    attribution: attributionOf(history, chance),
    ...effectsOf(chance),
    development_status_now: chance.pick(['started', 'continuous', 'continuous']),
    ...staircase(history),
    eu_awareness_after: chance.pick(['yes', 'yes', 'somewhat']),
    ...maybe(chance, 0.8, { nps: chance.whole(6, 10) }),
    publish_ok: mayBeTold(history) ? 'yes_contact_me' : chance.pick(['yes_contact_me', 'no', 'no']),
    handover_choice: chance.happens(0.85),
  };
  const madeAt = after(days.answered, chance, 0, 0);
  return submissionOf('follow-up', idAt(madeAt, chance), answers, sentAfter(madeAt, chance));
}

/** The companies whose stories are told: they have said yes to that. */
export function mayBeTold(history: History): boolean {
  return history.counting?.evidence === 'step' && has(history, 'follow_up') && has(history, 'intervention');
}

function recalledIn(history: History): FollowUp['activities_recalled'] {
  return [
    'visit',
    ...(has(history, 'match') ? ['match' as const] : []),
    ...(has(history, 'meetings') ? ['network' as const, 'workshop' as const] : []),
    ...(has(history, 'intervention') ? ['intervention' as const] : []),
    ...(has(history, 'process_maturity') ? ['process_maturity' as const] : []),
    ...(has(history, 'production_analysis') ? ['production_analysis' as const] : []),
  ];
}

/** Whether the company's evidence is to be found elsewhere, and just is not enough. */
function lacksOtherEvidence({ counting }: History): boolean {
  const fails = counting?.fails;
  return fails === 'process_maturity_rise' || fails === 'oee_rise' || fails === 'evidence_note';
}

/** By how many steps the nine statements rise together: 5 of 9 are more than a half in the mean, and 4 are less. */
function rises(history: History, chance: Chance): number {
  if (history.counting?.fails === 'capability_rise') return 4;
  if (lacksOtherEvidence(history)) return 2;
  if (history.counting?.evidence === 'staircase') return 3;
  return history.counting?.evidence === 'capability' ? chance.whole(6, 13) : chance.whole(2, 11);
}

function statementsOf(risen: number, chance: Chance): Partial<FollowUp> {
  const order = chance.shuffled([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  return Object.fromEntries(
    order.flatMap((statement, index) => {
      const before = chance.pick([1, 1, 2, 2, 3]);
      const more = (index < risen ? 1 : 0) + (index + 9 < risen ? 1 : 0);
      return [
        [`s${statement}_before`, before],
        [`s${statement}_now`, before + more],
      ];
    }),
  );
}

const focuses = ['production_efficiency', 'digitalisation', 'automation'] as const;

function stepsIn(
  history: History,
  chance: Chance,
): Pick<
  FollowUp,
  'steps_taken' | 'focus_moved' | 'step_description' | 'skills_staff_women' | 'skills_staff_men'
> {
  if (lacksOtherEvidence(history) || history.counting === undefined) return { steps_taken: ['none'] };
  const isTrained = chance.happens(0.4);
  return {
    steps_taken: [
      ...chance.pick([
        ['new_working_method'],
        ['action_plan'],
        ['new_technology', 'investment_made'],
      ] as const),
      ...(isTrained ? ['skills_raised' as const] : []),
    ],
    focus_moved: [chance.pick(focuses)],
    step_description: chance.pick(descriptions),
    ...(isTrained && { skills_staff_women: chance.whole(0, 3), skills_staff_men: chance.whole(1, 6) }),
  };
}

const descriptions = [
  'Vi styr svetshallen dagligen på tavlan och har beslutat att köpa ett lägesbord.',
  'Ställtiden är kortare och alla gör på samma sätt.',
  'Roboten är beställd. Utan hjälpen med kalkylen hade det inte blivit av.',
  'Planeringen ligger i systemet i stället för i huvudet på en person.',
  'Vi mäter stopp för första gången och har tagit bort de tre värsta.',
  'Två ungdomar har fått handledare, och svetsarna delar med sig.',
];

function attributionOf({ counting }: History, chance: Chance): FollowUp['attribution'] {
  return counting?.fails === 'attribution' ? 1 : chance.pick([2, 3, 3, 4]);
}

function effectsOf(
  chance: Chance,
): Pick<FollowUp, 'effects' | 'jobs_women' | 'jobs_men' | 'innovation_introduced' | 'invest_sek_band'> {
  const hasJobs = chance.happens(0.15);
  return {
    effects: [
      ...chance.pick([['productivity'], ['lead_time', 'quality'], ['work_env'], ['energy']] as const),
      ...(hasJobs ? ['jobs' as const] : []),
    ],
    ...(hasJobs && { jobs_women: chance.pick([0, 0.5, 1]), jobs_men: chance.pick([0, 1, 2]) }),
    innovation_introduced: chance.weighted([
      ['none', 6],
      ['process', 3],
      ['product', 1],
      ['both', 0.5],
    ]),
    ...maybe(chance, 0.7, {
      invest_sek_band: chance.pick(['0', 'lt100k', '100k_1m', '100k_1m', '1_5m', 'gt5m', 'no_answer']),
    }),
  };
}

/** How far the company has come since its first needs analysis, where that is asked. */
function staircase({ counting, visit }: History): Partial<FollowUp> {
  const chance = chanceOf(`staircase ${visit.company.key}`);
  const isHigher = counting?.evidence === 'staircase';
  const mayBeHigher = counting !== undefined && counting.fails === undefined;
  const step = (dimension: string, rises: boolean) =>
    Math.min(5, stepsOf(visit, dimension) + (rises ? 1 : 0));
  const risen = isHigher ? chance.pick(['pe', 'dig', 'aut']) : undefined;
  const rise = (dimension: string) => dimension === risen || (mayBeHigher && chance.happens(0.3));
  return {
    maturity_now_pe: step('pe', rise('pe')),
    maturity_now_dig: step('dig', rise('dig')),
    maturity_now_aut: step('aut', rise('aut')),
  };
}
