import { httpHandler, problem } from './lambda/http.ts';
import { problemPage } from './site/problem-page.tsx';

/** `GET` of any other address: a page for people, a problem for programs. */
export const handler = httpHandler(async ({ parameters, headers }) => {
  const { path = '' } = parameters;
  const wantsPage = (headers.accept ?? '').includes('text/html') && !path.startsWith('v1/');
  return wantsPage ? problemPage('404', path.startsWith('en/') ? 'en' : 'sv') : problem('404');
}, problemPage);
