/*
id: digital-share
name: Ärenden via e-tjänst
question: Hur stor del av ärendena kommer in via e-tjänst?
decision: Vilka e-tjänster som ska byggas ut eller göras kända
unit: percent
desired: higher
numerator: count(*) filter (where channel = 'e-tjanst')
denominator: count(*)
population: count(*)            # a case is about a person; few cases are not shown
time: opened
windows: [period, ytd, rolling-12]
breakdowns: [[organisation], [case_type]]
audience: public
owner: Digitaliseringsenheten
*/
from marts.cases
