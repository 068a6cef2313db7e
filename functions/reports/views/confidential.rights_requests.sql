-- One row per request of a person about their own data, with the case that staff keep of it, if they have begun one. An
-- answer is due on the same day of the next month, or on its last day where it has none such, whatever day of the week
-- that is. An extension gives two months more, but only where the person was told of it in the first.
with received as (
  select
    r.root_id,
    r.request_type,
    c.root_id as case_id,
    -- By the form it came no later than it was received.
    case when c.received_on < l.received_date then c.received_on else l.received_date end as received_on,
    c.status,
    c.extended_on,
    t.extension_reason,
    c.answered_on,
    t.refusal_reason
  from analytic.rights_request r
  join analytic.submission_log l on l.submission_id = r.root_id
  left join analytic.rights_case c on c.rights_request_id = r.root_id
  left join confidential.rights_case t on t.submission_id = c.submission_id
),
due as (
  select
    r.root_id,
    case
      when r.extended_on <= cast(r.received_on + interval '1' month as date)
        then cast(r.received_on + interval '3' month as date)
      else cast(r.received_on + interval '1' month as date)
    end as due_on
  from received r
)
select
  r.root_id,
  r.request_type,
  r.received_on,
  d.due_on,
  r.case_id,
  r.status,
  r.extended_on,
  r.extension_reason,
  r.answered_on,
  r.answered_on > d.due_on as answered_late,
  r.refusal_reason
from received r
join due d on d.root_id = r.root_id
