/*
id: cost-per-case
name: Kostnad per ärende
question: Vad kostar ett ärende?
unit: sek
desired: lower
numerator: sum(cost) filter (where cost is not null)
denominator: count(cost)
time: opened
grains: [month]
windows: [period, rolling-12]
breakdowns: [[organisation]]
owner: Prov
*/
from marts.cases
