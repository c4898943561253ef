/*
id: case-types
name: Ärendetyper
question: Hur många slags ärenden möter en enhet?
unit: count
desired: none
measure: count(distinct case_type)
time: opened
grains: [month]
windows: [period, rolling-12]
breakdowns: [[organisation]]
owner: Prov
*/
from marts.cases
