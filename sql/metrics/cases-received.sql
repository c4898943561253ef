/*
id: cases-received
name: Inkomna ärenden
question: Hur många ärenden kommer in?
decision: Bemanning i handläggningen över året
unit: count
desired: none
measure: count(*)
population: count(*)            # a case is about a person; few cases are not shown
time: opened
windows: [period, ytd]
breakdowns: [[organisation], [case_type]]
audience: public
owner: Stadsledningsförvaltningen
*/
from marts.cases
