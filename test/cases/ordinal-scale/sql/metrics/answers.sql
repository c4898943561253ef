/*
id: answers
name: Svar
question: Hur många svarade vad?
decision: Bemötande i receptionen
unit: count
desired: none
measure: count(*)
time: month
breakdowns: [[organisation], [level], [organisation, level]]
*/
from marts.answers
