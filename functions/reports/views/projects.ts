import { fieldsOf, tableName } from '../../../forms/grammar/form-parts.ts';
import type { PublishedForm } from '../../../forms/grammar/published.ts';
import type { DeclaredView, View } from '../views.ts';
import { activityDate, rootId, submissionId, viewColumn } from './columns.ts';

const project = viewColumn('project', 'string', 'Projekt, kod', 'Project, code');
const validity = [
  viewColumn(
    'valid_from',
    'date',
    'Gäller från och med; null: från början',
    'Valid from; null: from the beginning',
  ),
  viewColumn(
    'valid_to',
    'date',
    'Gäller till och med; null: tills vidare',
    'Valid to; null: until further notice',
  ),
  viewColumn('is_latest', 'boolean', 'Det som gäller sist', 'What is valid last'),
];

/** Without names and other texts: what staff have written is confidential. */
export const projects: DeclaredView = {
  database: 'analytic',
  name: 'projects',
  comment: {
    sv: 'Vad som gäller för varje projekt, och från och med när',
    en: 'What each project is held to, and from when on',
  },
  columns: [
    project,
    viewColumn(
      'is_ordinary',
      'boolean',
      'Ordinarie verksamhet: det som inget annat projekt rymmer',
      'Ordinary operations: what no other project holds',
    ),
    ...validity,
    viewColumn('period_from', 'date', 'Projektets första dag', 'First day of the project'),
    viewColumn('period_to', 'date', 'Projektets sista dag', 'Last day of the project'),
    viewColumn(
      'approval_until',
      'date',
      'Sista dagen för sena uppgifter och godkännanden',
      'Last day for late entries and approvals',
    ),
    viewColumn('goal', 'int', 'Mål, antal företag', 'Goal, number of companies'),
    viewColumn('rule_version', 'string', 'Regelns version', 'Version of the rule'),
    viewColumn('municipalities', 'array<string>', 'Kommuner', 'Municipalities'),
    viewColumn('sni_divisions', 'array<string>', 'Branscher i målgruppen', 'Sectors in the target group'),
    viewColumn('focus_areas', 'array<string>', 'Fokusområden', 'Focus areas'),
    viewColumn(
      'privacy_notice_version',
      'string',
      'Integritetstextens version',
      'Version of the privacy notice',
    ),
  ],
};

export const projectValues: DeclaredView = {
  database: 'analytic',
  name: 'project_values',
  comment: {
    sv: 'Projektens gränser, indikatorer, finansiärer, budgetar och rapporteringsperioder, och från och med när de gäller',
    en: 'The thresholds, indicators, funders, budgets and reporting periods of the projects, and from when on they are valid',
  },
  columns: [
    project,
    viewColumn(
      'what',
      'string',
      'parameter, indicator, financier, cost, financing eller reporting_period',
      'parameter, indicator, financier, cost, financing or reporting_period',
    ),
    viewColumn(
      'code',
      'string',
      'Vilken gräns, indikator, finansiär, kostnad eller period',
      'Which threshold, indicator, funder, cost or period',
    ),
    viewColumn('year', 'int', 'År i budgeten; null: alla år', 'Year of the budget; null: all years'),
    viewColumn(
      'number',
      'decimal(18,2)',
      'Gränsens värde, målvärde, andel i procent eller belopp i kronor',
      'Value of the threshold, target, share in per cent or amount in kronor',
    ),
    viewColumn(
      'cap_sek',
      'int',
      'Finansiärens högsta belopp i kronor',
      'Highest amount of the funder in kronor',
    ),
    viewColumn(
      'starts_on',
      'date',
      'Första dagen för finansiären eller perioden',
      'First day of the funder or the period',
    ),
    viewColumn(
      'ends_on',
      'date',
      'Sista dagen för finansiären eller perioden',
      'Last day of the funder or the period',
    ),
    ...validity,
  ],
};

/**
 * The submissions that name the project they are of: those of every form that asks for it and, of the others, those that
 * are about a record of such a form, as a participant list is about an activity.
 */
export function namedProjects(published: readonly (readonly PublishedForm[])[]): View {
  const newest = published.flatMap((versions) => versions.slice(-1));
  const asking = newest.filter(({ id }) =>
    published.some((of) => of.at(-1)?.id === id && asksForProject(of)),
  );
  const named = [
    ...asking.map(
      ({ id }) => `select submission_id, project from analytic.${tableName(id)} where project is not null\n`,
    ),
    ...newest
      .filter((form) => !form.anonymous && !asking.includes(form))
      .flatMap((form) => casesOf(form, asking)),
  ];
  return {
    database: 'analytic',
    name: 'named_projects',
    comment: {
      sv: 'Vilket projekt ett inskick anger, självt eller genom sin aktivitet eller insats',
      en: 'Which project a submission names, itself or by its activity or intervention',
    },
    columns: [submissionId, project],
    sql: `-- One row per current submission that names a project.\n${named.join('union all\n')}`,
  };
}

/** By the first question that names a record of a form that asks for its project. */
function casesOf(form: PublishedForm, asking: readonly PublishedForm[]): string[] {
  const isAsking = (id: unknown) => asking.some((each) => each.id === id);
  const references = fieldsOf(form).flatMap(([name, { kind, form: one, forms = one }]) =>
    kind === 'reference' ? [{ name, forms: [forms].flat().filter(isAsking) }] : [],
  );
  const [first] = references.filter(({ forms }) => forms.length > 0);
  return (first?.forms ?? []).map(
    (id) =>
      `select f.submission_id, c.project from analytic.${tableName(form.id)} f
join analytic.${tableName(String(id))} c on c.root_id = f.${first?.name} where c.project is not null\n`,
  );
}

function asksForProject(versions: readonly PublishedForm[]): boolean {
  return versions
    .flatMap(fieldsOf)
    .some(([name, { kind, zone }]) => name === project.name && kind === 'choice' && zone === 'analytic');
}

export const submissionsInProjects: DeclaredView = {
  database: 'analytic',
  name: 'submissions_in_projects',
  comment: {
    sv: 'Vilket projekt varje gällande inskick hör till, och om det räknas där',
    en: 'Which project each current submission is of, and whether it counts there',
  },
  columns: [
    submissionId,
    rootId,
    viewColumn('form', 'string', 'Formulär', 'Form'),
    activityDate,
    project,
    viewColumn(
      'in_period',
      'boolean',
      'Aktivitetsdatumet ligger i projektets period, som den är efter den senaste ändringen',
      'The activity date is in the period of the project, as it is after the latest change',
    ),
    viewColumn(
      'received_after_period',
      'boolean',
      'Posten kom efter projektets sista dag',
      'The record came after the last day of the project',
    ),
    viewColumn(
      'counts_in_project',
      'boolean',
      'Aktivitetsdatumet ligger i perioden, och posten kom senast den sista dagen för sena uppgifter',
      'The activity date is in the period, and the record came no later than the last day for late entries',
    ),
    viewColumn(
      'is_correction',
      'boolean',
      'Inskicket rättar ett tidigare',
      'The submission corrects an earlier one',
    ),
    viewColumn(
      'corrected_after_close',
      'boolean',
      'En rättelse som kom efter den sista dagen för sena uppgifter',
      'A correction that came after the last day for late entries',
    ),
  ],
};
