-- grain: one case
select *, closed - opened as lead_days
from staging.cases
