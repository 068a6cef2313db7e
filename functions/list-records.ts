import { publications } from '../forms/published/index.ts';
import { httpHandler } from './lambda/http.ts';
import { problemPage } from './site/problem-page.tsx';
import { recordsPage } from './site/records-page.tsx';
import { newestMax, newestRecords } from './submissions/known-records.ts';
import { mayCorrect, openForm } from './submissions/open-forms.ts';

/**
 * `GET /personal/poster/{form}`: the newest records of a staff form by their names, to be changed or gone on from. It is
 * there only where staff forms are; companies, whose names may be people's, have a search of their own.
 */
export const handler = httpHandler(async ({ parameters, lang }) => {
  const form = await openForm(publications, parameters.form ?? '');
  if (form === undefined || !mayCorrect(form) || form.keys !== undefined) return problemPage('404', lang);
  const next = form.next === undefined ? undefined : await openForm(publications, form.next);
  const records = await newestRecords(form);
  return recordsPage({ form, next, records, isCut: records.length === newestMax }, lang);
}, problemPage);
