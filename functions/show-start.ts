import { publications } from '../forms/published/index.ts';
import { httpHandler } from './lambda/http.ts';
import { settings } from './lambda/settings.ts';
import { problemPage } from './site/problem-page.tsx';
import { startPage } from './site/start-page.tsx';
import { allOpenForms } from './submissions/open-forms.ts';

/** `GET /` and `GET /en`: the forms that are open here. */
export const handler = httpHandler(
  async (request) => startPage(await allOpenForms(publications), settings.PURPOSE(), request.lang),
  problemPage,
);
