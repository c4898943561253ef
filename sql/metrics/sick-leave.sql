/*
id: sick-leave
name: Sjukfrånvaro
question: Hur stor del av den ordinarie arbetstiden är medarbetarna sjuka?
decision: Rehabilitering och bemanning på enhet och förvaltning
unit: percent
desired: lower
threshold: 11        # groups of ten or fewer are not reported
numerator: sum(sick_hours)
denominator: sum(scheduled_hours)
population: count(distinct employee)
time: month
windows: [period, ytd]
breakdowns: [[organisation], [organisation, sex]]
audience: public
owner: HR-enheten
kolada: N00090
*/
from marts.absence
