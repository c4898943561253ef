/*
id: cases-received
name: Inkomna ärenden
question: Hur många ärenden kommer in?
decision: Bemanning i handläggningen över året
unit: count
desired: none
measure: count(*)
time: opened
windows: [period, ytd]
breakdowns: [[organisation], [case_type]]
audience: public
owner: Stadsledningsförvaltningen
*/
from marts.cases
