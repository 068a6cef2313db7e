import { inBoth } from '../../../forms/derived/dictionary/words.ts';
import type { ColumnType } from '../../../forms/grammar/column.ts';
import type { ViewColumn } from '../views.ts';

/** A column of a view, with what it means in both languages. */
export function viewColumn(name: string, type: ColumnType, sv: string, en: string): ViewColumn {
  return { name, type, comment: { sv, en } };
}

/** A column as the tables have it. */
function tableColumn(name: string, type: ColumnType, sv: string): ViewColumn {
  return { name, type, comment: inBoth(sv) };
}

// What several views have is described once.
export const submissionId = tableColumn('submission_id', 'string', 'Inskickets id');
export const rootId = tableColumn('root_id', 'string', 'Postens id: det första inskickets');
export const activityDate = tableColumn('activity_date', 'date', 'Aktivitetsdatum, styr all rapportering');
export const companyKey = tableColumn(
  'company_key',
  'string',
  'Företagsnyckel: organisationsnummer för juridiska personer',
);
export const rowNumber = tableColumn('row_no', 'int', 'Radens nummer, från 1');
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
