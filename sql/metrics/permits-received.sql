/*
id: permits-received
name: Inkomna bygglovsärenden
question: Hur många ansökningar och anmälningar om att bygga kommer in?
decision: Bemanning på Bygglovsenheten över året
unit: count
desired: none
measure: count(*)
population: count(*)            # a case is about a person; few cases are not shown
time: received
windows: [period, ytd]
breakdowns: [[organisation], [organisation, permit_type]]
audience: public
owner: Bygglovsenheten
*/
from marts.permits where received >= date '2024-01-01'     -- older ones came over when the system was new, those still open alone
