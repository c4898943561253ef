/*
id: lead-median
name: Handläggningstid, median
question: Hur många dagar tar ett vanligt ärende?
unit: days
desired: lower
measure: median(lead_days) filter (where closed is not null)
time: opened
grains: [month]
windows: [period, rolling-12]
breakdowns: [[organisation]]
owner: Prov
*/
from marts.cases
