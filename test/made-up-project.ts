import type { Answers } from '../forms/grammar/form.ts';
import type { projectSettings } from '../forms/project-settings.ts';
import type { Change, Project } from '../forms/projects/project.ts';
import { starkareIndustri } from '../forms/projects/starkare-industri.ts';

/** A third project: it begins before the first one ends, and is in other places, for other companies, with other money. */
export const madeUp: Project = {
  id: 'hallbar-mat',
  isOrdinary: false,
  first: {
    ...starkareIndustri.first,
    name_sv: 'Hållbar mat',
    name_en: 'Sustainable food',
    period_from: '2026-07-01',
    period_to: '2028-12-31',
    approval_until: '2029-06-30',
    goal: 20,
    rule_version: 'HM-2.0',
    parameters: [{ parameter: 'meetings_least', value: 3 }],
    indicators: [{ indicator: 'ind_22', target: 30 }],
    financiers: [{ financier: 'egna_medel', share: 100, starts_on: '2026-07-01', ends_on: '2028-12-31' }],
    costs: [{ cost_line: 'egen_personal', year: 2027, amount_sek: 100_000 }],
    financing: [{ financier: 'egna_medel', year: 2027, amount_sek: 100_000 }],
    reporting_periods: [{ period: 1, starts_on: '2026-07-01', ends_on: '2027-06-30' }],
    municipalities: ['1881', '1814'],
    sni_divisions: ['10', '11'],
    focus_areas: ['automation'],
  },
  owners: [],
};

/** What was entered of the first project: first that approvals go on, then that all of it does. */
export const moreTime: Change = {
  project: 'starkare-industri',
  valid_from: '2026-06-01',
  approval_until: '2027-06-30',
  goal: 78,
  indicators: [{ indicator: 'ind_03', target: 120 }],
  costs: [
    { cost_line: 'resor_logi', year: 2026, amount_sek: 60_000 },
    { cost_line: 'resor_logi', year: 2027, amount_sek: 5_000 },
  ],
};
export const longer: Change = {
  project: 'starkare-industri',
  valid_from: '2026-09-01',
  name_sv: 'Ännu starkare industri',
  period_to: '2026-12-31',
  goal: 80,
  parameters: [{ parameter: 'meetings_least', value: 4 }],
  financiers: [{ financier: 'eruf', share: 45, starts_on: '2023-04-01', ends_on: '2026-12-31' }],
  financing: [{ financier: 'eruf', year: 2026, amount_sek: 900_000 }],
  reporting_periods: [{ period: 8, starts_on: '2026-07-01', ends_on: '2026-12-31' }],
  municipalities: ['1881', '1880'],
};

/** A change of everything that can be changed. */
export const changeOfAll: Answers<typeof projectSettings> = {
  project: 'starkare-industri',
  valid_from: '2026-09-10',
  name_sv: 'Starkare industri i hela länet',
  name_en: 'Stronger industry in all of the county',
  applicant: 'Business Region Örebro (Örebro kommun)',
  applicant_organisationsnummer: '212000-1967',
  owner: 'IUC Industrihubb Örebro län AB',
  owner_organisationsnummer: '559900-0006',
  controller: 'IUC Industrihubb Örebro län AB',
  privacy_notice_version: '2026-2',
  emblem_sv: 'Medfinansieras av Europeiska unionen',
  emblem_en: 'Co-funded by the European Union',
  period_from: '2023-04-01',
  period_to: '2026-12-31',
  approval_until: '2027-06-30',
  reporting_periods: [{ period: 8, starts_on: '2026-07-01', ends_on: '2026-12-31' }],
  goal: 80,
  rule_version: 'SC-1.1',
  parameters: [{ parameter: 'capability_rise_least', value: 0.75 }],
  indicators: [{ indicator: 'ind_20', target: 62.5 }, { indicator: 'rco04' }],
  municipalities: ['1881', '1880'],
  sni_divisions: ['25', '28'],
  focus_areas: ['automation'],
  region_decision_ref: '2022-11-11 § 83',
  eruf_decision_date: '2022-12-09',
  eruf_decision_case_id: '20361234',
  eruf_decision_status: 'approved',
  last_payment_date: '2027-03-15',
  financiers: [
    { financier: 'eruf', share: 42.5, cap_sek: 4_000_000, starts_on: '2023-04-01', ends_on: '2026-12-31' },
  ],
  costs: [
    { cost_line: 'resor_logi', year: 2026, amount_sek: 60_000 },
    { cost_line: 'total', amount_sek: 9_690_859 },
  ],
  financing: [{ financier: 'eruf', year: 2026, amount_sek: 861_573 }],
};
