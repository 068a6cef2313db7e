import type { ColumnType } from '../../../forms/grammar/column.ts';
import type { ViewColumn } from '../views.ts';

/** A column of a view, with what it means in both languages. */
export function viewColumn(name: string, type: ColumnType, sv: string, en: string): ViewColumn {
  return { name, type, comment: { sv, en } };
}

// What several views have is described once.
export const submissionId = viewColumn('submission_id', 'string', 'Inskickets id', 'Id of the submission');
export const rootId = viewColumn(
  'root_id',
  'string',
  'Postens id: det första inskickets',
  'Id of the record: that of its first submission',
);
export const formVersion = viewColumn('form_version', 'int', 'Formulärets version', 'Version of the form');
export const activityDate = viewColumn(
  'activity_date',
  'date',
  'Aktivitetsdatum, styr all rapportering',
  'Activity date, which decides the period of all reports',
);
export const companyKey = viewColumn(
  'company_key',
  'string',
  'Företagsnyckel: organisationsnummer för juridiska personer',
  'Company key: the organisationsnummer of a legal person',
);
export const missingToCount = viewColumn(
  'missing_to_count',
  'array<string>',
  'Svar som saknas ännu; tills de finns räknas posten inte i någon indikator',
  'Answers still missing; until they are there the record counts in no indicator',
);
export const rowNumber = viewColumn('row_no', 'int', 'Radens nummer, från 1', 'Number of the row, from 1');
export const year = viewColumn('year', 'int', 'Aktivitetens år', 'Year of the activity');
export const municipalityCode = viewColumn(
  'municipality_code',
  'string',
  'Kommun, kod',
  'Municipality, code',
);
export const municipality = viewColumn('municipality', 'string', 'Kommun, namn', 'Municipality, name');
export const counts = viewColumn(
  'counts',
  'boolean',
  'Inget svar saknas, så posten räknas',
  'No answer is missing, so the record counts',
);
export const visitNumber = viewColumn(
  'visit_number',
  'bigint',
  'Behovsanalysens nummer bland företagets, från 1',
  'Number of the needs analysis among those of the company, from 1',
);
export const isLatest = viewColumn(
  'is_latest',
  'boolean',
  'Företagets senaste behovsanalys',
  'The latest needs analysis of the company',
);
export const needsAnalyses = viewColumn(
  'needs_analyses',
  'bigint',
  'Antal behovsanalyser hos företaget',
  'Number of needs analyses of the company',
);
