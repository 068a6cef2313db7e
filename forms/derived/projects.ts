import type { Project } from '../projects/project.ts';
import { column, type Table } from './columns.ts';
import type { Row } from './rows.ts';

/** What every project began with; what staff changed later is in the tables of the form project-settings. */
export const firstSettingsTable: Table = {
  database: 'open',
  name: 'first_project_settings',
  comment: 'Projektens första inställningar, och vem som har ägt dem sedan',
  columns: [
    column('project', 'string', 'Projekt'),
    column('valid_from', 'date', 'Gäller från och med; null: från början'),
    column('is_ordinary', 'boolean', 'Ordinarie verksamhet: det som inget annat projekt rymmer'),
    column('name_sv', 'string', 'Projektets namn på svenska'),
    column('name_en', 'string', 'Projektets namn på engelska'),
    column('period_from', 'date', 'Projektets första dag'),
    column('period_to', 'date', 'Projektets sista dag'),
    column('approval_until', 'date', 'Sista dagen för sena uppgifter och godkännanden'),
    column('goal', 'int', 'Mål, antal företag'),
    column('rule_version', 'string', 'Regelns version'),
    column('municipalities', 'array<string>', 'Kommuner'),
    column('sni_divisions', 'array<string>', 'Branscher i målgruppen'),
    column('focus_areas', 'array<string>', 'Fokusområden'),
    column('applicant', 'string', 'Sökande'),
    column('applicant_organisationsnummer', 'string', 'Sökandens organisationsnummer'),
    column('owner', 'string', 'Projektägare'),
    column('owner_organisationsnummer', 'string', 'Projektägarens organisationsnummer'),
    column('controller', 'string', 'Personuppgiftsansvarig'),
    column('region_decision_ref', 'string', 'Regionens beslut'),
    column('eruf_decision_date', 'date', 'Datum för ERUF-beslutet'),
    column('eruf_decision_case_id', 'string', 'Ärende-id hos Tillväxtverket'),
    column('eruf_decision_status', 'string', 'ERUF-beslutet'),
    column('last_payment_date', 'date', 'Sista utbetalningen'),
    column('emblem_sv', 'string', 'Text vid EU-emblemet på svenska'),
    column('emblem_en', 'string', 'Text vid EU-emblemet på engelska'),
    column('privacy_notice_version', 'string', 'Integritetstextens version'),
  ],
};

/** The first values that a project has many of. */
export const firstValuesTable: Table = {
  database: 'open',
  name: 'first_project_values',
  comment: 'Projektens första gränser, indikatorer, finansiärer, budgetar och rapporteringsperioder',
  columns: [
    column('project', 'string', 'Projekt'),
    column('what', 'string', 'parameter, indicator, financier, cost, financing eller reporting_period'),
    column('code', 'string', 'Vilken gräns, indikator, finansiär, kostnad eller period'),
    column('year', 'int', 'År i budgeten; null: alla år'),
    column('number', 'decimal(18,2)', 'Gränsens värde, målvärde, andel i procent eller belopp i kronor'),
    column('cap_sek', 'int', 'Finansiärens högsta belopp i kronor'),
    column('starts_on', 'date', 'Första dagen för finansiären eller perioden'),
    column('ends_on', 'date', 'Sista dagen för finansiären eller perioden'),
  ],
};

/** The rows of `firstSettingsTable`. */
export function firstSettingsRows(projects: readonly Project[]): Row[] {
  return projects.flatMap(({ id, isOrdinary, first, owners }) => {
    const { parameters, indicators, financiers, costs, financing, reporting_periods, ...values } = first;
    return [
      { project: id, is_ordinary: isOrdinary, ...values },
      ...owners.map((owner) => ({ project: id, is_ordinary: isOrdinary, ...owner })),
    ];
  });
}

/** The rows of `firstValuesTable`. */
export function firstValuesRows(projects: readonly Project[]): Row[] {
  return projects.flatMap(({ id: project, first }) => {
    const rows = (what: string, values: readonly Row[]) => values.map((row) => ({ project, what, ...row }));
    return [
      ...rows(
        'parameter',
        first.parameters.map(({ parameter, value }) => ({ code: parameter, number: value })),
      ),
      ...rows(
        'indicator',
        first.indicators.map(({ indicator, target }) => ({ code: indicator, number: target })),
      ),
      ...rows(
        'financier',
        first.financiers.map(({ financier, share, ...rest }) => ({
          code: financier,
          number: share,
          ...rest,
        })),
      ),
      ...rows(
        'cost',
        first.costs.map(({ cost_line, year, amount_sek }) => ({ code: cost_line, year, number: amount_sek })),
      ),
      ...rows(
        'financing',
        first.financing.map(({ financier, year, amount_sek }) => ({
          code: financier,
          year,
          number: amount_sek,
        })),
      ),
      ...rows(
        'reporting_period',
        first.reporting_periods.map(({ period, ...days }) => ({ code: String(period), ...days })),
      ),
    ];
  });
}
