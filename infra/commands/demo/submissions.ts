import { allActivities } from './activities.ts';
import { chanceOf } from './chance.ts';
import { allCompanies } from './companies.ts';
import { contactRequestsOf } from './contact-request.ts';
import { evaluationsOf } from './evaluation.ts';
import { needsAnalysesOf } from './needs-analysis.ts';
import { participantsOf } from './participants.ts';
import { refusedOf } from './refused.ts';
import type { Submission } from './submission.ts';
import { visitsAt } from './visits.ts';

/**
 * Everything that the demonstration sends, in rounds: what is sent again, or with other content under the same id,
 * comes after what it repeats has its answer. A function of nothing, so a second start sends the same.
 */
export function allSubmissions(): Submission[][] {
  const companies = allCompanies();
  const activities = allActivities();
  const right = [
    ...participantsOf(activities, companies),
    ...needsAnalysesOf(visitsAt(companies)),
    ...evaluationsOf(activities),
    ...contactRequestsOf(activities, companies),
  ];
  const first = [...right, ...refusedOf(right)].toSorted((one, other) => one.sentAt - other.sentAt);
  return [first, right.flatMap(sentAgain)];
}

/**
 * Some are sent once more, as a phone does that did not hear the answer; by another client, so that the same answers
 * come in another order. A few are corrected before that, under the same id.
 */
function sentAgain(submission: Submission): Submission[] {
  const { form, id, answers } = submission;
  const what = chanceOf(`again ${id}`).weighted([
    ['nothing', 964],
    ['the same', 30],
    ['something else', 6],
  ]);
  if (what === 'nothing') return [];
  if (what === 'something else')
    return [{ ...submission, answers: { ...answers, ...corrections[form] }, told: '409.1' }];
  return [
    { ...submission, answers: Object.fromEntries(Object.entries(answers).toReversed()), told: 'there' },
  ];
}

/** What nobody has answered before. */
const corrections: Readonly<Record<string, Submission['answers']>> = {
  participants: { n_men: 41 },
  'needs-analysis': { agreed_actions: 'Rättelse: nytt möte först i oktober.' },
  evaluation: { free_text: 'Jag ångrar mig: det var riktigt bra.' },
  'contact-request': { message: 'Ring inte, mejla i stället.' },
};
