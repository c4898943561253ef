-- grain: one case and month, for every month at whose end the case was open
with months as (
  select distinct date_trunc('month', opened)::date as month
  from staging.cases
)
select _row, month, organisation, case_type, date_diff('day', opened, last_day(month)) as open_days
from staging.cases
join months on opened <= last_day(month) and (closed is null or closed > last_day(month))
