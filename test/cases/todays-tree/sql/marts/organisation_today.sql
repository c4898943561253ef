-- grain: one node of today's tree, as if it had always stood there; one that closed without successor stays where it last was
-- lineage: extract
with latest as (
  from staging.organisation where successor is null
  qualify row_number() over (partition by id order by valid_from desc) = 1
)
select latest.id, parents.today as parent, level, name, null::date as valid_from, null::date as valid_to
from latest left join marts.unit_today as parents on parents.id = latest.parent
