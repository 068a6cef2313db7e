-- One row per current submission that can be told from others and is not of a company's master record. Its project is
-- the one it names, else the one whose latest period holds its activity date (of several the one that began last), else
-- the ordinary operations. A record came when its first submission did; days are Swedish.
with held_to as (
  select project, is_ordinary, period_from, period_to, approval_until
  from analytic.projects
  where is_latest
),
sent as (
  select
    l.submission_id,
    l.root_id,
    l.form,
    l.activity_date,
    l.received_date,
    coalesce(f.received_date, l.received_date) as first_received_date
  from analytic.submission_log l
  left join analytic.submission_log f on f.submission_id = l.root_id
  left join analytic.company c on c.submission_id = l.submission_id
  where l.status = 'current' and l.submission_id is not null and c.submission_id is null
),
holding as (
  select
    s.submission_id,
    p.project,
    row_number() over (partition by s.submission_id order by p.period_from desc, p.project) as place
  from sent s
  join held_to p
    on not p.is_ordinary
    and s.activity_date >= p.period_from
    and s.activity_date <= coalesce(p.period_to, s.activity_date)
),
placed as (
  select s.submission_id, coalesce(n.project, h.project, o.project) as project
  from sent s
  left join analytic.named_projects n on n.submission_id = s.submission_id
  left join holding h on h.submission_id = s.submission_id and h.place = 1
  cross join held_to o
  where o.is_ordinary
),
judged as (
  select
    s.submission_id,
    s.root_id,
    s.form,
    s.activity_date,
    p.project,
    coalesce(
      s.activity_date >= coalesce(p.period_from, s.activity_date)
      and s.activity_date <= coalesce(p.period_to, s.activity_date),
      false
    ) as in_period,
    coalesce(s.first_received_date > p.period_to, false) as received_after_period,
    coalesce(s.first_received_date > p.approval_until, false) as received_after_close,
    s.submission_id <> s.root_id as is_correction,
    coalesce(s.received_date > p.approval_until, false) as sent_after_close
  from sent s
  join placed l on l.submission_id = s.submission_id
  join held_to p on p.project = l.project
)
select
  j.submission_id,
  j.root_id,
  j.form,
  j.activity_date,
  j.project,
  j.in_period,
  j.received_after_period,
  j.in_period and not j.received_after_close as counts_in_project,
  j.is_correction,
  j.is_correction and j.sent_after_close as corrected_after_close
from judged j
