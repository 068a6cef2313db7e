-- One row per organisation, age group or person in an activity, with the activity and with all who took part in it:
-- those whose lists name its record or, in the oldest lists, have the same words for it and the same day. An
-- organisation with two lists is one, and so is each list without a company key.
with named as (
  select
    p.submission_id,
    coalesce(a.title, c.activity) as activity,
    coalesce(p.activity_id, c.activity) as same,
    p.activity_date,
    c.company_name
  from analytic.participations p
  join confidential.participants c on c.submission_id = p.submission_id
  left join confidential.activity a on a.root_id = p.activity_id
),
activities as (
  select
    n.same,
    n.activity_date,
    count(distinct coalesce(p.company_key, p.submission_id)) as organisations,
    cast(sum(p.n_total) as bigint) as participants
  from named n
  join analytic.participations p on p.submission_id = n.submission_id
  where p.took_part
  group by n.same, n.activity_date
)
select
  p.submission_id,
  p.root_id,
  p.activity_id,
  n.activity,
  p.activity_date,
  p.year,
  p.quarter,
  p.company_key,
  n.company_name,
  p.municipality_code,
  p.municipality,
  p.org_category,
  p.age_band,
  p.n_women,
  p.n_men,
  p.n_undisclosed,
  p.n_total,
  p.took_part,
  p.counts,
  a.organisations as activity_organisations,
  a.participants as activity_participants
from analytic.participations p
join named n on n.submission_id = p.submission_id
left join activities a on a.same = n.same and a.activity_date = n.activity_date
