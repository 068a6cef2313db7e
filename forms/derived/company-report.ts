import type { KindPart } from '../grammar/kind.ts';
import type { PublishedForm } from '../grammar/published.ts';
import type { Values } from '../grammar/reading.ts';
import type { Lang } from '../grammar/words.ts';
import { type Answered, answersTo } from './company-report/answered.ts';
import type { CompanyReport } from './company-report/model.ts';
import { needsAnalysisReport } from './company-report/needs-analysis.ts';
import { processMaturityReport } from './company-report/process-maturity.ts';
import { productionAnalysisReport } from './company-report/production-analysis.ts';
import { hasReport, type ReportedForm } from './company-report/reported.ts';
import { shortened } from './company-report/shortened.ts';

const reportOf: Readonly<Record<ReportedForm, (answered: Answered, company: string) => CompanyReport>> = {
  'process-maturity': processMaturityReport,
  'production-analysis': productionAnalysisReport,
  'needs-analysis': needsAnalysisReport,
};

const nameless = { sv: 'Företaget', en: 'The company' };

/** A longer name is cut. */
const nameMax = 80;

/** Answers that a company gets a report of. */
interface Reported {
  /** The version that they were given to. */
  readonly form: PublishedForm;
  readonly answers: Values;
  /** The name of the company, where it has one. */
  readonly company: string | undefined;
}

/** What the company's report of these answers says. */
export function companyReport(
  { form, answers, company }: Reported,
  lang: Lang,
  shows: KindPart<'show'>,
): CompanyReport {
  if (!hasReport(form.id)) throw new Error(`expected a form with a report, got "${form.id}"`);
  const name = shortened(company ?? nameless[lang], nameMax);
  return reportOf[form.id](answersTo(form, answers, lang, shows), name);
}
