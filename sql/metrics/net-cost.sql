/*
id: net-cost
name: Nettokostnad
question: Vad har verksamheten kostat?
decision: Åtgärder för budget i balans
unit: sek
desired: none
measure: sum(outcome)
time: month
windows: [period, ytd]
breakdowns: [[organisation], [today]]
owner: Ekonomiavdelningen
*/
from marts.postings
