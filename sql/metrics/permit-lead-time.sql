/*
id: permit-lead-time
name: Handläggningstid för bygglov
question: Hur många dagar tar ett vanligt lov eller förhandsbesked från ansökan till beslut?
decision: Bemanning och arbetssätt på Bygglovsenheten
unit: days
desired: lower
measure: median(lead_days)
population: count(*)            # a case is about a person; few cases are not shown
time: decided
windows: [period, ytd]
breakdowns: [[organisation], [organisation, permit_type]]
audience: public
owner: Bygglovsenheten
*/
from marts.permits where decided is not null and permit_type <> 'ANM'
