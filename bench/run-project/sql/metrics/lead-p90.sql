/*
id: lead-p90
name: Handläggningstid, nio av tio
question: Inom hur många dagar är nio av tio ärenden avslutade?
unit: days
desired: lower
measure: quantile_cont(lead_days, 0.9) filter (where closed is not null)
time: opened
grains: [month]
windows: [period, rolling-12]
breakdowns: [[organisation]]
owner: Prov
*/
from marts.cases
