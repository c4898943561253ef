/*
id: e-service-maturity
name: E-tjänster kopplade till verksamhetssystem
question: Hur stor del av e-tjänsterna går hela vägen in i verksamhetssystemet?
decision: Ordningen i utbyggnaden av e-tjänster
unit: percent
desired: higher
numerator: count(*) filter (where level >= 3)      # Österåker's scale, 0-4; it ranks and does not measure, so no mean
denominator: count(*)
over_time: last
time: month
owner: Digitaliseringsenheten
*/
from marts.e_services
