import type { Lang } from '../../forms/grammar/words.ts';
import type { Response } from '../lambda/http.ts';
import { type HttpProblemCode, problems } from '../lambda/problems.ts';
import { href, messagePage } from './layout.tsx';

const back = { sv: 'Till startsidan', en: 'To the start page' };

/** A problem as a page that says what to do. */
export function problemPage(code: HttpProblemCode, lang: Lang): Response {
  const { status, title, detail } = problems[code];
  const response = messagePage(
    status,
    lang,
    title[lang],
    <>
      <p>{detail[lang]}</p>
      <p>
        <a href={href(lang, '/')}>{back[lang]}</a>
      </p>
    </>,
  );
  return code === '503' ? { ...response, headers: { ...response.headers, 'retry-after': '5' } } : response;
}
