/*
id: upper-secondary-eligibility
name: Behöriga till gymnasiets yrkesprogram
question: Hur stor del av eleverna i årskurs 9 är behöriga till ett yrkesprogram?
decision: Stöd och resurser i grundskolan
unit: percent
desired: higher
given: value
finest: year
time: year
breakdowns: [[municipality], [municipality, sex]]
owner: Grundskoleförvaltningen
kolada: N15428
*/
select _row, year, municipality, sex, value, flag from marts.kolada where kpi = 'N15428'
