/*
id: e-services-lost-ground
message: En e-tjänst har en lägre mognadsnivå än månaden innan
severity: warn
*/
select _row, month, service, level
from marts.e_services
qualify level < lag(level) over (partition by service order by month)
