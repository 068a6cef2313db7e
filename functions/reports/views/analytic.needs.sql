-- One row per needs analysis and area that was assessed in it, also where there is no need.
select
  a.submission_id,
  a.root_id,
  a.activity_date,
  cast(year(a.activity_date) as integer) as year,
  v.company_key,
  n.municipality_code,
  m.sv as municipality,
  n.sni_division,
  n.development_status,
  n.use_permission,
  v.visit_number,
  v.is_latest,
  v.counts,
  a.area,
  l.sv as area_sv,
  l.en as area_en,
  a.priority,
  p.sv as priority_sv,
  p.en as priority_en,
  a.current_state,
  a.wants_support,
  -- Trino says 0 and DuckDB null of what is not in the list.
  cast(nullif(array_position(n.top3, a.area), 0) as integer) as top3_rank
from analytic.needs_analysis__areas a
join analytic.needs_analysis n on n.submission_id = a.submission_id
join analytic.visits v on v.submission_id = a.submission_id
left join open.codes l on l.list = 'need_areas' and l.code = a.area
left join open.codes p on p.list = 'need_priorities' and p.code = a.priority
left join open.codes m on m.list = 'municipalities' and m.code = n.municipality_code
