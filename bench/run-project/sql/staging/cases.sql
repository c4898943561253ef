select _row, unit_id as organisation, case_type, channel, opened_at::date as opened, closed_at::date as closed, cost_sek as cost
from raw.cases
