import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { Unavailable } from '../lambda/http.ts';
import { getText, list, putText } from '../lambda/objects.ts';
import { settings } from '../lambda/settings.ts';

const access = z.object({
  /** When (ms UTC). */
  at: z.int(),
  /** Who: a pseudonym of a member of staff; `local` on one machine, where there is no sign-in. */
  who: z.string(),
  /**
   * What was read: a record with its history, a record to correct it, or in a search everything, to find a person, or a
   * record that it showed, to find a company.
   */
  what: z.enum(['record', 'correction', 'search']),
  form: z.optional(z.string()),
  root_id: z.optional(z.string()),
});
/** That somebody read what is about persons: never what it said. */
export type Access = z.infer<typeof access>;

/**
 * Notes a read before anything of it is shown: what cannot be noted is not shown. One object a read, which nobody can
 * change or delete.
 */
export async function noteAccess(entry: Access): Promise<void> {
  const [day, time] = new Date(entry.at).toISOString().split('T');
  const key = `${day}/${time}.${randomUUID()}.json`;
  const put = await putText(settings.AUDIT_BUCKET(), key, `${JSON.stringify(entry)}\n`, undefined);
  if (put === undefined) throw new Unavailable('the read could not be noted');
}

/** The first day (`yyyy-mm-dd`, UTC) with a read, if there is one. */
export async function firstAccess(): Promise<string | undefined> {
  for await (const [first] of list(settings.AUDIT_BUCKET())) return first?.key.slice(0, 10);
  return undefined;
}

/** The reads of a day (`yyyy-mm-dd`, UTC), in the order they were made. */
export async function accessesOn(day: string): Promise<Access[]> {
  const bucket = settings.AUDIT_BUCKET();
  const found: Access[] = [];
  for await (const page of list(bucket, `${day}/`)) {
    for (const { key } of page) {
      const text = await getText(bucket, key);
      if (text !== undefined) found.push(access.parse(JSON.parse(text.text)));
    }
  }
  return found;
}
