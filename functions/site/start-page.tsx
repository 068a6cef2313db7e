import type { PublishedForm } from '../../forms/grammar/published.ts';
import type { Lang } from '../../forms/grammar/words.ts';
import type { Response } from '../lambda/http.ts';
import { companiesPath } from './companies-page.tsx';
import { href, page } from './layout.tsx';
import { recordsPath } from './records-page.tsx';

const words = {
  title: { sv: 'Formulär', en: 'Forms' },
  demonstration: {
    sv: 'Det här är en installation för utveckling och demonstration på en enskild dator, utan inloggning. Skriv inga verkliga personuppgifter.',
    en: 'This is an installation for development and demonstration on a single computer, without sign-in. Do not write real personal data.',
  },
  companies: { sv: 'Hitta ett företag', en: 'Find a company' },
  companiesIntro: {
    sv: 'Sök bland de företag som är registrerade, för att se eller rätta uppgifterna.',
    en: 'Search the companies that are registered, to see or correct their details.',
  },
  others: { sv: 'För företag och deltagare', en: 'For companies and participants' },
  staff: { sv: 'För projektets personal', en: 'For the staff of the project' },
  records: { sv: 'De senaste', en: 'The newest' },
  none: { sv: 'Inga formulär är öppna just nu.', en: 'No forms are open right now.' },
};

/** The start page: the forms that are open here, and what the product is run for when that is not service. */
export function startPage(
  forms: readonly PublishedForm[],
  purpose: 'service' | 'demonstration',
  lang: Lang,
): Response {
  const ofStaff = forms.filter(({ send }) => typeof send === 'object');
  const ofOthers = forms.filter((form) => !ofStaff.includes(form));
  return page(200, {
    lang,
    title: words.title[lang],
    otherHref: href(lang === 'sv' ? 'en' : 'sv', '/'),
    children: (
      <>
        <h1>{words.title[lang]}</h1>
        {purpose === 'demonstration' && (
          <div class="notice">
            <p>{words.demonstration[lang]}</p>
          </div>
        )}
        {forms.length === 0 && <p>{words.none[lang]}</p>}
        {ofStaff.length > 0 && <h2>{words.others[lang]}</h2>}
        <ul class="forms">
          {ofOthers.map((form) => (
            <FormLink form={form} lang={lang} />
          ))}
        </ul>
        {ofStaff.length > 0 && <h2>{words.staff[lang]}</h2>}
        {ofStaff.length > 0 && (
          <ul class="forms">
            {ofStaff.some(({ keys }) => keys !== undefined) && (
              <li>
                <a href={href(lang, companiesPath)}>{words.companies[lang]}</a>
                <p>{words.companiesIntro[lang]}</p>
              </li>
            )}
            {ofStaff.map((form) => (
              <FormLink form={form} lang={lang} />
            ))}
          </ul>
        )}
      </>
    ),
  });
}

function FormLink({ form, lang }: { readonly form: PublishedForm; readonly lang: Lang }) {
  return (
    <li>
      <a href={href(lang, `/f/${form.id}`)}>{form.title[lang]}</a>
      <p>{form.intro[lang]}</p>
      {typeof form.send === 'object' && form.keys === undefined && (
        <p>
          <a href={href(lang, recordsPath(form.id))}>
            {words.records[lang]}
            <span class="unseen-text">{` – ${form.title[lang]}`}</span>
          </a>
        </p>
      )}
    </li>
  );
}
