/*
id: waiting
name: Väntetid per besök
question: Hur länge väntar en besökare?
decision: Bemanning i receptionen
unit: ratio
decimals: 1
desired: lower
numerator: sum(waiting_minutes)
denominator: sum(visits)
time: month
*/
from marts.visits
