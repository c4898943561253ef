/*
id: e-services
name: E-tjänster
question: Hur många e-tjänster finns det, och hur långt har de kommit?
decision: Ordningen i utbyggnaden av e-tjänster
unit: count
desired: none
measure: count(*)
over_time: last
time: month
breakdowns: [[organisation], [maturity]]
owner: Digitaliseringsenheten
*/
from marts.e_services
