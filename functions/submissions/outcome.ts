import { sameAnswers } from '../../forms/derived/answers.ts';
import type { Envelope, StoredItem } from '../../forms/derived/item.ts';
import type { Problem } from '../../forms/grammar/problem.ts';
import type { PublishedForm } from '../../forms/grammar/published.ts';
import type { Values } from '../../forms/grammar/reading.ts';
import { referenceOf } from './ids.ts';
import type { Naming } from './references.ts';

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
  | { readonly outcome: 'conflict' | 'erased' | 'untimely' | 'nothing to correct' }
  /** Another record has the answers that no two may share: its root. */
  | { readonly outcome: 'taken'; readonly root: string }
  /** Right by itself, and wrong beside what is kept already. */
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[] }
  /** A newer correction came first: `current` is its id. */
  | { readonly outcome: 'not current'; readonly current: string };

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
  /** Looks for the records that the answers name; there is none where a form names no records. */
  readonly missing?: ((naming: Naming) => Promise<readonly Problem[]>) | undefined;
  /** The id of the submission that this one corrects. */
  readonly supersedes?: string | undefined;
}

/** What a repeat is told: the receipt when it is the same, by its answers and what it corrects. */
export function compare(kept: StoredItem, { answers, supersedes }: Submission): Outcome {
  if ('erased_at' in kept || kept.redacted !== undefined) return { outcome: 'erased' };
  if (kept.supersedes !== supersedes || !sameAnswers(kept.answers, answers)) return { outcome: 'conflict' };
  return { outcome: 'same', receipt: receiptOf(kept) };
}

/** The receipt of what is kept. */
export function receiptOf(item: StoredItem): Receipt {
  return {
    id: item.submission_id,
    form: item.form,
    version: item.form_version,
    reference: referenceOf(item.submission_id),
    received_at: new Date(item.received_at).toISOString(),
  };
}
