/*
id: cost-per-case
name: Kostnad per beslutat ärende
question: Vad kostar ett beslut om bygglov, bistånd eller försörjningsstöd?
decision: Avgifter, och jämförelse av arbetssätt mellan år
unit: sek
desired: lower
numerator: sum(cost)
denominator: sum(cases)
population: sum(cases)          # a case is about a person; few cases are not shown
time: month
windows: [period, ytd]
audience: public
owner: Ekonomiavdelningen
*/
from marts.case_costs
