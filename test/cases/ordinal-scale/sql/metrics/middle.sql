/*
id: middle
name: Svaret i mitten
question: Vad svarade den i mitten?
decision: Bemötande i receptionen
unit: scale
desired: higher
measure: median(points)
time: month
*/
from marts.answers
