import type { DeclaredView } from '../views.ts';
import { companyKey, municipality, municipalityCode, needsAnalyses, viewColumn } from './columns.ts';

const registeredId = viewColumn(
  'company_root_id',
  'string',
  'Id för företagets post; null om det inte är registrerat',
  'Id of the company’s record; null where it is not registered',
);
const facts = [
  municipalityCode,
  municipality,
  needsAnalyses,
  viewColumn(
    'participations',
    'bigint',
    'Antal rader i deltagarlistor',
    'Number of rows in participant lists',
  ),
  viewColumn('first_activity_date', 'date', 'Första aktivitetsdatum', 'First activity date'),
  viewColumn('last_activity_date', 'date', 'Senaste aktivitetsdatum', 'Latest activity date'),
  viewColumn('participants_women', 'bigint', 'Deltagande kvinnor i aktiviteter', 'Women in activities'),
  viewColumn('participants_men', 'bigint', 'Deltagande män i aktiviteter', 'Men in activities'),
  viewColumn(
    'participants_undisclosed',
    'bigint',
    'Deltagande i aktiviteter, ej uppgivet kön',
    'Participants in activities, gender undisclosed',
  ),
  viewColumn('participants_total', 'bigint', 'Deltagande i aktiviteter', 'Participants in activities'),
  viewColumn(
    'latest_needs_analysis_id',
    'string',
    'Senaste behovsanalysens inskick; null om ingen finns',
    'Submission of the latest needs analysis; null where there is none',
  ),
  viewColumn(
    'latest_needs_analysis_date',
    'date',
    'Senaste behovsanalysens datum',
    'Date of the latest needs analysis',
  ),
  viewColumn(
    'latest_needs_analysis_counts',
    'boolean',
    'Inget svar saknas i den senaste behovsanalysen',
    'No answer is missing in the latest needs analysis',
  ),
  viewColumn('legal_form', 'string', 'Juridisk form, senast', 'Legal form, latest'),
  viewColumn('sni_division', 'string', 'Bransch, senast', 'Sector, latest'),
  viewColumn('headcount_awu', 'decimal(18,2)', 'Årsarbetskrafter, senast', 'Annual work units, latest'),
  viewColumn('development_status', 'string', 'Utvecklingsarbetet, senast', 'Development work, latest'),
  viewColumn(
    'maturity_pe',
    'int',
    'Mognad i produktionseffektivisering, senast',
    'Maturity in production efficiency, latest',
  ),
  viewColumn('maturity_dig', 'int', 'Mognad i digitalisering, senast', 'Maturity in digitalisation, latest'),
  viewColumn('maturity_aut', 'int', 'Mognad i automation, senast', 'Maturity in automation, latest'),
  viewColumn(
    'needs',
    'bigint',
    'Områden med behov i den senaste behovsanalysen',
    'Areas with a need in the latest needs analysis',
  ),
  viewColumn(
    'top_needs',
    'bigint',
    'Områden med akut eller högst prioriterat behov i den senaste behovsanalysen',
    'Areas with an urgent or top-priority need in the latest needs analysis',
  ),
  viewColumn(
    'needs_with_support_wanted',
    'bigint',
    'Områden där företaget vill ha stöd, i den senaste behovsanalysen',
    'Areas where the company wants support, in the latest needs analysis',
  ),
];

export const companies: DeclaredView = {
  database: 'analytic',
  name: 'companies',
  comment: {
    sv: 'Ett företag per rad: var det finns, vad det har varit med om och hur det stod till senast',
    en: 'One company per row: where it is, what it took part in and how it was last',
  },
  columns: [companyKey, registeredId, ...facts],
};

export const namedCompanies: DeclaredView = {
  ...companies,
  database: 'confidential',
  comment: { sv: `${companies.comment.sv}, med namn`, en: `${companies.comment.en}, with its name` },
  columns: [
    companyKey,
    viewColumn('company_name', 'string', 'Företagets namn, senast', 'Name of the company, latest'),
    registeredId,
    ...facts,
  ],
};
