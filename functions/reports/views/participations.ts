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
const activityId = viewColumn('activity_id', 'string', 'Aktivitetens id', 'Id of the activity');
const place = [municipalityCode, municipality];
const people = [
  viewColumn('org_category', 'string', 'Typ av organisation', 'Type of organisation'),
  viewColumn('age_band', 'string', 'Ålder', 'Age'),
  viewColumn('n_women', 'int', 'Antal kvinnor', 'Number of women'),
  viewColumn('n_men', 'int', 'Antal män', 'Number of men'),
  viewColumn('n_undisclosed', 'int', 'Antal ej uppgivet', 'Number undisclosed'),
  viewColumn('n_total', 'int', 'Antal deltagare', 'Number of participants'),
  viewColumn(
    'took_part',
    'boolean',
    'Var med; inte den som uteblev eller hör till projektets egen personal',
    'Took part; not who stayed away or is of the project’s own staff',
  ),
  counts,
];

/** Without what only the activity's own words tell, which are confidential: who else took part in it. */
export const participations: DeclaredView = {
  database: 'analytic',
  name: 'participations',
  comment: {
    sv: 'En organisation, åldersgrupp eller person i en aktivitet per rad, utan namn',
    en: 'One organisation, age group or person in one activity per row, without names',
  },
  columns: [submissionId, rootId, activityId, activityDate, year, quarter, companyKey, ...place, ...people],
};

export const namedParticipations: DeclaredView = {
  database: 'confidential',
  name: 'participations',
  comment: {
    sv: 'En organisation, åldersgrupp eller person i en aktivitet per rad, med aktiviteten och alla i den',
    en: 'One organisation, age group or person in one activity per row, with the activity and all in it',
  },
  columns: [
    submissionId,
    rootId,
    activityId,
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
