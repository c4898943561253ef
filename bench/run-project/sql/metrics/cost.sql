/*
id: cost
name: Kostnad
question: Vad kostar ärendena?
unit: sek
desired: none
measure: sum(cost) filter (where cost is not null)
time: opened
grains: [month]
windows: [period, rolling-12]
breakdowns: [[organisation]]
owner: Prov
*/
from marts.cases
