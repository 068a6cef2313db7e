import { type Correction, supersede } from './chain.ts';
import { compare, type Outcome, receiptOf, type Submission } from './outcome.ts';
import { find } from './table.ts';

/**
 * Receives a correction. The record is the one of what it corrects. Of a repeated correction the receipt comes first,
 * whatever came after it; only then is it told that a newer one is current.
 */
export async function correct(correction: Correction, submission: Submission): Promise<Outcome> {
  const { current } = submission;
  const old = await find(current, correction.supersedes);
  if (old === undefined) return { outcome: 'nothing to correct' };
  const item = { ...correction, root_id: old.root_id };
  const kept = await supersede(current, item);
  if (kept === 'stored') return { outcome: 'created', receipt: receiptOf(item) };
  if (kept !== 'not current') return compare(kept, submission);
  const root = await find(current, old.root_id);
  if (root === undefined || 'erased_at' in root) return { outcome: 'erased' };
  return { outcome: 'not current', current: root.current_id ?? root.submission_id };
}
