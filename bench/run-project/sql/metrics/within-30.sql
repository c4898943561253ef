/*
id: within-30
name: Avslutade inom 30 dagar
question: Hur stor del av de avslutade ärendena tog högst 30 dagar?
unit: percent
desired: higher
numerator: count(*) filter (where lead_days <= 30)
denominator: count(closed)
time: opened
grains: [month]
windows: [period, rolling-12]
breakdowns: [[organisation]]
owner: Prov
*/
from marts.cases
