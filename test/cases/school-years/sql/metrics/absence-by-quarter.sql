/*
id: absence-by-quarter
name: Frånvaro per kvartal
question: Hur mycket är eleverna borta?
decision: Elevhälsans arbete
unit: percent
numerator: sum(absent_hours)
denominator: sum(taught_hours)
desired: lower
time: month
finest: quarter
windows: [period, ytd, rolling-4]
*/
from marts.absence
