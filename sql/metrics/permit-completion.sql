/*
id: permit-completion
name: Väntan på kompletta bygglovsansökningar
question: Hur många dagar går det i genomsnitt från ansökan tills den är komplett?
decision: Vägledning till den som söker, och e-tjänstens frågor
life: { proposed: 2026-10-05 }
unit: days
desired: lower
measure: avg(lead_days - days_from_complete)
population: count(*)            # a case is about a person; few cases are not shown
time: decided
windows: [period, ytd]
audience: public
owner: Bygglovsenheten
*/
from marts.permits where decided is not null and permit_type <> 'ANM'
