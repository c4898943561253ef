/*
id: fte
name: Årsarbetare
question: Hur många heltidstjänster har vi?
decision: Bemanningsplan
unit: fte
desired: none
measure: sum(fte)
over_time: last
population: count(distinct employee)
time: month
breakdowns: [[organisation], [sex]]
audience: public
internal: full
owner: HR-enheten
*/
from marts.absence
