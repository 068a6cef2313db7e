import { sameAnswers } from '../../forms/derived/answers.ts';
import { type Envelope, itemOf, type StoredItem } from '../../forms/derived/item.ts';
import type { PublishedForm } from '../../forms/grammar/published.ts';
import type { Values } from '../../forms/grammar/reading.ts';
import { isTimely, referenceOf } from './ids.ts';
import { create, find } from './table.ts';

/** What a sender keeps: the same for every repeat of the same submission. */
export interface Receipt {
  readonly id: string;
  readonly form: string;
  readonly version: number;
  readonly reference: string;
  /** ISO 8601, UTC */
  readonly received_at: string;
}

export type Outcome =
  | { readonly outcome: 'created' | 'same'; readonly receipt: Receipt }
  | { readonly outcome: 'conflict' | 'erased' | 'untimely' };

export interface Submission {
  /** The version that the submission names and that its answers were read by. */
  readonly form: PublishedForm;
  /** The form's current version, which decides where it is kept. */
  readonly current: PublishedForm;
  /** A UUIDv7, checked before. */
  readonly id: string;
  /** Read answers. */
  readonly answers: Values;
  readonly envelope: Envelope;
}

/**
 * Receives one submission: it is kept with one conditional write, and only then is anything said. What is
 * already kept under the id decides before the id's time does, so that a repeat gets its receipt however
 * late it comes.
 */
export async function receive({ form, current, id, answers, envelope }: Submission): Promise<Outcome> {
  if (!isTimely(id, envelope.receivedAt)) {
    const kept = await find(current, id);
    return kept === undefined ? { outcome: 'untimely' } : compare(kept, answers);
  }
  const item = itemOf(form, id, answers, envelope);
  const kept = await create(current, item);
  return kept === 'created' ? { outcome: 'created', receipt: receiptOf(item) } : compare(kept, answers);
}

function compare(kept: StoredItem, answers: Values): Outcome {
  if ('erased_at' in kept || kept.redacted !== undefined) return { outcome: 'erased' };
  if (!sameAnswers(kept.answers, answers)) return { outcome: 'conflict' };
  return { outcome: 'same', receipt: receiptOf(kept) };
}

function receiptOf(item: StoredItem): Receipt {
  return {
    id: item.submission_id,
    form: item.form,
    version: item.form_version,
    reference: referenceOf(item.submission_id),
    received_at: new Date(item.received_at).toISOString(),
  };
}
