import { itemOf } from '../../forms/derived/item.ts';
import { notYet } from '../../forms/derived/not-yet.ts';
import type { Problem } from '../../forms/grammar/problem.ts';
import type { PublishedForm } from '../../forms/grammar/published.ts';
import type { Values } from '../../forms/grammar/reading.ts';
import { dayAt } from '../lambda/clock.ts';
import { isTimely } from './ids.ts';
import { compare, type Outcome, receiptOf, type Submission } from './outcome.ts';
import { create, find } from './table.ts';

/**
 * Receives one submission: it is kept with one conditional write, and only then is anything said. What is
 * already kept under the id decides before anything else, so that a repeat gets its receipt however late it comes.
 */
export async function receive(submission: Submission): Promise<Outcome> {
  const { form, current, id, answers, envelope, supersedes, missing } = submission;
  if (!isTimely(id, envelope.receivedAt)) return (await repeated(submission)) ?? { outcome: 'untimely' };
  const problems = [
    ...dayAhead(form, answers, envelope.receivedAt),
    ...((await missing?.({ form, answers, id, supersedes })) ?? []),
  ];
  if (problems.length > 0) return (await repeated(submission)) ?? { outcome: 'refused', problems };

  const item = itemOf(form, id, answers, envelope);
  if (supersedes === undefined && current.unique === undefined && current.keys === undefined) {
    const kept = await create(current, item);
    return kept === 'created' ? { outcome: 'created', receipt: receiptOf(item) } : compare(kept, submission);
  }
  // Few are more than one write: what they need is loaded with the first.
  const { correct, receiveUnique } = await import('./correct.ts');
  return supersedes === undefined
    ? receiveUnique(item, submission)
    : correct({ ...item, supersedes }, submission);
}

/** What lies ahead in Sweden: hardly anything, since it is no earlier there than in UTC, and that is told at once. */
function dayAhead(form: PublishedForm, answers: Values, receivedAt: number): Problem[] {
  const ahead = notYet(form, answers, new Date(receivedAt).toISOString().slice(0, 10));
  return ahead.length === 0 ? ahead : notYet(form, answers, dayAt(receivedAt));
}

/** What somebody is told who sends again what was kept; undefined when nothing is kept under the id. */
async function repeated(submission: Submission): Promise<Outcome | undefined> {
  const kept = await find(submission.current, submission.id);
  return kept && compare(kept, submission);
}
