select _row, region as municipality, age_group, case sex when '1' then 'M' when '2' then 'K' end as sex, year, people
from raw.population
