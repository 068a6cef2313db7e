import { deliveredOn, hasReport, reportedForms } from '../forms/derived/company-report/reported.ts';
import { companyReport } from '../forms/derived/company-report.ts';
import type { SubmissionItem } from '../forms/derived/item.ts';
import { namesOf } from '../forms/derived/page.ts';
import { typedAnswers } from '../forms/derived/typed-answers.ts';
import { mayBePersonnummer } from '../forms/grammar/personnummer.ts';
import { fieldOfPath, type Problem } from '../forms/grammar/problem.ts';
import { loadForm, type PublishedForm } from '../forms/grammar/published.ts';
import { own } from '../forms/grammar/question.ts';
import { textOf, typedFrom } from '../forms/grammar/typed.ts';
import type { Lang } from '../forms/grammar/words.ts';
import { shows, writers } from '../forms/kinds/all.ts';
import { publications } from '../forms/published/index.ts';
import { noteAccess } from './access/log.ts';
import { dayAt, now } from './lambda/clock.ts';
import { formFields, httpHandler, type Request, type Response, seeOther } from './lambda/http.ts';
import { href } from './site/layout.tsx';
import { problemPage } from './site/problem-page.tsx';
import { deliveredField, overtakenPage, reportPage, reportPath } from './site/report-page.tsx';
import { currentOf } from './submissions/chain.ts';
import { companyNamed } from './submissions/company-named.ts';
import { isId, newId } from './submissions/ids.ts';
import { openForm, openForms } from './submissions/open-forms.ts';
import { receive } from './submissions/receive.ts';
import { envelopeOf } from './submissions/sent.ts';
import { find } from './submissions/table.ts';

const open = openForms(publications);

/**
 * `/personal/rapport/{root}`: the report for a company of a measurement, an analysis or a visit (`GET`), which is marked
 * as delivered (`POST`). It is there only where staff forms are. Each read is noted before it is shown.
 */
export const handler = httpHandler(async (request) => {
  const { parameters, lang } = request;
  const found = await recordAt(parameters.root ?? '');
  if (found === undefined) return problemPage('404', lang);
  if (found === 'erased') return problemPage('410', lang);
  // Who only opens the page sends nothing.
  return request.body === '' ? show(found, lang) : deliver(found, request);
}, problemPage);

/** A record that has a report: its form as it is now, and its current submission. */
interface Reported {
  readonly form: PublishedForm;
  readonly item: SubmissionItem;
}

async function recordAt(root: string): Promise<Reported | 'erased' | undefined> {
  if (!isId(root)) return undefined;
  const forms = await Promise.all(reportedForms.map((id) => openForm(publications, id)));
  const found = await Promise.all(
    forms.map(async (form) => ({ form, item: form && (await currentOf(form, root)) })),
  );
  for (const { form, item } of found) {
    if (form === undefined || item?.root_id !== root) continue;
    return 'erased_at' in item ? 'erased' : { form, item };
  }
  return undefined;
}

interface Refused {
  readonly typed: string;
  readonly problem: string;
}

async function show({ form, item }: Reported, lang: Lang, refused?: Refused): Promise<Response> {
  const { root_id: root, submission_id: current, answers } = item;
  await noteAccess({ at: now(), who: 'local', what: 'record', form: form.id, root_id: root });
  // Answers are told in the words of the version that they were given to.
  const asked = (await loadForm(publications, form.id, item.form_version)) ?? form;
  const company = await companyOf(form, item);
  const delivered = answers[fieldOf(form)];
  return reportPage(
    {
      report: companyReport({ form: asked, answers, company }, lang, shows),
      formId: form.id,
      root,
      current,
      deliveredOn: typeof delivered === 'string' ? delivered : undefined,
      nextId: newId(now()),
      typed: refused?.typed ?? dayAt(now()),
      problem: refused?.problem,
    },
    lang,
  );
}

/** The name of the company: of its own record, else as the form asked for it, else its key. */
async function companyOf(form: PublishedForm, { answers }: SubmissionItem): Promise<string | undefined> {
  const key = textIn(answers[form.company ?? '']);
  const companies = key === undefined ? undefined : await openForm(publications, 'company');
  const company = key && companies ? await companyNamed(companies, key) : undefined;
  if (company?.isAboutPerson) {
    await noteAccess({ at: now(), who: 'local', what: 'record', form: 'company', root_id: company.root });
  }
  return company?.name ?? textIn(answers.company_name) ?? key;
}

function textIn(answer: unknown): string | undefined {
  return typeof answer === 'string' && answer !== '' ? answer : undefined;
}

/** The field of a form with a report that says when the company got it. */
function fieldOf({ id }: PublishedForm): string {
  if (!hasReport(id)) throw new Error(`expected a form with a report, got "${id}"`);
  return deliveredOn(id);
}

/**
 * Sends a correction that says when the company got the report. It corrects what the page showed: sent twice it is the
 * same, and who was overtaken is told.
 */
async function deliver(reported: Reported, request: Request): Promise<Response> {
  const { lang } = request;
  const { form, item } = reported;
  const fields = formFields(request);
  if ('refused' in fields) return problemPage(fields.refused, lang);
  const sent = typedFrom(fields.entries);
  const [id, supersedes] = [textOf(sent[own.id]), textOf(sent[own.supersedes])];
  if (!isId(id) || !isId(supersedes)) return problemPage('400.page', lang);
  const corrected = await find(form, supersedes);
  if (corrected === undefined || corrected.root_id !== item.root_id) return problemPage('404.3', lang);
  const found = await open(form.id);
  if ('erased_at' in corrected || typeof found === 'string') return problemPage('410', lang);

  const typed = textOf(sent[deliveredField]).trim();
  // What may be a personnummer goes on to no page, not even back to its own.
  const kept = mayBePersonnummer(typed) ? '' : typed;
  const refuse = async (problem: string) =>
    item.submission_id === supersedes
      ? show(reported, lang, { typed: kept, problem })
      : overtakenPage(item.root_id, lang);
  if (typed === '') return refuse(words.noDate[lang]);
  const answers = { ...typedAnswers(found.form, corrected.answers, writers), [fieldOf(form)]: typed };
  const reading = found.reader.read(answers, 'page');
  if ('problems' in reading) return refuse(told(form, reading.problems, lang));
  // The form asks other questions now: nothing that was answered is to be lost here, unseen.
  if (reading.leftOut.length > 0) return refuse(words.changed[lang]);

  const envelope = envelopeOf(form, lang, now());
  const received = await receive({ ...found, id, answers: reading.answers, envelope, supersedes });
  switch (received.outcome) {
    case 'created':
    case 'same':
      return seeOther(href(lang, reportPath(item.root_id)));
    case 'refused':
      return refuse(told(form, received.problems, lang));
    case 'erased':
      return problemPage('410', lang);
    case 'untimely':
      return problemPage('422.id-time', lang);
    default:
      return overtakenPage(item.root_id, lang);
  }
}

const words = {
  noDate: { sv: 'Ange när företaget fick rapporten.', en: 'Enter when the company got the report.' },
  changed: {
    sv: 'Formuläret har fått andra frågor sedan svaren gavs. Välj Rätta svaren och ange datumet där.',
    en: 'The form has other questions now than when it was answered. Choose Correct the answers and enter the date there.',
  },
  correctFirst: {
    sv: 'Svaren behöver rättas först. Välj Rätta svaren.',
    en: 'The answers need correcting first. Choose Correct the answers.',
  },
};

/** What is wrong: with the date, or first with another answer, which is corrected in the form. */
function told(form: PublishedForm, problems: readonly Problem[], lang: Lang): string {
  const isDate = ({ path }: Problem) => fieldOfPath(path) === fieldOf(form);
  const other = problems.find((problem) => !isDate(problem));
  const [first] = problems;
  if (other === undefined) return first?.message[lang] ?? words.noDate[lang];
  const [name] = namesOf(form, [other.path], lang);
  const sentence = other.message[lang];
  return `${words.correctFirst[lang]} ${name === undefined ? sentence : `${name}: ${sentence}`}`;
}
