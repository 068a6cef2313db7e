import { loadForm, type PublishedForm } from '../forms/grammar/published.ts';
import { publications } from '../forms/published/index.ts';
import { certificateOf, openCertificate } from './erasures/certificate.ts';
import { apply, forget } from './erasures/forget.ts';
import { allErasures, type Erasure } from './erasures/log.ts';
import { pointersNow } from './exports/pointers.ts';
import { machineNow, now } from './lambda/clock.ts';
import { log } from './lambda/log.ts';
import { chainOf } from './submissions/chain.ts';
import { firstRunFromNow } from './submissions/lake-items.ts';

/**
 * First step of an export, and of every restore before the table is used: does again what the log of erasures says.
 * An older copy of the table brings nothing back, an erasure that was interrupted is finished, and evidence whose
 * day has passed goes. What is done already stays as it is.
 */
export async function handler(): Promise<{ readonly replayed: number }> {
  let replayed = 0;
  for await (const entry of allErasures()) {
    await replay(entry);
    replayed += 1;
  }
  log('info', 'erasures replayed', { count: replayed });
  return { replayed };
}

async function replay(entry: Erasure): Promise<void> {
  const form = await loadForm(publications, entry.form);
  if (form === undefined) {
    log('error', 'erasure of a form that is not published', { form: entry.form });
    return;
  }
  const { id, what, reason, keep_until, root_id: submission, members: noted } = entry;
  // Only an erasure grows: whoever corrected the record since the copy was made has no longer a record to correct.
  const isGrown = (await apply(form, entry, now())) === 'grown';
  const order = { id, what, reason, keep_until, form, submission, noted };
  const done = (isGrown ? await forget(order, now()) : undefined) ?? entry;
  if ((await certificateOf(id)) === undefined) {
    // It was interrupted, and nobody can say any more what was to be removed of a correction that came meanwhile.
    if (what === 'redact' && (await isLonger(form, entry))) {
      log('error', 'a record was corrected while it was redacted: redact it again', { form: entry.form });
    }
    await openCertificate(form, done, {
      tableAt: machineNow(),
      firstRun: await firstRunFromNow((await pointersNow())?.run ?? 0),
    });
  }
}

async function isLonger(form: PublishedForm, { root_id, members }: Erasure): Promise<boolean> {
  const known = new Set(members.map(({ submission_id }) => submission_id));
  return (await chainOf(form, root_id)).some(({ submission_id }) => !known.has(submission_id));
}
