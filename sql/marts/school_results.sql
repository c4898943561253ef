-- grain: one school and year, the calendar year in which the school year ends; '*' is all schools in the municipality
select _row, year, case school when 'alla' then '*' else school end as school, provider, leavers,
  merit, case when merit_mark = 'missing' then 'missing' when merit_mark is not null then 'suppressed' end as merit_flag,
  eligible, case when eligible_mark = 'missing' then 'missing' when eligible_mark is not null then 'suppressed' end as eligible_flag
from staging.school_results
