import { publications } from '../forms/published/index.ts';
import { now } from './lambda/clock.ts';
import { httpHandler } from './lambda/http.ts';
import { formPage } from './site/form-page.tsx';
import { problemPage } from './site/problem-page.tsx';
import { newId } from './submissions/ids.ts';
import { openForm } from './submissions/open-forms.ts';

/** `GET /f/{form}`: the form, empty, with a fresh id in it. */
export const handler = httpHandler(async ({ parameters, lang }) => {
  const form = await openForm(publications, parameters.form ?? '');
  if (form === undefined) return problemPage('404', lang);
  return formPage({ form, id: newId(now()), lang }, { typed: {}, problems: [] });
}, problemPage);
