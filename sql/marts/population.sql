-- grain: one municipality and year: all, by sex, and by age; '*' is all. What the source has not (`..`) is missing, in its sums too
-- lineage: extract
with cells as (
  select municipality, year, case age_group when 'tot' then '*' else replace(age_group, '+', '-') end as age_group, sex, people
  from staging.population
)
select municipality, year, coalesce(sex, '*') as sex, age_group, sum(people) as people,
  case when count(people) < count(*) then 'missing' end as flag
from cells
group by grouping sets ((municipality, year, age_group), (municipality, year, age_group, sex))
having age_group = '*' or sex is null
