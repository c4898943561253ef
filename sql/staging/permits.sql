select _row, case_number, unit as organisation, case_group, permit_type, received
from raw.permits
