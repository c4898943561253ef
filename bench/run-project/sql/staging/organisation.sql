select _row, id, parent, level, name, null::date as valid_from, null::date as valid_to
from raw.organisation
