-- One row per company, as in analytic.companies, with the name it is registered by, else the one it was last met by.
with names as (
  select c.company_key, p.company_name, p.activity_date, p.submission_id
  from confidential.participants p
  join analytic.company_records c
    on c.form = 'participants' and c.submission_id = p.submission_id
  where p.company_name is not null
  union all
  select c.company_key, n.company_name, n.activity_date, n.submission_id
  from confidential.needs_analysis n
  join analytic.company_records c
    on c.form = 'needs-analysis' and c.submission_id = n.submission_id
  where n.company_name is not null
),
latest as (
  select
    company_key,
    company_name,
    row_number() over (partition by company_key order by activity_date desc, submission_id desc) as recency
  from names
)
select
  c.company_key,
  coalesce(r.company_name, l.company_name) as company_name,
  c.company_root_id,
  c.municipality_code,
  c.municipality,
  c.needs_analyses,
  c.participations,
  c.first_activity_date,
  c.last_activity_date,
  c.participants_women,
  c.participants_men,
  c.participants_undisclosed,
  c.participants_total,
  c.latest_needs_analysis_id,
  c.latest_needs_analysis_date,
  c.latest_needs_analysis_counts,
  c.legal_form,
  c.sni_division,
  c.headcount_awu,
  c.development_status,
  c.maturity_pe,
  c.maturity_dig,
  c.maturity_aut,
  c.needs,
  c.top_needs,
  c.needs_with_support_wanted
from analytic.companies c
left join confidential.company r on r.root_id = c.company_root_id
left join latest l on l.company_key = c.company_key and l.recency = 1
