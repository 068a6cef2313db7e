import { loadForm } from '../forms/grammar/published.ts';
import { publications } from '../forms/published/index.ts';
import { certificateOf, openCertificate } from './erasures/certificate.ts';
import { apply, forget } from './erasures/forget.ts';
import { allErasures, type Erasure } from './erasures/log.ts';
import { machineNow, now } from './lambda/clock.ts';
import { log } from './lambda/log.ts';
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
    await openCertificate(form, done, { tableAt: machineNow(), firstRun: await firstRunFromNow() });
  }
}
