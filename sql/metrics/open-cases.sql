/*
id: open-cases
name: Öppna ärenden vid månadens slut
question: Hur många ärenden väntar på beslut?
decision: Fördelning av handläggare mellan enheter
unit: count
desired: lower
measure: count(*)
over_time: mean                 # a year is the mean of its month ends
population: count(*)            # a case is about a person; few cases are not shown
time: month
windows: [period, ytd]
audience: public
owner: Stadsledningsförvaltningen
own_target:
  target: { at_most: 90, partly: 100 }
  measures: year
  by: 2026-12-31
  decided: { by: Kommundirektören, date: 2026-01-15 }
*/
from marts.open_cases
