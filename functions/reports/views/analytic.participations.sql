-- One row per organisation, age group or person in an activity, as its participant list has it: a person is one of the
-- gender that was noted. Who had signed up and did not come is nobody, and the project's own staff takes no part.
with heads as (
  select
    submission_id,
    coalesce(attended, true) and coalesce(org_category, '') <> 'project_staff' as took_part,
    attendance is not null and attendance = 'per_person' as is_person
  from analytic.participants
),
counted as (
  select
    h.submission_id,
    h.took_part,
    case
      when not h.took_part then 0
      when not h.is_person then p.n_women
      when p.gender = 'woman' then 1
      else 0
    end as n_women,
    case
      when not h.took_part then 0
      when not h.is_person then p.n_men
      when p.gender = 'man' then 1
      else 0
    end as n_men,
    case
      when not h.took_part then 0
      when not h.is_person then p.n_undisclosed
      when p.gender = 'woman' or p.gender = 'man' then 0
      else 1
    end as n_undisclosed
  from heads h
  join analytic.participants p on p.submission_id = h.submission_id
),
incomplete as (
  select p.submission_id, count(*) as missing
  from analytic.participants p
  cross join unnest(p.missing_to_count) as m (field)
  group by p.submission_id
)
select
  p.submission_id,
  p.root_id,
  p.activity_id,
  p.activity_date,
  cast(year(p.activity_date) as integer) as year,
  cast(year(p.activity_date) as varchar) || '-Q' || cast(quarter(p.activity_date) as varchar) as quarter,
  c.company_key,
  p.municipality_code,
  m.sv as municipality,
  p.org_category,
  p.age_band,
  n.n_women,
  n.n_men,
  n.n_undisclosed,
  n.n_women + n.n_men + n.n_undisclosed as n_total,
  n.took_part,
  i.missing is null as counts
from analytic.participants p
join counted n on n.submission_id = p.submission_id
left join analytic.company_records c
  on c.form = 'participants' and c.submission_id = p.submission_id
left join open.codes m on m.list = 'municipalities' and m.code = p.municipality_code
left join incomplete i on i.submission_id = p.submission_id
