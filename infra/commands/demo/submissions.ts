import { allActivities } from './activities.ts';
import { activitiesSubmitted } from './activity.ts';
import { approvalsOf } from './approval.ts';
import { attendanceAt } from './attendance.ts';
import { chanceOf } from './chance.ts';
import { allCompanies, type Company } from './companies.ts';
import { companiesOf } from './company.ts';
import { identitiesOf } from './company-identity.ts';
import { contactsOf } from './contact.ts';
import { contactRequestsOf } from './contact-request.ts';
import { correctionsOf } from './corrections.ts';
import { deliverables } from './deliverable.ts';
import { disseminationsOf } from './dissemination.ts';
import { economicOutcomes } from './economic-outcome.ts';
import { type Erased, erasedOf } from './erased.ts';
import { evaluationsOf } from './evaluation.ts';
import { followUpsOf } from './follow-up.ts';
import { allHistories, forgotten } from './histories.ts';
import { interventionsOf } from './intervention.ts';
import { matchesOf } from './match.ts';
import { methodsSubmitted } from './method.ts';
import { needsAnalysesOf } from './needs-analysis.ts';
import { needsRequestsOf } from './needs-request.ts';
import { networksSubmitted } from './network.ts';
import { offersSubmitted } from './offer.ts';
import { outreachOf } from './outreach.ts';
import { participantsOf } from './participants.ts';
import { processMaturitiesOf } from './process-maturity.ts';
import { productionAnalysesOf } from './production-analysis.ts';
import { projectChanges } from './project-settings.ts';
import { refusedOf } from './refused.ts';
import { rightsCasesOf } from './rights-case.ts';
import { rightsRequests } from './rights-request.ts';
import { inRounds } from './rounds.ts';
import { signUpsOf } from './sign-up.ts';
import type { Submission } from './submission.ts';

interface Demonstration {
  /**
   * What is sent, in rounds: nothing before what it names or corrects has its answer. The last round is what is sent
   * again, or is refused.
   */
  readonly rounds: Submission[][];
  /** What is erased when all has been sent. */
  readonly erased: readonly Erased[];
}

/** Everything that the demonstration does. A function of nothing, so a second start does the same. */
export function demonstration(): Demonstration {
  const companies = allCompanies();
  const right = rightSubmissions(companies);
  const last = [...right.flatMap(sentAgain), ...refusedOf(right)];
  const rounds = [...inRounds(right, companies), last.toSorted((one, other) => one.sentAt - other.sentAt)];
  return { rounds, erased: erasedOf(right, companies) };
}

/** What it sends, in rounds. */
export function allSubmissions(): Submission[][] {
  return demonstration().rounds;
}

/** What is received: every form, of every company and activity. */
function rightSubmissions(companies: readonly Company[]): Submission[] {
  const known = companies.filter(({ number }) => number !== forgotten);
  const histories = allHistories(companies);
  const activities = allActivities();
  const attendance = attendanceAt(activities, companies, histories);
  const requests = rightsRequests();
  const sent = [
    ...companiesOf(companies, histories),
    ...contactsOf(companies, histories),
    ...outreachOf(companies, histories),
    ...needsAnalysesOf(histories),
    ...matchesOf(histories),
    ...interventionsOf(histories),
    ...processMaturitiesOf(histories),
    ...productionAnalysesOf(histories),
    ...followUpsOf(histories),
    ...approvalsOf(histories),
    ...networksSubmitted(),
    ...activitiesSubmitted(activities),
    ...participantsOf(attendance),
    ...signUpsOf(attendance),
    ...evaluationsOf(activities, histories),
    ...contactRequestsOf(activities, known),
    ...needsRequestsOf(known),
    ...requests,
    ...rightsCasesOf(requests),
    ...offersSubmitted(),
    ...methodsSubmitted(),
    ...disseminationsOf(histories),
    ...deliverables(),
    ...economicOutcomes(),
    ...projectChanges(),
  ];
  return [...sent, ...correctionsOf(sent), ...identitiesOf(sent, companies)];
}

/**
 * Some are sent once more, as a phone does that did not hear the answer; by another client, so that the same answers
 * come in another order. A few are changed before that, under the same id.
 */
function sentAgain(submission: Submission): Submission[] {
  const { form, id, answers } = submission;
  const what = chanceOf(`again ${id}`).weighted([
    ['nothing', 980],
    ['the same', 17],
    ['something else', 3],
  ]);
  if (what === 'nothing') return [];
  if (what === 'something else') {
    const change = changed[form];
    return change === undefined ? [] : [{ ...submission, answers: { ...answers, ...change }, told: '409.1' }];
  }
  return [
    { ...submission, answers: Object.fromEntries(Object.entries(answers).toReversed()), told: 'there' },
  ];
}

/** What nobody has answered before. */
const changed: Readonly<Record<string, Submission['answers']>> = {
  participants: { note: 'Rättelse: de var fler.' },
  'needs-analysis': { agreed_actions: 'Rättelse: nytt möte först i oktober.' },
  evaluation: { free_text: 'Jag ångrar mig: det var riktigt bra.' },
  'contact-request': { message: 'Ring inte, mejla i stället.' },
  outreach: { note: 'Rättelse: det var vd som ringde.' },
};
