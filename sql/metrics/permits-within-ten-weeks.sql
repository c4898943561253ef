/*
id: permits-within-ten-weeks
name: Bygglov beslutade inom tio veckor
question: Hur stor del av loven och förhandsbeskeden beslutas inom tio veckor från att ansökan är komplett, som plan- och bygglagen kräver?
decision: Bemanning på Bygglovsenheten, och när avgiften måste sättas ned
unit: percent
desired: higher
numerator: count(*) filter (where days_from_complete <= 70)     # plan- och bygglagen (2010:900) 9 kap.; for notifications four weeks
denominator: count(*)
population: count(*)            # a case is about a person; few cases are not shown
time: decided
windows: [period, ytd]
breakdowns: [[organisation], [organisation, permit_type]]
audience: public
owner: Bygglovsenheten
*/
from marts.permits where decided is not null and permit_type <> 'ANM'
