-- grain: one case that came in, or one that was closed, so that each month's can be held against the other's
select _row, opened as day, organisation, case_type, 1 as received, 0 as closed
from staging.cases
union all by name
select _row, closed as day, organisation, case_type, 0 as received, 1 as closed
from staging.cases
where closed is not null
