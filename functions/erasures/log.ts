import * as z from 'zod/mini';
import { getText, list, putText } from '../lambda/objects.ts';
import { settings } from '../lambda/settings.ts';

const milliseconds = z.int().check(z.nonnegative());

/** A submission that is forgotten, whole or in part: what its tombstone needs, and never a value. */
const member = z.object({
  submission_id: z.string(),
  form_version: z.int(),
  received_at: milliseconds,
  supersedes: z.optional(z.string()),
  superseded_by: z.optional(z.string()),
  superseded_at: z.optional(milliseconds),
  current_id: z.optional(z.string()),
  /** What is removed of it, when not all is. */
  paths: z.optional(z.array(z.string())),
});
export type Member = z.infer<typeof member>;

/** `erase`: nothing is left but that there was a submission. `redact`: some answers go, the rest counts as before. */
export const erasure = z.object({
  id: z.string(),
  what: z.enum(['erase', 'redact']),
  form: z.string(),
  root_id: z.string(),
  reason: z.enum(['request', 'mistake', 'retention']),
  decided_at: milliseconds,
  /** Until when (`yyyy-mm-dd`) redacted answers are kept as evidence. */
  keep_until: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
  members: z.array(member),
});
export type Erasure = z.infer<typeof erasure>;

const folder = 'log/';
const keyOf = (id: string) => `${folder}${id}.json`;

/**
 * Notes an erasure before anything of it is done: from then on it is done again wherever an older copy of the table
 * brings the submissions back.
 */
export async function putErasure(entry: Erasure): Promise<void> {
  await putText(settings.ERASURES_BUCKET(), keyOf(entry.id), `${JSON.stringify(entry)}\n`, 'anything');
}

/** Every erasure that was ever noted, the oldest first. */
export async function* allErasures(): AsyncGenerator<Erasure> {
  const bucket = settings.ERASURES_BUCKET();
  for await (const page of list(bucket, folder)) {
    for (const { key } of page) {
      const found = await getText(bucket, key);
      if (found !== undefined) yield erasure.parse(JSON.parse(found.text));
    }
  }
}
