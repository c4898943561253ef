/*
id: satisfied
name: Svar på nivå 3 eller högre
question: Hur stor del är inte missnöjda?
decision: Bemötande i receptionen
unit: percent
desired: higher
numerator: count(*) filter (where points >= 3)
denominator: count(*)
time: month
*/
from marts.answers
