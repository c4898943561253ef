/*
id: cases-per-1000
name: Ärenden per 1 000 invånare
question: Hur många ärenden kommer in för varje tusental invånare?
decision: Bemanning i handläggningen när kommunen växer
unit: per-1000
desired: none
measure: "metric(cases-received) / metric(population, municipality: 1481)"
per: 1000
audience: public
owner: Stadsledningsförvaltningen
*/
