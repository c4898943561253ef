/*
id: employees
name: Anställda
question: Hur många personer arbetar hos oss?
decision: Chefstäthet, och hur mycket rekrytering som behövs
unit: count
desired: none
measure: count(distinct employee)      # a person who has changed units during a year is one person in the whole
population: count(distinct employee)
time: month
grains: [month, year]
internal: full                  # and nobody has decided to publish it
owner: HR-enheten
*/
from marts.absence
