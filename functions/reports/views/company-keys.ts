import { tableName } from '../../../forms/grammar/form-parts.ts';
import type { PublishedForm } from '../../../forms/grammar/published.ts';
import type { DeclaredView, View } from '../views.ts';
import { activityDate, companyKey, rootId, submissionId, viewColumn } from './columns.ts';

const currentKey = viewColumn(
  'current_key',
  'string',
  'Nyckeln som företaget har nu',
  'The key that the company has now',
);

/** Every key that leads to a company that is registered. */
export const companyKeys: DeclaredView = {
  database: 'analytic',
  name: 'company_keys',
  comment: {
    sv: 'Varje nyckel som ett registrerat företag har eller har haft, också som en sammanslagen post',
    en: 'Every key that a registered company has or had, also as a record that was merged',
  },
  columns: [
    companyKey,
    currentKey,
    viewColumn(
      'company_root_id',
      'string',
      'Id för företagets post, den som gäller',
      'Id of the company’s record, the one that stays',
    ),
    viewColumn('is_current', 'boolean', 'Nyckeln är den som gäller', 'The key is the current one'),
  ],
};

/**
 * What is of which company: every form that names a company, by whatever key, and what staff have said is of one. A
 * count of companies is a count of this view's keys.
 */
export function companyRecords(published: readonly (readonly PublishedForm[])[]): View {
  const naming = published
    .flatMap((versions) => versions.at(-1) ?? [])
    .filter(({ id, company, keys }) => company !== undefined && keys === undefined && id !== identity);
  const named = naming.map(
    ({ id }) =>
      `  select submission_id, root_id, '${id}' as form, activity_date, company_key as named_key from analytic.${tableName(id)}`,
  );
  return {
    database: 'analytic',
    name: 'company_records',
    comment: {
      sv: 'Vilket företag varje post gäller, med den nyckel som företaget har nu',
      en: 'Which company each record is about, by the key that the company has now',
    },
    columns: [
      submissionId,
      rootId,
      viewColumn('form', 'string', 'Formulär', 'Form'),
      activityDate,
      viewColumn(
        'named_key',
        'string',
        'Nyckeln som posten själv anger',
        'The key that the record itself names',
      ),
      companyKey,
    ],
    sql: `-- One row per current submission that names a company by its key, or that staff have said is of one: what staff said
-- comes first.
with named as (
${named.join('\n  union all\n')}
),
identified as (
  select n.submission_id, n.root_id, n.form, n.activity_date, n.named_key, coalesce(i.company_key, n.named_key) as any_key
  from named n
  left join analytic.${tableName(identity)} i on i.record = n.root_id
)
select
  i.submission_id,
  i.root_id,
  i.form,
  i.activity_date,
  i.named_key,
  coalesce(k.current_key, i.any_key) as company_key
from identified i
left join analytic.company_keys k on k.company_key = i.any_key
where i.any_key is not null
`,
  };
}

/** The form in which staff say of which company a record is. */
const identity = 'company-identity';
