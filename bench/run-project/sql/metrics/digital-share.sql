/*
id: digital-share
name: Ärenden genom e-tjänst
question: Hur stor del av ärendena kommer genom e-tjänsterna?
unit: percent
desired: higher
numerator: count(*) filter (where channel = 'e-tjänst')
denominator: count(*)
time: opened
grains: [month]
windows: [period, rolling-12]
breakdowns: [[organisation]]
owner: Prov
*/
from marts.cases
