import { readFileSync } from 'node:fs';
import { type Database, databases } from '../../forms/derived/columns.ts';
import type { ColumnType } from '../../forms/grammar/column.ts';
import type { KindPart } from '../../forms/grammar/kind.ts';
import type { PublishedForm } from '../../forms/grammar/published.ts';
import type { Words } from '../../forms/grammar/words.ts';
import { codeListViews } from './views/code-lists.ts';
import { companies, namedCompanies } from './views/companies.ts';
import { companyKeys, companyRecords } from './views/company-keys.ts';
import { latestNeedsAnalyses } from './views/latest-needs-analyses.ts';
import { needs, visits } from './views/needs.ts';
import { namedParticipations, participations } from './views/participations.ts';
import { namedProjects, projects, projectValues, submissionsInProjects } from './views/projects.ts';
import { rightsRequests } from './views/rights-requests.ts';
import { wholeFormViews } from './views/whole-forms.ts';

export interface ViewColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly comment: Words;
}

/** A query that is asked often, by name. It keeps nothing, so it is never older than the tables it reads. */
export interface View {
  readonly database: Database;
  readonly name: string;
  readonly comment: Words;
  /** What the query answers with, in this order. */
  readonly columns: readonly ViewColumn[];
  /** One SELECT that means the same to Trino, which Athena is, and to DuckDB. */
  readonly sql: string;
}

/** A view whose SQL is the file `views/<database>.<name>.sql`. */
export type DeclaredView = Omit<View, 'sql'>;

/** Every view of the lake; each comes after those it reads. */
export function lakeViews(
  published: readonly (readonly PublishedForm[])[],
  columns: KindPart<'columns'>,
): View[] {
  return [
    ...codeListViews(published),
    ...wholeFormViews(published, columns),
    withSql(companyKeys),
    companyRecords(published),
    withSql(visits),
    latestNeedsAnalyses(published, columns),
    ...[needs, participations, namedParticipations, companies, namedCompanies].map(withSql),
    namedProjects(published),
    ...[projects, projectValues, submissionsInProjects, rightsRequests].map(withSql),
  ];
}

function withSql(view: DeclaredView): View {
  const file = new URL(`views/${view.database}.${view.name}.sql`, import.meta.url);
  return { ...view, sql: readFileSync(file, 'utf8') };
}

const commentOrText = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'/g;
const qualified = new RegExp(`\\b(${databases.join('|')})\\."?(\\w+)`, 'g');

/** Whether a view reads a table or another view: each is named in its SQL with its database. */
export function reads(
  { sql }: Pick<View, 'sql'>,
  { database, name }: Pick<View, 'database' | 'name'>,
): boolean {
  const named = sql.replaceAll(commentOrText, '').matchAll(qualified);
  return named.some(([, schema, table]) => schema === database && table === name);
}
