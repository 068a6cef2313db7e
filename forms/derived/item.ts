import * as z from 'zod/mini';
import type { PublishedForm } from '../grammar/published.ts';
import type { Values } from '../grammar/reading.ts';

export const channels = ['web', 'staff', 'import_csv', 'paper_entry'] as const;
export type Channel = (typeof channels)[number];

const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const milliseconds = z.int().check(z.nonnegative());

/**
 * A submission as it is kept. `root_id` is the id of the first submission of its record. `changed_at` is
 * set by every write and is what the export finds changes by.
 */
export const submissionItem = z.object({
  submission_id: z.string(),
  root_id: z.string(),
  form: z.string(),
  form_version: z.int(),
  activity_date: z.optional(day),
  channel: z.enum(channels),
  submitter_role: z.string(),
  lang: z.optional(z.enum(['sv', 'en'])),
  received_at: milliseconds,
  changed_at: milliseconds,
  superseded_at: z.optional(milliseconds),
  answers: z.record(z.string(), z.unknown()),
});
export type SubmissionItem = z.infer<typeof submissionItem>;

/** What is left of an erased submission: that there was one. */
export const tombstone = z.object({
  submission_id: z.string(),
  root_id: z.string(),
  form: z.string(),
  form_version: z.int(),
  received_at: milliseconds,
  changed_at: milliseconds,
  erased_at: milliseconds,
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

/**
 * The item of a new submission with these (read) answers. Of an anonymous form's nothing is kept that could tell
 * one sender from another: not the language, and of the time only the hour, rounded up so that what was received
 * after an export's cut-off is never taken for earlier.
 */
export function itemOf(form: PublishedForm, id: string, answers: Values, envelope: Envelope): SubmissionItem {
  const { receivedAt } = envelope;
  const time = form.anonymous ? Math.ceil(receivedAt / hourMs) * hourMs : receivedAt;
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
