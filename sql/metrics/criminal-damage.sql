/*
id: criminal-damage
name: Anmäld skadegörelse
question: Hur många brott om skadegörelse anmäls per 100 000 invånare?
decision: Trygghetsarbete och stadsmiljö
unit: per-100000
desired: lower
given: value
finest: year
time: year
breakdowns: [[municipality]]
owner: Samhällsbyggnadsförvaltningen
kolada: U07452
*/
select _row, year, municipality, value, flag from marts.kolada where kpi = 'U07452'
