/*
id: preschool-over-four-months
name: Barn som väntade mer än fyra månader på förskola
question: Hur många barn fick vänta längre på förskoleplats än de fyra månader som skollagen medger?
decision: Nya förskoleavdelningar, och var
unit: count
desired: lower
measure: count(*) filter (where closed > opened + interval 4 months)      # skollagen (2010:800) 8 kap. 14 §
population: count(*)            # all children who got a place, not the few who waited
time: closed
windows: [period, ytd]
audience: public
owner: Förskoleförvaltningen
*/
from marts.cases where closed is not null and case_type = 'forskoleplats'
