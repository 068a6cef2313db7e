-- One row per threshold, indicator, funder, amount of the budget or reporting period of a project, and day from which it
-- is otherwise: a row that is entered later replaces the one of the same thing.
with given as (
  select project, cast(null as date) as valid_from, 0 as row_no, what, code, year, number, cap_sek, starts_on, ends_on
  from open.first_project_values
  union all
  select
    s.project, s.valid_from, r.row_no, 'parameter' as what, r.parameter as code, cast(null as integer) as year,
    r.value as number, cast(null as integer) as cap_sek, cast(null as date) as starts_on, cast(null as date) as ends_on
  from analytic.project_settings__parameters r
  join analytic.project_settings s on s.submission_id = r.submission_id
  union all
  select
    s.project, s.valid_from, r.row_no, 'indicator' as what, r.indicator as code, cast(null as integer) as year,
    r.target as number, cast(null as integer) as cap_sek, cast(null as date) as starts_on, cast(null as date) as ends_on
  from analytic.project_settings__indicators r
  join analytic.project_settings s on s.submission_id = r.submission_id
  union all
  select
    s.project, s.valid_from, r.row_no, 'financier' as what, r.financier as code, cast(null as integer) as year,
    r.share as number, r.cap_sek, r.starts_on, r.ends_on
  from analytic.project_settings__financiers r
  join analytic.project_settings s on s.submission_id = r.submission_id
  union all
  select
    s.project, s.valid_from, r.row_no, 'cost' as what, r.cost_line as code, r.year,
    cast(r.amount_sek as decimal(18,2)) as number, cast(null as integer) as cap_sek,
    cast(null as date) as starts_on, cast(null as date) as ends_on
  from analytic.project_settings__costs r
  join analytic.project_settings s on s.submission_id = r.submission_id
  union all
  select
    s.project, s.valid_from, r.row_no, 'financing' as what, r.financier as code, r.year,
    cast(r.amount_sek as decimal(18,2)) as number, cast(null as integer) as cap_sek,
    cast(null as date) as starts_on, cast(null as date) as ends_on
  from analytic.project_settings__financing r
  join analytic.project_settings s on s.submission_id = r.submission_id
  union all
  select
    s.project, s.valid_from, r.row_no, 'reporting_period' as what, cast(cast(r.period as integer) as varchar) as code,
    cast(null as integer) as year, cast(null as decimal(18,2)) as number, cast(null as integer) as cap_sek,
    r.starts_on, r.ends_on
  from analytic.project_settings__reporting_periods r
  join analytic.project_settings s on s.submission_id = r.submission_id
),
followed as (
  select
    project, valid_from, what, code, year, number, cap_sek, starts_on, ends_on,
    lead(valid_from) over (partition by project, what, code, year order by valid_from nulls first, row_no) as next_from
  from given
)
select
  f.project,
  f.what,
  f.code,
  f.year,
  f.number,
  f.cap_sek,
  f.starts_on,
  f.ends_on,
  f.valid_from,
  cast(f.next_from - interval '1' day as date) as valid_to,
  f.next_from is null as is_latest
from followed f
-- Of two rows of the same thing in one change the last is right.
where f.next_from is null or f.valid_from is null or f.valid_from < f.next_from
