import type { PublishedForm } from '../../forms/grammar/published.ts';
import type { Lang } from '../../forms/grammar/words.ts';
import type { Response } from '../lambda/http.ts';
import { href, page } from './layout.tsx';

const words = {
  title: { sv: 'Formulär', en: 'Forms' },
  none: { sv: 'Inga formulär är öppna just nu.', en: 'No forms are open right now.' },
};

/** The start page: the forms that are open here. */
export function startPage(forms: readonly PublishedForm[], lang: Lang): Response {
  return page(200, {
    lang,
    title: words.title[lang],
    otherHref: href(lang === 'sv' ? 'en' : 'sv', '/'),
    children: (
      <>
        <h1>{words.title[lang]}</h1>
        {forms.length === 0 && <p>{words.none[lang]}</p>}
        <ul class="forms">
          {forms.map((form) => (
            <li>
              <a href={href(lang, `/f/${form.id}`)}>{form.title[lang]}</a>
              <p>{form.intro[lang]}</p>
            </li>
          ))}
        </ul>
      </>
    ),
  });
}
