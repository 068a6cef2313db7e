import { uuidv7 } from '../local-product.ts';

// Submissions whose answers in SQL can be told by hand.

/** When they were sent: long ago, and one after the other. */
export const sentAt = Date.parse('2025-03-15T12:00:00Z');
const at = (number: number) => uuidv7(sentAt + number);
export const saab = '556036-0793';
export const volvo = '556012-5790';
const noNeed = { priority: '0' };

const shortVisit = {
  organisationsnummer: saab,
  company_name: 'Saab AB',
  municipality_code: '1880',
  contacts: [{ contact_name: 'Anna', contact_role: 'owner_ceo', contact_email: 'anna@exempel.se' }],
  visit_date: '2026-09-10',
  visit_mode: 'on_site',
  method: 'light',
  company_participants_women: 1,
  company_participants_men: 2,
  company_participants_undisclosed: 0,
  areas: {
    skills_development: { priority: '3' },
    production_efficiency: noNeed,
    automation: noNeed,
    digitalisation: noNeed,
    sust_environment: noNeed,
    sust_social: noNeed,
    sust_economic: noNeed,
  },
  top3: ['skills_development'],
  proposed_next: ['workshop'],
  use_permission: 'yes_named',
};

/** Nothing is missing in it, so it counts. */
export const wholeVisit = {
  ...shortVisit,
  company_name: 'Saab i Örebro AB',
  municipality_code: '1881',
  development_status: 'started',
  eu_funding_awareness_before: 'no',
  legal_form: 'ab',
  sni_division: '25',
  headcount_awu: 12.5,
  in_group: false,
  maturity_pe: 2,
  maturity_dig: 3,
  maturity_aut: 'not_assessed',
  maturity_basis: 'joint',
  sust_env_state: 1,
  sust_soc_state: 1,
  sust_eco_state: 0,
  areas: {
    skills_development: {
      priority: '2',
      current_state: 1,
      challenge_text: 'Få sökande',
      wants_support: 'yes',
    },
    production_efficiency: { priority: '3', challenge_text: 'Långa ställtider', wants_support: 'yes' },
    automation: { priority: '1', wants_support: 'no' },
    digitalisation: noNeed,
    sust_environment: noNeed,
    sust_social: noNeed,
    sust_economic: noNeed,
    ai: { priority: '3', challenge_text: 'Vet inte var vi ska börja', wants_support: 'no' },
  },
  top3: ['production_efficiency', 'ai', 'skills_development'],
  engagement_level: 3,
  use_permission: 'yes_aggregated_only',
};

const soleTrader = { organisationsnummer: undefined, organisationsnummer_missing_reason: 'sole_trader' };

export const ids = {
  firstVisit: at(1),
  sameDayEarlier: at(2),
  sameDayLater: at(3),
  soleTraderVisit: at(4),
  soleTraderAgain: at(5),
  saabInMay: at(11),
  volvo: at(12),
  volvoAgain: at(13),
  soleTraderInMay: at(14),
  saabElsewhere: at(15),
  superseded: at(21),
  erased: at(22),
  supersededVisit: at(23),
  company: at(31),
  karin: at(32),
  karinAgain: at(33),
  karinMerged: at(34),
  unnumbered: at(35),
  numbered: at(36),
  karinsVisit: at(41),
  karinsVisitAgain: at(42),
  network: at(51),
  offer: at(52),
  activity: at(53),
  rightsRequest: at(54),
};

export const visits: readonly (readonly [string, object])[] = [
  [ids.sameDayLater, wholeVisit],
  [ids.firstVisit, { ...shortVisit, visit_date: '2026-03-02', municipality_code: '1884' }],
  [ids.sameDayEarlier, shortVisit],
  [ids.soleTraderVisit, { ...shortVisit, ...soleTrader, company_name: 'Karins Svets' }],
  [
    ids.soleTraderAgain,
    { ...shortVisit, company_name: 'Karins Svets', legal_form: 'ef', visit_date: '2026-10-01' },
  ],
];

/** The number that a company got after it was registered. */
export const lateNumber = '212000-1355';
const karin = {
  organisationsnummer_missing_reason: 'sole_trader',
  company_name: 'Karins Svets',
  municipality_code: '1883',
};
const unnumbered = {
  organisationsnummer_missing_reason: 'unknown',
  company_name: 'Nya verkstaden',
  municipality_code: '1885',
};
const numbered = { company_name: 'Nya verkstaden AB', municipality_code: '1885', legal_form: 'ab' };
/** Companies as staff registered them, one after the other; some of them correct an earlier one. */
export const companies: readonly (readonly [string, object, string?])[] = [
  [
    ids.company,
    { organisationsnummer: saab, company_name: 'Saab AB', municipality_code: '1880', headcount_awu: 13 },
  ],
  [ids.karin, karin],
  [ids.karinAgain, { ...karin, company_name: 'Karins Svetsservice' }],
  [
    ids.karinMerged,
    { ...karin, company_name: 'Karins Svetsservice', merged_into: ids.karin },
    ids.karinAgain,
  ],
  [ids.unnumbered, unnumbered],
  [ids.numbered, { ...numbered, organisationsnummer: lateNumber }, ids.unnumbered],
];
/** What staff have said is of one of them, by whatever key it had then. */
export const identities: readonly (readonly [string, object])[] = [
  [ids.karinsVisit, { record: ids.soleTraderVisit, company_key: 'EF-000002', basis: 'company' }],
  [ids.karinsVisitAgain, { record: ids.soleTraderAgain, company_key: 'EF-000001', basis: 'company' }],
];

/** A company that is met in the newest lists only, which name the activity's record. */
export const plate = '559900-0014';
const ofPlate = {
  organisationsnummer: plate,
  company_name: 'Kumla Plåt och Svets AB',
  municipality_code: '1881',
  org_category: 'industry_company',
};
const one = { ...ofPlate, attendance: 'per_person', attended: true };
const group = { attendance: 'counts_only', n_women: 5, n_men: 4, n_undisclosed: 1 };
/** What lists say of who came, by how it was noted. */
export const attendances: readonly object[] = [
  { ...ofPlate, attendance: 'per_company_counts', attended: true, n_women: 1, n_men: 2, n_undisclosed: 0 },
  { ...one, gender: 'woman' },
  { ...one, gender: 'undisclosed' },
  { ...one, gender: 'man', attended: false },
  { ...one, gender: 'man', org_category: 'project_staff' },
  { ...group, age_band: 'lt18' },
];

const may = { activity: 'Frukostmöte', activity_date: '2026-05-20' };
export const lists: readonly (readonly [string, object])[] = [
  [ids.saabInMay, { ...may, n_women: 3, n_men: 4, n_undisclosed: 1, municipality_code: '1880' }],
  [ids.volvo, { ...may, organisationsnummer: volvo, company_name: 'Volvo', n_women: 1, n_men: 0 }],
  [ids.volvoAgain, { ...may, organisationsnummer: volvo, company_name: 'AB Volvo', n_women: 0, n_men: 2 }],
  [ids.soleTraderInMay, { ...may, ...soleTrader, company_name: 'Karins Svets', n_women: 1, n_men: 0 }],
  [ids.saabElsewhere, { activity: 'Frukostmöte', activity_date: '2026-02-01', n_women: 0, n_men: 1 }],
];
