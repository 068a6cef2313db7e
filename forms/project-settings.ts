import { anyDay } from './blocks/any-day.ts';
import { versionCode } from './blocks/version-code.ts';
import { form, section, step } from './grammar/form.ts';
import { choice } from './kinds/choice.ts';
import { choices } from './kinds/choices.ts';
import { code } from './kinds/code.ts';
import { date } from './kinds/date.ts';
import { decimal } from './kinds/decimal.ts';
import { integer } from './kinds/integer.ts';
import { rows } from './kinds/rows.ts';
import { text } from './kinds/text.ts';
import { budgetLines } from './lists/budget-lines.ts';
import { countingParameters } from './lists/counting-parameters.ts';
import { financiers } from './lists/financiers.ts';
import { indicators } from './lists/indicators.ts';
import { mainFocusAreas } from './lists/main-focus-areas.ts';
import { municipalities } from './lists/municipalities.ts';
import { projects } from './lists/projects.ts';
import { sniDivisions } from './lists/sni-divisions.ts';
import { notAfter } from './rules/not-after.ts';

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
    sv: 'Ange beloppet. Skriv 0 om det inte är något.',
    en: 'Enter the amount. Enter 0 if it is none.',
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
        owner: text({
          label: { sv: 'Projektägare', en: 'Owner of the project' },
          hint: {
            sv: 'Organisationens namn, ingen person.',
            en: 'The name of the organisation, not of a person.',
          },
          wanted: 'optional',
          max: 150,
          zone: 'confidential',
        }),
        controller: text({
          label: { sv: 'Personuppgiftsansvarig', en: 'Controller of personal data' },
          hint: {
            sv: 'Organisationens namn, ingen person.',
            en: 'The name of the organisation, not of a person.',
          },
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
          label: { sv: 'Regelns gränser', en: 'Thresholds of the rule' },
          wanted: 'optional',
          rowTitle: { sv: 'Gräns', en: 'Threshold' },
          addRow: { sv: 'Lägg till en gräns', en: 'Add a threshold' },
          max: 20,
          zone: 'analytic',
          fields: {
            parameter: choice(countingParameters, {
              label: { sv: 'Vilken gräns?', en: 'Which threshold?' },
              short: { sv: 'Gräns', en: 'Threshold' },
              wanted: 'required',
              missing: { sv: 'Välj vilken gräns det är.', en: 'Choose which threshold it is.' },
              zone: 'analytic',
            }),
            value: decimal({
              label: { sv: 'Värde', en: 'Value' },
              wanted: 'required',
              missing: { sv: 'Ange gränsens värde.', en: 'Enter the value of the threshold.' },
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
        municipalities: choices(municipalities, {
          label: { sv: 'Vilka kommuner ingår?', en: 'Which municipalities are part of it?' },
          short: { sv: 'Kommuner', en: 'Municipalities' },
          hint: wholeList,
          wanted: 'optional',
          zone: 'analytic',
        }),
        sni_divisions: choices(sniDivisions, {
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
  ],
});
