/*
id: sports-participation
name: Unga i idrottsföreningar
question: Hur många gånger om året deltar barn och unga i idrottsföreningarnas verksamhet?
decision: Stöd till föreningar och anläggningar
unit: occasions
desired: higher
given: value
finest: year
time: year
breakdowns: [[municipality], [municipality, sex]]
owner: Stadsledningsförvaltningen
kolada: U09800
*/
select _row, year, municipality, sex, value, flag from marts.kolada where kpi = 'U09800'
