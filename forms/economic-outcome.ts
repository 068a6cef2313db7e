import { answered } from './grammar/conditions.ts';
import { form, section } from './grammar/form.ts';
import { choice } from './kinds/choice.ts';
import { date } from './kinds/date.ts';
import { integer } from './kinds/integer.ts';
import { matrix } from './kinds/matrix.ts';
import { text } from './kinds/text.ts';
import { costLines } from './lists/cost-lines.ts';
import { financiers } from './lists/financiers.ts';
import { projects } from './lists/projects.ts';
import { notAfter } from './rules/not-after.ts';
import { sameYear } from './rules/same-year.ts';

/** More than ten times what the project costs in all, and less than its amounts are in öre: a mistaken unit is refused. */
const amountMax = 100_000_000;

const wholeKronor = {
  sv: 'Hela kronor, till exempel 1 289 624. Skriv 0 om det inte finns något, och minus framför om det minskade.',
  en: 'Whole kronor, for example 1 289 624. Enter 0 if there is nothing, and a minus in front if it went down.',
};

const amount = integer({
  label: { sv: 'Belopp i kronor', en: 'Amount in kronor' },
  short: { sv: 'Belopp (kr)', en: 'Amount (SEK)' },
  wanted: 'neededToCount',
  missing: {
    sv: 'Ange beloppet i hela kronor. Skriv 0 om det inte finns något.',
    en: 'Enter the amount in whole kronor. Enter 0 if there is none.',
  },
  min: -amountMax,
  max: amountMax,
  zone: 'confidential',
});

/**
 * What a project has cost in a period, and who has paid, as it is booked. One record for each project and period, with
 * all cost lines and financiers, so that no line is counted twice. The period decides by its last day which year it
 * counts in, so it lies within one calendar year, as the reporting periods of the funders do.
 */
export const economicOutcome = form({
  id: 'economic-outcome',
  title: { sv: 'Ekonomiskt utfall', en: 'Economic outcome' },
  intro: {
    sv: 'Fyll i ett formulär för varje period som är bokförd. En period ligger inom ett kalenderår.',
    en: 'Fill in one form for each period that has been booked. A period lies within one calendar year.',
  },
  send: { staff: ['finance', 'project_manager'] },
  activityDate: 'period_to',
  unique: ['project', 'period_from', 'period_to'],
  locked: {
    when: answered('claimed_on'),
    fields: ['project', 'period_from', 'period_to', 'costs', 'financing'],
    message: {
      sv: 'Utbetalning är begärd för perioden, så det här är låst. Ta först bort dagen då den begärdes, skicka, och rätta sedan.',
      en: 'Payment has been claimed for the period, so this is locked. First remove the day of the claim, send, and then correct this.',
    },
  },
  shards: [{ from: '2021-01', count: 1 }],
  sections: [
    section(
      { sv: 'Perioden', en: 'The period' },
      {
        project: choice(projects, {
          label: { sv: 'Vilket projekt?', en: 'Which project?' },
          short: { sv: 'Projekt', en: 'Project' },
          wanted: 'required',
          missing: { sv: 'Välj projekt.', en: 'Choose a project.' },
          zone: 'analytic',
        }),
        period_from: date({
          label: { sv: 'Första dagen', en: 'First day' },
          short: { sv: 'Periodens första dag', en: 'First day of the period' },
          hint: {
            sv: 'År-månad-dag, till exempel 2026-01-01.',
            en: 'Year-month-day, for example 2026-01-01.',
          },
          wanted: 'required',
          missing: { sv: 'Ange periodens första dag.', en: 'Enter the first day of the period.' },
          earliest: '2021-01-01',
          latest: '2099-12-31',
          zone: 'analytic',
        }),
        period_to: date({
          label: { sv: 'Sista dagen', en: 'Last day' },
          short: { sv: 'Periodens sista dag', en: 'Last day of the period' },
          hint: {
            sv: 'Samma år som den första dagen, till exempel 2026-03-31.',
            en: 'In the same year as the first day, for example 2026-03-31.',
          },
          wanted: 'required',
          missing: { sv: 'Ange periodens sista dag.', en: 'Enter the last day of the period.' },
          earliest: '2021-01-01',
          latest: '2099-12-31',
          happened: true,
          zone: 'analytic',
        }),
      },
    ),
    section(
      { sv: 'Kostnaderna', en: 'The costs' },
      {
        costs: matrix(costLines, {
          label: {
            sv: 'Vad kostade det, enligt bokföringen?',
            en: 'What did it cost, according to the accounts?',
          },
          short: { sv: 'Kostnader', en: 'Costs' },
          hint: wholeKronor,
          wanted: 'required',
          missing: { sv: 'Fyll i minst ett kostnadsslag.', en: 'Fill in at least one cost line.' },
          item: 'cost_line',
          mandatory: ['egen_personal', 'externa_tjanster', 'resor_logi', 'indirekta'],
          more: { sv: 'Fler kostnadsslag', en: 'More cost lines' },
          zone: 'confidential',
          fields: {
            amount_sek: amount,
          },
        }),
      },
    ),
    section(
      { sv: 'Finansieringen', en: 'The funding' },
      {
        financing: matrix(financiers, {
          label: { sv: 'Vem betalar, och hur mycket?', en: 'Who pays, and how much?' },
          short: { sv: 'Finansiering', en: 'Funding' },
          hint: wholeKronor,
          wanted: 'neededToCount',
          missing: { sv: 'Fyll i minst en finansiär.', en: 'Fill in at least one funder.' },
          item: 'financier',
          mandatory: ['region_1_1', 'eruf', 'egna_medel'],
          more: { sv: 'Fler finansiärer', en: 'More funders' },
          zone: 'confidential',
          fields: {
            amount_sek: amount,
          },
        }),
      },
    ),
    section(
      { sv: 'Underlaget', en: 'What it is based on' },
      {
        source_ref: text({
          label: { sv: 'Var i bokföringen står det?', en: 'Where in the accounts is it recorded?' },
          short: { sv: 'Underlag i bokföringen', en: 'Source in the accounts' },
          hint: {
            sv: 'Till exempel Huvudbok projekt 1042, januari–mars 2026. Skriv inga personuppgifter.',
            en: 'For example General ledger project 1042, January–March 2026. Do not include personal information.',
          },
          wanted: 'neededToCount',
          missing: {
            sv: 'Ange var i bokföringen det står.',
            en: 'Enter where in the accounts it is recorded.',
          },
          max: 200,
          zone: 'confidential',
        }),
        claimed_on: date({
          label: {
            sv: 'Vilken dag begärdes utbetalning för perioden?',
            en: 'On which day was payment claimed for the period?',
          },
          short: { sv: 'Datum för ansökan om utbetalning', en: 'Date of the claim for payment' },
          hint: {
            sv: 'Lämna tomt tills ansökan är skickad. Efter det är beloppen låsta.',
            en: 'Leave this empty until the claim is sent. After that the amounts are locked.',
          },
          wanted: 'optional',
          earliest: '2021-01-01',
          latest: '2099-12-31',
          happened: true,
          zone: 'analytic',
        }),
      },
    ),
  ],
  rules: [
    notAfter('period_from', 'period_to', 'period_to', {
      sv: 'Ange en sista dag som inte är före den första.',
      en: 'Enter a last day that is not before the first.',
    }),
    sameYear('period_from', 'period_to', 'period_to', {
      sv: 'Ange en sista dag som är samma år som den första. Fyll i ett formulär för varje år.',
      en: 'Enter a last day in the same year as the first. Fill in one form for each year.',
    }),
  ],
});
