-- grain: one unit and month
select _row, month, visits, unit as organisation, coalesce(today.today, unit) as today
from staging.visits left join marts.unit_today as today on today.id = unit
