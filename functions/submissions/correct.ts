import { sameAnswers } from '../../forms/derived/answers.ts';
import type { SubmissionItem } from '../../forms/derived/item.ts';
import { holds } from '../../forms/grammar/conditions.ts';
import { type Problem, problemCodes } from '../../forms/grammar/problem.ts';
import { type Correction, keepUnique, type NotKept, supersede } from './keep.ts';
import { compare, type Outcome, receiptOf, type Submission } from './outcome.ts';
import { find } from './table.ts';

/** Receives a submission of a form in which some answers are unique. */
export async function receiveUnique(item: SubmissionItem, submission: Submission): Promise<Outcome> {
  const found = await keepUnique(submission.current, item);
  return found === 'stored'
    ? { outcome: 'created', receipt: receiptOf(item) }
    : outcomeOf(found, item, submission);
}

/**
 * Receives a correction. The record is the one of what it corrects. Of a repeated correction the receipt comes first,
 * whatever came after it; only then is it told that a newer one is current.
 */
export async function correct(correction: Correction, submission: Submission): Promise<Outcome> {
  const { current } = submission;
  const old = await find(current, correction.supersedes);
  if (old === undefined) return { outcome: 'nothing to correct' };
  const item = { ...correction, root_id: old.root_id };
  const problems = 'erased_at' in old ? [] : lockedIn(submission, old);
  if (problems.length > 0) return { outcome: 'refused', problems };
  const found = await supersede(current, item, 'erased_at' in old ? undefined : old);
  return found === 'stored'
    ? { outcome: 'created', receipt: receiptOf(item) }
    : outcomeOf(found, item, submission);
}

/** What the correction changes of what is locked in the submission that it corrects. */
function lockedIn({ current: { locked }, answers }: Submission, old: SubmissionItem): Problem[] {
  if (locked === undefined || !holds(locked.when, old.answers)) return [];
  const isSame = (name: string) => sameAnswers({ [name]: old.answers[name] }, { [name]: answers[name] });
  return locked.fields
    .filter((name) => !isSame(name))
    .map((path) => ({ path, code: problemCodes.together, message: locked.message }));
}

async function outcomeOf(found: NotKept, item: SubmissionItem, submission: Submission): Promise<Outcome> {
  if (found !== 'not current') {
    return 'kept' in found ? compare(found.kept, submission) : { outcome: 'taken', root: found.taken };
  }
  const root = await find(submission.current, item.root_id);
  if (root === undefined || 'erased_at' in root) return { outcome: 'erased' };
  return { outcome: 'not current', current: root.current_id ?? root.submission_id };
}
