/*
id: lead-time-nine-of-ten
name: Handläggningstid, nio av tio ärenden
question: Inom hur många dagar är nio av tio ärenden avslutade?
decision: Vilka ärenden som blir liggande, och vad som ska göras åt det
life: { proposed: 2026-01-19, adopted: { by: Kommunstyrelsen, date: 2026-03-18, paragraph: § 41 } }
unit: days
desired: lower
measure: quantile_cont(lead_days, 0.9)
population: count(*)            # a case is about a person; of fewer than ten a ninth in ten says nothing
threshold: 10
time: closed
windows: [period, ytd]
audience: public
owner: Stadsledningsförvaltningen
*/
from marts.cases where closed is not null
