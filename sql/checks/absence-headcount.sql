/*
id: absence-headcount
message: Mindre än hälften så många anställda i leveransen som månaden innan
severity: hold-metric
holds: [sick-leave]
*/
with headcount as (
  select month, count(*) as employees from marts.absence group by month
)
select month, employees
from headcount
qualify employees < 0.5 * lag(employees) over (order by month)
