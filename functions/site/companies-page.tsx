import type { PublishedForm } from '../../forms/grammar/published.ts';
import type { Lang, Words } from '../../forms/grammar/words.ts';
import type { Response } from '../lambda/http.ts';
import { type HttpProblemCode, problems } from '../lambda/problems.ts';
import { formId, href, page } from './layout.tsx';

/** Where the page is. */
export const companiesPath = '/personal/foretag';

const words = {
  title: { sv: 'Hitta ett företag', en: 'Find a company' },
  wrong: { sv: 'Fel:', en: 'Error:' },
  label: { sv: 'Namn eller organisationsnummer', en: 'Name or organisationsnummer (company number)' },
  hint: {
    sv: 'Början av namnet eller numret räcker. Företag utan nummer har en nyckel som börjar på EF-. Skriv aldrig ett personnummer.',
    en: 'The beginning of the name or number will do. Companies without a number have a key that begins with EF-. Never enter a personal identity number.',
  },
  search: { sv: 'Sök', en: 'Search' },
  none: {
    sv: 'Inget företag passar. Kontrollera stavningen och pröva med färre bokstäver eller med organisationsnumret. Finns företaget inte registrerat, registrera det.',
    en: 'No company fits. Check the spelling, and try fewer letters or the organisationsnummer. If the company is not registered, register it.',
  },
  more: {
    sv: 'Det finns fler som passar. Skriv mer av namnet eller numret.',
    en: 'There are more that fit. Enter more of the name or number.',
  },
  nameless: { sv: 'Namnet är borttaget', en: 'The name has been removed' },
  earlier: { sv: 'Tidigare:', en: 'Earlier:' },
  correct: { sv: 'Rätta uppgifter', en: 'Correct details' },
  about: { sv: 'Fyll i något om företaget', en: 'Fill in something about the company' },
  register: { sv: 'Registrera ett nytt företag', en: 'Register a new company' },
};

/** A company as the page shows it. */
export interface CompanyShown {
  /** The submission that a correction names. */
  readonly current: string;
  readonly key: string;
  readonly earlierKeys: readonly string[];
  /** Undefined where it was removed. */
  readonly name: string | undefined;
  readonly municipality: Words;
  /** Forms that can be filled in about it, and the names by which they ask for its key. */
  readonly forms: readonly FormAbout[];
}

/** A form about a company, and the question that its key answers. */
export interface FormAbout {
  readonly form: Pick<PublishedForm, 'id' | 'title'>;
  readonly company: string;
}

interface Searched {
  /** What was typed, where it may be shown again. */
  readonly typed: string;
  readonly lang: Lang;
}

interface Companies {
  readonly companies: readonly CompanyShown[];
  readonly more: boolean;
}

/** The search of companies: empty, with what is wrong with what was typed, or with what it found. */
export function companiesPage(
  { typed, lang }: Searched,
  found?: Companies | HttpProblemCode | undefined,
): Response {
  const isWrong = typeof found === 'string';
  const title = words.title[lang];
  const hits = found === undefined || isWrong ? undefined : hitsTitle(found, lang);
  return page(isWrong ? problems[found].status : 200, {
    lang,
    title: isWrong ? `${words.wrong[lang]} ${title}` : hits === undefined ? title : `${hits} – ${title}`,
    otherHref: href(lang === 'sv' ? 'en' : 'sv', companiesPath),
    // What was typed goes on in the other language.
    ...(typed !== '' && { otherStep: 'stay' }),
    children: (
      <>
        <h1>{title}</h1>
        <SearchForm typed={typed} lang={lang} problem={isWrong ? sentences(found, lang) : undefined} />
        {hits !== undefined && <h2>{hits}</h2>}
        {found !== undefined && !isWrong && <Hits {...found} lang={lang} />}
        <p>
          <a href={href(lang, '/f/company')}>{words.register[lang]}</a>
        </p>
      </>
    ),
  });
}

function sentences(code: HttpProblemCode, lang: Lang): string {
  const { title, detail } = problems[code];
  return `${title[lang]}. ${detail[lang]}`;
}

function hitsTitle({ companies, more }: Companies, lang: Lang): string {
  const { length } = companies;
  if (lang === 'sv') return more ? `De ${length} första` : length === 1 ? '1 träff' : `${length} träffar`;
  return more ? `The first ${length}` : length === 1 ? '1 hit' : `${length} hits`;
}

/** It is posted: a sole trader's name is not for addresses, which are kept in histories and logs. */
function SearchForm({ typed, lang, problem }: Searched & { readonly problem: string | undefined }) {
  return (
    <form id={formId} method="post" action={href(lang, companiesPath)} accept-charset="utf-8">
      <div class={problem === undefined ? 'field' : 'field wrong'}>
        <label for="search">{words.label[lang]}</label>
        <p class="hint" id="search-hint">
          {words.hint[lang]}
        </p>
        {problem !== undefined && (
          <p class="problem" id="search-problem">
            {problem}
          </p>
        )}
        <input
          type="search"
          id="search"
          name="search"
          value={typed}
          autocomplete="off"
          aria-describedby={problem === undefined ? 'search-hint' : 'search-hint search-problem'}
          aria-invalid={problem !== undefined || undefined}
        />
      </div>
      <p class="buttons">
        <button type="submit">{words.search[lang]}</button>
      </p>
    </form>
  );
}

function Hits({ companies, more, lang }: Companies & { readonly lang: Lang }) {
  if (companies.length === 0) return <p>{words.none[lang]}</p>;
  return (
    <>
      <ul class="forms">
        {companies.map((company) => (
          <Hit company={company} lang={lang} />
        ))}
      </ul>
      {more && <p>{words.more[lang]}</p>}
    </>
  );
}

function Hit({ company, lang }: { readonly company: CompanyShown; readonly lang: Lang }) {
  const { current, key, earlierKeys, name = words.nameless[lang], municipality } = company;
  return (
    <li>
      <strong>{name}</strong>
      <p>{`${key}, ${municipality[lang]}`}</p>
      {earlierKeys.length > 0 && <p>{`${words.earlier[lang]} ${earlierKeys.join(', ')}`}</p>}
      <p>
        <a href={href(lang, `/f/company?supersedes=${current}`)}>
          {words.correct[lang]}
          <span class="unseen-text">{` – ${name}, ${key}`}</span>
        </a>
      </p>
      <details>
        <summary>
          {words.about[lang]}
          <span class="unseen-text">{` – ${name}, ${key}`}</span>
        </summary>
        <ul>
          {company.forms.map(({ form, company: asks }) => (
            <li>
              <a href={href(lang, `/f/${form.id}?${asks}=${key}`)}>{form.title[lang]}</a>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
