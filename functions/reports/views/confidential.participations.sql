-- One row per organisation that took part in an activity, with the activity and with all who took part in it: those
-- whose lists have the same words for the activity and the same day. An organisation with two lists is one, and so is
-- each list without a company key.
with activities as (
  select
    c.activity,
    c.activity_date,
    count(distinct coalesce(p.company_key, p.submission_id)) as organisations,
    cast(sum(p.n_total) as bigint) as participants
  from confidential.participants c
  join analytic.participations p on p.submission_id = c.submission_id
  group by c.activity, c.activity_date
)
select
  p.submission_id,
  p.root_id,
  c.activity,
  p.activity_date,
  p.year,
  p.quarter,
  p.company_key,
  c.company_name,
  p.municipality_code,
  p.municipality,
  p.n_women,
  p.n_men,
  p.n_undisclosed,
  p.n_total,
  p.counts,
  a.organisations as activity_organisations,
  a.participants as activity_participants
from analytic.participations p
join confidential.participants c on c.submission_id = p.submission_id
left join activities a on a.activity = c.activity and a.activity_date = c.activity_date
