/*
id: satisfied
name: Nöjda besökare
question: Hur många besökare är nöjda?
decision: Bemanning i receptionen
unit: percent
desired: higher
given: satisfied
time: month
breakdowns: [[]]
*/
from marts.satisfaction
