/*
id: qualified-teachers
name: Lärare med legitimation och behörighet
question: Hur stor del av lärartjänsterna i årskurs 1–9 har lärare med legitimation och behörighet?
decision: Rekrytering och fördelning av lärare
unit: percent
desired: higher
given: value
finest: year
time: year
breakdowns: [[municipality]]
owner: Grundskoleförvaltningen
kolada: N15813
*/
select _row, year, municipality, value, flag from marts.kolada where kpi = 'N15813'
