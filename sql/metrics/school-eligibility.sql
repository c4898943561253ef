/*
id: school-eligibility
name: Behöriga till yrkesprogram, per skola
question: Hur stor del av eleverna som går ut nian är behöriga till ett yrkesprogram?
decision: Stöd och resurser till skolorna
unit: percent
desired: higher
given: eligible
finest: year
time: year
breakdowns: [[school]]
owner: Grundskoleförvaltningen
*/
select _row, year, school, eligible, eligible_flag as flag from marts.school_results
