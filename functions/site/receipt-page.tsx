import { hasReport } from '../../forms/derived/company-report/reported.ts';
import { fieldsOf } from '../../forms/grammar/form-parts.ts';
import type { PublishedForm } from '../../forms/grammar/published.ts';
import type { Lang } from '../../forms/grammar/words.ts';
import type { Response } from '../lambda/http.ts';
import { href, page } from './layout.tsx';
import { reportPath } from './report-page.tsx';

const words = {
  title: { sv: 'Tack, vi har tagit emot dina svar', en: 'Thank you, we have received your answers' },
  form: { sv: 'Formulär', en: 'Form' },
  received: { sv: 'Mottaget', en: 'Received' },
  reference: { sv: 'Referens', en: 'Reference' },
  keep: {
    sv: 'Spara referensen om du vill fråga oss om dina svar.',
    en: 'Keep this reference in case you want to ask us about your answers.',
  },
  correct: { sv: 'Rätta svaren', en: 'Correct the answers' },
  report: { sv: 'Öppna rapporten till företaget', en: 'Open the report for the company' },
  id: { sv: 'Postens id', en: 'Id of the record' },
  key: { sv: 'Företagets nyckel', en: 'Key of the company' },
  missing: {
    sv: 'Räknas inte än. Rätta svaren när du vet det som saknas:',
    en: 'This does not count yet. Correct the answers when you know what is missing:',
  },
  another: { sv: 'Fyll i formuläret en gång till', en: 'Fill in the form again' },
  open: { sv: 'Lämna dina kontaktuppgifter', en: 'Leave your contact details' },
  fillIn: { sv: 'Fyll i', en: 'Fill in' },
  apart: {
    sv: 'Uppgifterna skickas separat och kopplas inte till dina svar.',
    en: 'Your details are sent separately and are not connected to your answers.',
  },
};

const locale = { sv: 'sv-SE', en: 'en-GB' };

/** A submission that may be corrected here. */
export interface Correctable {
  readonly id: string;
  /** Its record. */
  readonly root: string;
  /** The company's key, where it is of one; other forms name the company by it. */
  readonly key: string | undefined;
  /** The questions that are not answered yet, and have to be before it counts. */
  readonly missing: readonly string[];
}

export interface ReceiptShown {
  readonly form: PublishedForm;
  readonly reference: string;
  /** Milliseconds UTC. */
  readonly receivedAt: number;
  /** Path and query of this receipt, for the other language. */
  readonly path: string;
  readonly correctable?: Correctable | undefined;
  /** A form that is offered after this one. */
  readonly next: PublishedForm | undefined;
}

/** The receipt: which form, when, and the reference. Never the answers. */
export function receiptPage(shown: ReceiptShown, lang: Lang): Response {
  const { form, reference, receivedAt, path, correctable, next } = shown;
  const time = new Intl.DateTimeFormat(locale[lang], {
    dateStyle: 'long',
    // Of an anonymous answer no more than the day is kept, or told.
    ...(!form.anonymous && { timeStyle: 'short' }),
    timeZone: 'Europe/Stockholm',
  }).format(form.anonymous ? receivedAt - 1 : receivedAt);
  return page(200, {
    lang,
    title: words.title[lang],
    otherHref: href(lang === 'sv' ? 'en' : 'sv', path),
    children: (
      <>
        <h1>{words.title[lang]}</h1>
        <dl class="answers">
          <div>
            <dt>{words.form[lang]}</dt>
            <dd>{form.title[lang]}</dd>
          </div>
          <div>
            <dt>{words.received[lang]}</dt>
            <dd>{time}</dd>
          </div>
          {!form.anonymous && (
            <div>
              <dt>{words.reference[lang]}</dt>
              <dd class="reference">{reference}</dd>
            </div>
          )}
          {correctable !== undefined && (
            <div>
              <dt>{words.id[lang]}</dt>
              <dd>{correctable.root}</dd>
            </div>
          )}
          {correctable?.key !== undefined && (
            <div>
              <dt>{words.key[lang]}</dt>
              <dd>{correctable.key}</dd>
            </div>
          )}
        </dl>
        {correctable !== undefined && correctable.missing.length > 0 && (
          <div class="notice">
            <p>{words.missing[lang]}</p>
            <ul>
              {correctable.missing.map((name) => (
                <li>{name}</li>
              ))}
            </ul>
          </div>
        )}
        {form.receipt !== undefined && <p>{form.receipt[lang]}</p>}
        {!form.anonymous && <p>{words.keep[lang]}</p>}
        {!form.anonymous && (
          <p>
            <a href={href(lang, `/f/${form.id}`)}>{words.another[lang]}</a>
          </p>
        )}
        {correctable !== undefined && (
          <p>
            <a href={href(lang, `/f/${form.id}?supersedes=${correctable.id}`)}>{words.correct[lang]}</a>
          </p>
        )}
        {correctable !== undefined && hasReport(form.id) && (
          <p>
            <a href={href(lang, reportPath(correctable.root))}>{words.report[lang]}</a>
          </p>
        )}
        {next !== undefined && <Next next={next} form={form} root={correctable?.root} lang={lang} />}
      </>
    ),
  });
}

/** What a link says to ask a form about a record of another; nothing where it does not ask for one. */
export function aboutRecord(next: PublishedForm, form: PublishedForm, root: string): string {
  const [about] = fieldsOf(next).find(([, field]) => field.fromLink && field.form === form.id) ?? [];
  return about === undefined ? '' : `?${about}=${root}`;
}

/** The form that is offered next: about this record, where it asks for one, else one that nothing links to this. */
function Next({
  next,
  form,
  root,
  lang,
}: {
  readonly next: PublishedForm;
  readonly form: PublishedForm;
  readonly root: string | undefined;
  readonly lang: Lang;
}) {
  const query = root === undefined ? '' : aboutRecord(next, form, root);
  return (
    <div class="notice">
      <h2>{next.title[lang]}</h2>
      <p>{query === '' ? words.apart[lang] : next.intro[lang]}</p>
      <p>
        <a href={href(lang, `/f/${next.id}${query}`)}>
          {query === '' ? words.open[lang] : words.fillIn[lang]}
        </a>
      </p>
    </div>
  );
}
