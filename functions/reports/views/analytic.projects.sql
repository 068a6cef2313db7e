-- One row per project and day from which something of it is otherwise: what it is held to from then on. A value that a
-- change leaves out stays as it was.
with given as (
  select
    project, valid_from, period_from, period_to, approval_until, goal, rule_version,
    municipalities, sni_divisions, focus_areas, privacy_notice_version
  from open.first_project_settings
  where valid_from is null
  union all
  select
    project, valid_from, period_from, period_to, approval_until, goal, rule_version,
    municipalities, sni_divisions, focus_areas, privacy_notice_version
  from analytic.project_settings
),
-- Which of its values is in force: how many there have been.
counted as (
  select
    project, valid_from, period_from, period_to, approval_until, goal, rule_version,
    municipalities, sni_divisions, focus_areas, privacy_notice_version,
    count(period_from) over (partition by project order by valid_from nulls first) as nth_period_from,
    count(period_to) over (partition by project order by valid_from nulls first) as nth_period_to,
    count(approval_until) over (partition by project order by valid_from nulls first) as nth_approval_until,
    count(goal) over (partition by project order by valid_from nulls first) as nth_goal,
    count(rule_version) over (partition by project order by valid_from nulls first) as nth_rule_version,
    count(municipalities) over (partition by project order by valid_from nulls first) as nth_municipalities,
    count(sni_divisions) over (partition by project order by valid_from nulls first) as nth_sni_divisions,
    count(focus_areas) over (partition by project order by valid_from nulls first) as nth_focus_areas,
    count(privacy_notice_version) over (partition by project order by valid_from nulls first)
      as nth_privacy_notice_version,
    lead(valid_from) over (partition by project order by valid_from nulls first) as next_from
  from given
)
select
  c.project,
  o.is_ordinary,
  c.valid_from,
  cast(c.next_from - interval '1' day as date) as valid_to,
  c.next_from is null as is_latest,
  max(c.period_from) over (partition by c.project, c.nth_period_from) as period_from,
  max(c.period_to) over (partition by c.project, c.nth_period_to) as period_to,
  max(c.approval_until) over (partition by c.project, c.nth_approval_until) as approval_until,
  max(c.goal) over (partition by c.project, c.nth_goal) as goal,
  max(c.rule_version) over (partition by c.project, c.nth_rule_version) as rule_version,
  max(c.municipalities) over (partition by c.project, c.nth_municipalities) as municipalities,
  max(c.sni_divisions) over (partition by c.project, c.nth_sni_divisions) as sni_divisions,
  max(c.focus_areas) over (partition by c.project, c.nth_focus_areas) as focus_areas,
  max(c.privacy_notice_version) over (partition by c.project, c.nth_privacy_notice_version) as privacy_notice_version
from counted c
join open.first_project_settings o on o.project = c.project and o.valid_from is null
