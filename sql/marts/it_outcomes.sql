-- grain: one target of the IT strategy
select *, case when value is null then 'missing' end as flag
from staging.it_outcomes
