-- grain: one indicator, municipality, sex and year; '*' is both sexes
select _row, kpi, year, municipality, case gender when 'T' then '*' else gender end as sex, value,
  case status when 'Missing' then 'missing' when 'Privacy' then 'suppressed' when 'Not applicable' then 'not-applicable' end as flag
from staging.kolada
