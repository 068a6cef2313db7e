-- One row per company that a needs analysis or a participant list names by its number: legal persons only, because a
-- sole trader's number is a person's and is not here.
with met as (
  select
    company_key,
    submission_id,
    activity_date,
    municipality_code,
    true as is_participation,
    n_women,
    n_men,
    n_undisclosed
  from analytic.participants
  where company_key is not null
  union all
  select
    company_key,
    submission_id,
    activity_date,
    municipality_code,
    false as is_participation,
    0 as n_women,
    0 as n_men,
    0 as n_undisclosed
  from analytic.needs_analysis
  where company_key is not null
),
totals as (
  select
    company_key,
    count(*) filter (where not is_participation) as needs_analyses,
    count(*) filter (where is_participation) as participations,
    min(activity_date) as first_activity_date,
    max(activity_date) as last_activity_date,
    cast(sum(n_women) as bigint) as participants_women,
    cast(sum(n_men) as bigint) as participants_men,
    cast(sum(n_undisclosed) as bigint) as participants_undisclosed,
    cast(sum(n_women + n_men + n_undisclosed) as bigint) as participants_total
  from met
  group by company_key
),
places as (
  select
    company_key,
    municipality_code,
    row_number() over (partition by company_key order by activity_date desc, submission_id desc) as recency
  from met
),
needs as (
  select
    submission_id,
    count(*) filter (where priority <> '0') as needs,
    count(*) filter (where priority = '3') as top_needs,
    count(*) filter (where wants_support) as needs_with_support_wanted
  from analytic.needs_analysis__areas
  group by submission_id
)
select
  t.company_key,
  p.municipality_code,
  m.sv as municipality,
  t.needs_analyses,
  t.participations,
  t.first_activity_date,
  t.last_activity_date,
  t.participants_women,
  t.participants_men,
  t.participants_undisclosed,
  t.participants_total,
  a.submission_id as latest_needs_analysis_id,
  a.activity_date as latest_needs_analysis_date,
  a.counts as latest_needs_analysis_counts,
  a.legal_form,
  a.sni_division,
  a.headcount_awu,
  a.development_status,
  a.maturity_pe,
  a.maturity_dig,
  a.maturity_aut,
  n.needs,
  n.top_needs,
  n.needs_with_support_wanted
from totals t
join places p on p.company_key = t.company_key and p.recency = 1
left join open.codes m on m.list = 'municipalities' and m.code = p.municipality_code
left join analytic.latest_needs_analyses a on a.company_key = t.company_key
left join needs n on n.submission_id = a.submission_id
