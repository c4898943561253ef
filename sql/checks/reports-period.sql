/*
id: reports-period
message: En rapport gäller en period som inte går att läsa
severity: warn
*/
select _row, plan, id, period
from raw.reports
where not regexp_full_match(period, '\d{4}(-T[1-3]|-(0[1-9]|1[0-2]))?')
