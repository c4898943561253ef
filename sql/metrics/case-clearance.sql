/*
id: case-clearance
name: Avslutade ärenden mot inkomna
question: Avslutar vi lika många ärenden som det kommer in?
decision: När handläggningen ska förstärkas innan köer växer
unit: percent
desired: higher
numerator: sum(closed)
denominator: sum(received)
population: count(*)            # a case is about a person; few cases are not shown
time: day
windows: [period, ytd, rolling-3, rolling-12]      # a month is jumpy; three show where it is going
audience: public
owner: Stadsledningsförvaltningen
*/
from marts.case_flow
