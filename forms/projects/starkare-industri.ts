import { indicators } from '../lists/indicators.ts';
import { mainFocusAreas } from '../lists/main-focus-areas.ts';
import { targetMunicipalities } from '../lists/target-municipalities.ts';
import { targetSniDivisions } from '../lists/target-sni-divisions.ts';
import type { Project } from './project.ts';
import { starkareIndustriWords } from './starkare-industri-words.ts';

const period = { starts_on: '2023-04-01', ends_on: '2026-09-30' } as const;

/**
 * As the grant decision of Region Örebro län has it. What is marked as a default is not in the decision: the project sets
 * it with the form project-settings.
 */
export const starkareIndustri = {
  id: 'starkare-industri',
  isOrdinary: false,
  first: {
    ...starkareIndustriWords,
    period_from: period.starts_on,
    period_to: period.ends_on,
    // Default: half a year for late entries and approvals.
    approval_until: '2027-03-31',
    goal: 75,
    // Default, with its parameters: the decision does not say when a capability has been strengthened.
    rule_version: 'SC-1.0',
    parameters: [
      { parameter: 'meetings_least', value: 2 },
      { parameter: 'capability_rise_least', value: 0.5 },
      { parameter: 'attribution_least', value: 2 },
      { parameter: 'maturity_rise_least', value: 1 },
      { parameter: 'process_maturity_rise_least', value: 0.5 },
      { parameter: 'process_focus_rise_least', value: 1 },
      { parameter: 'oee_rise_least', value: 5 },
      { parameter: 'measure_improvement_least', value: 10 },
      { parameter: 'shifts_least', value: 3 },
      // That of the budget in every year.
      { parameter: 'indirect_share', value: 15 },
      // The printed years and lines do not add up to the krona.
      { parameter: 'budget_tolerance', value: 1 },
      // No decision has an hourly rate or an exchange rate: both are left out until the project sets them.
    ],
    // Default: all that are not of the decision on ERUF, which is another. The decision has no target but the goal.
    indicators: indicators.options.flatMap(({ code }) =>
      code.startsWith('ind_') ? [{ indicator: code }] : [],
    ),
    financiers: [
      { financier: 'region_1_1', share: 50, cap_sek: 4_837_929, ...period },
      // Default share and cap: those of the budget; ERUF decides by itself.
      { financier: 'eruf', share: 40, cap_sek: 3_870_344, ...period },
      { financier: 'egna_medel', share: 10, ...period },
    ],
    // As printed, sums too: of 2023 and 2026 they differ from their lines by a krona.
    costs: [
      { cost_line: 'egen_personal', year: 2023, amount_sek: 1_289_624 },
      { cost_line: 'egen_personal', year: 2024, amount_sek: 1_760_766 },
      { cost_line: 'egen_personal', year: 2025, amount_sek: 1_803_025 },
      { cost_line: 'egen_personal', year: 2026, amount_sek: 1_384_723 },
      { cost_line: 'egen_personal', amount_sek: 6_238_138 },
      { cost_line: 'externa_tjanster', year: 2023, amount_sek: 389_000 },
      { cost_line: 'externa_tjanster', year: 2024, amount_sek: 702_000 },
      { cost_line: 'externa_tjanster', year: 2025, amount_sek: 702_000 },
      { cost_line: 'externa_tjanster', year: 2026, amount_sek: 479_000 },
      { cost_line: 'externa_tjanster', amount_sek: 2_272_000 },
      { cost_line: 'resor_logi', year: 2023, amount_sek: 45_000 },
      { cost_line: 'resor_logi', year: 2024, amount_sek: 70_000 },
      { cost_line: 'resor_logi', year: 2025, amount_sek: 70_000 },
      { cost_line: 'resor_logi', year: 2026, amount_sek: 45_000 },
      { cost_line: 'resor_logi', amount_sek: 230_000 },
      { cost_line: 'indirekta', year: 2023, amount_sek: 193_444 },
      { cost_line: 'indirekta', year: 2024, amount_sek: 264_115 },
      { cost_line: 'indirekta', year: 2025, amount_sek: 270_454 },
      { cost_line: 'indirekta', year: 2026, amount_sek: 207_708 },
      { cost_line: 'indirekta', amount_sek: 935_721 },
      { cost_line: 'total', year: 2023, amount_sek: 1_917_067 },
      { cost_line: 'total', year: 2024, amount_sek: 2_796_881 },
      { cost_line: 'total', year: 2025, amount_sek: 2_845_479 },
      { cost_line: 'total', year: 2026, amount_sek: 2_116_432 },
      { cost_line: 'total', amount_sek: 9_675_859 },
    ],
    financing: [
      { financier: 'region_1_1', year: 2023, amount_sek: 958_534 },
      { financier: 'region_1_1', year: 2024, amount_sek: 1_398_441 },
      { financier: 'region_1_1', year: 2025, amount_sek: 1_422_739 },
      { financier: 'region_1_1', year: 2026, amount_sek: 1_058_216 },
      { financier: 'region_1_1', amount_sek: 4_837_929 },
      { financier: 'eruf', year: 2023, amount_sek: 766_827 },
      { financier: 'eruf', year: 2024, amount_sek: 1_118_753 },
      { financier: 'eruf', year: 2025, amount_sek: 1_138_191 },
      { financier: 'eruf', year: 2026, amount_sek: 846_573 },
      { financier: 'eruf', amount_sek: 3_870_344 },
      { financier: 'egna_medel', year: 2023, amount_sek: 191_707 },
      { financier: 'egna_medel', year: 2024, amount_sek: 279_688 },
      { financier: 'egna_medel', year: 2025, amount_sek: 284_548 },
      { financier: 'egna_medel', year: 2026, amount_sek: 211_643 },
      { financier: 'egna_medel', amount_sek: 967_586 },
    ],
    // Default: half-years, each within one calendar year.
    reporting_periods: [
      { period: 1, starts_on: '2023-04-01', ends_on: '2023-06-30' },
      { period: 2, starts_on: '2023-07-01', ends_on: '2023-12-31' },
      { period: 3, starts_on: '2024-01-01', ends_on: '2024-06-30' },
      { period: 4, starts_on: '2024-07-01', ends_on: '2024-12-31' },
      { period: 5, starts_on: '2025-01-01', ends_on: '2025-06-30' },
      { period: 6, starts_on: '2025-07-01', ends_on: '2025-12-31' },
      { period: 7, starts_on: '2026-01-01', ends_on: '2026-06-30' },
      { period: 8, starts_on: '2026-07-01', ends_on: '2026-09-30' },
    ],
    // All of the county.
    municipalities: targetMunicipalities.options.map(({ code }) => code),
    // Manufacturing and extraction: SNI B (05–09) and C (10–33).
    sni_divisions: targetSniDivisions.options.map(({ code }) => code),
    focus_areas: mainFocusAreas.options.map(({ code }) => code),
    applicant: 'Business Region Örebro (Örebro kommun)',
    // Not in the decision: that of the municipality, which the applicant is a part of.
    applicant_organisationsnummer: '212000-1967',
    owner: 'Business Region Örebro (Örebro kommun)',
    // Default: the municipality that the owner is a part of.
    controller: 'Örebro kommun',
    // What the decision names for the appropriation 1:1.
    region_decision_ref: '2021-04-07 § 26',
    // The day that the decision says it was to be decided on; it has no case id, and does not say what was decided.
    eruf_decision_date: '2022-12-09',
    // Default.
    privacy_notice_version: '1.0',
  },
  // Default day and name: the decision says that the IUC company takes over before the project starts.
  owners: [{ valid_from: '2023-04-01', owner: 'IUC Industrihubb', controller: 'IUC Industrihubb' }],
} as const satisfies Project;
