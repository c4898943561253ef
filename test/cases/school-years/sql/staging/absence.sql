select _row, month, organisation, absent_hours, taught_hours from raw.absence
