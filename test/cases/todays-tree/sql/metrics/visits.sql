/*
id: visits
name: Besök
question: Hur många besöker oss?
decision: Öppettider
unit: count
desired: none
measure: sum(visits)
time: month
breakdowns: [[organisation], [today]]
*/
from marts.visits
