-- grain: one node where it stands today, or last stood, as if it had always stood there
from staging.organisation
select _row, id, parent, level, name, null::date as valid_from, null::date as valid_to
qualify row_number() over (partition by id order by valid_from desc nulls last) = 1
