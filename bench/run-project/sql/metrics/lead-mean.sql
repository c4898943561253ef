/*
id: lead-mean
name: Handläggningstid, medel
question: Hur många dagar tar ett ärende i medeltal?
unit: days
desired: lower
measure: avg(lead_days) filter (where closed is not null)
time: opened
grains: [month]
windows: [period, rolling-12]
breakdowns: [[organisation]]
owner: Prov
*/
from marts.cases
