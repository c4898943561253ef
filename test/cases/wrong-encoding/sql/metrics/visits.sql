/*
id: visits
name: Besök
question: Hur många besöker oss?
decision: Öppettider i receptionen
unit: count
desired: none
measure: sum(visits)
time: month
windows: [period, ytd]
*/
from marts.visits
