-- grain: one case, as it was last reported
select *, date_diff('day', opened, closed) as lead_days
from staging.cases
