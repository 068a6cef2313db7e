import type { SubmissionItem } from '../forms/derived/item.ts';
import { missingNames } from '../forms/derived/page.ts';
import { loadForm, type PublishedForm } from '../forms/grammar/published.ts';
import type { Lang } from '../forms/grammar/words.ts';
import { publications } from '../forms/published/index.ts';
import { httpHandler } from './lambda/http.ts';
import { problemPage } from './site/problem-page.tsx';
import { type Correctable, receiptPage } from './site/receipt-page.tsx';
import { isId, referenceOf } from './submissions/ids.ts';
import { mayCorrect, openForm } from './submissions/open-forms.ts';
import { find } from './submissions/table.ts';

/**
 * `GET /kvitto/{reference}?form=…&id=…`: says what the store says, so a made-up address gets no receipt. An
 * id is a name and no secret: the page tells that there is a submission, never what it holds.
 */
export const handler = httpHandler(async ({ parameters, query, lang }) => {
  const id = query.get('id') ?? '';
  const form = await openForm(publications, query.get('form') ?? '');
  const { reference = '' } = parameters;
  if (form === undefined || !isId(id) || referenceOf(id) !== reference) {
    return problemPage('404', lang);
  }
  const kept = await find(form, id);
  if (kept === undefined) return problemPage('404', lang);
  const path = `/kvitto/${reference}?form=${form.id}&id=${id}`;
  const next = form.next === undefined ? undefined : await openForm(publications, form.next);
  const correctable =
    mayCorrect(form) && !('erased_at' in kept) ? await correctableIn(form, kept, lang) : undefined;
  return receiptPage({ form, reference, receivedAt: kept.received_at, path, correctable, next }, lang);
}, problemPage);

/** What staff need of what they sent: its ids, and the names of the questions whose answers are missing to count. */
async function correctableIn(form: PublishedForm, kept: SubmissionItem, lang: Lang): Promise<Correctable> {
  const { submission_id: id, root_id: root, company_key: key, form_version, answers } = kept;
  const asked = (await loadForm(publications, form.id, form_version)) ?? form;
  return { id, root, key, missing: missingNames(asked, answers, lang) };
}
