import type { Answers } from '../../../forms/grammar/form.ts';
import type { match as form } from '../../../forms/match.ts';
import { type Chance, chanceOf } from './chance.ts';
import { type History, has } from './histories.ts';
import { after, latest, noonOf } from './moments.ts';
import { offers } from './offer.ts';
import { idAt, recordOf, type Submission } from './submission.ts';

type Match = Answers<typeof form>;
type Status = NonNullable<Match['status']>;

/** What came of the matches of those that do not count, in their order; one is of a need that nobody meets. */
const otherOutcomes = [
  'proposed',
  'contacted',
  'accepted',
  'gap',
  'declined',
  'started',
  'no_capacity',
  'completed',
] as const;

/** Needs, and what others offer that meets them: from the proposal to what came of it, each status a correction. */
export function matchesOf(histories: readonly History[]): Submission[] {
  const others = histories.filter((each) => has(each, 'match') && each.counting === undefined);
  return histories
    .filter((each) => has(each, 'match'))
    .flatMap((history) => {
      const outcome = otherOutcomes[others.indexOf(history) % otherOutcomes.length];
      return outcome === 'gap' ? gap(history) : matched(history, outcome);
    });
}

function needOf({ company, visit, days }: History) {
  return { company_key: company.key, need_submission_id: visit.id, match_date: days.matched };
}

function gap(history: History): Submission[] {
  const chance = chanceOf(`match ${history.company.key}`);
  const at = after(history.days.matched, chance, 0, 3);
  const answers: Match = { ...needOf(history), need_area: 'work_environment', gap_no_offer: true };
  return recordOf('match', idAt(at, chance), [{ at, answers }]);
}

function matched(history: History, outcome: Exclude<(typeof otherOutcomes)[number], 'gap'> | undefined) {
  const { counting, days } = history;
  const chance = chanceOf(`match ${history.company.key}`);
  // Who counts by what the match gave has had it; who counts by the follow-up is in the middle of it.
  const last =
    counting === undefined
      ? (outcome ?? 'proposed')
      : counting.evidence === 'match'
        ? 'completed'
        : 'started';
  const common = { ...needOf(history), ...offered(chance) };
  // What lies ahead has not happened yet.
  const path = statusesTo(last).filter((status) => noonOf(dayOf(status, days)) < latest);
  const states = path.map((status) => {
    const status_date = dayOf(status, days);
    const answers: Match = {
      ...common,
      status,
      status_date,
      ...(status === 'completed' && { result_code: resultOf(history, chance) }),
    };
    return { at: after(status_date, chance, 0, 3), answers };
  });
  return recordOf('match', idAt(states[0]?.at ?? 0, chance), states);
}

/** Now and then in own words, when the offer is not in the catalogue. */
function offered(chance: Chance) {
  const { id, answers } = chance.pick(offers);
  return {
    need_area: answers.need_areas?.[0],
    actor: answers.actor,
    ...(chance.happens(0.85)
      ? { offer_id: id }
      : { offer_text: `${answers.offer_title}, enligt överenskommelse` }),
    active_intro: chance.happens(0.7),
  };
}

function statusesTo(last: Status): Status[] {
  if (last === 'declined' || last === 'no_capacity') return ['proposed', last];
  const all: Status[] = ['proposed', 'contacted', 'accepted', 'started', 'completed'];
  const path = all.slice(0, all.indexOf(last) + 1);
  // Staff do not note every step of those that go well.
  return path.filter((status) => status !== 'accepted' || last === 'accepted');
}

function dayOf(status: Status, days: History['days']): string {
  if (status === 'completed') return days.matchEnded;
  if (status === 'proposed') return days.matched;
  return status === 'contacted' ? days.matchContacted : days.matchStarted;
}

function resultOf({ counting }: History, chance: Chance): Match['result_code'] {
  if (counting === undefined) return 'none_yet';
  return chance.pick(['advice', 'financing', 'training', 'test', 'recruitment']);
}
