import { publications } from '../forms/published/index.ts';
import { httpHandler } from './lambda/http.ts';
import { problemPage } from './site/problem-page.tsx';
import { receiptPage } from './site/receipt-page.tsx';
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
  const correctable = mayCorrect(form) && !('erased_at' in kept) ? { id, root: kept.root_id } : undefined;
  return receiptPage({ form, reference, receivedAt: kept.received_at, path, correctable, next }, lang);
}, problemPage);
