import type { CompanyReport, Named, Points, Row, Table } from '../../forms/derived/company-report/model.ts';
import { own } from '../../forms/grammar/question.ts';
import type { Lang } from '../../forms/grammar/words.ts';
import type { Response } from '../lambda/http.ts';
import { formId, href, messagePage, page } from './layout.tsx';
import style from './report.css';
import { ReportChart, StepsBar } from './report-charts.tsx';

/** The name of the field in which staff say when the company got the report. */
export const deliveredField = 'delivered_on';

const words = {
  wrong: { sv: 'Fel:', en: 'Error:' },
  staff: { sv: 'För dig som arbetar i projektet', en: 'For you who work in the project' },
  print: {
    sv: 'Det här stycket skrivs inte ut. Rapporten får plats på en A4-sida: skriv ut den, eller spara den som PDF, från webbläsarens meny.',
    en: 'This part is not printed. The report fits on one A4 page: print it, or save it as PDF, from the menu of the browser.',
  },
  correct: { sv: 'Rätta svaren', en: 'Correct the answers' },
  delivered: { sv: 'Överlämnad till företaget', en: 'Delivered to the company' },
  date: { sv: 'När fick företaget rapporten?', en: 'When did the company get the report?' },
  dateHint: { sv: 'År-månad-dag, till exempel 2026-09-10.', en: 'Year-month-day, for example 2026-09-10.' },
  deliver: { sv: 'Markera som överlämnad', en: 'Mark as delivered' },
  method: { sv: 'Så är det räknat', en: 'How it was computed' },
  overtaken: {
    title: {
      sv: 'Rapporten har ändrats sedan du öppnade den',
      en: 'The report has changed since you opened it',
    },
    text: {
      sv: 'Någon annan hann rätta svaren, eller markera rapporten, före dig. Det du skickade är inte sparat. Öppna rapporten och titta igenom den igen.',
      en: 'Somebody else corrected the answers, or marked the report, before you. What you sent is not kept. Open the report and look through it again.',
    },
    open: { sv: 'Öppna rapporten', en: 'Open the report' },
  },
};

/** The path of the report of a record. */
export function reportPath(root: string): string {
  return `/personal/rapport/${root}`;
}

export interface ReportShown {
  readonly report: CompanyReport;
  /** The form, the record and the submission of it that is reported. */
  readonly formId: string;
  readonly root: string;
  readonly current: string;
  /** The day on which the company got it (`yyyy-mm-dd`), or nothing yet. */
  readonly deliveredOn: string | undefined;
  /** The id that the submission gets which says so. */
  readonly nextId: string;
  /** What stands in the date's field. */
  readonly typed: string;
  /** Why that was not kept. */
  readonly problem?: string | undefined;
}

/** The report for a company on one page, and above it what only staff see. */
export function reportPage(shown: ReportShown, lang: Lang): Response {
  const { report, root, problem } = shown;
  const isWrong = problem !== undefined;
  return page(isWrong ? 422 : 200, {
    lang,
    title: isWrong ? `${words.wrong[lang]} ${report.title}` : report.title,
    otherHref: href(lang === 'sv' ? 'en' : 'sv', reportPath(root)),
    style,
    children: (
      <>
        <StaffPart shown={shown} lang={lang} />
        <Report report={report} lang={lang} />
      </>
    ),
  });
}

/** Somebody changed the record since the page was opened. */
export function overtakenPage(root: string, lang: Lang): Response {
  const { title, text, open } = words.overtaken;
  return messagePage(
    409,
    lang,
    title[lang],
    <>
      <p>{text[lang]}</p>
      <p>
        <a href={href(lang, reportPath(root))}>{open[lang]}</a>
      </p>
    </>,
  );
}

function StaffPart({ shown, lang }: { readonly shown: ReportShown; readonly lang: Lang }) {
  const { formId, current, deliveredOn } = shown;
  return (
    <section class="staff notice" aria-labelledby="report-staff">
      <h2 id="report-staff">{words.staff[lang]}</h2>
      <p>{words.print[lang]}</p>
      {deliveredOn === undefined ? (
        <DeliverForm shown={shown} lang={lang} />
      ) : (
        <p class="delivered">
          {words.delivered[lang]} <strong>{deliveredOn}</strong>
        </p>
      )}
      <p>
        <a href={href(lang, `/f/${formId}?supersedes=${current}`)}>{words.correct[lang]}</a>
      </p>
    </section>
  );
}

function DeliverForm({ shown, lang }: { readonly shown: ReportShown; readonly lang: Lang }) {
  const { root, current, nextId, typed, problem } = shown;
  const isWrong = problem !== undefined;
  return (
    <form id={formId} method="post" action={href(lang, reportPath(root))} accept-charset="utf-8">
      <input type="hidden" name={own.id} value={nextId} />
      <input type="hidden" name={own.supersedes} value={current} />
      <div class={isWrong ? 'field wrong' : 'field'}>
        <label for={deliveredField}>{words.date[lang]}</label>
        <p class="hint" id="delivered-hint">
          {words.dateHint[lang]}
        </p>
        {isWrong && (
          <p class="problem" id="delivered-problem">
            {problem}
          </p>
        )}
        <input
          type="text"
          inputMode="numeric"
          class="narrow"
          id={deliveredField}
          name={deliveredField}
          value={typed}
          autocomplete="off"
          autofocus={isWrong || undefined}
          aria-describedby={isWrong ? 'delivered-hint delivered-problem' : 'delivered-hint'}
          aria-invalid={isWrong || undefined}
        />
      </div>
      <p class="buttons">
        <button type="submit">{words.deliver[lang]}</button>
      </p>
    </form>
  );
}

function Report({ report, lang }: { readonly report: CompanyReport; readonly lang: Lang }) {
  const { title, company, facts, figures, cautions, chart, table, also, method } = report;
  return (
    <article class="report">
      <h1>{title}</h1>
      <p class="company">{company}</p>
      <NamedList list={facts} class="facts" />
      <NamedList list={figures} class="figures" />
      {cautions.length > 0 && (
        <ul class="cautions">
          {cautions.map((caution) => (
            <li>{caution}</li>
          ))}
        </ul>
      )}
      <div class={chart === undefined ? 'measured-alone' : 'measured-beside'}>
        {chart !== undefined && <ReportChart chart={chart} />}
        <ReportTable {...table} />
      </div>
      {also.list.length > 0 && (
        <section class="also">
          <h2>{also.title}</h2>
          <NamedList list={also.list} />
        </section>
      )}
      <div class="beside">
        <PointsPart {...report.strengths} />
        <PointsPart {...report.gaps} />
      </div>
      <PointsPart {...report.recommendations} />
      <section class="method">
        <h2>{words.method[lang]}</h2>
        {method.map((line) => (
          <p>{line}</p>
        ))}
      </section>
    </article>
  );
}

function NamedList({ list, ...props }: { readonly list: readonly Named[]; readonly class?: string }) {
  return (
    <dl {...props}>
      {list.map(({ name, value }) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function ReportTable({ caption, columns, rows, notes }: Table) {
  return (
    <div>
      {rows.length > 0 && (
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th scope="col">{column}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <TableRow row={row} />
            ))}
          </tbody>
        </table>
      )}
      {notes.map((note) => (
        <p class="note">{note}</p>
      ))}
    </div>
  );
}

function TableRow({ row: { mark, name, cells } }: { readonly row: Row }) {
  return (
    <tr>
      <th scope="row">
        {mark !== undefined && <span class="mark">{mark}</span>}
        {mark !== undefined && '\u00a0'}
        {name}
      </th>
      {cells.map((cell) => (
        <td>
          {typeof cell === 'string' ? (
            cell
          ) : (
            <>
              <StepsBar {...cell} /> {cell.text}
            </>
          )}
        </td>
      ))}
    </tr>
  );
}

function PointsPart({ title, intro, points, none, more }: Points) {
  return (
    <section class="points">
      <h2>{title}</h2>
      {intro !== undefined && <p>{intro}</p>}
      {points.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ol>
          {points.map((point) => (
            <li>
              <strong>{point.title}</strong>
              {point.text !== undefined && <span>{point.text}</span>}
            </li>
          ))}
        </ol>
      )}
      {more !== undefined && <p class="note">{more}</p>}
    </section>
  );
}
