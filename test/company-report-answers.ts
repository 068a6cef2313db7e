import type { Answers } from '../forms/grammar/form.ts';
import { needAreas } from '../forms/lists/need-areas.ts';
import { nextSteps } from '../forms/lists/next-steps.ts';
import type { needsAnalysis } from '../forms/needs-analysis.ts';
import type { processMaturity } from '../forms/process-maturity.ts';
import type { productionAnalysis } from '../forms/production-analysis.ts';

/** An organisationsnummer that the page knows a name for once it is registered. */
export const companyKey = '556036-0793';

/** The project's own example of a measurement: one statement does not apply, and nobody knows another. */
const stated = {
  d01: [3, 2, 3],
  d02: [2, 2, 1],
  d03: [3, 2, 3],
  d04: [3, 3, 2],
  d05: [2, 1, 2],
  d06: [2, 2, 1],
  d07: [2, 1, 2],
  d08: [1, 1, 'na'],
  d09: [3, 2, 3],
  d10: [2, 'dk', 'na'],
};
export const statements = Object.fromEntries(
  Object.entries(stated).flatMap(([dimension, all]) =>
    all.map((answer, index) => [`${dimension}q${index + 1}`, answer]),
  ),
);

export const measured: Answers<typeof processMaturity> = {
  company_key: companyKey,
  measured_on: '2026-03-10',
  scope_text: 'Hela verksamheten',
  respondent_kind: 'consensus',
  n_respondents_women: 1,
  n_respondents_men: 3,
  n_respondents_undisclosed: 0,
  ...statements,
  comment_d05: 'Stopptid mäts bara på två av maskinerna.',
};

/** The project's own example of a shift, with what else can be told of it. */
export const analysed: Answers<typeof productionAnalysis> = {
  company_key: companyKey,
  object_name: 'Svarv 3',
  period_start: '2026-03-10',
  period_end: '2026-03-12',
  pbt_min: 480,
  loss_breakdown_min: 30,
  loss_changeover_min: 25,
  loss_waiting_min: 5,
  loss_other_stop_min: 0,
  loss_minor_stops_min: 12,
  pri_min_per_unit: 0.5,
  pq: 720,
  gq: 700,
  scrap_q: 12,
  rework_q: 8,
  object_kind: 'machine',
  n_shifts: 3,
  data_source: 'observation',
  n_changeovers: 2,
  demand_units: 800,
  lead_time_days: 10,
  touch_time_min: 144,
  inventory_value_sek: 250_000,
  cogs_year_sek: 1_000_000,
  total_orders: 40,
  on_time_orders: 34,
  ws_value_adding: 171,
  ws_supporting: 60,
  ws_non_value: 69,
  potential_text: 'Ställtiden kan halveras, och då räcker kapaciteten till behovet.',
  recommendations: [
    { text: 'Byt styrsystem.', area: 'digitalisation', effect: 'high', effort: 'high' },
    {
      text: 'Inför SMED på svarven, med en mätt tid för varje omställning.',
      area: 'production_efficiency',
      effect: 'high',
      effort: 'low',
    },
    { text: 'Märk upp verktygen.', area: 'production_efficiency', effect: 'low', effort: 'low' },
    { text: 'Städa varje fredag.', effect: 'medium', effort: 'low', area: 'work_environment' },
  ],
};

const noNeed = { priority: '0' } as const;

/** A visit; of an area that two steps ask about, the first one's answer counts. */
export const visited: Answers<typeof needsAnalysis> = {
  organisationsnummer: companyKey,
  company_name: 'Namnet i formuläret AB',
  municipality_code: '1880',
  contacts: [
    { contact_name: 'Åsa Järnfors', contact_role: 'owner_ceo', contact_email: 'asa.jarnfors@example.se' },
  ],
  visit_date: '2026-09-10',
  visit_mode: 'on_site',
  method: 'tbn',
  company_participants_women: 1,
  company_participants_men: 2,
  company_participants_undisclosed: 0,
  development_status: 'started',
  maturity_pe: 2,
  maturity_dig: 4,
  maturity_aut: 'not_assessed',
  maturity_basis: 'joint',
  sust_env_state: 3,
  sust_soc_state: 3,
  sust_eco_state: 1,
  areas: {
    skills_development: {
      priority: '3',
      current_state: 1,
      challenge_text: 'Svårt att hitta CNC-operatörer, och de som finns går snart i pension.',
      wants_support: true,
    },
    production_efficiency: {
      priority: '2',
      challenge_text: 'Ställtiderna är för långa för de korta serierna.',
      wants_support: true,
    },
    automation: { priority: '1', wants_support: false },
    digitalisation: noNeed,
    sust_environment: noNeed,
    sust_social: noNeed,
    sust_economic: noNeed,
    quality_certification: {
      priority: '2',
      challenge_text: 'Kunderna kräver ISO 14001.',
      wants_support: false,
    },
  },
  top3: ['skills_development', 'quality_certification'],
  proposed_next: ['process_maturity', 'workshop'],
  agreed_actions: 'Vi ses igen i maj och börjar med svarvarna.',
  use_permission: 'yes_named',
};

/** The least that each form takes. */
export const nearlyNothing = {
  'process-maturity': { company_key: companyKey, measured_on: '2026-03-10' },
  'production-analysis': { company_key: companyKey, object_name: 'Svarv 3', period_end: '2026-03-12' },
  'needs-analysis': {
    organisationsnummer: companyKey,
    company_name: 'Namnet i formuläret AB',
    municipality_code: '1880',
    visit_date: '2026-09-10',
    visit_mode: 'on_site',
  },
};

/** As much as each form takes of a company: every text is as long as it may be, of one word again and again. */
export function mostOf(word: string, company_key = companyKey) {
  const text = (max: number) => `${word} `.repeat(max).slice(0, max).trim();
  return {
    'process-maturity': {
      ...measured,
      company_key,
      scope_text: text(150),
      // Seven dimensions have a mean, and for many statements nobody knows.
      ...Object.fromEntries(
        ['d01', 'd02', 'd10'].flatMap((code) => [1, 2, 3].map((number) => [`${code}q${number}`, 'dk'])),
      ),
      ...Object.fromEntries(Object.keys(stated).map((code) => [`comment_${code}`, text(300)])),
    },
    'production-analysis': {
      ...analysed,
      company_key,
      object_name: text(150),
      pbt_min: 999_999.9,
      loss_breakdown_min: 249_999.9,
      loss_other_stop_min: 0,
      loss_waiting_min: 0,
      loss_minor_stops_min: 0,
      pri_min_per_unit: 9999.9999,
      demand_units: 701,
      data_source: 'estimate',
      ws_value_adding: 3,
      ws_supporting: 3,
      ws_non_value: 3,
      potential_text: text(1000),
      recommendations: Array.from({ length: 20 }, () => ({
        text: text(600),
        area: 'sust_environment',
        effect: 'medium',
        effort: 'medium',
      })),
    },
    'needs-analysis': {
      ...visited,
      organisationsnummer: company_key,
      company_name: text(150),
      maturity_dig: 2,
      sust_env_state: 2,
      sust_soc_state: 2,
      areas: Object.fromEntries(
        needAreas.options.map(({ code }, index) => [
          code,
          {
            priority: index < 4 ? '1' : '3',
            ...(index > 4 && index < 20 && { current_state: 1 }),
            ...(index >= 4 && { challenge_text: text(600) }),
            wants_support: true,
          },
        ]),
      ),
      top3: ['sust_environment', 'product_innovation', 'inclusion_recruitment'],
      proposed_next: nextSteps.options.map(({ code }) => code).filter((code) => code !== 'none'),
      agreed_actions: text(800),
    },
  };
}
