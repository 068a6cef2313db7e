-- One row per organisation that took part in an activity, as its participant list has it.
with incomplete as (
  select p.submission_id, count(*) as missing
  from analytic.participants p
  cross join unnest(p.missing_to_count) as m (field)
  group by p.submission_id
)
select
  p.submission_id,
  p.root_id,
  p.activity_date,
  cast(year(p.activity_date) as integer) as year,
  cast(year(p.activity_date) as varchar) || '-Q' || cast(quarter(p.activity_date) as varchar) as quarter,
  c.company_key,
  p.municipality_code,
  m.sv as municipality,
  p.n_women,
  p.n_men,
  p.n_undisclosed,
  p.n_women + p.n_men + p.n_undisclosed as n_total,
  i.missing is null as counts
from analytic.participants p
left join analytic.company_records c
  on c.form = 'participants' and c.submission_id = p.submission_id
left join open.codes m on m.list = 'municipalities' and m.code = p.municipality_code
left join incomplete i on i.submission_id = p.submission_id
