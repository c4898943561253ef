/*
id: merit-value
name: Meritvärde i årskurs 9
question: Vilket meritvärde får eleverna i genomsnitt när de går ut nian?
decision: Stöd och resurser till skolorna
unit: points
desired: higher
given: merit
finest: year
time: year
breakdowns: [[school]]
owner: Grundskoleförvaltningen
*/
select _row, year, school, merit, merit_flag as flag from marts.school_results
