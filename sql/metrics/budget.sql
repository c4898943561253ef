/*
id: budget
name: Budget
question: Vad får verksamheten kosta?
decision: Åtgärder för budget i balans
unit: sek
desired: none
measure: sum(budget)
covers: rows
time: month
windows: [period]
owner: Ekonomiavdelningen
*/
from marts.budget
