-- One row per company, as in analytic.companies, with the name it was last met by.
with names as (
  select company_key, company_name, activity_date, submission_id
  from confidential.participants
  where company_key is not null and company_name is not null
  union all
  select company_key, company_name, activity_date, submission_id
  from confidential.needs_analysis
  where company_key is not null and company_name is not null
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
  l.company_name,
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
left join latest l on l.company_key = c.company_key and l.recency = 1
