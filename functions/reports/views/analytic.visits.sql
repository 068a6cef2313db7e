-- One row per needs analysis: where it stands among those of its company, in the order of activity date and, on the
-- same day, of submission id. Without a company key nobody can tell whether two are of one company, so each such
-- analysis stands for itself: it is the first and the latest of one.
with numbered as (
  select
    n.submission_id,
    n.root_id,
    n.activity_date,
    c.company_key,
    row_number() over (
      partition by coalesce(c.company_key, n.submission_id) order by n.activity_date, n.submission_id
    ) as visit_number,
    count(*) over (partition by coalesce(c.company_key, n.submission_id)) as needs_analyses
  from analytic.needs_analysis n
  left join analytic.company_records c
    on c.form = 'needs-analysis' and c.submission_id = n.submission_id
),
incomplete as (
  select n.submission_id, count(*) as missing
  from analytic.needs_analysis n
  cross join unnest(n.missing_to_count) as m (field)
  group by n.submission_id
)
select
  n.submission_id,
  n.root_id,
  n.activity_date,
  n.company_key,
  n.visit_number,
  n.needs_analyses,
  n.visit_number = n.needs_analyses as is_latest,
  i.missing is null as counts
from numbered n
left join incomplete i on i.submission_id = n.submission_id
