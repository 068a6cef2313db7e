import { hasReport } from '../../forms/derived/company-report/reported.ts';
import type { PublishedForm } from '../../forms/grammar/published.ts';
import type { Lang } from '../../forms/grammar/words.ts';
import type { Response } from '../lambda/http.ts';
import { href, page } from './layout.tsx';
import { aboutRecord } from './receipt-page.tsx';
import { reportPath } from './report-page.tsx';

const words = {
  newest: { sv: 'de senaste', en: 'the newest' },
  none: { sv: 'Inget är registrerat än.', en: 'Nothing has been registered yet.' },
  more: {
    sv: 'Här visas de 100 senaste. Äldre öppnas från sitt kvitto.',
    en: 'These are the 100 newest. Older ones are opened from their receipts.',
  },
  correct: { sv: 'Ändra eller fyll i mer', en: 'Change or fill in more' },
  report: { sv: 'Rapport till företaget', en: 'Report for the company' },
  another: { sv: 'Fyll i ett nytt formulär', en: 'Fill in a new form' },
};

/** Where the newest records of a form are listed. */
export function recordsPath(form: string): string {
  return `/personal/poster/${form}`;
}

/** A record, as the list names it. */
export interface RecordListed {
  readonly id: string;
  /** The submission that a correction names. */
  readonly current: string;
  readonly called: string;
}

interface Listed {
  readonly form: PublishedForm;
  /** The form that is filled in about one of these. */
  readonly next: PublishedForm | undefined;
  readonly records: readonly RecordListed[];
  readonly isCut: boolean;
}

/** The newest records of a form by their names, each with what can be done with it. */
export function recordsPage({ form, next, records, isCut }: Listed, lang: Lang): Response {
  const title = `${form.title[lang]}: ${words.newest[lang]}`;
  return page(200, {
    lang,
    title,
    otherHref: href(lang === 'sv' ? 'en' : 'sv', recordsPath(form.id)),
    children: (
      <>
        <h1>{title}</h1>
        <p>
          <a href={href(lang, `/f/${form.id}`)}>{words.another[lang]}</a>
        </p>
        {records.length === 0 && <p>{words.none[lang]}</p>}
        <ul class="forms">
          {records.map((record) => (
            <li>
              <strong lang="sv">{record.called}</strong>
              <p>
                <Action
                  words={words.correct[lang]}
                  about={record}
                  to={`/f/${form.id}?supersedes=${record.current}`}
                  lang={lang}
                />
              </p>
              {hasReport(form.id) && (
                <p>
                  <Action words={words.report[lang]} about={record} to={reportPath(record.id)} lang={lang} />
                </p>
              )}
              {next !== undefined && (
                <p>
                  <Action
                    words={next.title[lang]}
                    about={record}
                    to={`/f/${next.id}${aboutRecord(next, form, record.id)}`}
                    lang={lang}
                  />
                </p>
              )}
            </li>
          ))}
        </ul>
        {isCut && <p>{words.more[lang]}</p>}
      </>
    ),
  });
}

interface ActionShown {
  readonly words: string;
  readonly about: RecordListed;
  readonly to: string;
  readonly lang: Lang;
}

/** A link that says, to whoever hears it, what it is about. */
function Action({ words: said, about, to, lang }: ActionShown) {
  return (
    <a href={href(lang, to)}>
      {said}
      <span class="unseen-text" lang="sv">{` – ${about.called}`}</span>
    </a>
  );
}
