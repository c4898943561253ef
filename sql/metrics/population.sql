/*
id: population
name: Invånare
question: Hur många bor i kommunen den 31 december?
decision: Planering av förskolor, skolor, bostäder och omsorg
unit: count
desired: none
given: people
finest: year
time: year
breakdowns: [[municipality], [municipality, sex], [municipality, age_group]]
owner: Stadsledningsförvaltningen
*/
select year, municipality, sex, age_group, people, flag from marts.population
