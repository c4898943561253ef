select _row, kpi, municipality, make_date(year, 1, 1) as year, gender, status, value
from raw.kolada
