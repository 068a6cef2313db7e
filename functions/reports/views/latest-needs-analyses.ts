import type { KindPart } from '../../../forms/grammar/kind.ts';
import type { PublishedForm } from '../../../forms/grammar/published.ts';
import type { View } from '../views.ts';
import { companyKey, counts, needsAnalyses, visitNumber } from './columns.ts';
import { formTables } from './form-tables.ts';

const table = 'needs_analysis';
const more = [needsAnalyses, visitNumber, counts];

/** The latest needs analysis of each company, with every column that any version of the form ever had. */
export function latestNeedsAnalyses(
  published: readonly (readonly PublishedForm[])[],
  columns: KindPart<'columns'>,
): View {
  const versions = published.find((each) => each.at(-1)?.id === 'needs-analysis') ?? [];
  const whole = formTables(versions, columns).find(({ name }) => name === table);
  const asked = (whole?.columns ?? []).filter(({ databases }) => databases.includes('analytic'));
  return {
    database: 'analytic',
    name: 'latest_needs_analyses',
    comment: {
      sv: 'Den senaste behovsanalysen hos varje företag',
      en: 'The latest needs analysis of each company',
    },
    columns: [...asked.map(({ name, type, comment }) => ({ name, type, comment })), ...more],
    sql: `-- One row per company, its latest needs analysis. One without a company key stands for itself, as it does
-- in analytic.visits.
select
${asked.map(({ name }) => `  ${name === companyKey.name ? 'v' : 'n'}."${name}",\n`).join('')}${more.map(({ name }) => `  v.${name}`).join(',\n')}
from analytic.${table} n
join analytic.visits v on v.submission_id = n.submission_id
where v.is_latest
`,
  };
}
