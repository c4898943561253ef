/*
id: open-share
name: Öppna ärenden
question: Hur stor del av ärendena är ännu öppna?
unit: percent
desired: lower
numerator: count(*) filter (where closed is null)
denominator: count(*)
time: opened
grains: [month]
windows: [period, rolling-12]
breakdowns: [[organisation]]
owner: Prov
*/
from marts.cases
