-- grain: one case of permit or notification, as it was last reported; the time the law gives runs from the day the case was complete
with events as (
  select case_number,
    max(day) filter (where kind = 'Komplett') as completed,
    min(day) filter (where main_decision) as decided
  from staging.permit_events
  where not cancelled
  group by case_number
)
select _row, organisation, permit_type, received, decided, date_diff('day', received, decided) as lead_days,
  date_diff('day', coalesce(completed, received), decided) as days_from_complete
from staging.permits
left join events using (case_number)
where case_group = 'LOV'
