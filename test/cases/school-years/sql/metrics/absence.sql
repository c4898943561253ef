/*
id: absence
name: Frånvaro
question: Hur mycket är eleverna borta?
decision: Elevhälsans arbete
unit: percent
numerator: sum(absent_hours)
denominator: sum(taught_hours)
desired: lower
time: month
grains: [quarter, half-year, year, school-year]
windows: [period, ytd]
*/
from marts.absence
