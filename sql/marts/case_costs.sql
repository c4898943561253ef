-- grain: one posting on a unit that decides applications, or one application it has decided
with decided as (
  select _row, organisation, closed
  from staging.cases
  where closed is not null and case_type in ('bygglov', 'bistand', 'forsorjningsstod')
)
select _row, date_trunc('month', closed)::date as month, organisation, 0::decimal(14,2) as cost, 1 as cases
from decided
union all by name
select _row, month, organisation, outcome as cost, 0 as cases
from marts.postings
where organisation in (select organisation from decided)
