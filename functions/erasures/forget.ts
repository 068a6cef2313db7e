import { type StoredItem, type SubmissionItem, type Tombstone, timeIn } from '../../forms/derived/item.ts';
import type { PublishedForm } from '../../forms/grammar/published.ts';
import { Unavailable } from '../lambda/http.ts';
import { chainOf } from '../submissions/chain.ts';
import { bury, expireEvidence, redact } from '../submissions/forget.ts';
import { timeOf } from '../submissions/ids.ts';
import { findAny } from '../submissions/table.ts';
import { type Erasure, type Member, putErasure } from './log.ts';

/** What is to be forgotten, and why. */
export interface Order extends Pick<Erasure, 'id' | 'what' | 'reason' | 'keep_until'> {
  /** The form's current version, which decides where its submissions are kept. */
  readonly form: PublishedForm;
  /** A submission of the record. */
  readonly submission: string;
  /** What of a version of the record is to be removed, when not all is. */
  readonly pathsOf?: ((item: SubmissionItem) => readonly string[]) | undefined;
  /** What was noted of the same erasure before. */
  readonly noted?: readonly Member[] | undefined;
}

/** While a record is corrected again and again, it is not forgotten: that is tried so often. */
const attempts = 5;

/**
 * Forgets every version of a record: first it is noted, then done. A correction that comes in between is forgotten
 * too. Undefined when there is no such record.
 */
export async function forget(order: Order, now: number): Promise<Erasure | undefined> {
  const first = await findAny(order.form, order.submission);
  if (first === undefined) return undefined;
  if (first === 'unreadable') return forgetUnreadable(order, now);
  let noted = order.noted ?? [];
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const chain = await chainOf(order.form, first.root_id);
    const entry = entryOf({ ...order, noted }, first.root_id, chain, now);
    noted = entry.members;
    await putErasure(entry);
    if ((await apply(order.form, entry, now)) === 'grown') continue;
    const { length } = await chainOf(order.form, first.root_id);
    if (length === chain.length) return entry;
  }
  throw new Unavailable('the record is being corrected all the time');
}

/** What stands in quarantine can only be erased, and has nothing that leads to others. */
async function forgetUnreadable(order: Order, now: number): Promise<Erasure | undefined> {
  if (order.what === 'redact') return undefined;
  const { id, what, reason, form, submission } = order;
  const member = { submission_id: submission, form_version: 0, received_at: timeOf(submission) };
  const entry = { id, what, form: form.id, root_id: submission, reason, decided_at: now, members: [member] };
  await putErasure(entry);
  await apply(form, entry, now);
  return entry;
}

function entryOf(order: Order, root: string, chain: readonly StoredItem[], now: number): Erasure {
  const { id, what, reason, keep_until, form, noted = [] } = order;
  const before = new Map(noted.map((member) => [member.submission_id, member]));
  const found = chain.map((item) => memberOf(item, order.pathsOf, before.get(item.submission_id)));
  for (const { submission_id } of found) before.delete(submission_id);
  const members = [...found, ...before.values()];
  return { id, what, form: form.id, root_id: root, reason, decided_at: now, keep_until, members };
}

/** What an earlier attempt noted stays: what it has removed already can no more be found by its words. */
function memberOf(item: StoredItem, pathsOf: Order['pathsOf'], before: Member | undefined): Member {
  const { submission_id, form_version, received_at, supersedes, superseded_by, superseded_at, current_id } =
    item;
  const found = pathsOf === undefined || !('answers' in item) ? undefined : pathsOf(item);
  const paths = found && [...new Set([...(before?.paths ?? []), ...found])];
  const links = { supersedes, superseded_by, superseded_at, current_id };
  return { submission_id, form_version, received_at, ...links, paths: paths ?? before?.paths };
}

/**
 * Does what an erasure says, and leaves alone what is done already; `today` (`yyyy-mm-dd`) also ends the keeping of
 * evidence. `grown` when the record was corrected since the erasure was noted.
 */
export async function apply(form: PublishedForm, entry: Erasure, now: number): Promise<'done' | 'grown'> {
  const at = timeIn(form, now);
  const today = new Date(now).toISOString().slice(0, 10);
  // The newest first: from then on nobody can correct the record any more.
  for (const member of entry.members.toReversed()) {
    if (entry.what === 'erase') {
      if ((await bury(form, tombstoneOf(entry, member, at))) === 'grown') return 'grown';
      continue;
    }
    const id = member.submission_id;
    await redact(form, { id, paths: member.paths ?? [], keepUntil: entry.keep_until, at });
    if (entry.keep_until !== undefined) await expireEvidence(form, id, today);
  }
  return 'done';
}

function tombstoneOf(entry: Erasure, { paths: _, ...member }: Member, at: number): Tombstone {
  const { root_id, form, reason } = entry;
  return { ...member, root_id, form, reason, changed_at: at, erased_at: at };
}
