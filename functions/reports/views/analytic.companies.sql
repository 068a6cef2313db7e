-- One row per company that is registered, or that a needs analysis or a participant list is about. One that was entered
-- twice is one, and whatever named it by an earlier key is its own.
with met as (
  select
    p.company_key,
    p.submission_id,
    p.activity_date,
    p.municipality_code,
    true as is_participation,
    p.n_women,
    p.n_men,
    p.n_undisclosed
  from analytic.participations p
  where p.company_key is not null and p.took_part
  union all
  select
    c.company_key,
    n.submission_id,
    n.activity_date,
    n.municipality_code,
    false as is_participation,
    0 as n_women,
    0 as n_men,
    0 as n_undisclosed
  from analytic.needs_analysis n
  join analytic.company_records c
    on c.form = 'needs-analysis' and c.submission_id = n.submission_id
),
registered as (
  select c.root_id, c.company_key, c.municipality_code, c.legal_form, c.sni_division, c.headcount_awu
  from analytic.company c
  join analytic.company_keys k on k.company_key = c.company_key and k.company_root_id = c.root_id
),
known as (
  select company_key from met
  union
  select company_key from registered
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
  -- Where no need was asked about yet, how far the company has come may be known all the same.
  where priority is not null
  group by submission_id
)
select
  k.company_key,
  r.root_id as company_root_id,
  coalesce(r.municipality_code, p.municipality_code) as municipality_code,
  m.sv as municipality,
  coalesce(t.needs_analyses, 0) as needs_analyses,
  coalesce(t.participations, 0) as participations,
  t.first_activity_date,
  t.last_activity_date,
  coalesce(t.participants_women, 0) as participants_women,
  coalesce(t.participants_men, 0) as participants_men,
  coalesce(t.participants_undisclosed, 0) as participants_undisclosed,
  coalesce(t.participants_total, 0) as participants_total,
  a.submission_id as latest_needs_analysis_id,
  a.activity_date as latest_needs_analysis_date,
  a.counts as latest_needs_analysis_counts,
  coalesce(r.legal_form, a.legal_form) as legal_form,
  coalesce(r.sni_division, a.sni_division) as sni_division,
  coalesce(r.headcount_awu, a.headcount_awu) as headcount_awu,
  a.development_status,
  a.maturity_pe,
  a.maturity_dig,
  a.maturity_aut,
  n.needs,
  n.top_needs,
  n.needs_with_support_wanted
from known k
left join registered r on r.company_key = k.company_key
left join totals t on t.company_key = k.company_key
left join places p on p.company_key = k.company_key and p.recency = 1
left join open.codes m
  on m.list = 'municipalities' and m.code = coalesce(r.municipality_code, p.municipality_code)
left join analytic.latest_needs_analyses a on a.company_key = k.company_key
left join needs n on n.submission_id = a.submission_id
