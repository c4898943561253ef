select _row, make_date(year(school_year) + 1, 1, 1) as year, school, provider, leavers, merit, merit_mark, eligible, eligible_mark
from raw."school-results"
