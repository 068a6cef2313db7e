-- One row per key that a company has or had, with the key it has now. A company that was entered twice has one record
-- that stays: `merged_into` is followed for as many steps as can be sent, four, by doubling them twice.
with one_step as (
  select root_id, coalesce(merged_into, root_id) as stays
  from analytic.company
),
two_steps as (
  select a.root_id, coalesce(b.stays, a.stays) as stays
  from one_step a
  left join one_step b on b.root_id = a.stays
),
four_steps as (
  select a.root_id, coalesce(b.stays, a.stays) as stays
  from two_steps a
  left join two_steps b on b.root_id = a.stays
),
keys as (
  select root_id, company_key
  from analytic.company
  where company_key is not null
  union
  select c.root_id, e.company_key
  from analytic.company c
  cross join unnest(c.earlier_keys) as e (company_key)
)
select
  k.company_key,
  coalesce(s.company_key, k.company_key) as current_key,
  e.stays as company_root_id,
  k.company_key = coalesce(s.company_key, k.company_key) as is_current
from keys k
join four_steps e on e.root_id = k.root_id
left join analytic.company s on s.root_id = e.stays
