/*
id: lead-time
name: Handläggningstid
question: Hur många dagar tar ett vanligt ärende från ansökan till beslut?
decision: Bemanning och arbetssätt i handläggningen
unit: days
desired: lower
measure: median(lead_days)
population: count(*)            # a case is about a person; few cases are not shown
time: closed
windows: [period, ytd]
breakdowns: [[organisation], [case_type]]
audience: public
owner: Stadsledningsförvaltningen
*/
from marts.cases where closed is not null
