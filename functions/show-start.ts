import { publications } from '../forms/published/index.ts';
import { httpHandler } from './lambda/http.ts';
import { settings } from './lambda/settings.ts';
import { problemPage } from './site/problem-page.tsx';
import { startPage } from './site/start-page.tsx';
import { allOpenForms } from './submissions/open-forms.ts';

/** `GET /` and `GET /en`: the forms that are open here. */
export const handler = httpHandler(async (request) => {
  const forms = await allOpenForms(publications);
  // What is offered after another form, and is about nothing else, is found there.
  const offered = new Set(forms.flatMap(({ send, next }) => (typeof send === 'object' ? [] : next)));
  const first = forms.filter(({ id }) => !offered.has(id));
  return startPage(first, settings.PURPOSE(), request.lang);
}, problemPage);
