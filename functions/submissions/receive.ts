import { itemOf } from '../../forms/derived/item.ts';
import { isTimely } from './ids.ts';
import { compare, type Outcome, receiptOf, type Submission } from './outcome.ts';
import { create, find } from './table.ts';

/**
 * Receives one submission: it is kept with one conditional write, and only then is anything said. What is
 * already kept under the id decides before the id's time does, so that a repeat gets its receipt however
 * late it comes.
 */
export async function receive(submission: Submission): Promise<Outcome> {
  const { form, current, id, answers, envelope, supersedes } = submission;
  if (!isTimely(id, envelope.receivedAt)) {
    const kept = await find(current, id);
    return kept === undefined ? { outcome: 'untimely' } : compare(kept, submission);
  }
  const item = itemOf(form, id, answers, envelope);
  if (supersedes !== undefined) {
    // Few are corrections: what they need is loaded with the first.
    const { correct } = await import('./correct.ts');
    return correct({ ...item, supersedes }, submission);
  }
  const kept = await create(current, item);
  return kept === 'created' ? { outcome: 'created', receipt: receiptOf(item) } : compare(kept, submission);
}
