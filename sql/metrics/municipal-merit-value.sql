/*
id: municipal-merit-value
name: Meritvärde i kommunens egna skolor
question: Vilket meritvärde får eleverna i kommunens egna skolor?
decision: Stöd och resurser mellan skolorna
unit: points
desired: higher
numerator: sum(leavers * merit)        # a school counts by its pupils
denominator: sum(leavers)
population: sum(leavers)
threshold: 10
finest: year
covers: rows
time: year
owner: Grundskoleförvaltningen
*/
select _row, year, school as organisation, leavers, merit from marts.school_results where provider = 'Kommunal' and merit is not null
