/*
id: budget
name: Budget
question: Vad är budgeten?
unit: sek
desired: none
measure: sum(amount)
time: month
grains: [month]
breakdowns: [[organisation]]
owner: Prov
*/
from marts.budget
