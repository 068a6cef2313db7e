import type { DeclaredView } from '../views.ts';
import {
  activityDate,
  companyKey,
  counts,
  municipality,
  municipalityCode,
  rootId,
  submissionId,
  viewColumn,
  year,
} from './columns.ts';

const quarter = viewColumn('quarter', 'string', 'Aktivitetens kvartal, som 2026-Q3', 'Quarter, as 2026-Q3');
const place = [municipalityCode, municipality];
const people = [
  viewColumn('n_women', 'int', 'Antal kvinnor', 'Number of women'),
  viewColumn('n_men', 'int', 'Antal män', 'Number of men'),
  viewColumn('n_undisclosed', 'int', 'Antal ej uppgivet', 'Number undisclosed'),
  viewColumn('n_total', 'int', 'Antal deltagare', 'Number of participants'),
  counts,
];

/** Without what only the activity's own words tell, which are confidential: who else took part in it. */
export const participations: DeclaredView = {
  database: 'analytic',
  name: 'participations',
  comment: {
    sv: 'En organisation i en aktivitet per rad, utan aktivitetens och organisationens namn',
    en: 'One organisation in one activity per row, without the names of either',
  },
  columns: [submissionId, rootId, activityDate, year, quarter, companyKey, ...place, ...people],
};

export const namedParticipations: DeclaredView = {
  database: 'confidential',
  name: 'participations',
  comment: {
    sv: 'En organisation i en aktivitet per rad, med aktiviteten och alla som var med i den',
    en: 'One organisation in one activity per row, with the activity and all who took part in it',
  },
  columns: [
    submissionId,
    rootId,
    viewColumn('activity', 'string', 'Aktivitet', 'Activity'),
    activityDate,
    year,
    quarter,
    companyKey,
    viewColumn('company_name', 'string', 'Organisationens namn', 'Name of the organisation'),
    ...place,
    ...people,
    viewColumn(
      'activity_organisations',
      'bigint',
      'Antal organisationer i samma aktivitet samma dag',
      'Number of organisations in the same activity on the same day',
    ),
    viewColumn(
      'activity_participants',
      'bigint',
      'Antal deltagare i samma aktivitet samma dag',
      'Number of participants in the same activity on the same day',
    ),
  ],
};
