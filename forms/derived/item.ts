import * as z from 'zod/mini';
import type { PublishedForm } from '../grammar/published.ts';
import type { Values } from '../grammar/reading.ts';

export const channels = ['web', 'staff', 'import_csv', 'paper_entry'] as const;
export type Channel = (typeof channels)[number];

const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const milliseconds = z.int().check(z.nonnegative());

/** Where a submission stands in its record: a chain of submissions, each the correction of the one before. */
const chain = {
  submission_id: z.string(),
  /** The first submission of the record, which is what the record is called by. */
  root_id: z.string(),
  supersedes: z.optional(z.string()),
  superseded_by: z.optional(z.string()),
  superseded_at: z.optional(milliseconds),
  /** Kept with the first submission: the last one. */
  current_id: z.optional(z.string()),
};

/**
 * A submission as it is kept. `changed_at` is set by every write and is what the export finds changes by.
 */
export const submissionItem = z.object({
  ...chain,
  form: z.string(),
  form_version: z.int(),
  activity_date: z.optional(day),
  /** In a form whose records have keys: the company's, and those it had before. */
  company_key: z.optional(z.string()),
  earlier_keys: z.optional(z.array(z.string())),
  channel: z.enum(channels),
  submitter_role: z.string(),
  lang: z.optional(z.enum(['sv', 'en'])),
  received_at: milliseconds,
  changed_at: milliseconds,
  answers: z.record(z.string(), z.unknown()),
  /** The paths of answers that were removed at a person's request; the submission counts as before. */
  redacted: z.optional(z.array(z.string())),
  /** What of them has to be kept as evidence until a day. Nothing reads it but an auditor. */
  restricted: z.optional(z.object({ delete_after: day, answers: z.record(z.string(), z.unknown()) })),
});
export type SubmissionItem = z.infer<typeof submissionItem>;

/** What is left of an erased submission: that there was one. */
export const tombstone = z.object({
  ...chain,
  form: z.string(),
  form_version: z.int(),
  received_at: milliseconds,
  changed_at: milliseconds,
  erased_at: milliseconds,
  /** Why, as a code: what was written about it may name somebody. */
  reason: z.optional(z.enum(['request', 'mistake', 'retention'])),
});
export type Tombstone = z.infer<typeof tombstone>;

export const storedItem = z.union([tombstone, submissionItem]);
export type StoredItem = Tombstone | SubmissionItem;

/** How and by whom a submission came, which its answers do not tell. */
export interface Envelope {
  readonly channel: Channel;
  readonly submitterRole: string;
  readonly lang: 'sv' | 'en';
  /** Server time, milliseconds UTC. */
  readonly receivedAt: number;
}

const hourMs = 60 * 60 * 1000;

/** When something is said to have happened: an anonymous form's times are rounded up to the hour. */
export function timeIn({ anonymous }: Pick<PublishedForm, 'anonymous'>, now: number): number {
  return anonymous ? Math.ceil(now / hourMs) * hourMs : now;
}

/**
 * The item of a new submission with these (read) answers. Of an anonymous form's nothing is kept that could tell
 * one sender from another: not the language, and of the time only the hour, rounded up so that what was received
 * after an export's cut-off is never taken for earlier.
 */
export function itemOf(form: PublishedForm, id: string, answers: Values, envelope: Envelope): SubmissionItem {
  const time = timeIn(form, envelope.receivedAt);
  return {
    submission_id: id,
    root_id: id,
    form: form.id,
    form_version: form.version,
    ...activityDateOf(form, answers),
    channel: envelope.channel,
    submitter_role: envelope.submitterRole,
    ...(form.anonymous ? {} : { lang: envelope.lang }),
    received_at: time,
    changed_at: time,
    answers,
  };
}

/** The day that decides in which period a submission counts, where the form has one and it was answered. */
function activityDateOf({ activityDate }: PublishedForm, answers: Values): { activity_date?: string } {
  const value = activityDate === undefined ? undefined : answers[activityDate];
  return typeof value === 'string' ? { activity_date: value } : {};
}
