select _row, case_id, unit as organisation, case_type, channel, opened, closed
from raw.cases
