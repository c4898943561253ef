select _row, month, unit, visits from raw.visits
