import { anyDay } from './blocks/any-day.ts';
import { versionCode } from './blocks/version-code.ts';
import { form, section, step } from './grammar/form.ts';
import { choice } from './kinds/choice.ts';
import { choices } from './kinds/choices.ts';
import { code } from './kinds/code.ts';
import { date } from './kinds/date.ts';
import { decimal } from './kinds/decimal.ts';
import { integer } from './kinds/integer.ts';
import { organisationsnummer } from './kinds/organisationsnummer.ts';
import { rows } from './kinds/rows.ts';
import { text } from './kinds/text.ts';
import { budgetLines } from './lists/budget-lines.ts';
import { countingParameters } from './lists/counting-parameters.ts';
import { erufDecisionStatuses } from './lists/eruf-decision-statuses.ts';
import { financiers } from './lists/financiers.ts';
import { indicators } from './lists/indicators.ts';
import { mainFocusAreas } from './lists/main-focus-areas.ts';
import { projects } from './lists/projects.ts';
import { targetMunicipalities } from './lists/target-municipalities.ts';
import { targetSniDivisions } from './lists/target-sni-divisions.ts';
import { notAfter } from './rules/not-after.ts';
import { rowsDiffer } from './rules/rows-differ.ts';
import { rowsInOrder } from './rules/rows-in-order.ts';
import { rowsSumAtMost } from './rules/rows-sum-at-most.ts';

const noPerson = {
  sv: 'Organisationens namn, ingen person.',
  en: 'The name of the organisation, not of a person.',
};
const wholeList = {
  sv: 'Kryssa i hela listan, som den ska vara från och med dagen. Ett tomt svar ändrar ingenting.',
  en: 'Tick the whole list, as it is to be from that day on. An empty answer changes nothing.',
};
/** More than a hundred times what the first project costs: a mistaken unit is refused. */
const amounts = { min: 0, max: 1_000_000_000 } as const;

const firstDay = date({
  label: { sv: 'Första dagen', en: 'First day' },
  wanted: 'required',
  missing: { sv: 'Ange den första dagen.', en: 'Enter the first day.' },
  ...anyDay,
  zone: 'analytic',
});
const lastDay = date({
  label: { sv: 'Sista dagen', en: 'Last day' },
  wanted: 'required',
  missing: { sv: 'Ange den sista dagen.', en: 'Enter the last day.' },
  ...anyDay,
  zone: 'analytic',
});
const budgetYear = integer({
  label: { sv: 'År', en: 'Year' },
  hint: { sv: 'Lämna tomt för summan av alla år.', en: 'Leave blank for the sum of all years.' },
  wanted: 'optional',
  min: 2021,
  max: 2099,
  zone: 'analytic',
});
const amount_sek = integer({
  label: { sv: 'Belopp i kronor', en: 'Amount in kronor' },
  short: { sv: 'Belopp (kr)', en: 'Amount (SEK)' },
  wanted: 'required',
  missing: {
    sv: 'Ange beloppet. Skriv 0 om det inte finns något belopp.',
    en: 'Enter the amount. Enter 0 if there is none.',
  },
  ...amounts,
  zone: 'analytic',
});
const financier = choice(financiers, {
  label: { sv: 'Finansiär', en: 'Funder' },
  wanted: 'required',
  missing: { sv: 'Välj finansiär.', en: 'Choose a funder.' },
  zone: 'analytic',
});

/**
 * What is otherwise with a project from a day on. `forms/projects/` has what it began with, under the same names; a
 * value that is left out here stays as it was.
 */
export const projectSettings = form({
  id: 'project-settings',
  title: { sv: 'Ändring av ett projekt', en: 'Change of a project' },
  intro: {
    sv: 'Fyll bara i det som ändras. Allt annat gäller som förut. En rad i en tabell ersätter den tidigare raden för samma sak, de andra raderna står kvar.',
    en: 'Fill in only what changes. Everything else stays as it was. A row of a table replaces the earlier row of the same thing; the other rows stay.',
  },
  send: { staff: ['project_manager'] },
  activityDate: 'valid_from',
  unique: ['project', 'valid_from'],
  shards: [{ from: '2021-01', count: 1 }],
  sections: [
    step(
      { sv: 'Vad ändras, och när?', en: 'What changes, and when?' },
      {
        project: choice(projects, {
          label: { sv: 'Vilket projekt?', en: 'Which project?' },
          short: { sv: 'Projekt', en: 'Project' },
          wanted: 'required',
          missing: { sv: 'Välj projekt.', en: 'Choose a project.' },
          zone: 'analytic',
        }),
        valid_from: date({
          label: { sv: 'Från och med vilken dag?', en: 'From which day on?' },
          short: { sv: 'Gäller från och med', en: 'Valid from' },
          wanted: 'required',
          missing: { sv: 'Ange från och med vilken dag.', en: 'Enter from which day on.' },
          ...anyDay,
          zone: 'analytic',
        }),
      },
    ),
    section(
      { sv: 'Namn och ägare', en: 'Name and owner' },
      {
        name_sv: text({
          label: { sv: 'Projektets namn på svenska', en: 'Name of the project in Swedish' },
          wanted: 'optional',
          max: 100,
          zone: 'confidential',
        }),
        name_en: text({
          label: { sv: 'Projektets namn på engelska', en: 'Name of the project in English' },
          wanted: 'optional',
          max: 100,
          zone: 'confidential',
        }),
        applicant: text({
          label: { sv: 'Vem sökte pengarna?', en: 'Who applied for the money?' },
          short: { sv: 'Sökande', en: 'Applicant' },
          hint: noPerson,
          wanted: 'optional',
          max: 150,
          zone: 'confidential',
        }),
        applicant_organisationsnummer: organisationsnummer({
          label: {
            sv: 'Sökandens organisationsnummer',
            en: 'Organisationsnummer (Swedish company number) of the applicant',
          },
          short: { sv: 'Sökandens organisationsnummer', en: 'Organisationsnummer of the applicant' },
          wanted: 'optional',
          zone: 'analytic',
        }),
        owner: text({
          label: { sv: 'Projektägare', en: 'Owner of the project' },
          hint: noPerson,
          wanted: 'optional',
          max: 150,
          zone: 'confidential',
        }),
        owner_organisationsnummer: organisationsnummer({
          label: {
            sv: 'Projektägarens organisationsnummer',
            en: 'Organisationsnummer (Swedish company number) of the owner',
          },
          short: { sv: 'Projektägarens organisationsnummer', en: 'Organisationsnummer of the owner' },
          hint: {
            sv: 'Ange det varje gång projektet byter ägare.',
            en: 'Enter it each time that the project gets another owner.',
          },
          wanted: 'optional',
          zone: 'analytic',
        }),
        controller: text({
          label: { sv: 'Personuppgiftsansvarig', en: 'Controller of personal data' },
          hint: noPerson,
          wanted: 'optional',
          max: 150,
          zone: 'confidential',
        }),
        privacy_notice_version: code({
          label: { sv: 'Integritetstextens version', en: 'Version of the privacy notice' },
          wanted: 'optional',
          ...versionCode,
          zone: 'analytic',
        }),
        emblem_sv: text({
          label: { sv: 'Text vid EU-emblemet på svenska', en: 'Text beside the EU emblem in Swedish' },
          wanted: 'optional',
          max: 100,
          zone: 'confidential',
        }),
        emblem_en: text({
          label: { sv: 'Text vid EU-emblemet på engelska', en: 'Text beside the EU emblem in English' },
          wanted: 'optional',
          max: 100,
          zone: 'confidential',
        }),
      },
    ),
    step(
      { sv: 'Tid', en: 'Time' },
      {
        period_from: date({
          label: { sv: 'Projektets första dag', en: 'First day of the project' },
          wanted: 'optional',
          ...anyDay,
          zone: 'analytic',
        }),
        period_to: date({
          label: { sv: 'Projektets sista dag', en: 'Last day of the project' },
          wanted: 'optional',
          ...anyDay,
          hint: {
            sv: 'En ny sista dag gäller för allt som har rapporterats, också det som är äldre än ändringen.',
            en: 'A new last day holds for all that has been reported, also what is older than the change.',
          },
          zone: 'analytic',
        }),
        approval_until: date({
          label: {
            sv: 'Sista dagen för sena uppgifter och godkännanden',
            en: 'Last day for late entries and approvals',
          },
          wanted: 'optional',
          ...anyDay,
          zone: 'analytic',
        }),
        reporting_periods: rows({
          label: { sv: 'Rapporteringsperioder', en: 'Reporting periods' },
          wanted: 'optional',
          rowTitle: { sv: 'Rapporteringsperiod', en: 'Reporting period' },
          addRow: { sv: 'Lägg till en rapporteringsperiod', en: 'Add a reporting period' },
          max: 20,
          zone: 'analytic',
          fields: {
            period: integer({
              label: { sv: 'Periodens nummer', en: 'Number of the period' },
              wanted: 'required',
              missing: { sv: 'Ange periodens nummer.', en: 'Enter the number of the period.' },
              min: 1,
              max: 99,
              zone: 'analytic',
            }),
            starts_on: firstDay,
            ends_on: lastDay,
          },
        }),
      },
    ),
    step(
      { sv: 'Mål', en: 'Goals' },
      {
        goal: integer({
          label: {
            sv: 'Hur många företag ska få förstärkt förmåga för utveckling?',
            en: 'How many companies are to have a strengthened capability for development?',
          },
          short: { sv: 'Mål, antal företag', en: 'Goal, number of companies' },
          wanted: 'optional',
          min: 0,
          max: 100_000,
          zone: 'analytic',
        }),
        rule_version: code({
          label: { sv: 'Vilken version av regeln gäller?', en: 'Which version of the rule applies?' },
          short: { sv: 'Regelns version', en: 'Version of the rule' },
          hint: {
            sv: 'Regeln som säger när ett företag räknas, till exempel SC-1.0.',
            en: 'The rule that says when a company counts, for example SC-1.0.',
          },
          wanted: 'optional',
          pattern: '[A-Z]{2,4}-[0-9]{1,3}\\.[0-9]{1,3}',
          format: {
            sv: 'Skriv regelns namn och version, till exempel SC-1.0.',
            en: 'Enter the name and version of the rule, for example SC-1.0.',
          },
          zone: 'analytic',
        }),
        parameters: rows({
          label: {
            sv: 'Regelns gränser, timpris och växelkurs',
            en: 'Thresholds of the rule, hourly rate and exchange rate',
          },
          short: { sv: 'Gränser och räknetal', en: 'Thresholds and rates' },
          wanted: 'optional',
          rowTitle: { sv: 'Gräns eller räknetal', en: 'Threshold or rate' },
          addRow: { sv: 'Lägg till en gräns eller ett räknetal', en: 'Add a threshold or a rate' },
          max: 20,
          zone: 'analytic',
          fields: {
            parameter: choice(countingParameters, {
              label: { sv: 'Vilken gräns eller vilket räknetal?', en: 'Which threshold or rate?' },
              short: { sv: 'Gräns eller räknetal', en: 'Threshold or rate' },
              wanted: 'required',
              missing: {
                sv: 'Välj vilken gräns eller vilket räknetal det är.',
                en: 'Choose which threshold or rate it is.',
              },
              zone: 'analytic',
            }),
            value: decimal({
              label: { sv: 'Värde', en: 'Value' },
              wanted: 'required',
              missing: { sv: 'Ange värdet.', en: 'Enter the value.' },
              min: 0,
              max: 1_000_000,
              decimals: 2,
              zone: 'analytic',
            }),
          },
        }),
        indicators: rows({
          label: { sv: 'Indikatorer', en: 'Indicators' },
          wanted: 'optional',
          rowTitle: { sv: 'Indikator', en: 'Indicator' },
          addRow: { sv: 'Lägg till en indikator', en: 'Add an indicator' },
          max: 40,
          zone: 'analytic',
          fields: {
            indicator: choice(indicators, {
              label: { sv: 'Vilken indikator?', en: 'Which indicator?' },
              short: { sv: 'Indikator', en: 'Indicator' },
              wanted: 'required',
              missing: { sv: 'Välj indikator.', en: 'Choose an indicator.' },
              zone: 'analytic',
            }),
            target: decimal({
              label: { sv: 'Målvärde', en: 'Target' },
              hint: {
                sv: 'Lämna tomt om den följs utan mål.',
                en: 'Leave blank if it is followed without a target.',
              },
              wanted: 'optional',
              min: 0,
              max: 1_000_000,
              decimals: 2,
              zone: 'analytic',
            }),
          },
        }),
        municipalities: choices(targetMunicipalities, {
          label: { sv: 'Vilka kommuner ingår?', en: 'Which municipalities are part of it?' },
          short: { sv: 'Kommuner', en: 'Municipalities' },
          hint: wholeList,
          wanted: 'optional',
          zone: 'analytic',
        }),
        sni_divisions: choices(targetSniDivisions, {
          label: { sv: 'Vilka branscher hör till målgruppen?', en: 'Which sectors are in the target group?' },
          short: { sv: 'Branscher i målgruppen', en: 'Sectors in the target group' },
          hint: wholeList,
          wanted: 'optional',
          zone: 'analytic',
        }),
        focus_areas: choices(mainFocusAreas, {
          label: { sv: 'Vilka fokusområden har projektet?', en: 'Which focus areas does the project have?' },
          short: { sv: 'Fokusområden', en: 'Focus areas' },
          hint: wholeList,
          wanted: 'optional',
          zone: 'analytic',
        }),
      },
    ),
    step(
      { sv: 'Finansiärernas beslut', en: 'The decisions of the funders' },
      {
        region_decision_ref: text({
          label: {
            sv: 'Vad hänvisar Region Örebro läns beslut till?',
            en: 'What does the decision of Region Örebro län refer to?',
          },
          short: { sv: 'Regionens beslut', en: 'Decision of the region' },
          hint: {
            sv: 'Datum och paragraf, eller diarienummer, till exempel 2021-04-07 § 26.',
            en: 'The date and paragraph, or the registration number, for example 2021-04-07 § 26.',
          },
          wanted: 'optional',
          max: 100,
          zone: 'confidential',
        }),
        eruf_decision_date: date({
          label: { sv: 'Vilken dag fattas beslutet om ERUF?', en: 'On which day is ERUF decided on?' },
          short: { sv: 'Datum för ERUF-beslutet', en: 'Date of the decision on ERUF' },
          wanted: 'optional',
          ...anyDay,
          zone: 'analytic',
        }),
        eruf_decision_case_id: text({
          label: { sv: 'Ärende-id hos Tillväxtverket', en: 'Case id at Tillväxtverket' },
          wanted: 'optional',
          max: 50,
          zone: 'confidential',
        }),
        eruf_decision_status: choice(erufDecisionStatuses, {
          label: { sv: 'Vad blev beslutet om ERUF?', en: 'What was decided on ERUF?' },
          short: { sv: 'ERUF-beslutet', en: 'Decision on ERUF' },
          wanted: 'optional',
          zone: 'analytic',
        }),
        last_payment_date: date({
          label: {
            sv: 'Vilken dag kom den sista utbetalningen?',
            en: 'On which day did the last payment come?',
          },
          short: { sv: 'Sista utbetalningen', en: 'Last payment' },
          wanted: 'optional',
          ...anyDay,
          hint: {
            sv: 'Från årets slut räknas hur länge underlagen ska sparas. Lämna tomt tills den har kommit.',
            en: 'How long the evidence is to be kept is counted from the end of its year. Leave blank until it has come.',
          },
          zone: 'analytic',
        }),
      },
    ),
    section(
      { sv: 'Pengar', en: 'Money' },
      {
        financiers: rows({
          label: { sv: 'Finansiärer', en: 'Funders' },
          wanted: 'optional',
          rowTitle: { sv: 'Finansiär', en: 'Funder' },
          addRow: { sv: 'Lägg till en finansiär', en: 'Add a funder' },
          max: 10,
          zone: 'analytic',
          fields: {
            financier,
            share: decimal({
              label: { sv: 'Andel av de bokförda kostnaderna', en: 'Share of the booked costs' },
              wanted: 'required',
              missing: {
                sv: 'Ange andelen. Skriv 0 om finansiären inte längre är med.',
                en: 'Enter the share. Enter 0 if the funder no longer takes part.',
              },
              min: 0,
              max: 100,
              decimals: 2,
              unit: { sv: 'procent', en: 'per cent' },
              zone: 'analytic',
            }),
            cap_sek: integer({
              label: { sv: 'Högsta belopp i kronor', en: 'Highest amount in kronor' },
              short: { sv: 'Högsta belopp (kr)', en: 'Highest amount (SEK)' },
              hint: { sv: 'Lämna tomt om det inte finns något.', en: 'Leave blank if there is none.' },
              wanted: 'optional',
              ...amounts,
              zone: 'analytic',
            }),
            starts_on: firstDay,
            ends_on: lastDay,
          },
        }),
        costs: rows({
          label: { sv: 'Kostnadsbudget', en: 'Budget of costs' },
          wanted: 'optional',
          rowTitle: { sv: 'Kostnad', en: 'Cost' },
          addRow: { sv: 'Lägg till en kostnad', en: 'Add a cost' },
          max: 50,
          zone: 'analytic',
          fields: {
            cost_line: choice(budgetLines, {
              label: { sv: 'Vilken kostnad?', en: 'Which cost?' },
              short: { sv: 'Kostnad', en: 'Cost' },
              wanted: 'required',
              missing: { sv: 'Välj kostnad.', en: 'Choose a cost.' },
              zone: 'analytic',
            }),
            year: budgetYear,
            amount_sek,
          },
        }),
        financing: rows({
          label: { sv: 'Finansieringsbudget', en: 'Budget of financing' },
          wanted: 'optional',
          rowTitle: { sv: 'Finansiering', en: 'Financing' },
          addRow: { sv: 'Lägg till en finansiering', en: 'Add financing' },
          max: 50,
          zone: 'analytic',
          fields: { financier, year: budgetYear, amount_sek },
        }),
      },
    ),
  ],
  rules: [
    notAfter('period_from', 'period_to', 'period_to', {
      sv: 'Projektets sista dag ska inte vara före den första.',
      en: 'The last day of the project must not be before the first.',
    }),
    notAfter('period_to', 'approval_until', 'approval_until', {
      sv: 'Sista dagen för sena uppgifter ska inte vara före projektets sista dag.',
      en: 'The last day for late entries must not be before the last day of the project.',
    }),
    rowsInOrder('reporting_periods', 'starts_on', 'ends_on', {
      sv: 'Ange för varje rapporteringsperiod en sista dag som inte är före den första.',
      en: 'Enter for each reporting period a last day that is not before the first.',
    }),
    // Of two rows of the same period only one could be in force.
    rowsDiffer('reporting_periods', ['period'], {
      sv: 'Ge varje rapporteringsperiod ett eget nummer.',
      en: 'Give each reporting period a number of its own.',
    }),
    rowsInOrder('financiers', 'starts_on', 'ends_on', {
      sv: 'Ange för varje finansiär en sista dag som inte är före den första.',
      en: 'Enter for each funder a last day that is not before the first.',
    }),
    rowsSumAtMost('financiers', 'share', 100, {
      sv: 'Finansiärernas andelar får vara högst 100 procent tillsammans.',
      en: 'The shares of the funders can be at most 100 per cent together.',
    }),
  ],
});
