/*
id: cases
name: Ärenden
question: Hur många ärenden kommer in?
unit: count
desired: none
measure: count(*)
time: opened
grains: [month]
windows: [period, rolling-12]
breakdowns: [[organisation]]
owner: Prov
*/
from marts.cases
