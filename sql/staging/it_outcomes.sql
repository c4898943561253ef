select _row, it_goal, make_date(year, 1, 1) as year, unit, value
from raw."it-outcomes"
