/*
id: absent-hours
name: Frånvarotimmar
question: Hur mycket är eleverna borta?
decision: Elevhälsans arbete
unit: count
measure: sum(absent_hours)
desired: lower
time: month
finest: school-year
windows: [period]
breakdowns: [[]]
*/
from marts.absence
