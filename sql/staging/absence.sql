select _row, period as month, employee, unit as organisation, sex, scheduled_hours, sick_hours, spell_days, fte
from raw.absence
